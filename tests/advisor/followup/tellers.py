"""Organisations that tell how a route went, for tests."""

from accounts.models import Organisation
from advisor.core.vocabulary import RouteSlug
from advisor.followup import experience
from advisor.models import Experience
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
    by = own.memberships.get(role="owner").user
    revision = now.revision if now else 0
    return experience.tell(organisation=own, route=route, told={**SAID, **said}, revision=revision, by=by)


def tellers(count: int, start: int = 0, **said) -> list[Organisation]:
    """So many organisations that have told the same."""
    found = [teller(number) for number in range(start, start + count)]
    for own in found:
        tell(own, **said)
    return found
