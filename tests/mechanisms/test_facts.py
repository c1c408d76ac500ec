"""The facts that come with the portal: complete, consistent, sourced, honest about what is not known."""

import csv
import datetime
import io
import shutil

import pytest
from django.core.management import call_command

from mechanisms import checks
from mechanisms import models as facts
from mechanisms.load.folder import FOLDER, load
from mechanisms.load.reading import FactsError
from mechanisms.load.stores import FACTS
from mechanisms.load.tables import TABLES

pytestmark = pytest.mark.django_db
AS_OF = datetime.date(2026, 11, 24)


def test_everything_is_loaded_holds_together_and_loads_again_without_a_change():
    first = load(FOLDER)
    assert sum(count.added for count in first.counts) == sum(len(rows(table.name)) for table in TABLES)
    assert checks.problems() == []
    assert list(checks.faults_of_rows()) == []
    second = load(FOLDER)
    assert [(count.added, count.changed) for count in second.counts] == [(0, 0)] * len(FACTS)


def test_a_truncated_file_is_refused_as_a_whole(tmp_path):
    folder = shutil.copytree(FOLDER, tmp_path / "facts")
    lines = (folder / "treaty_statuses.csv").read_text().splitlines(keepends=True)
    (folder / "treaty_statuses.csv").write_text("".join(lines[:3000]))
    with pytest.raises(FactsError, match="expected"):
        load(folder)
    assert not facts.Source.objects.exists()


def test_command_prints_counts_and_can_leave_a_filled_database_alone():
    out = io.StringIO()
    call_command("load_facts", stdout=out)
    assert "treaty_statuses: 5461 added, 0 changed, 0 unchanged" in out.getvalue()
    facts.State.objects.filter(iso3="KEN").update(name="As an editor wrote it")
    call_command("load_facts", if_empty=True, stdout=out)
    assert facts.State.objects.get(iso3="KEN").name == "As an editor wrote it"
    call_command("check_facts", stdout=out)
    assert out.getvalue().endswith("The facts hold together.\n")


class TestContent:
    """What the loaded facts say."""

    @pytest.fixture(autouse=True)
    def _loaded(self, facts):
        """The run's facts, loaded once for all tests."""

    def test_how_much_there_is(self):
        sizes = {"State": 195, "Treaty": 13, "Theme": 51, "TreatyStatus": 5461, "StateTreatyLimit": 97, "Mandate": 62}
        sizes |= {"UprSession": 49, "UprReview": 386, "CouncilSession": 12, "CouncilMembership": 79, "Route": 6}
        assert {name: getattr(facts, name).objects.count() for name in sizes} == sizes

    def test_merged_mandates(self):
        def there(day: str) -> set[str]:
            mandates = facts.Mandate.objects.on(datetime.date.fromisoformat(day))
            return set(mandates.filter(themes__slug__in=["slavery", "trafficking"]).values_list("slug", flat=True))

        assert {"slavery", "trafficking"} <= there("2025-09-30")
        assert "slavery-trafficking" not in there("2025-09-30")
        assert "slavery-trafficking" in there("2025-11-01")
        assert there("2025-11-01").isdisjoint({"slavery", "trafficking"})

    @pytest.mark.parametrize(
        ("state", "treaty", "status"),
        [
            ("ZAF", "cerd", "accepted"),
            ("KEN", "crc", "not-accepted"),
            ("EGY", "cat", "not-accepted"),
            ("TGO", "cat", "accepted"),
        ],
    )
    def test_complaints_accepted(self, state, treaty, status):
        rows = facts.TreatyStatus.objects.on(AS_OF).filter(state__iso3=state, treaty__slug=treaty)
        assert rows.get(instrument="individual_communications").status == status

    def test_a_denunciation_says_nothing_of_the_time_before(self):
        belarus = facts.TreatyStatus.objects.filter(state__iso3="BLR", treaty__slug="iccpr")
        complaints = belarus.filter(instrument="individual_communications")
        assert not complaints.on(datetime.date(1992, 9, 29)).exists()
        assert complaints.on(datetime.date(2023, 2, 7)).get().status == "accepted"
        assert complaints.on(datetime.date(2023, 2, 8)).get().status == "not-accepted"

    def test_time_limits(self):
        months = dict(facts.Treaty.objects.values_list("slug", "petition_limit_months"))
        assert (months["cerd"], months["crc"], months["icescr"], months["cat"]) == (6, 12, 12, None)
        assert facts.StateTreatyLimit.objects.get(limit_type="time_limit").months == 3

    @pytest.mark.parametrize(
        ("state", "treaty", "extends_to", "scope"),
        [
            ("AUT", "iccpr", "examined", "european-convention"),
            ("RUS", "iccpr", "pending", "any"),
            ("DEU", "iccpr", "examined", "any"),
            ("SLV", "iccpr", "pending-or-examined", "any"),
            ("SWE", "cerd", "pending-or-examined", "any"),
        ],
    )
    def test_what_bars_a_matter_heard_elsewhere(self, state, treaty, extends_to, scope):
        limits = facts.StateTreatyLimit.objects.filter(limit_type="same_matter_other_procedure")
        limit = limits.get(state__iso3=state, treaty__slug=treaty)
        assert (limit.extends_to, limit.scope) == (extends_to, scope)

    def test_dates_are_as_precise_as_their_source(self):
        session = facts.UprSession.objects.get(number=54)
        assert (str(session.partial("start")), session.dates_status) == ("2027-01", "tentative")
        assert (str(session.partial("stakeholder_deadline")), session.stakeholder_deadline_status) == (
            "2026-07-17",
            "unknown",
        )
        nothing = facts.UprSession.objects.get(number=55)
        assert (nothing.start, nothing.dates_status, nothing.stakeholder_deadline_status) == (
            None,
            "unknown",
            "unknown",
        )
        assert facts.UprReview.objects.get(state__iso3="UKR", cycle__number=4).session is None

    def test_no_date_lies_in_a_far_future(self):
        for table in TABLES:
            for name in table.partial_dates:
                assert not table.model._default_manager.filter(**{f"{name}__gt": datetime.date(2029, 1, 1)}).exists()

    def test_regional_bodies(self):
        def covered(body: str, day: datetime.date = AS_OF) -> set[str]:
            rows = facts.RegionalMembership.objects.on(day).filter(body__slug=body)
            return set(rows.values_list("state__iso3", flat=True))

        assert len(covered("european-court")) == 46
        assert "RUS" in covered("european-court", datetime.date(2022, 9, 16))
        assert "RUS" not in covered("european-court")
        assert "KEN" in covered("african-commission")
        assert "MAR" not in covered("african-commission")
        assert "TUN" not in covered("african-court")

    def test_every_route_says_who_sees_what(self):
        for route in facts.Route.objects.all():
            assert all([route.sees_state, route.sees_public, route.sees_un, route.evidence_strength])

    def test_remedies_as_the_conversation_settled_them(self):
        asked = facts.RouteRequirement.objects.filter(gate="domestic-remedies").values_list(
            "route__slug", "requirement"
        )
        assert dict(asked) == {
            "upr": "not-needed",
            "special-procedures": "not-needed",
            "council-sessions": "not-needed",
            "treaty-body-review": "not-needed",
            "complaint-procedure": "required",
            "treaty-body-complaint": "required",
        }

    def test_a_number_rests_on_a_source_that_still_holds_or_says_that_it_does_not(self):
        rules = dict(facts.RouteRule.objects.values_list("key", "value"))
        assert (rules["wgeid-urgent-months"], rules["written-statement-words-general"]) == (3, 2000)
        doubtful = set(facts.RouteRule.objects.filter(verified=False).values_list("key", flat=True))
        assert {"submission-words-single", "sp-reply-days", "cp-months"} <= doubtful

    def test_problems_are_told(self):
        facts.Route.objects.filter(slug="upr").update(side="expert")
        facts.MandateRole.objects.filter(theme__slug="leprosy").delete()
        facts.UprReview.objects.filter(cycle__number=4, state__iso3="KEN").delete()
        told = "\n".join(checks.problems())
        assert "routes and their sides" in told
        assert "theme leprosy: no mandate is written to" in told
        assert "UPR cycle 4: reviews: 192, expected 193" in told


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_unverified_hints_are_nowhere():
    text = "\n".join(path.read_text() for path in FOLDER.glob("*.csv"))
    for hint in (
        "Barume",
        "Miti-Drummond",
        "Muntarbhorn",
        "wg-mercenaries",
        "sr-religion-or-belief",
        "background knowledge, unverified; from",
    ):
        assert hint not in text
    assert not list(FOLDER.rglob("*hint*"))


def test_people_are_sent_to_no_copy():
    given = [row for name in ("sources.csv", "sources_cited.csv") for row in rows(name)]
    assert all(row["url"] for row in given if row["kind"] == "depositary")
    for host in ("hozir.org", "europeancourt.org", "un-icc.cloud", ".ru/", "scribd", "docsbay", "studylib", "staging"):
        assert not [row["slug"] for row in given if host in row["url"]]
        assert not [
            name for name in ("supports.csv", "addresses.csv", "doors.csv") if host in (FOLDER / name).read_text()
        ]


def test_a_document_of_the_un_is_cited_by_its_symbol():
    given = {row["slug"]: row for name in ("sources.csv", "sources_cited.csv") for row in rows(name)}
    for row in given.values():
        if row["url"].startswith("https://docs.un.org/en/"):
            assert row["symbol"].split(",")[0] == row["url"].removeprefix("https://docs.un.org/en/")
    assert given["hrc-res-5-1"]["url"] == "https://docs.un.org/en/A/HRC/RES/5/1"
    assert given["tb-guidance-note"]["url"].startswith("https://www.ohchr.org/")


def test_no_address_of_our_own_machines_and_none_that_is_no_address():
    addresses = {row["url"] for name in ("sources.csv", "sources_cited.csv", "supports.csv") for row in rows(name)}
    assert all(address.startswith(("https://", "http://")) for address in addresses if address)
