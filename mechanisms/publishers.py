"""Whose page an address is, and which addresses nobody should be sent to. Knows no database and asks no network.

An organisation owns its host and what stands under it: ``ohchr.org`` is also ``tbinternet.ohchr.org``.
"""

import ipaddress
import re
from collections.abc import Iterator, Mapping
from functools import cache
from urllib.parse import urlsplit

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

UN = ("un.org", "ohchr.org", "ungeneva.org")
AGENCIES = (
    "icj-cij.org",
    "ilo.org",
    "undp.org",
    "unece.org",
    "unesco.org",
    "unhcr.org",
    "unicef.org",
    "unwomen.org",
    "who.int",
)
REGIONAL = (
    "acerwc.africa",
    "achpr.org",
    "african-court.org",
    "aichr.org",
    "asean.org",
    "au.int",
    "coe.int",
    "corteidh.or.cr",
    "courtecowas.org",
    "eac.int",
    "eacj.org",
    "ecowas.int",
    "europa.eu",
    "lasportal.org",
    "oas.org",
    "oecd.org",
)
OFFICIAL: Mapping[str, tuple[str, ...]] = {
    "legal-text": (*UN, *AGENCIES, *REGIONAL, "icrc.org"),
    "depositary": ("un.org", *REGIONAL),
    "un-document": (*UN, *AGENCIES),
    "un-page": (*UN, *AGENCIES),
}
"""By kind of source: whose hosts are official. Other kinds stand wherever their organisation has its pages."""

OHCHR = ("ohchr.org", "un.org", "ungeneva.org")
PUBLISHERS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("UN", "United Nations", "Security Council"), (*UN, *AGENCIES)),
    "UN Treaty Collection": ("treaties.un.org",),
    "UN Geneva": ("ungeneva.org", "un.org"),
    "UN Today": ("untoday.org",),
    **dict.fromkeys(
        (
            "OHCHR",
            "Human Rights Council",
            "Human Rights Committee",
            "Committee against Torture",
            "Committee on Enforced Disappearances",
            "Committee on Migrant Workers",
            "Committee on the Elimination of Discrimination against Women",
            "Committee on the Elimination of Racial Discrimination",
            "Committee on the Rights of Persons with Disabilities",
            "Committee on the Rights of the Child",
            "Working Group on Arbitrary Detention",
            "Working Group on Enforced Disappearances",
            "WGAD",
            "WGEID",
            "CCPR",
            "CEDAW",
            "CERD",
            "CESCR",
            "CMW",
            "CRPD",
        ),
        OHCHR,
    ),
    "General Assembly": ("un.org",),
    "ECOSOC": ("un.org",),
    "African Commission": ("au.int", "achpr.org"),
    "African Committee of Experts on the Rights and Welfare of the Child": ("acerwc.africa", "au.int"),
    "African Court": ("african-court.org",),
    "African Court Coalition": ("africancourtcoalition.org",),
    "African Union": ("au.int",),
    "Amnesty International": ("amnesty.org",),
    "Brookings": ("brookings.edu",),
    "Committee to Protect Journalists": ("cpj.org",),
    "Council of Europe": ("coe.int",),
    "East African Court of Justice": ("eacj.org", "eac.int"),
    "ECOWAS": ("courtecowas.org", "ecowas.int"),
    "European Court": ("coe.int",),
    "FIDH": ("fidh.org",),
    "Front Line Defenders": ("frontlinedefenders.org",),
    "Geneva Environment Network": ("genevaenvironmentnetwork.org",),
    "GI-ESCR": ("gi-escr.org",),
    "Human Rights Watch": ("hrw.org",),
    "ICJ": ("icj.org",),
    "ICRC": ("icrc.org",),
    "IDSN": ("idsn.org",),
    "IISD": ("iisd.org",),
    "ILGA": ("ilga.org",),
    "ILGA World": ("ilga.org",),
    "ILO": ("ilo.org",),
    "Inter-American Commission": ("oas.org",),
    "Inter-American Court": ("corteidh.or.cr", "oas.org"),
    "IRCT": ("irct.org",),
    "ISHR": ("ishr.ch",),
    "ISHR Academy": ("ishr.ch",),
    "IWGIA": ("iwgia.org",),
    "IWRAW": ("iwraw-ap.org",),
    "IWRAW Asia Pacific": ("iwraw-ap.org",),
    "OECD": ("oecd.org",),
    "OMCT": ("omct.org",),
    "ProtectDefenders.eu": ("protectdefenders.eu",),
    "Reporters Without Borders": ("rsf.org",),
    "UNECE": ("unece.org",),
    "UNESCO": ("unesco.org",),
    "UNHCR": ("unhcr.org",),
    "UNICEF": ("unicef.org",),
    "Universal Rights Group": ("universal-rights.org",),
    "UN Women": ("unwomen.org",),
    "UPR Info": ("upr-info.org",),
}
"""By name of an organisation, as titles write it: its hosts."""

STAGING = re.compile(r"(test|testing|dev|develop|stage|staging|preprod|preview|uat|ip(-\d+)+)\Z")
"""A part of a host's name that says: not for the public."""
INSIDE = ("localhost", "local", "test", "invalid", "internal")
"""Last parts of names that no public host has."""


def host(url: str) -> str:
    """The host of an address in small letters; empty where it has none or can't be read."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def belongs(name: str, owned: tuple[str, ...]) -> bool:
    """Whether a host is one of these, or stands under one of them."""
    return any(name == own or name.endswith(f".{own}") for own in owned)


def address_errors(url: str) -> Iterator[str | Promise]:
    """Why nobody should be sent to an address; nothing where it is empty or fine."""
    if not url:
        return
    name = host(url)
    if name and url.lower().startswith("http:"):
        yield _("This address is not encrypted: write “https://”, if the page can be reached so.")
    if _is_number(name):
        yield _("An address needs the name of a host, not its number.")
    elif _is_staging(name):
        yield _("“%(host)s” is a host for trying things out. Give the public one.") % {"host": name}


def naming_errors(text: str, url: str) -> Iterator[str | Promise]:
    """Whether a text that leads to an address names an organisation as its author to whom the address does not belong.

    The author stands before the first colon: “ISHR Academy: speaking at the Council”. Without a colon the whole text counts.
    """
    named = authors(text)
    if url and named and not any(belongs(host(url), PUBLISHERS[name]) for name in named):
        owned = ", ".join(dict.fromkeys(own for name in named for own in PUBLISHERS[name]))
        yield _("“%(text)s” names %(name)s, but %(host)s is not theirs; theirs: %(hosts)s") % {
            "text": text,
            "name": " / ".join(named),
            "host": host(url) or url,
            "hosts": owned,
        }


def official_errors(kind: str, url: str) -> Iterator[str | Promise]:
    """Whether the address of a kind of source that has official pages is elsewhere."""
    if url and kind in OFFICIAL and not belongs(host(url), OFFICIAL[kind]):
        yield _(
            "%(host)s is not an official host for this kind of source. A copy belongs under “where we read it”."
        ) % {"host": host(url) or url}


def authors(text: str) -> tuple[str, ...]:
    """The organisations that a text names as its author; of names that overlap, the longest."""
    author = text.split(":", 1)[0]
    found = [
        (match.start(), -match.end(), name) for name, words in _words().items() for match in words.finditer(author)
    ]
    kept: list[str] = []
    last = 0
    for _start, end, name in sorted(found):
        if -end > last:
            kept.append(name)
            last = -end
    return tuple(dict.fromkeys(kept))


@cache
def _words() -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])") for name in PUBLISHERS}


def _is_staging(name: str) -> bool:
    *parts, last = name.split(".")
    return last in INSIDE or any(STAGING.match(part) for part in parts)


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
