"""The subjects of the advice side, from the ground up, and the loop that lets each of them take part where it has something to give."""

from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from django.utils.module_loading import module_has_submodule

SUBJECTS = (
    "words",
    "editions",
    "compare",
    "questions",
    "advice",
    "cases",
    "saved",
    "notices",
    "plans",
    "drafts",
    "sharing",
    "experience",
    "publishing",
    "calendars",
    "api",
)


def load(part: str) -> Iterator[ModuleType]:
    """The module of this name of each subject that has one, such as ``urls`` or ``privacy``."""
    for subject in SUBJECTS:
        package = import_module(f"advisor.{subject}")
        if module_has_submodule(package, part):
            yield import_module(f"{package.__name__}.{part}")
