"""What the scan says: a finding without a reason fails it, and so does a reason without a finding."""

import tomllib

from tests import scan

FOUND = [
    {"test_id": "B101", "filename": "./advisor/x.py", "line_number": 1, "issue_text": "assert"},
    {"test_id": "B608", "filename": "portal/y.py", "line_number": 7, "issue_text": "sql"},
]


def test_in_code():
    everywhere, here, elsewhere = (
        {"test": "B101"},
        {"test": "B608", "files": ["portal/y.py"]},
        {"test": "B608", "files": ["z.py"]},
    )
    assert scan.unexplained_in_code(FOUND, [everywhere, here]) == []
    assert scan.unexplained_in_code(FOUND, [everywhere]) == ["bandit B608 portal/y.py:7: sql"]
    assert scan.unexplained_in_code(FOUND, [everywhere, here, elsewhere]) == [
        "scan.toml: bandit no longer finds B608 in z.py"
    ]
    assert scan.unexplained_in_code(FOUND[1:], [everywhere, here]) == [
        "scan.toml: bandit no longer finds B101 in anything"
    ]


def test_in_the_api():
    found = ["schemathesis POST /x: ST202", "schemathesis POST /x: ST101"]
    assert scan.unexplained_in_api(found, [{"check": "ST202"}]) == found[1:]


def test_on_pages():
    found = {
        "A": [{"method": "GET", "path": "/", "info": "x"}],
        "B": [],
        "C": [{"method": "GET", "path": "/", "info": "y"}],
    }
    assert scan.unexplained_on_pages(found, [{"category": "A"}]) == ["wapiti C: GET / : y"]


def test_every_explanation_says_why():
    text = (scan.ROOT / "tests" / "scan.toml").read_text(encoding="utf-8")
    entries = [entry for entries in tomllib.loads(text).values() for entry in entries]
    assert all(len(entry["why"]) > 20 for entry in entries)
