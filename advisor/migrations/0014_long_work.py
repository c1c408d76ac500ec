"""One cursor and a claim with a deadline for all long work. What is under way goes on where it was."""

from uuid import UUID

from django.db import migrations, models

LANES, DONE = 16, "done"
FIRST_DIGIT = 124
LIVING = ("active", "submitted", "replied")


def one_cursor(apps, schema_editor):
    """Of a re-assessment under way, all up to the cursor is done. What was done in lanes behind it and has changed is found by its change;
    what was done there and has not is looked at once more, which tells nobody anything. ``assessed`` counts what won't be again."""
    Reassessment, SavedAdvice = apps.get_model("advisor", "Reassessment"), apps.get_model("advisor", "SavedAdvice")
    for row in Reassessment.objects.filter(done_at=None):
        first = next((lane for lane, cursor in enumerate(row.cursors) if cursor != DONE), LANES)
        last = UUID(row.cursors[first]) if first < LANES and row.cursors[first] else None
        if last is None and first:
            last = UUID(int=(first << FIRST_DIGIT) - 1)
        done = SavedAdvice.objects.filter(status__in=LIVING, pk__lte=last) if last else SavedAdvice.objects.none()
        row.cursor = str(last) if last else ""
        row.assessed = row.changed + done.exclude(changes__reassessment=row).count()
        row.save(update_fields=["cursor", "assessed"])
    apps.get_model("advisor", "Proposal").objects.exclude(claim=None).update(claim=None)


def sixteen_cursors(apps, schema_editor):
    """Lanes before the cursor's are done, those behind it have not begun."""
    for row in apps.get_model("advisor", "Reassessment").objects.all():
        row.cursors = [DONE if row.done_at else ""] * LANES
        if row.cursor and row.done_at is None:
            lane = UUID(row.cursor).int >> FIRST_DIGIT
            row.cursors = [DONE] * lane + [row.cursor] + [""] * (LANES - lane - 1)
        row.save(update_fields=["cursors"])
    apps.get_model("advisor", "Proposal").objects.exclude(claim=None).update(claim=None)


class Migration(migrations.Migration):
    dependencies = [("advisor", "0013_experience")]

    operations = [
        migrations.AddField(
            "reassessment", "cursor", models.CharField(blank=True, editable=False, max_length=100, default=""), False
        ),
        migrations.AddField("reassessment", "claim", models.UUIDField(blank=True, editable=False, null=True)),
        migrations.AddField("reassessment", "claimed_until", models.DateTimeField(blank=True, editable=False, null=True)),
        migrations.AddField("proposal", "claimed_until", models.DateTimeField(blank=True, editable=False, null=True)),
        migrations.AlterField("proposal", "cursor", models.CharField(blank=True, editable=False, max_length=100)),
        migrations.AlterField("proposal", "claim", models.UUIDField(blank=True, editable=False, null=True)),
        migrations.RunPython(one_cursor, sixteen_cursors),
    ]
