"""Import and export on the editors' pages."""

import datetime
import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from accounts.models import User
from mechanisms.load.exchange.uploads import MAX_BYTES
from mechanisms.models import CouncilMembership, PendingUpload, State
from tests.mechanisms.world import membership, state

from .filling import said
from .pages import address, broken_policy

pytestmark = pytest.mark.django_db
PAGE = "/admin/mechanisms/state/import/"
HEADER = "iso3,iso2,m49,name,un_status,regional_group,un_region,source,checked_on,confidence,note"
KENYA = "KEN,KE,404,Kenya,member,african,Africa,somewhere,2026-11-24,high,"


@pytest.fixture(autouse=True)
def _kenya():
    state()


def csv(*lines: str, name: str = "states.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, "\n".join([HEADER, *lines, ""]).encode())


def send(client, file):
    return client.post(PAGE, {"file": file})


def test_look_first_then_write(editor):
    shown = send(editor, csv(KENYA))
    assert broken_policy(shown.content.decode()) == []
    words = said(shown)
    assert "New rows: 0. Changed rows: 1. Unchanged rows: 0." in words
    assert "name: KEN → Kenya" in words
    assert State.objects.get().name == "KEN"
    upload = PendingUpload.objects.get()
    done = editor.post(f"{PAGE}{upload.pk}/", follow=True)
    assert "Imported: 0 rows added, 1 row changed, 0 rows unchanged." in said(done)
    kenya = State.objects.get()
    assert (kenya.name, kenya.history.first().history_user.username) == ("Kenya", "Ana")
    assert kenya.history.first().history_change_reason == "Imported from states.csv"
    assert not PendingUpload.objects.exists()


def test_xlsx_as_well(editor):
    book = openpyxl.Workbook()
    for line in (HEADER, KENYA.replace("404", "=2*202")):
        book.active.append(line.split(","))
    file = io.BytesIO()
    book.save(file)
    words = said(send(editor, SimpleUploadedFile("states.xlsx", file.getvalue())))
    assert "m49 “=2*202” is or looks like a formula" in words


def test_all_faults_are_shown_and_nothing_can_be_written(editor):
    words = said(
        send(editor, csv(KENYA.replace("member", "king"), KENYA.replace("KEN,KE", "TGO,TG").replace("high", "sure")))
    )
    assert "2 faults in states.csv. Nothing was written" in words
    assert "“king” is not allowed" in words
    assert "member, observer" in words
    assert "Write these changes" not in words
    assert not PendingUpload.objects.exists()


def test_a_table_that_changed_meanwhile_is_compared_again(editor):
    send(editor, csv(KENYA.replace("KEN,KE", "TGO,TG").replace("404", "768").replace("Kenya", "Togo")))
    State.objects.update(name="Togo")
    words = said(editor.post(f"{PAGE}{PendingUpload.objects.get().pk}/"))
    assert "Since the preview, somebody has changed the table, and the file no longer fits." in words
    assert State.objects.count() == 1


def test_a_file_can_be_applied_by_whoever_sent_it_and_once(editor, person, signed_in):
    send(editor, csv(KENYA))
    number = PendingUpload.objects.get().pk
    ben = signed_in(person("Ben", "view", "add", "change"))
    assert "That file is no longer here." in said(ben.post(f"{PAGE}{number}/", follow=True))
    assert editor.get(f"{PAGE}{number}/").status_code == 302
    assert State.objects.get().name == "KEN"
    editor.post(f"{PAGE}{number}/")
    assert "That file is no longer here." in said(editor.post(f"{PAGE}{number}/", follow=True))


def test_files_that_nobody_came_back_for_are_dropped(editor):
    send(editor, csv(KENYA))
    PendingUpload.objects.update(uploaded_at=timezone.now() - datetime.timedelta(hours=25))
    send(editor, csv(KENYA))
    assert PendingUpload.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("states.csv", "a,b\n".encode("utf-16-le"), "UTF-16"),
        ("states.pdf", b"%PDF", "Only files that end in .csv or .xlsx"),
        ("states.xlsx", b"PK\x03\x04", "not a readable XLSX"),
    ],
)
def test_what_cannot_be_read_is_refused_in_plain_words(editor, name, content, words):
    assert words in said(send(editor, SimpleUploadedFile(name, content)))


def test_a_flood_is_turned_away_by_its_length(editor, monkeypatch):
    monkeypatch.setattr("mechanisms.admin.exchange.UploadForm", None)
    monkeypatch.setattr("mechanisms.admin.exchange.lines_of", None)
    monkeypatch.undo()
    response = send(editor, SimpleUploadedFile("states.csv", b"x" * (8 * 1024 * 1024)))
    assert response.status_code == 413
    assert "larger than 5 MB" in said(response)
    assert not response.wsgi_request.POST
    assert not response.wsgi_request.FILES


def test_a_file_just_above_the_limit_is_told_so_too(editor):
    assert "larger than 5 MB" in said(send(editor, SimpleUploadedFile("states.csv", b"x" * (MAX_BYTES + 1))))


def test_a_forged_form_is_refused():
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.create_superuser("Eva"))
    assert send(client, csv(KENYA)).status_code == 403
    client.get(PAGE)
    token = client.cookies["csrftoken"].value
    assert client.post(PAGE, {"file": csv(KENYA), "csrfmiddlewaretoken": token}).status_code == 200


@pytest.mark.parametrize(("kind", "starts"), [("csv", b"\xef\xbb\xbfstate,regional_group,"), ("xlsx", b"PK")])
def test_the_list_as_it_is_shown_goes_out(editor, kind, starts):
    for iso3 in ("TGO", "UGA"):
        membership(state=state(iso3)).save()
    page = address(CouncilMembership, "export") + "?q=tgo"
    assert "1 row, as the list shows it" in said(editor.get(page))
    response = editor.post(page, {"kind": kind})
    assert response.headers["Content-Disposition"] == f'attachment; filename="council_memberships.{kind}"'
    assert response.content.startswith(starts)
    if kind == "csv":
        assert response.content.decode().splitlines()[1].startswith("TGO,african,")
        assert len(response.content.decode().splitlines()) == 2


def test_faults_bear_the_name_of_the_file_that_was_sent(editor):
    words = said(send(editor, csv(KENYA, KENYA.replace("KE,404", "KX,405"), name="my states.csv")))
    assert "in my states.csv. Nothing was written" in words
    assert "see my states.csv:2" in words


def test_what_is_allowed_is_a_file_too(editor, reader):
    page = f"{PAGE}allowed/"
    assert 'href="../import/allowed/"' in editor.get(PAGE).content.decode()
    lines = editor.get(page).content.decode("utf-8-sig").splitlines()
    assert lines[0] == "column,allowed,meaning"
    assert any(line.startswith("source,somewhere,") for line in lines)
    assert any(line.startswith("un_status,observer,") for line in lines)
    assert reader.get(page).status_code == 403


AWKWARD = "He said: \"=1+1\"\r\n'a', 007; -x\r\n@home"


def test_what_is_saved_here_comes_back_from_its_own_export(editor):
    kenya = State.objects.get()
    form = editor.get(address(State, "change", kenya.pk)).context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    filled = {name: "" if value is None else value for name, value in values.items()} | {"note": AWKWARD}
    saved = editor.post(address(State, "change", kenya.pk), filled)
    assert saved.status_code == 302, saved.context["adminform"].form.errors
    kenya.refresh_from_db()
    assert kenya.note == AWKWARD.replace("\r\n", "\n")
    for kind in ("csv", "xlsx"):
        content = editor.post(address(State, "export"), {"kind": kind}).content
        words = said(send(editor, SimpleUploadedFile(f"states.{kind}", content)))
        assert "New rows: 0. Changed rows: 0. Unchanged rows: 1." in words


@pytest.mark.parametrize("text", ["a\u200bb", "a\u202eb", "a\tb", "RiaÃ±o"])
def test_what_a_file_may_not_hold_the_form_refuses_too(editor, text):
    kenya = State.objects.get()
    form = editor.get(address(State, "change", kenya.pk)).context["adminform"].form
    filled = {name: form[name].value() or "" for name in form.fields} | {"note": text}
    assert "Type the" in said(editor.post(address(State, "change", kenya.pk), filled))


def test_a_reader_exports_and_does_not_import(reader):
    assert reader.post(address(State, "export"), {"kind": "csv"}).status_code == 200
    assert send(reader, csv(KENYA)).status_code == 403
    assert reader.post(f"{PAGE}1/").status_code == 403
