"""A database with facts of the release before keeps them, and can go back."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.writer import MigrationWriter

from mechanisms.exclusion import ExcludeOverlaps

BEFORE, AFTER = "0003_fact_texts", "0006_every_treaty_of_a_theme_is_sourced"


pytestmark = pytest.mark.usefixtures("blank_database")


def migrated(name: str):
    """The database brought to a migration, as a portal was that took each as it came; its models of then."""
    executor = MigrationExecutor(connection)
    executor.loader.replace_migrations = False
    executor.loader.build_graph()
    executor.migrate([("mechanisms", name)])
    return executor.loader.project_state([("mechanisms", name)]).apps


def with_history(apps, name: str, /, **values):
    """A row and its first version, as the models of then know them."""
    row = apps.get_model("mechanisms", name).objects.create(**values)
    columns = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    version = {"history_date": "2026-10-05T12:00:00Z", "history_type": "+"}
    apps.get_model("mechanisms", f"Historical{name}").objects.create(**columns, **version)
    return row


def list_treaties_of_a_theme(apps):
    source = apps.get_model("mechanisms", "Source").objects.create(slug="s", title="S", kind="own")
    proof = {"source": source, "checked_on": "2026-11-24", "confidence": "medium"}
    theme = apps.get_model("mechanisms", "Theme").objects.create(
        slug="t", label="T", description="T", grave=False, **proof
    )
    cat, ced = (
        apps.get_model("mechanisms", "Treaty").objects.create(
            slug=slug, name=slug, core=True, adopted="1984-12-10", in_force="1987-06-26", has_complaints=True, **proof
        )
        for slug in ("cat", "ced")
    )
    with_history(apps, "ThemeTreaty", theme=theme, treaty=cat, position=1)
    versions = apps.get_model("mechanisms", "HistoricalThemeTreaty").objects
    gone = {"id": 99, "theme_id": 99, "treaty_id": cat.pk, "position": 2, "history_type": "-"}
    versions.create(**gone, history_date="2026-10-05T12:00:00Z")
    return source.pk, theme.pk, ced.pk


def check_that_they_are_facts_that_name_it(apps, source, theme, ced):
    links, versions = (apps.get_model("mechanisms", name).objects for name in ("ThemeTreaty", "HistoricalThemeTreaty"))
    said = ("position", "kind", "condition", "source__slug", "checked_on__year", "confidence", "note")
    assert list(links.values_list(*said)) == [(1, "main", "", "s", 2026, "medium", "")]
    assert list(versions.order_by("history_id").values_list("kind", "checked_on__month", "confidence")) == [
        ("main", 11, "medium"),
        ("main", 10, "low"),
    ]
    proof = {"source_id": source, "checked_on": "2026-11-28", "confidence": "high"}
    framed = {"theme_id": theme, "treaty_id": ced, "position": 2, "kind": "framed", "condition": "if so"}
    with_history(apps, "ThemeTreaty", **framed, **proof)


ROWS = {
    "law": {"kind": "legal-text", "url": "http://hozir.org/5-1", "note": "Read in a copy; to be replaced."},
    "kept": {"kind": "copy", "url": "https://copy.example/a"},
    "lost": {"kind": "copy", "url": ""},
    "text": {"kind": "un-document", "url": "https://docs.un.org/en/A/HRC/RES/54/10"},
    "page": {"kind": "un-page", "url": "http://www.ohchr.org/EN/Pages/Guide.aspx"},
    "ngo": {"kind": "organisation", "url": "http://ngo.example/"},
}


def add_sources(apps):
    for slug, values in ROWS.items():
        with_history(apps, "Source", slug=slug, title=slug, **values)
    proof = {"source": apps.get_model("mechanisms", "Source").objects.get(slug="ngo"), "checked_on": "2026-11-24"}
    page = {"action": "written-statement", "position": 1, "name": "N", "kind": "page", "confidence": "high"}
    with_history(apps, "Address", **page, **proof, value="http://www.ohchr.org/EN/Pages/NGO.aspx")


def check_that_copies_are_out_of_sight(apps):
    said = ("kind", "url", "symbol", "read", "read_at")
    moved = {
        "law": ("legal-text", "", "", "copy", "http://hozir.org/5-1"),
        "kept": ("un-page", "", "", "copy", "https://copy.example/a"),
        "lost": ("un-page", "", "", "copy", ""),
        "text": ("un-document", ROWS["text"]["url"], "A/HRC/RES/54/10", "official", ""),
        "page": ("un-page", "https://www.ohchr.org/EN/Pages/Guide.aspx", "", "official", ""),
        "ngo": ("organisation", "http://ngo.example/", "", "official", ""),
    }
    for name in ("Source", "HistoricalSource"):
        found = apps.get_model("mechanisms", name).objects.filter(slug__in=ROWS).values_list("slug", *said)
        assert {slug: tuple(values) for slug, *values in found} == moved
    for name in ("Address", "HistoricalAddress"):
        assert apps.get_model("mechanisms", name).objects.get().value == "https://www.ohchr.org/EN/Pages/NGO.aspx"


def check_that_copies_are_back(apps):
    back = {row.slug: (row.kind, row.url) for row in apps.get_model("mechanisms", "Source").objects.all()}
    assert back["law"] == ("legal-text", "http://hozir.org/5-1")
    assert back["kept"] == ("copy", "https://copy.example/a")
    assert back["ngo"] == ("organisation", "http://ngo.example/")


def test_each_step_keeps_what_the_release_before_knew_and_can_go_back():
    """Treaties that a theme listed become facts that name it; copies of sources move out of sight. In one journey: each step takes long."""
    apps = migrated(BEFORE)
    listed = list_treaties_of_a_theme(apps)
    check_that_they_are_facts_that_name_it(migrated(AFTER), *listed)
    add_sources(migrated("0009_pages_looked_at"))
    check_that_copies_are_out_of_sight(migrated("0011_move_copies_of_sources"))
    check_that_copies_are_back(migrated("0009_pages_looked_at"))
    apps = migrated(BEFORE)
    theme = apps.get_model("mechanisms", "Theme").objects.get()
    assert [treaty.slug for treaty in theme.treaties.all()] == ["cat"]
    assert apps.get_model("mechanisms", "HistoricalThemeTreaty").objects.count() == 2


def test_a_new_database_gets_at_once_what_the_old_ones_got_step_by_step():
    loader = MigrationLoader(connection, replace_migrations=False)
    nodes = [("mechanisms", "0001_squashed_0015"), ("mechanisms", "0015_resolutions_and_what_is_at_home")]
    at_once, by_steps = (loader.project_state([node]).models for node in nodes)
    assert {key: described(model) for key, model in at_once.items()} == {
        key: described(model) for key, model in by_steps.items()
    }
    refused = {
        name: [
            str(vars(step))
            for step in loader.disk_migrations["mechanisms", name].operations
            if type(step) is ExcludeOverlaps
        ]
        for app, name in loader.disk_migrations
        if app == "mechanisms"
    }
    squashed = loader.disk_migrations["mechanisms", "0001_squashed_0015"]
    assert refused["0001_squashed_0015"] == [one for _app, name in squashed.replaces for one in refused[name]]


def described(model):
    """What a table consists of, in whatever order it came about."""
    fields = {name: MigrationWriter.serialize(field)[0] for name, field in model.fields.items()}
    constraints = {one.name: MigrationWriter.serialize(one)[0] for one in model.options.get("constraints", ())}
    return fields, constraints, model.options.get("db_table")
