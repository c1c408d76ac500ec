"""The table of OWASP ASVS leaves out no requirement, gives a reason where one is not met, and names tests that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = (ROOT / "docs" / "asvs.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| (met|open|not applicable) \| (.+?) \| (.*?) ?\|$", re.MULTILINE)
ROWS = [match.groups() for match in ROW.finditer(TABLE)]
SECTIONS = (
    "1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 "
    "5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 "
    "8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 "
    "11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 "
    "15.1:3 15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2"
)
"""How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; they are its first ones."""


def test_every_requirement_has_a_row_with_a_reason():
    wanted = [
        f"{section}.{number}"
        for section, count in (part.split(":") for part in SECTIONS.split())
        for number in range(1, int(count) + 1)
    ]
    assert len(wanted) == 253
    assert [number for number, *_rest in ROWS] == wanted
    assert TABLE.count("\n| ") - TABLE.count("\n| | |") == len(wanted), "no row has another form"
    assert [
        number for number, state, why, _tests in ROWS if state == "open" and len(why) < 40 and "As " not in why
    ] == []


def test_every_test_that_is_named_exists():
    missing = []
    for number, _state, _why, tests in ROWS:
        for file, name in re.findall(r"`(tests/\S+\.py)::(\w+)`", tests):
            path = ROOT / file
            if not path.exists() or not re.search(rf"^def {name}\(", path.read_text(encoding="utf-8"), re.MULTILINE):
                missing.append(f"{number}: {file}::{name}")
    assert missing == []


def test_the_counts_at_its_head_are_true():
    states = [state for _number, state, *_rest in ROWS]
    applies = [tests for _number, state, _why, tests in ROWS if state != "not applicable"]
    counts = [
        states.count("met"),
        states.count("open"),
        states.count("not applicable"),
        sum(map(bool, applies)),
        len(applies),
    ]
    found = re.search(
        r"(\d+) met,\s(\d+) open with a reason, (\d+) not applicable\. (\d+) of the (\d+) that apply", TABLE
    )
    assert found is not None
    assert [int(number) for number in found.groups()] == counts
