"""What people call themes, beside the names shown: one list for every search. Typing errors are forgiven by the search itself."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import pgettext_lazy

from .folding import forms
from .matching import Names

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

THEME_WORDS: Mapping[str, "StrPromise"] = {
    "torture": pgettext_lazy(
        "other words that people search for it by",
        "ill treatment inhuman degrading beating prison police violence refoulement non-return solitary confinement cat",
    ),
    "arbitrary-detention": pgettext_lazy(
        "other words that people search for it by",
        "prison jail prisoner political prisoner arrest custody pretrial house arrest incommunicado imprisonment hostage",
    ),
    "enforced-disappearance": pgettext_lazy(
        "other words that people search for it by",
        "missing kidnapping abduction abducted disappeared vanished",
    ),
    "life-executions": pgettext_lazy(
        "other words that people search for it by",
        "killing murder execution death penalty extrajudicial capital punishment massacre shot lynching",
    ),
    "fair-trial-justice": pgettext_lazy(
        "other words that people search for it by",
        "judge lawyer court independence trial due process prosecutor judiciary legal aid",
    ),
    "transitional-justice": pgettext_lazy(
        "other words that people search for it by",
        "reparations memory amnesty truth commission impunity mass graves dictatorship",
    ),
    "freedom-of-expression": pgettext_lazy(
        "other words that people search for it by",
        "journalist press media speech internet censorship blogger newspaper defamation blasphemy shutdown whistleblower",
    ),
    "assembly-association": pgettext_lazy(
        "other words that people search for it by",
        "protest demonstration union ngo civil society rally foreign agents trade union strike",
    ),
    "religion-belief": pgettext_lazy(
        "other words that people search for it by",
        "church mosque temple apostasy conversion atheist christian muslim bahai jehovah conscientious objection headscarf hijab",
    ),
    "privacy": pgettext_lazy(
        "other words that people search for it by",
        "surveillance spyware data wiretap facial recognition artificial intelligence",
    ),
    "human-rights-defenders": pgettext_lazy(
        "other words that people search for it by",
        "activist campaigner threat advocate",
    ),
    "reprisals": pgettext_lazy(
        "other words that people search for it by",
        "intimidation retaliation punished for cooperation",
    ),
    "counter-terrorism": pgettext_lazy(
        "other words that people search for it by",
        "security emergency terrorist extremism state of emergency",
    ),
    "armed-conflict": pgettext_lazy(
        "other words that people search for it by",
        "war occupation bombing siege civilians humanitarian law ihl",
    ),
    "mercenaries-private-security": pgettext_lazy(
        "other words that people search for it by",
        "mercenary wagner guards contractors",
    ),
    "participation-democracy": pgettext_lazy(
        "other words that people search for it by",
        "election vote voting corruption coup political party",
    ),
    "housing": pgettext_lazy(
        "other words that people search for it by",
        "eviction homeless slum shanty informal settlement demolition rent landlord shelter forced eviction",
    ),
    "health": pgettext_lazy(
        "other words that people search for it by",
        "hospital medicine abortion mental hiv aids maternal contraception drugs pandemic psychiatric",
    ),
    "water-sanitation": pgettext_lazy(
        "other words that people search for it by",
        "toilet drinking water sewage hygiene menstrual wells",
    ),
    "food": pgettext_lazy(
        "other words that people search for it by",
        "hunger famine starvation malnutrition nutrition fishing",
    ),
    "education": pgettext_lazy(
        "other words that people search for it by",
        "school teacher university student girls school literacy academic",
    ),
    "poverty-social-security": pgettext_lazy(
        "other words that people search for it by",
        "poor welfare pension benefits austerity inequality begging",
    ),
    "work": pgettext_lazy(
        "other words that people search for it by",
        "labour labor wages union employment unemployment job domestic worker factory",
    ),
    "culture-science": pgettext_lazy(
        "other words that people search for it by",
        "language heritage artist art museum music archaeological",
    ),
    "development": pgettext_lazy(
        "other words that people search for it by",
        "dam project world bank loan displacement by projects",
    ),
    "debt-finance": pgettext_lazy(
        "other words that people search for it by",
        "debt austerity tax imf loans corruption illicit money",
    ),
    "sanctions": pgettext_lazy(
        "other words that people search for it by",
        "embargo coercive measures blockade overcompliance",
    ),
    "international-order-solidarity": pgettext_lazy(
        "other words that people search for it by",
        "peace self determination solidarity globalisation",
    ),
    "business": pgettext_lazy(
        "other words that people search for it by",
        "company corporate corporation mining mine factory multinational oil investor supply chain",
    ),
    "environment": pgettext_lazy(
        "other words that people search for it by",
        "nature pollution air forest deforestation biodiversity dam logging",
    ),
    "toxics": pgettext_lazy(
        "other words that people search for it by",
        "chemical pesticide waste poison mercury lead plastic oil spill nuclear",
    ),
    "climate": pgettext_lazy(
        "other words that people search for it by",
        "climate warming flood drought sea level rise carbon",
    ),
    "land-rural": pgettext_lazy(
        "other words that people search for it by",
        "land grab peasant farmer fishermen fisher herder pastoralist seeds rural landless",
    ),
    "children": pgettext_lazy(
        "other words that people search for it by",
        "child youth girls boys minors juvenile orphan child marriage child soldier adoption",
    ),
    "women": pgettext_lazy(
        "other words that people search for it by",
        "gender equality girls feminist abortion inheritance discrimination against women sexism",
    ),
    "gender-violence": pgettext_lazy(
        "other words that people search for it by",
        "rape domestic violence fgm femicide sexual harassment honour killing mutilation acid attack dowry",
    ),
    "minorities": pgettext_lazy(
        "other words that people search for it by",
        "ethnic language roma gypsy caste dalit untouchable scheduled caste burakumin linguistic rohingya uyghur kurd",
    ),
    "indigenous": pgettext_lazy(
        "other words that people search for it by",
        "tribal tribe adivasi aboriginal native first nations ancestral land fpic sami maya mapuche",
    ),
    "racism": pgettext_lazy(
        "other words that people search for it by",
        "discrimination xenophobia racist hate speech profiling apartheid antisemitism islamophobia caste",
    ),
    "african-descent": pgettext_lazy(
        "other words that people search for it by",
        "black afro slavery reparations afrodescendant afro-descendant",
    ),
    "migrants": pgettext_lazy(
        "other words that people search for it by",
        "migration immigrant border pushback undocumented deportation expulsion migrant worker visa",
    ),
    "displacement-refugees": pgettext_lazy(
        "other words that people search for it by",
        "idp asylum refugee camp displaced internally displaced asylum seeker",
    ),
    "nationality-statelessness": pgettext_lazy(
        "other words that people search for it by",
        "stateless citizenship passport birth certificate birth registration nationality papers denationalisation",
    ),
    "disability": pgettext_lazy(
        "other words that people search for it by",
        "disabled wheelchair blind deaf autism mental illness accessibility intellectual psychosocial handicap",
    ),
    "older-persons": pgettext_lazy(
        "other words that people search for it by",
        "elderly old age ageing aging pensioner care home",
    ),
    "lgbti": pgettext_lazy(
        "other words that people search for it by",
        "gay lesbian bisexual trans transgender homosexual sexual orientation gender identity queer lgbt intersex conversion therapy",
    ),
    "albinism": pgettext_lazy(
        "other words that people search for it by",
        "albino witchcraft",
    ),
    "leprosy": pgettext_lazy(
        "other words that people search for it by",
        "hansen leper",
    ),
    "trafficking": pgettext_lazy(
        "other words that people search for it by",
        "trafficked smuggling forced prostitution organ sexual exploitation human trafficking",
    ),
    "slavery": pgettext_lazy(
        "other words that people search for it by",
        "forced labour forced labor bonded labour debt bondage child labour servitude forced marriage domestic servitude",
    ),
    "country-situation": pgettext_lazy(
        "other words that people search for it by",
        "country overview whole country all rights",
    ),
}
"""Words that people search a theme by. A translation is its own list: the words of that language, not those of the English one."""


def theme_names(slug: str, label: str, description: str) -> Names:
    """What a theme may be searched by: its name; and all that is said of it, of which several words may be given."""
    return Names(tuple(dict.fromkeys((*forms(label), *forms(f"{label} {description} {THEME_WORDS.get(slug, '')}")))))
