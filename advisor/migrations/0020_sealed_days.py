"""Seals the days of tasks, letters and notices, which narrowed the State of a matter, and what kind a notice is.

Safe while rows are many: columns are added empty and filled in portions, each row by itself, and only as it was read. Backwards, what a
key opens is put back in clear; that sent notices have forgotten their matter and their day stays.
"""

import datetime
import uuid

from cryptography.fernet import InvalidToken
from django.db import migrations, models
from django.db.models import Q

import accounts.fields
from accounts import keys, sealing

PORTION = 500
NAMES = "names of notices"
SERVED = "calendar files"
DAY = {"hides_empty": True, "least": 64, "plain_before": True}
TASK = ("title", "note", "due", "deadline", "deadline_status", "gone_on")
LETTER = ("text", "reply_by", "reply_rule")
LENGTH_OF_A_DAY = 10
KINDS = ["changed", "date-near", "task-due", "reply-due", "outcome-asked", "rules", "update-mandates"]


def portions(rows):
    last = 0
    while batch := list(rows.filter(pk__gt=last).order_by("pk")[:PORTION]):
        yield from batch
        last = batch[-1].pk


def seal_columns(rows, names):
    for row in portions(rows):
        lying = {name: row.__dict__[name] for name in names}
        plain = {name: value for name, value in lying.items() if value is None or not sealing.is_sealed(value)}
        if plain:
            binding = row.binding
            row.binding = binding or uuid.uuid4()
            fields = {name: row._meta.get_field(name) for name in plain}
            sealed = {name: accounts.fields.closed(row, name, field.decode(plain[name] or "")) for name, field in fields.items()}
            rows.filter(pk=row.pk, binding=binding, **plain).update(binding=row.binding, **sealed)


def open_columns(rows, names):
    for row in portions(rows):
        opened = {}
        for name in names:
            field = row._meta.get_field(name)
            try:
                value = field.encode(getattr(row, name)) or ""
            except InvalidToken:
                value = ""
            opened[name] = None if field.null and not value else accounts.fields.Closed(value)
        rows.filter(pk=row.pk).update(**opened)


def seal_plans(apps, schema_editor):
    using = schema_editor.connection.alias
    tasks = apps.get_model("advisor", "Task").objects.using(using)
    tasks.exclude(gone_on=None).update(gone=True)
    seal_columns(tasks, TASK)
    seal_columns(apps.get_model("advisor", "Correspondence").objects.using(using), LETTER)


def open_plans(apps, schema_editor):
    using = schema_editor.connection.alias
    open_columns(apps.get_model("advisor", "Task").objects.using(using), ("due", "deadline", "deadline_status", "gone_on"))
    open_columns(apps.get_model("advisor", "Correspondence").objects.using(using), ("reply_by", "reply_rule"))


def seal_notices(apps, schema_editor):
    rows = apps.get_model("advisor", "Notice").objects.using(schema_editor.connection.alias)
    now = datetime.datetime.now(datetime.UTC)
    for row in portions(rows.filter(what=None)):
        name, row.binding = row.key, uuid.uuid4()
        what = {"kind": row.kind, "name": name, "due": row.due_at.isoformat()}
        more = {} if row.mail else {"try_at": min(row.due_at, now)}
        if row.sent_at is not None:
            first = row.sent_at.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
            end = (first + datetime.timedelta(days=31)).replace(day=1)
            more = {"sent_at": end, "saved": None, "try_at": datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)}
        sealed = accounts.fields.closed(row, "what", what)
        rows.filter(pk=row.pk, key=name).update(
            binding=row.binding, what=sealed, key=keys.digest(NAMES, name), due_at=None, kind="", **more
        )


def seal_feeds(apps, schema_editor):
    rows = apps.get_model("advisor", "CalendarFeed").objects.using(schema_editor.connection.alias)
    for row in portions(rows.exclude(served="")):
        keyed = keys.digest(SERVED, f"{row.pk}/{row.served}")
        rows.filter(pk=row.pk, served=row.served).update(served=keyed)


def forget_feeds(apps, schema_editor):
    """A calendar program is told once more that its file has changed."""
    apps.get_model("advisor", "CalendarFeed").objects.using(schema_editor.connection.alias).update(served="")


def open_notices(apps, schema_editor):
    rows = apps.get_model("advisor", "Notice").objects.using(schema_editor.connection.alias)
    for row in portions(rows.exclude(what=None)):
        try:
            what = row.what
        except InvalidToken:
            rows.filter(pk=row.pk).delete()
            continue
        due_at = datetime.datetime.fromisoformat(what["due"])
        more = {} if row.mail else {"try_at": due_at}
        rows.filter(pk=row.pk).update(key=what["name"], kind=what["kind"], due_at=due_at, what=None, **more)


class Migration(migrations.Migration):
    atomic = False

    dependencies = [
        ("advisor", "0019_bound_seals"),
    ]

    operations = [
        migrations.RemoveConstraint("task", "task_deadline_status"),
        migrations.RemoveConstraint("correspondence", "letter_awaits_or_answers"),
        migrations.AlterField("task", "due", accounts.fields.SealedTextField(blank=True, verbose_name="due", **DAY)),
        migrations.AlterField(
            "task", "deadline", accounts.fields.SealedTextField(blank=True, verbose_name="deadline", **DAY)
        ),
        migrations.AlterField("task", "deadline_status", accounts.fields.SealedTextField(blank=True, **DAY)),
        migrations.AlterField(
            "task", "title", accounts.fields.SealedTextField(blank=True, hides_empty=True, verbose_name="title")
        ),
        migrations.AlterField(
            "task", "note", accounts.fields.SealedTextField(blank=True, hides_empty=True, verbose_name="note")
        ),
        migrations.AlterField("task", "gone_on", accounts.fields.SealedDateField(blank=True, null=True, **DAY)),
        migrations.AddField("task", "gone", models.BooleanField(default=False)),
        migrations.AlterField(
            "correspondence",
            "reply_by",
            accounts.fields.SealedDateField(blank=True, null=True, verbose_name="answer expected by", **DAY),
        ),
        migrations.AlterField("correspondence", "reply_rule", accounts.fields.SealedTextField(blank=True, **DAY)),
        migrations.AlterField(
            "correspondence",
            "text",
            accounts.fields.SealedTextField(blank=True, hides_empty=True, verbose_name="what it says"),
        ),
        migrations.RunPython(seal_plans, open_plans),
        migrations.AddConstraint(
            "correspondence",
            models.CheckConstraint(
                condition=Q(direction="sent", answers=None) | Q(direction="received"), name="letter_awaits_or_answers"
            ),
        ),
        migrations.RunPython(seal_feeds, forget_feeds),
        migrations.RemoveConstraint("notice", "notice_kind"),
        migrations.AddField("notice", "binding", models.UUIDField(editable=False, null=True)),
        migrations.AlterField("notice", "binding", models.UUIDField(default=uuid.uuid4, editable=False, null=True)),
        migrations.AddField("notice", "what", accounts.fields.SealedJSONField(null=True)),
        migrations.AlterField("notice", "due_at", models.DateTimeField(null=True, verbose_name="due")),
        migrations.AlterField(
            "notice", "kind", models.CharField(blank=True, default="", max_length=20, verbose_name="kind")
        ),
        migrations.AlterModelOptions(
            "notice", {"ordering": ["id"], "verbose_name": "notice", "verbose_name_plural": "notices"}
        ),
        migrations.RunPython(seal_notices, open_notices),
        migrations.AlterField("notice", "what", accounts.fields.SealedJSONField()),
        migrations.RemoveField("notice", "due_at"),
        migrations.RemoveField("notice", "kind"),
        migrations.AlterField(
            "notice", "created_at", models.DateTimeField(editable=False, null=True)
        ),
        migrations.RemoveField("notice", "created_at"),
    ]
