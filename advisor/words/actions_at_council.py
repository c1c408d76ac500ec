"""What to do at the Human Rights Council, in sentences, by the code of the action; see ``actions``."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

COUNCIL: Mapping[str, "StrPromise"] = {
    "find-sponsor": _(
        "Ask an organisation with consultative status to accredit your people, lend you a speaking slot or let you "
        "co-sign. This is common, though unofficial: Geneva organisations can help you to find one."
    ),
    "apply-ecosoc": ngettext_lazy(
        "Apply for consultative status of the UN Economic and Social Council (ECOSOC) if you want to speak in"
        " your own name in future. Your organisation must have been registered for "
        "%(rule_ecosoc_registered_years)s year, and a committee of States decides, often after years: it does"
        " not help for the next session.",
        "Apply for consultative status of the UN Economic and Social Council (ECOSOC) if you want to speak in"
        " your own name in future. Your organisation must have been registered for "
        "%(rule_ecosoc_registered_years)s years, and a committee of States decides, often after years: it "
        "does not help for the next session.",
        "rule_ecosoc_registered_years",
    ),
    "written-statement": ngettext_lazy(
        "One text under one item of the agenda, in English, French or Spanish: up to "
        "%(rule_written_statement_words_special)s word, or %(rule_written_statement_words_general)s with "
        "general status. It is published as you send it.",
        "One text under one item of the agenda, in English, French or Spanish: up to "
        "%(rule_written_statement_words_special)s words, or %(rule_written_statement_words_general)s with "
        "general status. It is published as you send it.",
        "rule_written_statement_words_special",
    ),
    "written-statement.not-published": ngettext_lazy(
        "One text under one item of the agenda, in English, French or Spanish: up to "
        "%(rule_written_statement_words_special)s words, or %(rule_written_statement_words_general)s with "
        "general status. The deadline is not published; older guidance says %(rule_written_statement_lead)s "
        "week before the session.",
        "One text under one item of the agenda, in English, French or Spanish: up to "
        "%(rule_written_statement_words_special)s words, or %(rule_written_statement_words_general)s with "
        "general status. The deadline is not published; older guidance says %(rule_written_statement_lead)s "
        "weeks before the session.",
        "rule_written_statement_lead",
    ),
    "written-statement.general": ngettext_lazy(
        "One text under one item of the agenda, in English, French or Spanish: up to "
        "%(rule_written_statement_words_general)s word with your general status. It is published as you send it.",
        "One text under one item of the agenda, in English, French or Spanish: up to "
        "%(rule_written_statement_words_general)s words with your general status. It is published as you send it.",
        "rule_written_statement_words_general",
    ),
    "written-statement.special": ngettext_lazy(
        "One text under one item of the agenda, in English, French or Spanish: up to "
        "%(rule_written_statement_words_special)s word with your special status. It is published as you send it.",
        "One text under one item of the agenda, in English, French or Spanish: up to "
        "%(rule_written_statement_words_special)s words with your special status. It is published as you send it.",
        "rule_written_statement_words_special",
    ),
    "written-statement.roster": ngettext_lazy(
        "One text under one item of the agenda, in English, French or Spanish: up to "
        "%(rule_written_statement_words_roster)s word for an organisation on the roster. It is published as you send it.",
        "One text under one item of the agenda, in English, French or Spanish: up to "
        "%(rule_written_statement_words_roster)s words for an organisation on the roster. It is published as you send "
        "it.",
        "rule_written_statement_words_roster",
    ),
    "written-statement.not-published.general": ngettext_lazy(
        "One text under one item of the agenda, in English, French or Spanish: up to "
        "%(rule_written_statement_words_general)s words with your general status. The deadline is not published; older "
        "guidance says %(rule_written_statement_lead)s week before the session.",
        "One text under one item of the agenda, in English, French or Spanish: up to "
        "%(rule_written_statement_words_general)s words with your general status. The deadline is not published; older "
        "guidance says %(rule_written_statement_lead)s weeks before the session.",
        "rule_written_statement_lead",
    ),
    "written-statement.not-published.special": ngettext_lazy(
        "One text under one item of the agenda, in English, French or Spanish: up to "
        "%(rule_written_statement_words_special)s words with your special status. The deadline is not published; older "
        "guidance says %(rule_written_statement_lead)s week before the session.",
        "One text under one item of the agenda, in English, French or Spanish: up to "
        "%(rule_written_statement_words_special)s words with your special status. The deadline is not published; older "
        "guidance says %(rule_written_statement_lead)s weeks before the session.",
        "rule_written_statement_lead",
    ),
    "written-statement.not-published.roster": ngettext_lazy(
        "One text under one item of the agenda, in English, French or Spanish: up to "
        "%(rule_written_statement_words_roster)s words for an organisation on the roster. The deadline is not "
        "published; older guidance says %(rule_written_statement_lead)s week before the session.",
        "One text under one item of the agenda, in English, French or Spanish: up to "
        "%(rule_written_statement_words_roster)s words for an organisation on the roster. The deadline is not "
        "published; older guidance says %(rule_written_statement_lead)s weeks before the session.",
        "rule_written_statement_lead",
    ),
    "oral-statement": ngettext_lazy(
        "Register your people for badges, then put your name on the list of speakers as soon as it opens: "
        "places go fast. You have %(rule_oral_statement_seconds)s second, or "
        "%(rule_oral_statement_seconds_general)s in general debates.",
        "Register your people for badges, then put your name on the list of speakers as soon as it opens: "
        "places go fast. You have %(rule_oral_statement_seconds)s seconds, or "
        "%(rule_oral_statement_seconds_general)s in general debates.",
        "rule_oral_statement_seconds",
    ),
    "oral-statement.video": ngettext_lazy(
        "Send a video statement. It needs a badge and a place on the list of speakers too; places go fast. "
        "You have %(rule_oral_statement_seconds)s second, or %(rule_oral_statement_seconds_general)s in "
        "general debates.",
        "Send a video statement. It needs a badge and a place on the list of speakers too; places go fast. "
        "You have %(rule_oral_statement_seconds)s seconds, or %(rule_oral_statement_seconds_general)s in "
        "general debates.",
        "rule_oral_statement_seconds",
    ),
    "side-event": ngettext_lazy(
        "Ask for a room early: one event an organisation and session, %(rule_side_event_minutes)s minute at "
        "most. The deadline for requests was not found.",
        "Ask for a room early: one event an organisation and session, %(rule_side_event_minutes)s minutes at "
        "most. The deadline for requests was not found.",
        "rule_side_event_minutes",
    ),
    "side-event.published": ngettext_lazy(
        "Ask for a room by the day given: one event an organisation and session, %(rule_side_event_minutes)s minute at "
        "most.",
        "Ask for a room by the day given: one event an organisation and session, %(rule_side_event_minutes)s minutes at "
        "most.",
        "rule_side_event_minutes",
    ),
    "lobby-council": _(
        "Choose one clear aim. See who sits on the Council and how they voted, and bring them a short brief well "
        "before the session: most is decided before it."
    ),
    "seek-resolution": _(
        "Find a State or group of States to table your point, and follow the open informal meetings where texts are "
        "negotiated."
    ),
}

COUNCIL_NOW: Mapping[str, "StrPromise"] = {
    "lobby-council.running": _(
        "The session is running: texts are negotiated in open informal meetings, and voted on in its last days. Speak "
        "with the delegations that write them now, with one clear point. Written statements and rooms are for the next "
        "session."
    ),
    "lobby-council.too-late": _(
        "It is too late for a written statement to this session. See who sits on the Council and how they voted, bring "
        "them a short brief now, and plan what you write for the next session."
    ),
    "seek-resolution.running": _(
        "The session is running, and its texts are being negotiated. Ask the States that table one on your subject to take "
        "up your point, and begin on a text of your own for the next session."
    ),
    "call-special-session": _(
        "Ask members of the Council, alone or with other organisations, to call a special session: a third of them, 16 "
        "of 47, can. Bring them what was documented and what the session should decide. No status is needed to ask."
    ),
    "call-special-session.session-runs": _(
        "The Council is in session: ask its members for an urgent debate, alone or with other organisations. Outside a "
        "session a third of them, 16 of 47, can call a special session. No status is needed to ask."
    ),
    "submit-evidence": _(
        "A body of inquiry of the UN works on this State. Send it what you have documented, as it asks for it, and agree "
        "first with the people concerned what it may use. Keep the originals: such a body keeps evidence for later "
        "prosecutions."
    ),
    "submit-evidence.to-session": _(
        "A body of inquiry of the UN works on this State. Its mandate falls due at session %(session)s of the Council. Send it "
        "what you have documented, as it asks for it, and agree first with the people concerned what it may use. Keep the "
        "originals: such a body keeps evidence for later prosecutions."
    ),
    "submit-evidence.to-day": _(
        "A body of inquiry of the UN works on this State. Its mandate runs to %(until)s. Send it what you have documented, as "
        "it asks for it, and agree first with the people concerned what it may use. Keep the originals: such a body keeps "
        "evidence for later prosecutions."
    ),
}

COUNCIL_BEFORE: Mapping[str, "StrPromise"] = {
    "lobby-council.after-vote": _(
        "On %(country)s the Council adopted %(resolution)s on %(adopted)s by a vote: %(vote)s. Main sponsors: %(sponsors)s. "
        "Speak first with those who table the next text, then with members that abstained."
    ),
    "lobby-council.after-consensus": _(
        "On %(country)s the Council adopted %(resolution)s on %(adopted)s without a vote. Main sponsors: %(sponsors)s. Speak "
        "first with those who table the next text."
    ),
    "lobby-council.after-resolution": _(
        "On %(country)s the Council adopted %(resolution)s in %(adopted)s. We found neither its vote nor its sponsors: look "
        "them up in OHCHR's voting library, and speak first with those who table the next text."
    ),
    "seek-resolution.renewal": _(
        "At session %(session)s the Council decides whether these go on: %(due)s. Ask the States that table the text to renew "
        "them and to take up your point."
    ),
    "seek-resolution.was-due": _(
        "At session %(session)s these fell due: %(due)s. We did not find whether the Council renewed them. Look it up first, "
        "then ask the States that table the text to take up your point."
    ),
}
"""What the Council decided before on a State, and what of it falls due again."""
