"""The depositary's file on the editors' page: look first; a door opens only when somebody says that they have seen it."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mechanisms.models import PendingUpload, TreatyStatus
from tests.mechanisms.load.depositary.test_comparison import listed, status

from .filling import said
from .pages import broken_policy

PAGE = "/admin/mechanisms/treatystatus/depositary/"


def send(client, content: bytes, about: str = "cat/treaty", day: str = "2026-11-01"):
    return client.post(PAGE, {"about": about, "as_at": day, "file": SimpleUploadedFile("IV-9.xml", content)})


@pytest.fixture(autouse=True)
def _facts(facts):
    """All treaty statuses."""


def test_look_first_then_write(editor):
    shown = send(editor, listed(TGO=("", "19 Nov 1987")))
    assert broken_policy(shown.content.decode()) == []
    words = said(shown)
    assert "Convention against Torture" in words
    assert "Rows of ours that it confirms as at 2026-11-01: 194" in words
    assert "Corrections" in words
    assert str(status("TGO").valid_from) == "1987-11-18"
    done = editor.post(PAGE, {"upload": PendingUpload.objects.get().pk}, follow=True)
    assert "Written: 1 change; 194 rows confirmed as at 2026-11-01." in said(done)
    assert str(status("TGO").valid_from) == "1987-11-19"


def test_a_door_is_not_opened_without_a_tick(editor):
    words = said(send(editor, listed(IND=("14 Oct 1997", "1 Sep 2026"))))
    assert "opens a door" in words
    upload = {"upload": PendingUpload.objects.get().pk}
    assert "Confirm that you have the depositary's page open" in said(editor.post(PAGE, upload))
    assert status("IND").status == "signatory"
    editor.post(PAGE, upload | {"openings": "yes"})
    assert status("IND").status == "party"
    assert TreatyStatus.history.first().history_user.username == "Ana"


def test_no_day_is_suggested(editor):
    assert 'value="20' not in editor.get(PAGE).content.decode()
    assert "This field is required" in said(editor.post(PAGE, {"about": "cat/treaty"}))


def test_an_older_copy_is_shown_and_not_written(editor):
    words = said(send(editor, listed(until=datetime.date(2018, 1, 31), number="IV-9")))
    assert "This is an older copy of the list, or some of our rows are wrong." in words
    assert "ours begins after the newest act of the file" in words
    assert "another treaty" not in words
    assert "Write these changes" not in words
    assert not PendingUpload.objects.exists()


def test_a_list_that_does_not_meet_its_count_is_not_written(editor):
    words = said(send(editor, listed(number="IV-9", parties="3")))
    assert "The depositary counts 3 parties, but" in words
    assert not PendingUpload.objects.exists()


def test_the_number_tells_another_treaty(editor):
    assert "The file is about IV-13, and" in said(send(editor, listed(number="IV-13")))
    assert not PendingUpload.objects.exists()


def test_another_treatys_file_can_not_be_written(editor):
    assert "it must be about another treaty" in said(send(editor, listed("cmw")))
    assert not PendingUpload.objects.exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<!DOCTYPE x [<!ENTITY a 'a'>]><x>&a;</x>", "entities of its own"),
        (b"x" * 6_000_000, "larger than 5 MB"),
        (b"<x/>", "no list of participants"),
    ],
)
def test_hostile_files_are_refused(editor, content, words):
    assert words in said(send(editor, content))


def test_a_day_in_the_future_is_refused(editor):
    assert "This day lies in the future." in said(send(editor, listed(), day="2999-01-01"))


@pytest.mark.parametrize("upload", ["", "x", "999999", "9" * 40])
def test_a_file_that_is_gone(editor, upload):
    assert "That file is no longer here." in said(editor.post(PAGE, {"upload": upload}, follow=True))


def test_a_reader_can_not(reader):
    assert reader.get(PAGE).status_code == 403
    assert send(reader, listed()).status_code == 403
