"""The version of the rules is raised when they say something else about the same scenario, edition and day."""

import datetime
import hashlib

from rules.advice import advise
from rules.scenario import check
from rules.version import BEFORE_NAMED, RULES, named

from . import golden, shipped

SAID = {
    "2026.1": "105d1b4eefe05e90b021ef35a7d182a3",
    "2026.2": "c2f08bce0cfb3adbcd024ef6eee3d9df",
    "2026.3": "9b3a3d8f9e32d75b02dd1bd5c25678ec",
}
"""By version: the digest of the golden results of the sampled scenarios (`golden.py`), which `test_golden.py` holds the rules to.

Whoever writes the golden results anew comes here. If the version in `rules/version.py` is that of the last release, raise it and add a
line; the lines of earlier versions stay. If it was raised already since the last release, or if only the samples are others, put the new
digest into its line.
"""


def test_the_rules_say_what_their_version_stands_for():
    said = hashlib.sha256("\n\n".join(golden.kept_samples()).encode()).hexdigest()[:32]
    assert SAID.get(RULES) == said, "the rules say something else than their version stands for: see SAID"


def test_advice_names_its_rules():
    edition = shipped.edition()
    scenario = check({}, countries=edition.states, themes=edition.themes)
    assert advise(scenario, edition, datetime.date(2026, 11, 24)).rules == RULES


def test_what_was_given_before_versions_had_names_is_told_by_an_empty_text():
    assert named("") == BEFORE_NAMED
    assert named("2031.4") == "2031.4"
    assert BEFORE_NAMED in SAID
    assert all(version and len(version) <= 20 for version in SAID)
