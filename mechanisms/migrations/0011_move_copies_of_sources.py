"""What stood under a source's address moves to where it belongs: a page that is not the document's own home becomes "where we read it".

Loading the facts afterwards gives the sources of the release their symbols and official addresses; sources that editors added keep theirs
unless it is a copy. The versions of the history change in the same way, so that nobody seems to have edited these rows.

Between this and the migration before, since PostgreSQL refuses to change a table and its rows in one transaction.
"""

from urllib.parse import urlsplit

from django.db import migrations

OFFICIAL = ("un.org", "ohchr.org", "ungeneva.org", "coe.int", "oas.org", "au.int", "ilo.org", "unesco.org", "unece.org")
"""Hosts under which a legal text, a UN document, a depositary or a UN page stays."""
AT_HOME = ("legal-text", "depositary", "un-document", "un-page")
DOCUMENTS = "https://docs.un.org/en/"
TABLES = ("Source", "HistoricalSource")
CLICKED = {"Address": "value", "Door": "value", "MandateContact": "value", "Support": "url"}
"""What people click elsewhere, by table."""
COPY_OF_GUIDANCE = "https://europeancourt.org/en/documents/un/committees/form-for-individual-communications/guidance-note/"
GUIDANCE = (
    "https://www.ohchr.org/en/documents/tools-and-resources/"
    "form-and-guidance-submitting-individual-communication-treaty-bodies"
)
COURT_OF_ECOWAS = "www.courtecowas.org"


def _is_official(url):
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return any(host == own or host.endswith(f".{own}") for own in OFFICIAL)


def _encrypted(url):
    """The same address over https, of hosts that are known to answer so."""
    if url.startswith("http://") and (_is_official(url) or urlsplit(url).hostname == COURT_OF_ECOWAS):
        return "https://" + url.removeprefix("http://")
    return url


def _how_read(row, moved):
    note = row.note.lower()
    if moved or "copy" in note:
        return "copy"
    if "not opened" in note or "not read" in note or not (row.url or row.kind == "own"):
        return "not"
    return "official"


def move(apps, schema_editor):
    for name in TABLES:
        model = apps.get_model("mechanisms", name)
        rows = list(model.objects.all())
        for row in rows:
            moved = bool(row.url) and (row.kind == "copy" or (row.kind in AT_HOME and not _is_official(row.url)))
            row.read = _how_read(row, moved or row.kind == "copy")
            if row.kind == "copy":
                row.kind = "un-page"
            if moved:
                row.url, row.read_at = "", row.url
            else:
                row.url = _encrypted(row.url)
            if row.url.startswith(DOCUMENTS):
                row.symbol = row.url.removeprefix(DOCUMENTS)[:120]
        model.objects.bulk_update(rows, ["kind", "url", "symbol", "read", "read_at"], batch_size=500)
    for table, column in CLICKED.items():
        for name in (table, f"Historical{table}"):
            model = apps.get_model("mechanisms", name)
            for row in model.objects.filter(**{f"{column}__startswith": "http"}):
                was = getattr(row, column)
                now = GUIDANCE if was == COPY_OF_GUIDANCE else _encrypted(was)
                if now != was:
                    model.objects.filter(pk=row.pk).update(**{column: now})


def back(apps, schema_editor):
    """The release before knows one address. A copy is its address where there is no official one."""
    for name in TABLES:
        model = apps.get_model("mechanisms", name)
        rows = list(model.objects.filter(url="", read="copy"))
        for row in rows:
            row.url = row.read_at
            if row.kind == "un-page":
                row.kind = "copy"
        model.objects.bulk_update(rows, ["kind", "url"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("mechanisms", "0010_sources_that_one_can_cite")]
    operations = [migrations.RunPython(move, back)]
