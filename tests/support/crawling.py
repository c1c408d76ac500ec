"""Every posted form of the portal, found as a browser finds it: by following links from a few pages."""

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve
from lxml import html

NEVER = re.compile(r"/(static|admin/jsi18n|admin/.*/history|leave)/")


@dataclass(frozen=True)
class Field:
    """One field of a form: its name, its kind, what it holds, and what may be chosen."""

    name: str
    kind: str
    value: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """A form that is posted: on which page, to which address, with which fields, in whose hands."""

    who: str
    page: str
    address: str
    fields: tuple[Field, ...]

    @property
    def is_upload(self) -> bool:
        return any(field.kind == "file" for field in self.fields)


def forms(who: str, client: Client, most: int, *starts: str) -> list[Form]:
    """In: a browser, how many pages it opens at most, and where it begins. Out: one of each kind of form."""
    found: dict[object, Form] = {}
    seen, waiting = set[str](), list(starts)
    while waiting and len(seen) < most:
        path = waiting.pop(0)
        if (key := _kind(path)) in seen or NEVER.search(path):
            continue
        seen.add(key)
        answer = client.get(path, follow=True)
        page = answer.redirect_chain[-1][0] if answer.redirect_chain else path
        if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
            continue
        tree = html.fromstring(answer.content.decode())
        for link in tree.iterfind(".//a[@href]"):
            target = urlsplit(urljoin(page, link.get("href")))
            if not target.netloc:
                waiting.append(target.path)
        for element in tree.iterfind(".//form"):
            if (element.get("method") or "get").lower() == "post":
                form = Form(
                    who,
                    urlsplit(page).path,
                    urlsplit(urljoin(page, element.get("action") or page)).path,
                    _fields(element),
                )
                found.setdefault((_kind(form.address), tuple(sorted({field.name for field in form.fields}))[:8]), form)
    return list(found.values())


def _kind(path: str) -> str:
    """Pages that differ by an id or by the State they are on are of one kind."""
    try:
        match = resolve(path)
    except Resolver404:
        return path
    words = [str(value) for value in match.kwargs.values() if re.fullmatch(r"[a-z-]+", str(value))]
    if match.view_name.startswith(("mechanisms:", "advisor:saved", "advisor:plan")):
        words = []
    return f"{match.view_name or match.route} {words}"


def _fields(form: html.HtmlElement) -> tuple[Field, ...]:
    made: dict[str, Field] = {}
    for element in form.iter("input", "textarea", "select", "button"):
        name = element.get("name")
        if not name:
            continue
        kind = element.tag if element.tag != "input" else element.get("type", "text")
        options: tuple[str, ...] = ()
        value = element.get("value", "")
        if kind == "select":
            options = tuple(option.get("value", "") for option in element.iter("option"))
            value = next(
                (option.get("value", "") for option in element.iter("option") if option.get("selected") is not None), ""
            )
        elif kind == "textarea":
            value = element.text or ""
        elif kind in ("radio", "checkbox", "button", "submit"):
            before = made.get(name)
            options = (*(before.options if before else ()), element.get("value", "on"))
            value = before.value if before else ""
            if element.get("checked") is not None:
                value = element.get("value", "on")
        made[name] = Field(name, kind, value, options)
    return tuple(made.values())
