"""Lists of participants as the UN Treaty Collection writes them: Latin-1, footnotes escaped inside the names, tabs in the days."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

HEADER = ("Participant", "Signature", "Ratification, Accession(a), Succession(d)")


def xml(
    *rows: Iterable[str],
    header: Iterable[str] = HEADER,
    title: str = "Convention against Torture",
    parties: str = "",
    number: str = "",
    notes: bytes = b"",
) -> bytes:
    """A file with these rows; ``number`` as "IV-9" or "IV-11-b", ``notes`` as the bytes that stand below the list."""
    chapter, _, rest = number.partition("-")
    place, _, letter = rest.partition("-")
    heading = f"<Chapter><Header>CHAPTER {chapter}</Header></Chapter>" if number else ""
    numbers = f"<Numsect>{place}</Numsect><Subnumsect>{letter}</Subnumsect>" if number else ""

    def entries(cells: Iterable[str]) -> str:
        return "".join(f"<Entry>{escape(cell)}</Entry>" for cell in cells)

    body = "".join(f"<Row>{entries(row)}</Row>" for row in rows)
    text = (
        '<?xml version="1.0" encoding="ISO-8859-1"?><MTDSG><Treaty>'
        f"<Header>{heading}<ExternalData>{numbers}<Titlesect>{escape(title)}</Titlesect>"
        f"<Status><Parties>{parties}</Parties></Status></ExternalData></Header>"
        f"<Participants><Table><TGroup><Thead><Row>{entries(header)}</Row></Thead><Tbody><Rows>{body}</Rows></Tbody></TGroup></Table>"
        "</Participants><EndNotes><Note>NOTES</Note></EndNotes></Treaty></MTDSG>"
    )
    return text.encode("iso-8859-1").replace(b"NOTES", notes)
