"""Mails as files, for a portal without a mail server: a file for each mail, named for its Message-ID."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class MailFiles(BaseEmailBackend):
    """Writes into `EMAIL_FILE_PATH`. The same mail sent twice is one file, as a good mail server would do it. A file is written as a
    whole or not at all."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write each. Out: how many."""
        folder = Path(settings.EMAIL_FILE_PATH)  # type: ignore[misc]  # set by `portal.services.mail`
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for message in email_messages:
            content = message.message()
            name = hashlib.sha256(str(content["Message-ID"]).encode()).hexdigest()[:32]
            half_done = folder / f".{name}.{os.getpid()}"
            with open(half_done, "wb", opener=_private) as file:
                file.write(content.as_bytes())
            half_done.replace(folder / f"{name}.eml")
        return len(email_messages)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
