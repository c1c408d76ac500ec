"""The portal on one's own machine: an editor once, catalogues compiled when they changed."""

import gettext
import os

import pytest

from deploy import local

CATALOGUE = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Continue"\nmsgstr "{}"\n'


@pytest.fixture
def source(tmp_path, monkeypatch):
    monkeypatch.setattr(local, "ROOT", tmp_path)
    folder = tmp_path / "locale" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    return folder / "django.po"


def compiled(source):
    with source.with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file).gettext("Continue")


def test_a_catalogue_is_compiled_and_again_when_it_changed(source):
    source.write_text(CATALOGUE.format("Continuer"))
    local.compile_messages()
    assert compiled(source) == "Continuer"
    source.write_text(CATALOGUE.format("Suivant"))
    later = source.with_suffix(".mo").stat().st_mtime + 1
    os.utime(source, (later, later))
    local.compile_messages()
    assert compiled(source) == "Suivant"


def test_without_catalogues_there_is_nothing_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(local, "ROOT", tmp_path)
    local.compile_messages()


def test_the_editor_is_made_once_and_can_sign_in(db, capsys, client):
    local.make_editor()
    password = capsys.readouterr().out.split("password")[1].split()[0]
    assert client.login(username="editor", password=password)
    local.make_editor()
    assert capsys.readouterr().out == ""


def test_where_there_are_people_no_editor_is_made(admin_user, capsys, django_user_model):
    local.make_editor()
    assert capsys.readouterr().out == ""
    assert django_user_model.objects.count() == 1


def test_another_word_is_answered_with_the_usage():
    with pytest.raises(SystemExit, match="usage"):
        local.main(["dance"])
