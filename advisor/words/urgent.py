"""The words of the urgent page: what a message must hold, who must agree, what the UN can do and what it cannot, each with its source."""

from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class Statement(NamedTuple):
    """A sentence and the source that it rests on."""

    text: "StrPromise"
    source: str


MESSAGE_HOLDS = (
    Statement(
        _("Who is in danger: the name as it should be used, and how the person can be told apart."),
        "sp-submission-content",
    ),
    Statement(_("What happened and what is about to happen, in detail."), "sp-submission-content"),
    Statement(_("When and where."), "sp-submission-content"),
    Statement(_("Who did it, if known, also if it is not an authority."), "sp-submission-content"),
    Statement(_("Who is writing, and how to reach you. Without this it is not taken up."), "sp-submission-content"),
    Statement(_("What you want: an urgent appeal, and what the government should do."), "sp-form-guidance"),
    Statement(_("Which experts you write to, and that it is urgent."), "sp-submission-content"),
    Statement(_("Plain facts, no insults, and not press reports alone."), "sp-submission-content"),
)

CONSENT = (
    Statement(_("Ask the person, or the family or lawyer if the person cannot be reached."), "wgeid-reporting"),
    Statement(
        _(
            "Tell them who will read it: the experts, then the government, which may learn the name. Later it may be published."
        ),
        "sp-communications",
    ),
    Statement(
        _("Ask separately whether the name may stand in the letter, and whether it may become public."),
        "wgeid-reporting",
    ),
    Statement(_("If nobody can be asked, say so in the message, and why."), "tb-communications"),
)

CAN = (
    Statement(
        _("The experts can write to the government at once and ask it to stop or prevent harm."), "sp-communications"
    ),
    Statement(
        _("You need no status, no lawyer and no court decision first, whatever the State has ratified."),
        "sp-admissibility",
    ),
    Statement(_("Your name is as a rule kept confidential."), "sp-submission-content"),
    Statement(_("Several experts can act together. Send them news, good or bad."), "ishr-communications"),
)

CANNOT = (
    Statement(_("Nobody at the UN can protect a person physically."), "wgeid-reporting"),
    Statement(_("The experts choose what they take up. You may get no answer."), "sp-admissibility"),
    Statement(_("What they write does not bind the State."), "sp-admissibility"),
)

REPRISALS = Statement(
    _(
        "If someone is threatened or punished for working with the UN, tell OHCHR (the UN Human Rights Office) and the UN body "
        "concerned, at any time of the year. Ask for a secure channel. The person must agree first."
    ),
    "ohchr-reprisals",
)

LANGUAGES = Statement(_("Write in English, French or Spanish."), "ishr-communications")
LETTER_LANGUAGES = ("en", "fr", "es")
"""The languages that the experts read; the first one is used for visitors who read this site in another."""

WGAD_APPEAL = Statement(
    _(
        "The Working Group on Arbitrary Detention takes urgent appeals too, where going on with a detention would endanger the "
        "person's health, body or life."
    ),
    "wgad-methods",
)

UNSURE = _("If you are unsure which experts to name, use the form: it serves all of them.")


def outline(state: str, themes: str, experts: list[str]) -> str:
    """A first message to copy and complete, with the experts' titles. Gaps are in square brackets; it holds no name."""
    to = "\n".join(f"- {title}" for title in experts) or gettext("[experts you write to]")
    return gettext(
        "URGENT: request for an urgent appeal\n"
        "\n"
        "To:\n%(experts)s\n"
        "\n"
        "Country: %(state)s\n"
        "Subject: %(themes)s\n"
        "\n"
        "1. The person in danger: [name as agreed, age, gender, occupation]\n"
        "2. What happened: [facts in order of time, with dates and places]\n"
        "3. The danger now: [what may happen, and when]\n"
        "4. Who did it: [authority, group or person, if known]\n"
        "5. What was done so far: [complaints, lawyer, authorities told, answers]\n"
        "6. What we ask: please send an urgent appeal to the government and ask it to [release, protect, give access to a doctor or "
        "lawyer, suspend the act].\n"
        "7. Agreement: [the person, or the family, agrees that this is sent / we have not asked / nobody could be asked, because …]. "
        "The name [may, may not] stand in the letter to the government. The name [may, may not] be published.\n"
        "8. Who is writing: [organisation, contact, safe way to reach us]. Please keep our name confidential.\n"
    ) % {"experts": to, "state": state or gettext("[country]"), "themes": themes or gettext("[what it is about]")}
