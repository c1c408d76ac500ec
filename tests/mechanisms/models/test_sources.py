"""A form and a file refuse a source that nobody should be sent to, each at its field."""

import pytest
from django.core.exceptions import ValidationError

from mechanisms.load.reading import Reading
from mechanisms.models import Source
from tests.mechanisms.world import FEW, row, write

pytestmark = pytest.mark.django_db


def test_a_form_names_the_field_and_every_reason():
    source = Source(slug="a", title="OHCHR: note", kind="un-page", read="copy", url="http://web.test.example.org/note")
    with pytest.raises(ValidationError) as refused:
        source.full_clean()
    assert set(refused.value.message_dict) == {"url"}
    assert len(refused.value.message_dict["url"]) == 4


def test_the_day_of_reading_is_for_what_was_read_itself():
    source = Source(slug="a", title="A", kind="own", read="copy", read_on="2026-11-28")
    with pytest.raises(ValidationError) as refused:
        source.full_clean()
    assert set(refused.value.message_dict) == {"read_on"}


def test_a_copy_may_stand_anywhere_for_editors():
    Source(slug="a", title="A", kind="un-page", read="copy", read_at="http://web.test.example.org/note").full_clean()


def test_a_file_says_it_with_line_and_column(tmp_path):
    write(tmp_path, sources=[row("sources"), row("sources", slug="b", kind="legal-text", url="https://hozir.org/5-1")])
    (fault,) = Reading.of(tmp_path, FEW).faults
    assert str(fault).startswith("sources.csv:3:url: hozir.org is not an official host")
