"""Mails as files: each whole, each once, for nobody else to read."""

from email import message_from_bytes

import pytest
from django.core.mail import EmailMessage, get_connection

from portal.services import mail


@pytest.fixture
def folder(tmp_path, settings):
    for name, value in mail("X", None, folder=tmp_path / "mail").items():
        setattr(settings, name, value)
    return tmp_path / "mail"


def send(number: int, **headers: str) -> None:
    to = [f"person-{number}@one.example"]
    get_connection().send_messages([EmailMessage("Subject", "Text", None, to, headers=headers)])


def test_the_same_mail_twice_is_one_file(folder, settings):
    # The test run replaces the mail backend; this one is asked for by the portal's own settings.
    settings.EMAIL_BACKEND = mail("X", None, folder=folder)["EMAIL_BACKEND"]
    for _ in range(2):
        send(1, **{"Message-ID": "<a/../b@one.example>"})
    send(2)
    send(3)
    files = sorted(folder.iterdir())
    assert [path.suffix for path in files] == [".eml"] * 3
    read = [message_from_bytes(path.read_bytes()) for path in files]
    assert sorted(message["To"] for message in read) == [f"person-{n}@one.example" for n in (1, 2, 3)]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700
