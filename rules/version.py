"""Which rules these are. Law is code: an edition names its facts and weights, this names what reads them.

Raise it in the release in which the same scenario, edition and day give another code, verdict, score, gate, action or date than in the
release before; other words alone are no other rules. `tests/rules/test_version.py` keeps a digest of what these rules say and fails when
they say something else. Once a version is released, it stands for ever: what was given names it. Older releases are told apart by it, never
compared by size.
"""

RULES = "2026.3"

BEFORE_NAMED = "2026.1"
"""The rules that gave all advice before they had a name: those rows hold an empty text."""


def named(rules: str) -> str:
    """The version that a row was given by. In: what it holds."""
    return rules or BEFORE_NAMED
