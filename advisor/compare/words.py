"""Differences in words, in the language of whoever reads."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from advisor.words import labels, names
from advisor.words.factors import FACTORS
from advisor.words.gates import GATE_LABELS, RESULTS
from mechanisms.words import listed, sentences, separated
from rules.dates import PartialDate
from rules.facts.edition import Edition
from rules.vocabulary import DateCode, DateStatus, GateSlug, Result, RouteSlug, Stage, Verdict

from .differences import Difference, Kind


def text(difference: Difference, edition: Edition) -> str:
    """One sentence: what, from what, to what. ``edition`` names States and mandates; one that it does not know keeps its code."""
    said = {"route": labels.ROUTES[difference.route], "what": about(difference, edition)}
    said |= {"before": value(difference, difference.before), "after": value(difference, difference.after)}
    match difference.kind:
        case Kind.VERDICT:
            return _("%(route)s: before “%(before)s”, now “%(after)s”.") % said
        case Kind.RANK:
            return _("%(route)s: before in place %(before)s, now in place %(after)s.") % said
        case Kind.MANDATE if difference.after:
            return _("%(route)s: %(what)s is now among the experts to write to.") % said
        case Kind.MANDATE:
            return _("%(route)s: %(what)s is no longer among the experts to write to.") % said
        case Kind.TIE:
            return _("Too close to choose between: before %(before)s, now %(after)s.") % said
        case Kind.POINTS:
            points = _("%(route)s: before %(before)s of 100 points, now %(after)s.") % said
            return sentences((points, nearness(int(difference.after), edition)))
        case Kind.REST:
            return (
                _("%(route)s: same verdict, place, dates and points; what to do, its reasons or its sources differ.")
                % said
            )
        case _:
            return _("%(route)s – %(what)s: before %(before)s, now %(after)s.") % said


def about(difference: Difference, edition: Edition) -> str:
    """What differs, without its values."""
    match difference.kind:
        case Kind.GATE:
            return str(GATE_LABELS[GateSlug(difference.about)])
        case Kind.STAGE:
            return _state(difference.about, edition)
        case Kind.MANDATE:
            known = {row.slug: row.short_name for row in edition.mandates}
            return known.get(difference.about, difference.about)
        case Kind.DATE:
            code, country, which = difference.about.split("|")
            parts = [str(labels.DATES[DateCode(code)]), _state(country, edition), _which(which, edition)]
            return separated(parts)
        case Kind.FACTOR:
            table, row = difference.about.split("|")
            found = str(FACTORS.get(f"{table}-{row}", ""))
            # A sentence that names what was answered can't be said of a weight alone.
            plain = found if found and "%(" not in found else separated([table, row])
            return _("reason “%(words)s”") % {"words": plain}
    return str(labels.ROUTES[difference.route])


def nearness(points: int, edition: Edition) -> str:
    """How far a score lies from the verdicts above and below its own; nothing for a closed route."""
    if not points:
        return ""
    steps = edition.weights.thresholds
    above = min(((at, name) for name, at in steps.items() if at > points), default=None)
    below = max(((at, name) for name, at in steps.items() if at <= points), default=None)
    said = []
    if above is not None:
        more = above[0] - points
        words = ngettext(
            "%(points)d point more makes it “%(verdict)s”.", "%(points)d points more make it “%(verdict)s”.", more
        )
        said.append(words % {"points": more, "verdict": labels.VERDICTS[Verdict(above[1])]})
    if below is not None:
        less = points - below[0] + 1
        words = ngettext(
            "%(points)d point less, and it is no longer “%(verdict)s”.",
            "%(points)d points less, and it is no longer “%(verdict)s”.",
            less,
        )
        said.append(words % {"points": less, "verdict": labels.VERDICTS[Verdict(below[1])]})
    return sentences(said)


def value(difference: Difference, code: str) -> str:
    """One side of a difference."""
    if not code:
        return _("nothing")
    match difference.kind:
        case Kind.VERDICT:
            return str(labels.VERDICTS[Verdict(code)])
        case Kind.GATE:
            return _("“%(name)s”") % {"name": RESULTS[Result(code)]}
        case Kind.MANDATE:
            return _("named")
        case Kind.TIE:
            return listed([str(labels.ROUTES[RouteSlug(slug)]) for slug in code.split(";")])
        case Kind.FACTOR:
            points = int(code)
            return ngettext("%(points)d point", "%(points)d points", points) % {"points": points}
        case Kind.STAGE:
            return _("“%(name)s”") % {"name": labels.STAGES[Stage(code)]}
        case Kind.DATE:
            day, status = code.split("/")
            certainty = str(labels.DATE_STATUS[DateStatus(status)])
            if not day:
                return certainty
            if status == DateStatus.UNKNOWN:
                certainty = _("how certain is not known")
            return _("%(day)s (%(certainty)s)") % {"day": names.day(PartialDate.parse(day)), "certainty": certainty}
    return code


def _state(code: str, edition: Edition) -> str:
    return edition.states[code].name if code in edition.states else code


def _which(which: str, edition: Edition) -> str:
    if which in edition.treaties:
        return edition.treaties[which].committee
    return _("session %(number)s") % {"number": which} if which else ""
