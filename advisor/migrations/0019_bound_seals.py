"""Gives rows with sealed columns a random id to bind them to, and seals the digests of given advice, which were in clear.

Safe while the portal runs: the new column is empty at first, and digests are sealed in portions, each row by itself, and only as it was
read. Backwards, digests are opened again; one that no key opens becomes empty, which means that its advice can't be proved to be the same.
"""

import uuid

from cryptography.fernet import InvalidToken
from django.db import migrations, models

import accounts.fields

PORTION = 500
BOUND = ("advicechange", "calendarentry", "correspondence", "experience", "givenadvice", "moved", "outcome", "sharelink", "task")


def portions(rows):
    last = 0
    while batch := list(rows.filter(pk__gt=last).order_by("pk")[:PORTION]):
        yield from batch
        last = batch[-1].pk


def seal(apps, schema_editor):
    given = apps.get_model("advisor", "GivenAdvice").objects.using(schema_editor.connection.alias)
    for row in portions(given.filter(binding=None).only("digest")):
        digest, row.binding = row.__dict__["digest"], uuid.uuid4()
        sealed = accounts.fields.closed(row, "digest", str(digest))
        given.filter(pk=row.pk, binding=None, digest=digest).update(binding=row.binding, digest=sealed)


def open_again(apps, schema_editor):
    given = apps.get_model("advisor", "GivenAdvice").objects.using(schema_editor.connection.alias)
    for row in portions(given.only("digest", "binding")):
        try:
            digest = row.digest
        except InvalidToken:
            digest = ""
        given.filter(pk=row.pk).update(digest=accounts.fields.Closed(digest))


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("advisor", "0018_text_packs"),
    ]

    operations = [
        # Without a default first: with one, all rows that are there would get the same id.
        *(migrations.AddField(name, "binding", models.UUIDField(editable=False, null=True)) for name in BOUND),
        *(
            migrations.AlterField(name, "binding", models.UUIDField(default=uuid.uuid4, editable=False, null=True))
            for name in BOUND
        ),
        migrations.AlterField(
            "givenadvice", "digest", accounts.fields.SealedTextField(plain_before=True, verbose_name="digest")
        ),
        migrations.RunPython(seal, open_again),
    ]
