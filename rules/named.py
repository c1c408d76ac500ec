"""Rows of the facts that rules know by name. An edition without them is not published: a row renamed by an editor would otherwise take
letters and steps away in silence.
"""

DETENTION, DISAPPEARANCE = "arbitrary-detention", "enforced-disappearance"
"""Themes with working groups and procedures of their own."""

WGAD, WGEID = "arbitrary-detention", "disappearances"
"""Mandates: the Working Group on Arbitrary Detention, the Working Group on Enforced or Involuntary Disappearances."""

CED = "ced"
"""The treaty whose committee searches for a missing person."""

THEMES = frozenset({DETENTION, DISAPPEARANCE})
MANDATES = frozenset({WGAD, WGEID})
TREATIES = frozenset({CED})
