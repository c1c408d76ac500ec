"""A route's page: everything that the facts say about it, and nothing unverified as if it were certain."""

from mechanisms.models import Route, RouteRequirement, RouteRule, RouteStatement


def test_every_statement_requirement_and_number_is_there(visit):
    for route in Route.objects.all():
        text = visit("route", route.slug).text
        for said in RouteStatement.objects.filter(route=route):
            assert said.text in text
        for need in RouteRequirement.objects.filter(route=route):
            assert need.text in text
        for support in route.supports.all():
            assert support.name in text
        for part in (route.summary, route.sees_state, route.sees_public, route.sees_un, route.evidence_strength):
            assert part in text
        assert route.get_side_display() in text.lower().replace("states", "States")


def test_what_is_needed_comes_first(visit):
    asks = visit("route", "special-procedures").part("asks")
    assert asks.index("A mandate that covers it Required") < asks.index("The victim's agreement A condition")
    assert asks.index("The victim's agreement A condition") < asks.index("Domestic remedies exhausted Not needed")


def test_numbers_that_nobody_verified_are_marked(visit):
    for route in Route.objects.filter(rules__verified=False).distinct():
        numbers = visit("route", route.slug).part("numbers")
        unverified = RouteRule.objects.filter(route=route, verified=False)
        assert numbers.count("not verified") == unverified.count()
        for rule in unverified:
            after = numbers.split(rule.label, 1)[1]
            assert after.index("not verified") < 40


def test_numbers_are_said_as_people_say_them(visit):
    assert "Longest submission by one organisation 2,815 words not verified" in visit("route", "upr").part("numbers")
    council = visit("route", "council-sessions").part("numbers")
    assert "Applications for consultative status are due 1 June each year verified" in council
    assert "month verified" not in council


def test_the_upr_shows_its_cycles(visit):
    text = visit("route", "upr").text
    assert "Cycle 2: 2012 to November 2016; a review every 54 months as planned" in text
    assert "Cycle 5: not published yet" in text
