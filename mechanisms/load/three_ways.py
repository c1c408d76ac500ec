"""A row in three texts: as both sides had it (``base``), as it is here (``ours``) and as somebody else has it (``theirs``).

Pure: rows are cells by column, as files write them; a row that one side does not have is ``None``.
"""

from collections.abc import Mapping
from enum import StrEnum

Cells = Mapping[str, str]
CHECKED = "checked_on"
"""The day of the last look. It says nothing about the world, so by itself it is no disagreement."""


class Outcome(StrEnum):
    """What becomes of a row."""

    SAME = "same"
    """Both sides say the same."""
    NEW = "new"
    """Only they have it, and it was never here."""
    FOLLOWS = "follows"
    """Nobody touched it here, so it becomes theirs."""
    STAYS = "stays"
    """It was changed here alone."""
    WAITS = "waits"
    """Both sides changed it, or they no longer have it: a person decides."""


def outcome(base: Cells | None, ours: Cells | None, theirs: Cells | None) -> Outcome:
    """What becomes of a row. A row changed on both sides waits as a whole, since its cells belong together: a date is as certain as its
    own source says, not as another one does.
    """
    if theirs is None:
        return Outcome.SAME if ours is None else Outcome.WAITS if base is not None else Outcome.STAYS
    if ours is None:
        return Outcome.NEW if base is None else Outcome.STAYS if theirs == base else Outcome.WAITS
    if ours == theirs:
        return Outcome.SAME
    if theirs == base:
        return Outcome.STAYS
    if ours == base:
        return Outcome.FOLLOWS
    if alike(ours, theirs):
        return Outcome.FOLLOWS if theirs[CHECKED] > ours[CHECKED] else Outcome.STAYS
    return Outcome.WAITS


def alike(one: Cells | None, other: Cells | None) -> bool:
    """Whether two rows say the same of the world; they may have been checked on different days."""
    if one is None or other is None:
        return one is other
    return {**one, CHECKED: ""} == {**other, CHECKED: ""}


def changed(before: Cells | None, after: Cells | None) -> list[str]:
    """The columns in which two rows differ; a row that is not there has empty cells."""
    before, after = before or {}, after or {}
    return [name for name in {**after, **before} if before.get(name, "") != after.get(name, "")]


def merged(base: Cells | None, ours: Cells | None, theirs: Cells) -> dict[str, str]:
    """Theirs where they changed a cell, ours in all others."""
    if ours is None:
        return dict(theirs)
    return {**ours, **{name: theirs[name] for name in theirs if base is None or theirs[name] != base.get(name)}}
