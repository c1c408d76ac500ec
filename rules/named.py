"""Rows of the facts that rules know by name. An edition without them is not published: a row renamed by an editor would otherwise take
letters and steps away in silence.
"""

DETENTION, DISAPPEARANCE = "arbitrary-detention", "enforced-disappearance"
"""Themes with working groups and procedures of their own."""

WGAD, WGEID = "arbitrary-detention", "disappearances"
"""Mandates: the Working Group on Arbitrary Detention, the Working Group on Enforced or Involuntary Disappearances."""

ICCPR, ICESCR, CERD, CEDAW, CAT, CRC, CMW, CRPD, CED = (
    "iccpr",
    "icescr",
    "cerd",
    "cedaw",
    "cat",
    "crc",
    "cmw",
    "crpd",
    "ced",
)
"""The core treaties, whose committees differ in whom and what they take."""

RACE = frozenset({"racism", "african-descent", "minorities", "indigenous"})
"""Themes on which the Committee on the Elimination of Racial Discrimination acts before anything else."""

COUNTRY = "country-situation"
"""The theme of somebody who holds information on everything in one State."""

THEMES = frozenset({DETENTION, DISAPPEARANCE, COUNTRY}) | RACE
MANDATES = frozenset({WGAD, WGEID})
TREATIES = frozenset({ICCPR, ICESCR, CERD, CEDAW, CAT, CRC, CMW, CRPD, CED})
