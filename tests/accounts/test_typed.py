"""What people type: invisible marks go from names, a line break is one character."""

import pytest
from django.core.exceptions import ValidationError

from accounts.forms import OrganisationForm
from accounts.typed import Line, Lines
from advisor.saved.forms import NotesForm
from advisor.saved.models import SavedAdvice


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("River\u200b Watch", "River Watch"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("\u2066River\u2069\ufeff ", "River"),
        ("می\u200cروم", "می\u200cروم"),
        (" plain ", "plain"),
    ],
)
def test_marks_that_show_nothing_go_and_joiners_stay(typed, kept):
    assert Line().clean(typed) == kept


def test_a_name_of_marks_alone_is_no_name():
    with pytest.raises(ValidationError):
        Line().clean("\u200b\u202e")
    assert Line(required=False).clean("\u200b") == ""


def test_a_line_break_counts_as_one_character():
    assert Lines(max_length=3).clean("a\r\nb") == "a\nb"
    assert Lines(max_length=3).clean("a\rb") == "a\nb"
    with pytest.raises(ValidationError):
        Lines(max_length=3).clean("a\r\n\r\nb")
    assert Lines(required=False).clean("") == ""


def test_forms_use_them():
    form = OrganisationForm({"name": "River\u202e Watch"})
    assert form.is_valid()
    assert form.cleaned_data["name"] == "River Watch"
    full = "\r\n".join(["x" * 99] * 200) + "y"
    assert NotesForm({"notes": full, "revision": 1}, saved=SavedAdvice()).is_valid()
