"""What people call themes, beside the names shown."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

THEME_ALIASES: Mapping[str, "StrPromise"] = {
    "arbitrary-detention": pgettext_lazy("other words that people search for it by", "prison jail political prisoner"),
    "assembly-association": pgettext_lazy(
        "other words that people search for it by", "protest demonstration union ngo civil society"
    ),
    "armed-conflict": pgettext_lazy("other words that people search for it by", "war"),
    "business": pgettext_lazy("other words that people search for it by", "company corporate"),
    "children": pgettext_lazy("other words that people search for it by", "child youth girls boys"),
    "counter-terrorism": pgettext_lazy("other words that people search for it by", "security emergency"),
    "displacement-refugees": pgettext_lazy("other words that people search for it by", "idp asylum"),
    "enforced-disappearance": pgettext_lazy("other words that people search for it by", "missing kidnapping"),
    "environment": pgettext_lazy("other words that people search for it by", "nature pollution"),
    "fair-trial-justice": pgettext_lazy("other words that people search for it by", "judge lawyer court independence"),
    "freedom-of-expression": pgettext_lazy(
        "other words that people search for it by", "journalist press media speech internet censorship"
    ),
    "gender-violence": pgettext_lazy("other words that people search for it by", "rape domestic violence fgm femicide"),
    "health": pgettext_lazy("other words that people search for it by", "hospital medicine abortion mental"),
    "housing": pgettext_lazy("other words that people search for it by", "eviction homeless"),
    "human-rights-defenders": pgettext_lazy("other words that people search for it by", "activist"),
    "lgbti": pgettext_lazy(
        "other words that people search for it by",
        "gay lesbian bisexual trans homosexual sexual orientation gender identity",
    ),
    "life-executions": pgettext_lazy(
        "other words that people search for it by", "killing murder execution death penalty"
    ),
    "minorities": pgettext_lazy("other words that people search for it by", "ethnic language roma"),
    "participation-democracy": pgettext_lazy("other words that people search for it by", "election vote"),
    "poverty-social-security": pgettext_lazy("other words that people search for it by", "poor welfare"),
    "privacy": pgettext_lazy("other words that people search for it by", "surveillance spyware data"),
    "racism": pgettext_lazy("other words that people search for it by", "discrimination xenophobia"),
    "slavery": pgettext_lazy("other words that people search for it by", "forced labour"),
    "torture": pgettext_lazy("other words that people search for it by", "ill treatment prison police violence"),
    "work": pgettext_lazy("other words that people search for it by", "labour wages union"),
}
