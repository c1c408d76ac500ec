"""Lists of participants as the UN Treaty Collection writes them: Latin-1, footnotes escaped inside the names, tabs in the days."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

HEADER = ("Participant", "Signature", "Ratification, Accession(a), Succession(d)")


def xml(
    *rows: Iterable[str], header: Iterable[str] = HEADER, title: str = "Convention against Torture", parties: str = ""
) -> bytes:
    """A file with these rows."""

    def entries(cells: Iterable[str]) -> str:
        return "".join(f"<Entry>{escape(cell)}</Entry>" for cell in cells)

    body = "".join(f"<Row>{entries(row)}</Row>" for row in rows)
    text = (
        '<?xml version="1.0" encoding="ISO-8859-1"?><MTDSG><Treaty>'
        f"<Header/><ExternalData><Titlesect>{escape(title)}</Titlesect><Status><Parties>{parties}</Parties></Status></ExternalData>"
        f"<Participants><Table><TGroup><Thead><Row>{entries(header)}</Row></Thead><Tbody><Rows>{body}</Rows></Tbody></TGroup></Table>"
        "</Participants></Treaty></MTDSG>"
    )
    return text.encode("iso-8859-1")
