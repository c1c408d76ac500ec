"""The depositary's list beside our rows: confirmed, changed, or left to a person; never opened by itself."""

import csv
import datetime

import pytest

from mechanisms.load.depositary.comparison import apply, compare, number_of, subjects
from mechanisms.load.depositary.files import Deed, Participant, read
from mechanisms.load.depositary.lines import KINDS, STAGES, Kind, Stage, line_of
from mechanisms.load.depositary.names import ALIASES, LAST_YEARS, kind_of
from mechanisms.load.depositary.soundness import Refused
from mechanisms.load.folder import FOLDER
from mechanisms.models import State, Treaty, TreatyStatus
from mechanisms.remembered import Change

from .lists import xml

AS_AT = datetime.date(2026, 11, 24)
LETTERS = {"ratification": "", "accession": " a", "succession": " d", "acceptance": " A"}


def listed(
    treaty: str = "cat",
    instrument: str = "treaty",
    until: datetime.date = datetime.date.max,
    number: str = "",
    parties: str = "",
    **changed: tuple[str, str] | None,
) -> bytes:
    """Our own rows as the depositary would list them.

    `changed` gives some States other days, or takes them out; a copy taken on the day `until` has nothing that happened later.
    """
    rows = TreatyStatus.objects.on(AS_AT).filter(treaty__slug=treaty, instrument=instrument).select_related("state")
    cells = {}
    for row in rows:
        if row.valid_from and row.valid_from > until:
            continue
        day = f"{row.valid_from:%-d %b %Y}" if row.valid_from else ""
        if row.status in ("party", "accepted"):
            cells[row.state.iso3] = (row.state.name, "", day + LETTERS[row.action])
        elif row.status == "signatory":
            cells[row.state.iso3] = (row.state.name, day, "")
    names = dict(State.objects.values_list("iso3", "name"))
    for iso3, days in changed.items():
        cells.pop(iso3, None)
        if days:
            cells[iso3] = (names[iso3], *days)
    return xml(*cells.values(), number=number, parties=parties)


def compared(content: bytes, treaty: str = "cat", instrument: str = "treaty"):
    return compare(read(content), Treaty.objects.get(slug=treaty), instrument, AS_AT)


def untc():
    return next(source for treaty, instrument, source in subjects() if (treaty.slug, instrument) == ("cat", "treaty"))


def status(iso3: str, treaty: str = "cat", instrument: str = "treaty", day: datetime.date = AS_AT) -> TreatyStatus:
    return TreatyStatus.objects.on(day).get(state__iso3=iso3, treaty__slug=treaty, instrument=instrument)


def test_what_a_list_can_be_about(facts):
    found = {(treaty.slug, instrument) for treaty, instrument, _ in subjects()}
    assert {treaty for treaty, instrument in found if instrument != "treaty"} == {
        "iccpr",
        "icescr",
        "cedaw",
        "crc",
        "crpd",
    }
    assert len(found) == 13 + 5


def test_our_own_rows_come_back_confirmed(facts):
    for treaty, instrument, _ in subjects():
        found = compared(listed(treaty.slug, instrument), treaty.slug, instrument)
        kinds = {line.kind for line in found.lines}
        assert kinds == {Kind.CONFIRMED}, (treaty, instrument)
        assert found.strangers == []


EARLIER, LATER = datetime.date(2010, 3, 4), datetime.date(2020, 5, 6)


def line(ours: str | None, theirs: str, instrument: str = "treaty", **more):
    """The line of a State: our row began in 2010, the depositary's act is of 2020 unless said otherwise."""
    day = more.pop("day", LATER)
    deeds = {
        "nothing": Participant("Togo", None, None),
        "signed": Participant("Togo", Deed(day, "signature"), None),
        "signed, withdrawn": Participant("Togo", Deed(day, "signature", withdrawn=True), None),
        "bound": Participant("Togo", Deed(EARLIER, "signature"), Deed(day, "accession")),
        "withdrawn": Participant("Togo", Deed(EARLIER, "signature"), Deed(day, "accession", withdrawn=True)),
    }
    values = {"status": ours, "instrument": instrument, "valid_from": EARLIER, "action": "accession"} | more
    row = TreatyStatus(**values) if ours else None
    return line_of(State(name="Togo"), row, deeds.get(theirs), instrument)


@pytest.mark.parametrize(
    ("ours", "theirs", "kind", "status"),
    [
        (None, "not listed", None, None),
        (None, "nothing", None, None),
        (None, "withdrawn", None, None),
        (None, "signed", "by-hand", "signatory"),
        (None, "bound", "by-hand", "party"),
        ("none", "not listed", "confirmed", "none"),
        ("none", "nothing", "confirmed", "none"),
        ("none", "signed, withdrawn", "confirmed", "none"),
        ("none", "withdrawn", "confirmed", "none"),
        ("none", "signed", "act", "signatory"),
        ("none", "bound", "act", "party"),
        ("signatory", "not listed", "by-hand", "none"),
        ("signatory", "signed, withdrawn", "by-hand", "none"),
        ("signatory", "signed", "correction", "signatory"),
        ("signatory", "bound", "act", "party"),
        ("party", "not listed", "by-hand", "none"),
        ("party", "withdrawn", "by-hand", "none"),
        ("party", "signed", "by-hand", "signatory"),
        ("party", "bound", "correction", "party"),
    ],
)
def test_what_a_line_is_follows_from_both_sides(ours, theirs, kind, status):
    found = line(ours, theirs)
    assert (found and found.kind, found and found.status) == (kind, status)


@pytest.mark.parametrize(
    ("ours", "theirs", "kind"),
    [
        ("not-accepted", "not listed", "confirmed"),
        ("not-accepted", "signed", "confirmed"),
        ("not-accepted", "bound", "act"),
        ("accepted", "bound", "correction"),
        ("accepted", "signed", "by-hand"),
        ("accepted", "withdrawn", "by-hand"),
        (None, "signed", None),
        (None, "bound", "by-hand"),
    ],
)
def test_of_a_protocol_only_what_binds_counts(ours, theirs, kind):
    found = line(ours, theirs, "individual_communications")
    assert (found and found.kind) == kind


def test_the_same_day_and_act_confirm():
    found = line("party", "bound", day=EARLIER)
    assert (found.kind, found.since, found.action) == ("confirmed", EARLIER, "accession")
    assert line("party", "bound", day=EARLIER, action="ratification").kind == "correction"
    assert line("signatory", "signed", day=EARLIER, action="signature").kind == "confirmed"


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("act", {}),
        ("act", {"valid_from": None}),
        ("by-hand", {"valid_to": LATER}),
        ("by-hand", {"valid_from": LATER}),
        ("by-hand", {"valid_from": datetime.date(2021, 1, 1)}),
    ],
)
def test_an_act_needs_room_after_our_row(kind, more):
    assert line("signatory", "bound", **more).kind == kind


@pytest.mark.parametrize(
    ("ours", "theirs", "opens"),
    [("none", "bound", True), ("signatory", "bound", True), ("none", "signed", False), (None, "bound", False)],
)
def test_only_an_act_that_binds_opens_a_door(ours, theirs, opens):
    assert line(ours, theirs).opens is opens


def test_a_withdrawal_tells_its_day():
    found = line("party", "withdrawn")
    assert (found.since, found.action) == (LATER, "withdrawn")


def test_every_pair_of_stages_has_a_kind():
    assert set(KINDS) == {None, *Stage}
    assert all(set(told) == set(Stage) for told in KINDS.values())
    assert set(STAGES) == set(TreatyStatus.Status)


def test_a_new_act_ends_our_row_and_begins_the_next(facts):
    before = status("IND")
    assert before.status == "signatory"
    found = compared(listed(IND=("14 Oct 1997", "1 Sep 2026")))
    (line,) = found.changes
    assert (line.kind, line.opens) == (Kind.ACT, True)
    assert status("IND").status == "signatory"
    apply(found, untc(), Change(reason="From the depositary"))
    assert status("IND", day=datetime.date(2026, 8, 31)).pk == before.pk
    after = status("IND")
    assert (after.status, after.action, str(after.valid_from)) == ("party", "ratification", "2026-09-01")
    assert (after.checked_on, after.source.slug) == (AS_AT, "untc-iv-9")


def test_a_signature_is_no_acceptance_of_complaints(facts):
    signed = listed("icescr", "individual_communications", KEN=("1 Jan 2026", ""))
    assert compared(signed, "icescr", "individual_communications").changes == []


def test_another_day_is_a_correction(facts):
    found = compared(listed(TGO=("", "19 Nov 1987 a")))
    (line,) = found.changes
    assert (line.kind, line.opens) == (Kind.CORRECTION, False)
    apply(found, untc(), Change())
    assert (str(status("TGO").valid_from), status("TGO").action) == ("1987-11-19", "accession")


@pytest.mark.parametrize(("days", "act"), [(None, ""), (("", "[18 Nov 1987]"), "withdrawn")])
def test_a_withdrawal_or_a_missing_party_is_for_a_person(facts, days, act):
    found = compared(listed(TGO=days))
    assert [(line.state.iso3, line.action) for line in found.of(Kind.BY_HAND)] == [("TGO", act)]
    apply(found, untc(), Change())
    assert status("TGO").status == "party"


def test_confirmed_rows_are_checked_as_at_that_day(facts):
    apply(compared(listed()), untc(), Change())
    assert set(
        TreatyStatus.objects.filter(treaty__slug="cat", instrument="treaty").values_list("checked_on", flat=True)
    ) == {AS_AT}
    assert status("TGO", instrument="inquiry").checked_on < AS_AT


def test_the_file_of_another_treaty_is_recognised(facts):
    assert compared(listed("cmw"), "cat").is_another_treaty
    assert not compared(listed()).is_another_treaty


def test_the_number_of_a_treaty_goes_before_any_guess(facts):
    assert {number_of(source) for _, _, source in subjects()} >= {"IV-9", "IV-11-b", "IV-5", "IV-3-a"}
    cat = Treaty.objects.get(slug="cat")
    assert not compare(read(listed("cmw", number="IV-9")), cat, "treaty", AS_AT, "IV-9").is_another_treaty
    assert compare(read(listed(number="IV-13")), cat, "treaty", AS_AT, "IV-9").is_another_treaty


OLD = datetime.date(2018, 1, 31)


@pytest.mark.parametrize("number", ["IV-9", ""])
def test_an_older_copy_is_said_to_be_older_and_never_another_treaty(facts, number):
    found = compare(read(listed(until=OLD, number=number)), Treaty.objects.get(slug="cat"), "treaty", AS_AT, number)
    assert (found.is_older, found.is_another_treaty, found.is_writable) == (True, False, False)
    assert {line.kind for line in found.lines} == {Kind.CONFIRMED, Kind.NEWER}
    assert all(line.row.valid_from > OLD for line in found.of(Kind.NEWER))
    before = set(TreatyStatus.objects.values_list("pk", "checked_on"))
    with pytest.raises(Refused):
        apply(found, untc(), Change())
    assert set(TreatyStatus.objects.values_list("pk", "checked_on")) == before


def test_a_single_act_of_ours_that_the_file_lacks_shows_its_age(facts):
    newest = (
        TreatyStatus.objects.on(AS_AT)
        .filter(treaty__slug="cat", instrument="treaty", status="party")
        .latest("valid_from")
    )
    found = compared(listed(until=newest.valid_from - datetime.timedelta(days=1)))
    assert newest.state in {line.state for line in found.of(Kind.NEWER)}
    assert found.is_behind
    assert not found.is_writable


def test_an_older_copy_compared_as_at_its_own_day_stamps_nothing_as_of_today(facts):
    found = compare(read(listed(until=OLD)), Treaty.objects.get(slug="cat"), "treaty", datetime.date(2018, 2, 1))
    apply(found, untc(), Change())
    assert not TreatyStatus.objects.filter(checked_on=datetime.date(2018, 2, 1)).exists()


@pytest.mark.parametrize(("name", "year"), LAST_YEARS.items())
def test_a_name_that_was_given_up_shows_the_age_of_a_copy(facts, name, year):
    iso3 = ALIASES[name]
    ours = State.objects.get(iso3=iso3).name.encode("iso-8859-1")
    content = listed().replace(b"<Entry>" + ours + b"</Entry>", b"<Entry>" + name.encode() + b"</Entry>")
    found = compared(content)
    assert (found.old_names, found.is_writable) == ([(name, year)], False)


def test_a_file_can_not_be_of_a_day_before_its_own_acts(facts):
    with pytest.raises(Refused, match="an act of 2026-11-25"):
        compared(listed(TGO=("", "25 Nov 2026")))


def test_an_empty_list_is_refused(facts):
    with pytest.raises(Refused, match="empty"):
        compared(xml())


def test_a_list_that_does_not_meet_its_count_is_not_written(facts):
    bound = read(listed()).bound
    assert compared(listed(parties=str(bound))).is_writable
    found = compared(listed(parties=str(bound + 1)))
    assert (found.is_writable, found.is_older) == (False, False)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("European Union", "an organisation"),
        ("Hong Kong", "a territory"),
        ("Cook Islands", "in its own right"),
        ("Serbia and Montenegro", "no longer exists"),
        ("Atlantis", ""),
    ],
)
def test_participants_that_are_no_states_of_ours_are_said_to_be_what_they_are(name, words):
    assert words in str(kind_of(name))
    assert bool(words) == bool(str(kind_of(name)))


def test_names_of_the_depositary_are_ours_and_strangers_are_listed(facts):
    names = [("Türkiye", "TUR"), ("Côte d'Ivoire", "CIV"), *ALIASES.items()]
    assert {iso3 for _, iso3 in names} <= set(State.objects.values_list("iso3", flat=True))
    found = compared(xml(*[(name, "", "1 Jan 2026") for name, _ in names], ("Cook Islands", "", "1 Jan 2026")))
    assert found.strangers == ["Cook Islands"]


def test_every_state_is_known_to_the_list_of_names():
    with (FOLDER / "states.csv").open(encoding="utf-8", newline="") as file:
        states = {row["iso3"] for row in csv.DictReader(file)}
    assert set(ALIASES.values()) <= states
