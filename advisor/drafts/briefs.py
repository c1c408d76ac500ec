"""The two pages for a meeting as a text that one can go on writing: what the PDF of two pages says, as headings and lines."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from advisor.advice.pdf.data import document
from mechanisms.words import dashed, sentences
from rules.facts.edition import Edition
from rules.result import Advice

from .paper import Block, Paper, Sheet, Style, in_lines, in_one_line

MOST_LEADERS = 2
"""As on the PDF."""

ROOM = 5
"""Empty lines for notes."""


def brief(advice: Advice, edition: Edition, *, language: str, with_answers: bool, sheet: Sheet) -> Paper:
    """In: an advice, and the language that is active. Out: the text. Without answers, nothing that repeats them stands in it."""
    said = document(advice, edition, language=language, with_answers=with_answers, paper=sheet.value, brief=True)
    return Paper(in_one_line(said["title"]), language, tuple(_blocks(said)), sheet)


def _blocks(said: dict[str, Any]) -> Iterator[Block]:
    words = said["labels"]
    yield from in_lines(dashed((words["portal"], words["brief"], said["day"]["words"])))
    yield from in_lines(words["private"] if said["with_answers"] else words["shared"], Style.NOTE)
    if said["urgent"]:
        yield from in_lines(words["urgent"])
    if not said["leaders"]:
        yield _heading(said["headline"])
        yield from in_lines(words["none_open_brief"])
    elif len(said["leaders"]) > 1:
        yield from in_lines(said["headline"])
    for leader in said["leaders"][:MOST_LEADERS]:
        yield _heading(leader["name"])
        told = {
            words["fit"]: dashed((leader["verdict"], leader["side"])),
            words["why"]: leader["sentence"],
            words["but"]: leader["against"],
            words["when"]: sentences((leader["undated"], leader["next"])),
            words["seen_state"]: leader["seen"],
        }
        for label, text in told.items():
            yield from _told(label, text)
    if second := said["second"]:
        yield from in_lines(sentences((words["also"], _verdict(second))))
    for row in said["thought_of"]:
        yield from _told(words["considered"], _verdict(row))
    for warning in said["warnings"]:
        yield from in_lines(sentences((words["warning"], warning["text"] + _cited(warning["cite"]))))
    yield from _to_do(said)
    if said["soon"]:
        yield _heading(words["next_dates"])
        for date in said["soon"]:
            about = _("%(what)s (%(certainty)s)") % {"what": date["what"], "certainty": date["certainty"]}
            yield from _told(date["day"] or words["no_day"], about + _cited(date["cite"]))
    yield _heading(words["notes"])
    for _line in range(ROOM):
        yield Block(Style.TEXT, "")
    yield from in_lines(words["no_promise"], Style.NOTE)
    yield from _sources(said)


def _to_do(said: dict[str, Any]) -> Iterator[Block]:
    words = said["labels"]
    if said["now"]:
        yield _heading(words["now"])
        for number, step in enumerate(said["now"], start=1):
            yield from _step(number, step, said)
    elif said["unknowns"]:
        yield _heading(words["find_out"])
        for row in said["unknowns"]:
            yield from _told(row["label"], row["text"])


def _step(number: int, step: dict[str, Any], said: dict[str, Any]) -> Iterator[Block]:
    """What to do, by when, and to whom, each address on a line of its own so that it can be copied."""
    words = said["labels"]
    title = _("%(number)s. %(text)s") % {"number": number, "text": step["title"]}
    yield from in_lines(dashed((title, step["by"], step["route"])))
    if step["text"]:
        yield from in_lines(step["text"] + _cited(step["cite"]))
    yield from _addresses(step["to"])
    if not step["to"] and step["experts"]:
        yield from in_lines(words["to_experts"])
        yield from _listed(one["text"] for one in said["addresses"])
    elif not step["to"] and step["page"]:
        yield from in_lines(sentences((words["go_on"], _place(step["page"]["title"], step["page"]["text"]))))
    for target in step["targets"]:
        yield from _listed([dashed((target["name"], target["by"]))])
        yield from _addresses(target["to"])
    if step["more"]:
        yield from in_lines(step["more"])


def _sources(said: dict[str, Any]) -> Iterator[Block]:
    yield _heading(said["labels"]["sources"])
    yield from in_lines(said["labels"]["numbered"], Style.NOTE)
    for row in said["sources"]:
        old = said["labels"]["old"] if row["old"] else ""
        place = _place(row["title"], row["text"])
        yield from in_lines(dashed((f"[{row['number']}] {place}", row["checked"], old)), Style.NOTE)


def _verdict(row: dict[str, Any]) -> str:
    return sentences((f"{dashed((row['name'], row['verdict']))}.", row["reason"]))


def _addresses(rows: Iterable[dict[str, Any]]) -> Iterator[Block]:
    yield from _listed(_place(row["name"], row["text"]) + _cited(row["cite"]) for row in rows)


def _place(name: str, address: str) -> str:
    return _("%(name)s: %(address)s") % {"name": name, "address": address} if address else name


def _listed(texts: Iterable[str]) -> Iterator[Block]:
    for text in texts:
        yield from in_lines(f"• {text}")


def _told(label: str, text: str) -> Iterator[Block]:
    if text:
        yield from in_lines(_("%(label)s: %(text)s") % {"label": label, "text": text})


def _cited(cite: dict[str, Any] | None) -> str:
    return f" [{cite['number']}]" if cite else ""


def _heading(text: str) -> Block:
    return Block(Style.HEADING, in_one_line(text))
