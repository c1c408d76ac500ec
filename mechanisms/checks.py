"""Checks the facts as a whole, for what no single row can show; and each row by itself. Every problem is reported at once."""

import datetime
from collections import Counter
from collections.abc import Iterator

from django.apps import apps
from django.db.models import Count, Exists, F, OuterRef

from . import models as facts
from .models import RouteRequirement, TreatyStatus

ROUTES = {
    "upr": "state",
    "special-procedures": "expert",
    "council-sessions": "state",
    "complaint-procedure": "state",
    "treaty-body-complaint": "expert",
    "treaty-body-review": "expert",
}
MEMBERS, OBSERVERS, TREATIES, CORE_TREATIES = 193, 2, 13, 9
PARTIES_ON = datetime.date(2026, 2, 3)
"""The day for which the depositary's totals below hold, counted among the 195 States."""
PARTIES = {
    ("cerd", "treaty"): 182,
    ("iccpr", "treaty"): 175,
    ("icescr", "treaty"): 173,
    ("cedaw", "treaty"): 188,  # and the Cook Islands
    ("cat", "treaty"): 175,
    ("crc", "treaty"): 194,  # and the Cook Islands, Niue
    ("cmw", "treaty"): 60,
    ("crpd", "treaty"): 191,  # and the Cook Islands, the European Union
    ("ced", "treaty"): 78,
    ("iccpr-op2", "treaty"): 92,
    ("crc-opac", "treaty"): 173,
    ("crc-opsc", "treaty"): 178,
    ("opcat", "treaty"): 96,
    ("iccpr", "individual_communications"): 116,
    ("icescr", "individual_communications"): 31,
    ("cedaw", "individual_communications"): 115,  # and the Cook Islands
    ("crc", "individual_communications"): 53,
    ("crpd", "individual_communications"): 107,  # and the Cook Islands
    ("cerd", "individual_communications"): 59,
    ("cat", "individual_communications"): 70,
    ("ced", "individual_communications"): 30,
    ("cmw", "individual_communications"): 0,
}
SEATS_ON = (datetime.date(2024, 7, 1), datetime.date(2025, 7, 1), datetime.date(2026, 7, 1))
SEATS = {"african": 13, "asia-pacific": 13, "eastern-europe": 6, "latin-america-caribbean": 8, "weog": 7}
COUNCIL_OF_EUROPE = 46
MANDATES_ON = datetime.date(2026, 7, 7)
MANDATES = {"thematic": 45, "country": 14}
WHOLE_CYCLES, SESSIONS_A_CYCLE = (3, 4), 14
"""Cycles of the UPR whose sessions and reviews are all entered; a later one may still be incomplete."""


def problems() -> list[str]:
    """Everything that is wrong with the facts in the database; empty when all is well."""
    return [
        *_states(),
        *_treaties(),
        *_mandates(),
        *_upr(),
        *_committees(),
        *_council(),
        *_routes(),
        *_regional(),
        *_far_dates(),
    ]


def _expect(what: str, found: object, expected: object) -> Iterator[str]:
    if found != expected:
        yield f"{what}: {found}, expected {expected}"


def _states() -> Iterator[str]:
    counts = Counter(facts.State.objects.values_list("un_status", flat=True))
    yield from _expect("UN Member States", counts["member"], MEMBERS)
    yield from _expect("observer States", counts["observer"], OBSERVERS)
    for name in facts.State.objects.filter(un_status="member", regional_group="").values_list("name", flat=True):
        yield f"{name}: a Member State without a regional group"


def _treaties() -> Iterator[str]:
    yield from _expect("treaties", facts.Treaty.objects.count(), TREATIES)
    yield from _expect("core treaties", facts.Treaty.objects.filter(core=True).count(), CORE_TREATIES)
    binding = TreatyStatus.objects.on(PARTIES_ON).filter(status__in=["party", "accepted"])
    found = Counter(binding.values_list("treaty__slug", "instrument"))
    for (treaty, instrument), expected in PARTIES.items():
        yield from _expect(f"{treaty}: States with {instrument} on {PARTIES_ON}", found[treaty, instrument], expected)
    every = TreatyStatus.objects.values_list("treaty__slug", "instrument").annotate(Count("state", distinct=True))
    for treaty, instrument, number in every.order_by("treaty__slug", "instrument"):
        yield from _expect(f"{treaty}: States with a row for {instrument}", number, MEMBERS + OBSERVERS)
    parties = set(TreatyStatus.objects.filter(instrument="treaty", status="party").values_list("state", "treaty"))
    accepted = TreatyStatus.objects.exclude(instrument="treaty").filter(status="accepted")
    for act in accepted.select_related("state", "treaty"):
        if (act.state_id, act.treaty_id) not in parties:
            yield f"{act}: accepted without ever being a party"


def _mandates() -> Iterator[str]:
    found = Counter(facts.Mandate.objects.on(MANDATES_ON).values_list("kind", flat=True))
    for kind, number in MANDATES.items():
        yield from _expect(f"{kind} mandates on {MANDATES_ON}", found[kind], number)
    for mandate in facts.Mandate.objects.filter(themes=None).values_list("slug", flat=True):
        yield f"mandate {mandate}: no theme"
    by_state = facts.Theme.objects.filter(mandates__kind=facts.Mandate.Kind.COUNTRY)
    for theme in facts.Theme.objects.filter(roles=None).exclude(pk__in=by_state).values_list("slug", flat=True):
        yield f"theme {theme}: no mandate is written to"
    if not facts.MandateContact.objects.filter(mandate=None).exists():
        yield "no general contact for the special procedures"


def _upr() -> Iterator[str]:
    for cycle in WHOLE_CYCLES:
        yield from _expect(
            f"UPR cycle {cycle}: reviews", facts.UprReview.objects.filter(cycle__number=cycle).count(), MEMBERS
        )
        sessions = facts.UprSession.objects.filter(cycle__number=cycle).count()
        yield from _expect(f"UPR cycle {cycle}: sessions", sessions, SESSIONS_A_CYCLE)
    stray = facts.UprReview.objects.exclude(session=None).exclude(session__cycle=F("cycle"))
    for review in stray.select_related("cycle", "session", "state"):
        yield f"{review}: the session belongs to another cycle"


def _committees() -> Iterator[str]:
    """A session sits for its own treaty, and a committee reviews parties only."""
    yield from facts.calendar_faults()
    party = TreatyStatus.objects.filter(
        state=OuterRef("state"), treaty=OuterRef("treaty"), instrument="treaty", status="party"
    )
    for model in (facts.CommitteeReview, facts.StateReport):
        for row in model._default_manager.exclude(Exists(party)).select_related("state", "treaty"):
            yield f"{row}: the State is no party to this treaty"


def _council() -> Iterator[str]:
    for day in SEATS_ON:
        found = Counter(facts.CouncilMembership.objects.on(day).values_list("regional_group", flat=True))
        for group, seats in SEATS.items():
            yield from _expect(f"Council seats of {group} on {day}", found[group], seats)


def _routes() -> Iterator[str]:
    yield from _expect("routes and their sides", dict(facts.Route.objects.values_list("slug", "side")), ROUTES)
    for route in facts.Route.objects.prefetch_related("statements"):
        for kind, said in (("steps", route.how_it_works), ("pros", route.pros), ("cons", route.cons)):
            if not said:
                yield f"route {route.slug}: no {kind}"
    known = set(RouteRequirement.objects.values_list("route__slug", "gate"))
    for slug in ROUTES:
        for gate in (RouteRequirement.Gate.DOMESTIC_REMEDIES, RouteRequirement.Gate.TREATY_RATIFIED):
            if (slug, gate) not in known:
                yield f"route {slug}: not said whether it asks for {gate}"


def _regional() -> Iterator[str]:
    day = datetime.date(2026, 7, 1)
    court = facts.RegionalMembership.objects.on(day).filter(body__slug="european-court")
    yield from _expect("States under the European Court of Human Rights", court.count(), COUNCIL_OF_EUROPE)


def faults_of_rows() -> Iterator[str]:
    """What each row says is wrong with itself: of rows that came past the forms and the reading of files, or are older than a rule."""
    for model in apps.get_app_config("mechanisms").get_models():
        if issubclass(model, facts.Examined):
            for row in model._default_manager.all():
                for name, problem in row.value_errors():
                    field = model._meta.get_field(name)
                    yield f"{model._meta.verbose_name} “{row}”, {getattr(field, 'verbose_name', name)}: {problem}"


def _far_dates() -> Iterator[str]:
    """What the forms would ask about twice: dates far away from where they belong."""
    for model in apps.get_app_config("mechanisms").get_models():
        if issubclass(model, facts.PartialDates):
            for row in model._default_manager.all():
                for name, said in row.doubts():
                    yield f"{model._meta.verbose_name} “{row}”, {name}: {said}"
