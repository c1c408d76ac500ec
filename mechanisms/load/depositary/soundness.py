"""Bytes from outside → an XML tree. Small damage that the depositary's own files have is mended; what could do harm is refused."""

import re
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _

_ENCODING = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BARE = re.compile(r"&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)")
_REFERENCE = re.compile(r"&#(?:(\d{1,7})|x([0-9A-Fa-f]{1,6}));")
_PAGE = re.compile(rb"\s*(?:<!doctype html|<html)", re.IGNORECASE)
_MARKS = {"\x13": "–", "\x14": "—", "\x18": "‘", "\x19": "’", "\x1c": "“", "\x1d": "”"}
"""Of U+2013 to U+201D the depositary's files keep the low byte alone, which XML forbids. Its other losses become a space."""


class Refused(ValueError):
    """The file can't be used; the message says why and what to do."""


def tree(content: bytes) -> Any:
    """The root of a file that may hold control bytes and bare ampersands. Raises ``Refused``.

    The damage lies in notes that nobody reads here, so it is mended before a parser that refuses document types and entities.
    """
    if _PAGE.match(content.removeprefix(b"\xef\xbb\xbf")):
        raise Refused(
            _(
                "This is a web page, not the XML: it has no list of participants. On the treaty’s page choose XML and save that file."
            )
        )
    try:
        return ElementTree.fromstring(_mended(content), forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise Refused(
            _("The file declares a document type or entities of its own, which can do harm. It is refused.")
        ) from None
    except (ParseError, ValueError, LookupError):
        raise Refused(
            _("This is not readable XML. Take the file from the treaty's page at the UN Treaty Collection.")
        ) from None


def _mended(content: bytes) -> str:
    """The text without its declaration and without what XML forbids. Raises ``ValueError`` or ``LookupError`` on an unknown encoding."""
    named = _ENCODING.match(content.removeprefix(b"\xef\xbb\xbf").lstrip()[:200])
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif content.startswith(b"\xef\xbb\xbf"):
        encoding = "utf-8-sig"
    else:
        encoding = named[1].decode() if named else "utf-8"
    text = _DECLARATION.sub("", content.decode(encoding), count=1)
    text = _CONTROL.sub(lambda match: _MARKS.get(match[0], " "), text)
    return _REFERENCE.sub(_referred, _BARE.sub("&amp;", text))


def _referred(match: re.Match[str]) -> str:
    """A reference by number, unless it names a character that XML forbids."""
    number = int(match[1]) if match[1] else int(match[2], 16)
    allowed = number in (9, 10, 13) or 0x20 <= number <= 0xD7FF or 0xE000 <= number <= 0xFFFD
    return match[0] if allowed or 0x10000 <= number <= 0x10FFFF else " "
