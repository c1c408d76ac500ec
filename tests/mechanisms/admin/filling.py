"""A form of the admin as a browser would send it back: every field as the page shows it, some of them changed by the person."""

from html.parser import HTMLParser
from typing import Any


class _Form(HTMLParser):
    """Collects the fields of the page's main form."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.inside = False
        self.select = self.area = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Called by the parser for each tag."""
        found = dict(attributes)
        name = found.get("name") or ""
        if tag == "form":
            self.inside = (found.get("id") or "").endswith("_form")
        if not self.inside or (not name and tag != "option"):
            return
        if tag == "input" and (found.get("type") not in ("checkbox", "submit") or "checked" in found):
            self.values[name] = found.get("value") or ("on" if found.get("type") == "checkbox" else "")
        elif tag == "select":
            self.select = name
            self.values.setdefault(name, "")
        elif tag == "option" and "selected" in found and self.select:
            self.values[self.select] = found.get("value") or ""
        elif tag == "textarea":
            self.area = name
            self.values[name] = ""

    def handle_data(self, data: str) -> None:
        """Called by the parser for the text between tags."""
        if self.area:
            self.values[self.area] += data

    def handle_endtag(self, tag: str) -> None:
        """Called by the parser at the end of each tag."""
        if tag == "textarea":
            # A browser drops the line break that stands first.
            self.values[self.area] = self.values[self.area].removeprefix("\n").removeprefix("\r\n")
            self.area = ""
        elif tag == "select":
            self.select = ""
        elif tag == "form":
            self.inside = False


def filled(response: Any, **changed: str) -> dict[str, str]:
    """What a browser would send from this page, with some fields changed."""
    form = _Form()
    form.feed(response.content.decode())
    return {
        name: value for name, value in form.values.items() if not name.startswith("_") and "__prefix__" not in name
    } | changed


def said(response: Any) -> str:
    """The words of a page, without its tags."""
    parts: list[str] = []
    reader = HTMLParser(convert_charrefs=True)
    reader.handle_data = parts.append  # type: ignore[method-assign]
    reader.feed(response.content.decode())
    return " ".join(" ".join(parts).split())
