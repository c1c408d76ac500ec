"""Contents of older editions, brought to the fields and names of today. What is stored never changes: this is how it is read.

Each step says what the next schema is made of; where a schema has something that the one before had not, the step or the default of the
field states what an older edition says there. A field with a default needs no step.
"""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from .codec import defaults
from .sections import SECTIONS, Section, Shape

Content = Mapping[str, Any]
Change = Callable[[Content], Content]
"""What makes another row, or another content, of one."""

SCHEMA = 4
"""Which fields a content has under which names. Raise it where a field moves or is renamed, and say below how an older content is
brought to it; a new field with a default needs neither."""

RENAMED_IN_2: Mapping[str, Mapping[str, str]] = {
    "states": {"group": "regional_group"},
    "regional": {"description": "summary"},
    "mandates": {"how_to_write": "special_route"},
    "treaties": {
        "limit_text": "petition_limit_text",
        "who_may_complain": "groups_may_complain",
        "inquiry": "inquiry_basis",
        "urgent": "urgent_procedure",
    },
    "upr_sessions": {
        "deadline": "stakeholder_deadline",
        "deadline_status": "stakeholder_status",
        "adoption": "adoption_session",
    },
    "council_sessions": {"written": "written_deadline", "side_event": "side_event_deadline"},
}
"""What the first schema called by names of its own."""


def upgraded(content: Content) -> Content:
    """A content in today's form. Raises ``ValueError`` for one that a later release made."""
    schema = content.get("schema", 1)
    if schema > SCHEMA:
        raise ValueError(f"this edition was made by a later release: schema {schema}, known up to {SCHEMA}")
    while schema < SCHEMA:
        content = UPGRADES[schema](content)
        schema += 1
    return content


def completed(content: Content) -> Content:
    """A content in today's form in which every field is said, also those that it was made without: to be compared with others."""
    content = upgraded(content)
    return {
        **content,
        **{section.name: each(section, content[section.name], _filling(section)) for section in SECTIONS},
    }


def _filling(section: Section) -> Change:
    missing = {name: value for fact in section.facts for name, value in defaults(fact).items()}
    for name in section.key:
        missing.pop(name, None)
    return lambda row: {**missing, **row}


def each(section: Section, rows: Any, change: Change) -> Any:
    """A section with every row changed."""
    if section.shape is Shape.LIST:
        return [change(row) for row in rows]
    if section.shape is Shape.BY_NAME:
        return {name: change(row) for name, row in rows.items()}
    return {name: [change(row) for row in group] for name, group in rows.items()}


def _to_2(content: Content) -> Content:
    """The names of the fields become those of the frozen facts, and what was said in words of its own becomes their values."""
    changed = {
        section.name: each(section, content[section.name], _renaming(section.name))
        for section in SECTIONS
        if section.name in RENAMED_IN_2 or section.name in OTHERWISE_IN_2
    }
    return {**content, **changed, "schema": 2}


def _renaming(section: str) -> Change:
    names, otherwise = RENAMED_IN_2.get(section, {}), OTHERWISE_IN_2.get(section, dict)
    return lambda row: otherwise({names.get(name, name): value for name, value in row.items()})


def _state(row: Content) -> Content:
    return {**row, "regional_group": row["regional_group"] or None}


def _mandate(row: Content) -> Content:
    return {**row, "takes_cases": {"yes": True, "no": False}.get(row["takes_cases"])}


def _limit(row: Content) -> Content:
    return {**row, "scope": row["scope"] or "any"}


def _route(row: Content) -> Content:
    seen = {f"sees_{who}": text for who, text in row["sees"].items()}
    return {name: value for name, value in row.items() if name != "sees"} | seen


OTHERWISE_IN_2: Mapping[str, Change] = {
    "states": _state,
    "mandates": _mandate,
    "limits": _limit,
    "routes": _route,
}
"""What the second schema keeps in another form."""

COVENANT, COVENANT_CONDITION = (
    "iccpr",
    "if life, private life, family, home or equal treatment is at stake (arts 6, 7, 17, 26)",
)


def _to_3(content: Content) -> Content:
    """Which treaty covers a theme, and who is written to, become facts of their own with a source. An older edition named treaties and
    mandates by theme alone: all its treaties name the theme, the Covenant can be framed under every one, and a mandate has the theme
    that it lists first as its own."""
    themes = {
        slug: {name: value for name, value in row.items() if name != "treaties"}
        for slug, row in content["themes"].items()
    }
    covers = {slug: _covers(row, content["treaties"]) for slug, row in content["themes"].items()}
    roles = [_role(row, theme, place) for row in content["mandates"] for place, theme in enumerate(row["themes"])]
    order = ("theme", "position", "mandate")
    return {
        **content,
        "schema": 3,
        "themes": themes,
        "theme_treaties": covers,
        "mandate_roles": sorted(roles, key=lambda row: [row[name] for name in order]),
        "addresses": [],
        "doors": [],
    }


def _covers(theme: Content, treaties: Content) -> list[Content]:
    proof = {name: theme[name] for name in ("source", "checked_on", "recheck_by", "confidence")}
    named = [*theme["treaties"], *((COVENANT,) if COVENANT in treaties and COVENANT not in theme["treaties"] else ())]
    return [
        {
            "treaty": treaty,
            "kind": "main" if treaty in theme["treaties"] else "framed",
            "condition": "" if treaty in theme["treaties"] else COVENANT_CONDITION,
            "position": place,
            **proof,
        }
        for place, treaty in enumerate(named, start=1)
    ]


def _role(mandate: Content, theme: str, place: int) -> Content:
    return {
        "mandate": mandate["slug"],
        "theme": theme,
        "danger": "",
        "state": "",
        "role": "also" if place else "own",
        "condition": "",
        "source": mandate["source"],
        "checked_on": mandate["checked_on"],
        "position": place,
    }


UN_HOSTS = ("un.org", "ohchr.org", "ungeneva.org")
OF_THE_UN = ("legal-text", "depositary", "un-document", "un-page")


def _to_4(content: Content) -> Content:
    """What became of each subject in the fourth schema stands in a function of its own."""
    return {
        **content,
        "schema": 4,
        **_own_addresses(content),
        **_without_committee_calendar(content),
        **_decisions(),
    }


def _own_addresses(content: Content) -> Content:
    """A source's address is its own, never a copy's. An older edition did not tell them apart: of the UN's texts and pages it keeps the
    addresses on hosts of the UN, and says of the others that they were read in a copy."""
    return {"sources": {slug: _source(row) for slug, row in content["sources"].items()}}


def _source(row: Content) -> Content:
    host = urlsplit(row["url"]).hostname or ""
    of_the_un = any(host == own or host.endswith(f".{own}") for own in UN_HOSTS)
    is_copy = row["kind"] == "copy"
    if is_copy or (row["kind"] in OF_THE_UN and row["url"] and not of_the_un):
        return {**row, "kind": "un-page" if is_copy else row["kind"], "url": "", "read": "copy"}
    return row


def _without_committee_calendar(content: Content) -> Content:
    """Of committees an older edition says nothing."""
    return {name: content.get(name, {}) for name in ("committee_sessions", "committee_reviews", "state_reports")}


def _decisions() -> Content:
    """Nothing was known of what the Council decided, nor of national institutions and standing invitations."""
    return {"resolutions": [], "renewals": [], "institutions": [], "invitations": []}


UPGRADES: Mapping[int, Change] = {1: _to_2, 2: _to_3, 3: _to_4}
"""By schema: how a content of it is brought to the next."""
