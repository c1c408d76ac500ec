"""Packs of translations beside the edition: made of the rows as they are, named by their digest, published with an edition or alone.

A pack changes no edition, and so no advice: nothing is given anew when a translation is corrected.
"""

import json
from functools import lru_cache
from typing import Any

from django.db import transaction
from django.db.models import Max

from advisor.words.fact_texts import Entry, Pack
from mechanisms.models import FactText

from .freeze import canonical, digest
from .models import Publication, TextPack, TextPublication

SCHEMA = 1


def frozen(language: str) -> str:
    """The canonical text of a language's pack as the rows are now. Drafts stay out: nobody has read them."""
    texts: dict[str, dict[str, dict[str, list[str]]]] = {}
    for row in FactText.objects.filter(language=language).exclude(status=FactText.Status.DRAFT):
        texts.setdefault(row.kind, {}).setdefault(row.key, {})[row.field] = [row.text, row.status, row.of]
    return canonical({"schema": SCHEMA, "language": language, "texts": texts})


@transaction.atomic
def publish(publication: Publication | None = None) -> list[TextPublication]:
    """Make the translations as they are now the current ones, language by language.

    In: the publication of an edition that they go with; none where they are published alone. Out: what was published; a language in
    which nothing changed is left out.
    """
    now = newest()
    languages = {*FactText.objects.order_by().values_list("language", flat=True).distinct(), *now}
    made = []
    for language in sorted(languages):
        text = frozen(language)
        pk = digest(text)
        if now.get(language) == pk:
            continue
        pack, _ = TextPack.objects.get_or_create(pk=pk, defaults={"language": language, "content": text})
        made.append(TextPublication.objects.create(pack=pack, publication=publication))
    transaction.on_commit(forget)
    return made


def newest() -> dict[str, str]:
    """The digest of the published pack of each language; one query."""
    latest = TextPublication.objects.order_by().values("pack__language").annotate(latest=Max("id")).values("latest")
    return dict(TextPublication.objects.filter(id__in=latest).values_list("pack__language", "pack_id"))


_looked_at: dict[str, str] | None = None


def forget(**_signal: Any) -> None:
    """Look again at what is published: at the start of a request or of a round of work."""
    global _looked_at
    _looked_at = None


def current(language: str) -> Pack | None:
    """The published pack of a language, ``None`` where it has none. Asks the database once until `forget`."""
    global _looked_at
    found = _looked_at
    if found is None:
        found = _looked_at = newest()
    return opened(found[language]) if language in found else None


@lru_cache(maxsize=12)
def opened(pk: str) -> Pack:
    """A pack, opened. It can never change, so it is read once a process."""
    content = json.loads(TextPack.objects.values_list("content", flat=True).get(pk=pk))
    by_row: dict[tuple[str, str, str], Entry] = {}
    by_english: dict[tuple[str, str, str], Entry] = {}
    for kind, rows in content["texts"].items():
        for key, fields in rows.items():
            for field, cells in fields.items():
                entry = Entry(*cells)
                by_row[kind, key, field] = entry
                by_english.setdefault((kind, field, entry.of), entry)
    return Pack(content["language"], by_row, by_english)
