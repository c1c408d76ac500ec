"""Help: a newcomer finds steps and helpers for each route, and consultative status explained."""

from mechanisms.models import Route, Support


def test_every_helper_and_every_step_is_there(visit):
    text = visit("help").text
    assert all(support.name in text for support in Support.objects.all())
    assert all(step in text for route in Route.objects.all() for step in route.how_it_works)


def test_helpers_of_every_route_stand_once(visit):
    assert visit("help").text.count("OHCHR handbook for civil society") == 1


def test_consultative_status_is_explained_with_its_numbers(visit):
    page = visit("help")
    assert "It helps but is not obligatory." in page.part("status")
    assert "due 1 June each year" in page.part("numbers")
    assert "must have been registered for consultative status 2 years" in page.part("numbers")
