"""The fixed words of the document. Where the page says the same, they are the same texts, translated once."""

from django.utils.translation import gettext as _


def labels() -> dict[str, str]:
    """The words by the names that the template uses, in the language that is active."""
    return {
        "portal": _("HRC Advisor"),
        "advice_of": _("Advice of"),
        "edition": _("Edition of our facts and rules"),
        "digest": _("Number of this advice"),
        "replay": _("The same answers, edition and day always give the same advice."),
        "shared": _(
            "A copy for sharing: your answers, and the sentences that repeat them, are left out. The advice itself "
            "still shows which States and themes it is about: read it before you pass it on."
        ),
        "private": _("This copy holds your answers. Keep it where nobody finds it who should not."),
        "no_promise": _("No route promises that the UN will act, and the UN can protect nobody physically."),
        "urgent": _("Someone is in danger now."),
        "tie": _(
            "Their points lie so close together that none is clearly better: choose by the effort that they take, or "
            "do both."
        ),
        "none_open": _("Each route below says which condition is not met, and what would open it."),
        "considered": _("You thought of"),
        "warning": _("Before you write:"),
        "brief": _("Two pages for a meeting"),
        "none_open_brief": _("The full advice says of each route which condition is not met, and what would open it."),
        "why": _("Why"),
        "but": _("But"),
        "also": _("Also:"),
        "next_dates": _("The next dates"),
        "notes": _("Notes"),
        "numbered": _("Numbered as in the full advice, which lists them all."),
        "now": _("What to do now"),
        "find_out": _("What to find out first"),
        "glance": _("At a glance"),
        "route": _("Route"),
        "fit": _("How well it fits"),
        "points": _("Points of 100"),
        "bars_key": _("Dark: certain. Hatched: what open answers may add. The line marks the score."),
        "timeline": _("The next 18 months"),
        "timeline_none": _("No date of the next 18 months is known."),
        "timeline_key": _("A point is a day, a bar a month known no closer."),
        "confirmed": _("Confirmed"),
        "tentative": _("Tentative: it may still move"),
        "estimated": _("Our estimate, not published"),
        "all_dates": _("All dates"),
        "when": _("When"),
        "what": _("What"),
        "certainty": _("How certain"),
        "no_day": _("No day yet"),
        "routes": _("All six routes"),
        "routes_lead": _(
            "In the order in which they fit what you told us. Points are our own judgement, with a reason each; "
            "conditions come from the rules of the UN."
        ),
        "shut": _("Why it is not open"),
        "opener": _("What would open it:"),
        "doings": _("What to do"),
        "write_to": _("Whom to write to"),
        "write_all": _("Write to all of these in one letter."),
        "write_how": _("Tick or name each of them; they can act together."),
        "form": _("Form:"),
        "mail": _("E-mail:"),
        "write_also": _("Also, but only under a condition:"),
        "uncertain": _("not certain: check before you name the person"),
        "renewal": _("Was due for renewal; whether it was renewed has not been checked."),
        "to_experts": _("To all experts named under this route, in one letter:"),
        "go_on": _("Go on here:"),
        "committees": _("Which committee"),
        "judged_for": _("As they stand at one committee:"),
        "conditions": _("Conditions"),
        "condition": _("Condition"),
        "result": _("Result"),
        "reason": _("Reason"),
        "points_short": _("Points"),
        "reasons": _("Why these points"),
        "reasons_sum": _("The points are added up and kept between 0 and 100."),
        "bindings": _("Treaties and committees"),
        "ratified": _("Ratified or joined:"),
        "accepted": _("Complaints accepted:"),
        "time": _("Time:"),
        "limit": _("The State’s own limit:"),
        "seen": _("Who sees what"),
        "seen_state": _("The State"),
        "seen_public": _("The public"),
        "seen_un": _("The UN"),
        "balance": _("For and against"),
        "pros": _("For"),
        "cons": _("Against"),
        "experience": _("What is known about its use"),
        "changes": _("What would change this advice"),
        "unknowns": _("Most worth finding out"),
        "order": _("Order and conflicts"),
        "doors": _("Other doors"),
        "supports": _("Who and what can help"),
        "answers": _("Your answers"),
        "aside": _("Set aside, since they do not apply:"),
        "sources": _("Sources"),
        "old": _("Due to be checked again: look before you rely on it."),
        "machine": _(
            "No legal statement here is made up by a machine as you read: the same answers always meet the same "
            "rules and the same sentences."
        ),
    }
