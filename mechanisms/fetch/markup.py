"""HTML from outside → its text, its tables, its lists. Read by lxml, which mends what browsers mend and runs nothing."""

from collections.abc import Iterator
from typing import Any

from lxml import html

from .found import ChangedForm, plain


def document(body: bytes) -> Any:
    """The page. Raises ``ChangedForm`` where it is none."""
    try:
        found = html.document_fromstring(body, parser=html.HTMLParser(encoding="utf-8", no_network=True))
    except (ValueError, html.etree.ParserError):
        raise ChangedForm("This is no page in HTML.") from None
    for hidden in found.xpath("//script | //style | //template | //noscript"):
        hidden.drop_tree()
    return found


def text_of(element: Any) -> str:
    """All that people see of it, in one line; what stands in different elements is parted by a space."""
    return plain(" ".join(str(piece) for piece in element.itertext()))


def table_rows(page: Any) -> Iterator[list[str]]:
    """The cells of each row of each table."""
    for row in page.xpath("//tr[not(.//tr)]"):
        yield [text_of(cell) for cell in row.xpath("./td | ./th")]
