"""Files are named after what they are."""

import datetime

import pytest

from advisor.drafts.naming import SHORT, file_name
from advisor.drafts.outlines import OUTLINES

DAY = datetime.date(2026, 11, 27)


def test_every_kind_has_a_short_name():
    assert set(SHORT) == set(OUTLINES)
    assert len({str(name) for name in SHORT.values()}) == len(SHORT)


@pytest.mark.parametrize(
    ("kind", "country", "treaty", "ready", "name"),
    [
        ("upr-submission", "PHL", "", False, "UPR submission – Philippines – draft – 2026-11-27.docx"),
        ("upr-submission", "PHL", "", True, "UPR submission – Philippines – 2026-11-27.docx"),
        ("alternative-report", "KEN", "cerd", False, "Alternative report – ICERD – Kenya – draft – 2026-11-27.docx"),
        ("oral-statement", "", "", False, "Oral statement – draft – 2026-11-27.docx"),
        ("communication", "XXX", "gone", False, "Complaint – draft – 2026-11-27.docx"),
    ],
)
def test_the_name_says_what_it_is_for_whom_and_how_far(frozen, kind, country, treaty, ready, name):
    assert file_name(kind, country, treaty, ready=ready, edition=frozen, today=DAY, ending="docx") == name
