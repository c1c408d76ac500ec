"""Which treaty covers a theme was a list of the theme; now each of its treaties is a fact with a source of its own.

What is there is kept: every treaty listed so far counts as one that names the theme, with the theme's own source and day. Loading the
facts corrects the kind, since `theme_treaties.csv` says which treaties name the theme and which can only be framed.

Between two migrations that change the tables, since PostgreSQL refuses to change a table and its rows in one transaction.
"""

from django.db import migrations
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, TruncDate


def source_them(apps, schema_editor):
    theme = apps.get_model("mechanisms", "Theme").objects.filter(pk=OuterRef("theme"))
    said = {name: Subquery(theme.values(name)[:1]) for name in ("source", "checked_on", "confidence")}
    apps.get_model("mechanisms", "ThemeTreaty").objects.filter(kind=None).update(kind="main", **said)
    # A version may be of a theme that is gone.
    said["checked_on"] = Coalesce(said["checked_on"], TruncDate("history_date"))
    said["confidence"] = Coalesce(said["confidence"], Value("low"))
    apps.get_model("mechanisms", "HistoricalThemeTreaty").objects.filter(kind=None).update(kind="main", **said)


def leave_those_that_name_it(apps, schema_editor):
    """The release before knows no treaty under which a theme can only be framed."""
    for name in ("ThemeTreaty", "HistoricalThemeTreaty"):
        apps.get_model("mechanisms", name).objects.filter(kind="framed").delete()


class Migration(migrations.Migration):
    dependencies = [("mechanisms", "0004_treaties_and_experts_by_theme")]
    operations = [migrations.RunPython(source_them, leave_those_that_name_it)]
