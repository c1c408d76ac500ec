"""The ``advise`` command, as somebody on a terminal meets it."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from advisor import entry
from advisor.editions import store
from tests.support.portal import ROOT, Portal

CASES = Path(settings.BASE_DIR) / "fixtures" / "cases"
NUBIAN = CASES / "nubian-children-kenya.yaml"

Run = Callable[..., tuple[int, str, str]]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]


@pytest.fixture
def run() -> Run:
    """Runs the command; returns exit status, standard output and standard error."""

    def run_(*args: object) -> tuple[int, str, str]:
        out, err = io.StringIO(), io.StringIO()
        try:
            call_command("advise", *map(str, args), stdout=out, stderr=err)
        except SystemExit as stop:
            return int(stop.code or 0), out.getvalue(), err.getvalue()
        return 0, out.getvalue(), err.getvalue()

    return run_


def test_one_file_prints_an_object_and_several_a_list_in_order(run: Run) -> None:
    assert json.loads(run(NUBIAN)[1])["schema"] == 2
    several = json.loads(run(CASES / "nothing-known.yaml", NUBIAN)[1])
    assert [one["as_of"] for one in several] == ["2026-11-24", "2026-11-24"]
    assert several[1] == json.loads(run(NUBIAN)[1])


def test_the_day_on_the_command_line_wins(run: Run) -> None:
    assert json.loads(run(NUBIAN, "--as-of", "2024-03-01")[1])["as_of"] == "2024-03-01"


def test_all_expert_cases_hold(run: Run) -> None:
    status, out, _ = run("--check", *sorted(CASES.glob("*.yaml")))
    assert (status, out.strip()) == (0, f"{len(list(CASES.glob('*.yaml')))} cases, 0 differences")


def test_a_broken_expectation_exits_with_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("scenario: {countries: [KEN]}\nas_of: 2026-11-24\nexpect: {stages: {KEN: advocacy}}")
    status, out, _ = run("--check", path)
    assert status == 1
    assert f"{path}: stages.KEN: expected advocacy, found follow-up" in out


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("countries: [Kenya]", "countries: 'Kenya' is not known; allowed: "),
        ("urgency: now", "urgency: 'now' is not an answer; allowed: imminent, ongoing, past, unknown"),
        ("colour: blue", "colour: is not a question; allowed: countries, regions,"),
        ("{", "scenario: is not readable as YAML or JSON"),
        ("", "scenario: must be a mapping"),
    ],
)
def test_bad_input_exits_with_two_and_prints_nothing(run: Run, tmp_path: Path, text: str, line: str) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(text)
    status, out, err = run(NUBIAN, path)
    assert (status, out) == (2, "")
    assert err.startswith(f"{path}: {line}")
    assert "Traceback" not in err


def test_more_states_than_one_advice_takes_are_bad_input(run: Run, tmp_path: Path, edition: str) -> None:
    path, most = tmp_path / "case.yaml", entry.MOST["countries"]
    states = sorted(store.open_edition(edition).states)[: most + 1]
    path.write_text(f"scenario: {{countries: [{', '.join(states)}]}}")
    status, out, err = run(NUBIAN, path)
    assert (status, out) == (2, "")
    assert (
        err.strip()
        == f"{path}: countries: names {most + 1}; one advice takes {most} at most; allowed: a list of at most {most}"
    )


def test_every_fault_of_every_file_is_a_line(run: Run, tmp_path: Path) -> None:
    for name, text in {"a.yaml": "urgency: now\nscale: huge", "b.yaml": "effort: none"}.items():
        (tmp_path / name).write_text(text)
    status, _, err = run(tmp_path / "a.yaml", tmp_path / "b.yaml", tmp_path / "c.yaml")
    assert status == 2
    names = [line.split(": ")[:2] for line in err.strip().splitlines()]
    assert names == [
        [str(tmp_path / "a.yaml"), "scale"],
        [str(tmp_path / "a.yaml"), "urgency"],
        [str(tmp_path / "b.yaml"), "effort"],
        [str(tmp_path / "c.yaml"), "scenario"],
    ]


@pytest.mark.parametrize(
    "args", [("--as-of", "soon"), ("--as-of", "9999-12-31"), ("--as-of", "2026-W01-1"), ("--edition", "nope")]
)
def test_a_bad_option_exits_with_two(run: Run, args: tuple[str, str]) -> None:
    status, out, err = run(NUBIAN, *args)
    assert (status, out) == (2, "")
    assert err.startswith(args[0])


def test_bytes_that_are_no_text_are_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"\xff\xfe\x00name")
    status, out, err = run(path)
    assert (status, out) == (2, "")
    assert "UTF-8" in err


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"as_of: 2026-11-24\nscenario: {countries: [KEN]}")))
    assert json.loads(run("-")[1])["as_of"] == "2026-11-24"


def test_order_of_answers_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    one.write_text(
        '{"as_of": "2026-11-24", "scenario": {"countries": ["KEN", "UGA"], "urgency": "unknown", "effort": "days"}}'
    )
    other.write_text('{"scenario": {"effort": "days", "countries": ["UGA", "KEN"]}, "as_of": "2026-11-24"}')
    assert run(one)[1] == run(other)[1]


def test_text_is_for_people(run: Run) -> None:
    status, out, _ = run("--format", "text", NUBIAN)
    assert status == 0
    assert "special procedures" in out
    assert "{" not in out


def test_a_database_that_is_not_prepared_is_said_in_one_line(tmp_path: Path) -> None:
    portal = Portal(tmp_path)
    case = str(CASES / "bill-against-ngos.yaml")
    done = subprocess.run(
        [sys.executable, "manage.py", "advise", case], cwd=ROOT, env=portal.environment, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "prepare it first: `make serve`, once" in done.stderr
