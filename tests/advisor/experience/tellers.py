"""Organisations that tell how a route went, for tests."""

from accounts.models import Organisation
from advisor.experience import actions
from advisor.experience.models import Experience
from rules.vocabulary import RouteSlug
from tests.accounts.people import organisation, person

SAID = {
    "came_of": ["un-answered"],
    "again": "yes",
    "effort": "weeks",
    "year": 2025,
    "group": "african",
    "comment": "",
}


def teller(number: int) -> Organisation:
    """An organisation of its own, with an owner."""
    return organisation(f"Organisation {number}", owner=person(f"owner{number}@one.example"))


def tell(own: Organisation, route: RouteSlug = RouteSlug.UPR, **said) -> Experience:
    """It tells, or tells anew."""
    now = Experience.objects.filter(organisation=own, route=route.value).first()
    revision = now.revision if now else 0
    return actions.tell(organisation=own, route=route, told={**SAID, **said}, revision=revision)


def tellers(count: int, start: int = 0, **said) -> list[Organisation]:
    """So many organisations that have told the same."""
    found = [teller(number) for number in range(start, start + count)]
    for own in found:
        tell(own, **said)
    return found
