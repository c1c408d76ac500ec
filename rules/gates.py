"""Gates that routes share. A gate is law: a condition without which a body does not take a matter up.

Each function takes a ``Situation`` and returns a ``GateResult``. Where an answer is missing, ``possible`` holds every result that
some answer could give; the result is ``unknown`` only if failing is among them, so that a gate never says more than is known.
"""

from collections.abc import Iterable
from dataclasses import replace

from . import vocabulary as v
from .ground import Pair, Situation
from .result import GateResult, Params
from .vocabulary import GateSlug, Result, RouteSlug

PASS, FAIL, ARGUABLE = Result.PASS, Result.FAIL, Result.ARGUABLE
ORDER = {FAIL: 0, Result.UNKNOWN: 1, ARGUABLE: 2, PASS: 3}
"""From shut to open."""

ALONE = {result: frozenset({result}) for result in Result}


def gate(
    slug: GateSlug,
    result: Result,
    code: str,
    source: str,
    possible: Iterable[Result] = (),
    *,
    questions: tuple[str, ...] = (),
    params: Params | None = None,
    low: bool = False,
) -> GateResult:
    """A gate's result; without ``possible`` nothing that is open can change it. ``low``: practice mostly decides against the author."""
    return GateResult(
        slug,
        result,
        f"{slug}.{code}",
        source,
        frozenset(possible) or ALONE[result],
        questions,
        params or {},
        v.Odds.LOW if low else None,
    )


def source_of(s: Situation, route: RouteSlug, slug: GateSlug, fallback: str) -> str:
    """The source of what a route asks for at a gate on the day, as editors keep it."""
    requirement = s.edition.requirement(route, slug, s.day)
    return requirement.source if requirement else fallback


def needed(s: Situation, route: RouteSlug, slug: GateSlug) -> bool:
    """Whether a route asks for this at all on the day. Without a fact the stricter reading holds."""
    requirement = s.edition.requirement(route, slug, s.day)
    return requirement is None or requirement.need != "not-needed"


def not_needed(s: Situation, route: RouteSlug, slug: GateSlug, fallback: str) -> GateResult:
    """A condition that this procedure does not have."""
    return gate(slug, Result.NOT_NEEDED, f"not-needed.{route}", source_of(s, route, slug, fallback))


def for_cases(s: Situation, found: GateResult) -> GateResult:
    """A condition that cases alone must meet: not needed where there is none, and perhaps not where that is not known."""
    if s.about_cases is False:
        return gate(found.gate, Result.NOT_NEEDED, "no-case", found.source)
    if s.about_cases is None:
        open_to = tuple(q for q in ("information", "scale") if getattr(s.scenario, q) is None)
        return replace(found, possible=found.possible | {Result.NOT_NEEDED}, questions=(*found.questions, *open_to))
    return found


def domestic_remedies(s: Situation, route: RouteSlug, fallback: str, *, stays: bool = False) -> GateResult:
    """Exhausted passes; ineffective or unreasonably prolonged can be argued; otherwise it fails.

    ``stays``: the body can ask a State to wait, so a remedy which does not stop what is about to happen need not be exhausted (Brada v.
    France, CAT/C/34/D/195/2002; Tebourski v. France, CAT/C/38/D/300/2006). Source: Council resolution 5/1, annex, para. 87(g); OP-ICCPR
    art. 5(2)(b); CAT art. 22(5)(b) and the like.
    """
    slug = GateSlug.DOMESTIC_REMEDIES
    source = source_of(s, route, slug, fallback)
    if not needed(s, route, slug):
        return not_needed(s, route, slug, fallback)
    imminent = stays and s.scenario.urgency is v.Urgency.IMMINENT
    match s.scenario.remedies:
        case None:
            found = gate(slug, Result.UNKNOWN, "unknown", source, (PASS, ARGUABLE, FAIL), questions=("remedies",))
        case v.Remedies.EXHAUSTED:
            found = gate(slug, PASS, "pass", source)
        case v.Remedies.INEFFECTIVE:
            found = gate(slug, ARGUABLE, "arguable", source)
        case remedies if imminent:
            found = _in_danger(s, source)
        case remedies:
            open_to = (ARGUABLE, FAIL) if stays and s.scenario.urgency is None else ()
            found = gate(slug, FAIL, f"fail.{remedies}", source, open_to, questions=("urgency",) if open_to else ())
    return for_cases(s, found)


def _in_danger(s: Situation, source: str) -> GateResult:
    """A remedy is left while something is about to happen: what counts is whether it stops it."""
    slug = GateSlug.DOMESTIC_REMEDIES
    match s.scenario.remedy_stops_it:
        case v.YesNo.NO:
            return gate(slug, ARGUABLE, "does-not-stop-it", source)
        case v.YesNo.YES:
            return gate(slug, FAIL, "ask-for-a-stay", source)
        case None:
            return gate(
                slug, Result.UNKNOWN, "does-it-stop-it", source, (ARGUABLE, FAIL), questions=("remedy_stops_it",)
            )


def victim_consent(s: Situation, route: RouteSlug, fallback: str, *, closes: bool) -> GateResult:
    """Without the victim's agreement a complaint is not taken; for letters by experts it is a condition to meet first.

    Who cannot be asked may be spoken for: Human Rights Committee, rule 99(b); OP-CEDAW art. 2; OP-ICESCR art. 2; OP-CRC-IC art. 5(2).
    """
    slug = GateSlug.VICTIM_CONSENT
    source = source_of(s, route, slug, fallback)
    against = FAIL if closes else ARGUABLE
    match s.scenario.consent:
        case None:
            found = gate(slug, Result.UNKNOWN, "unknown", source, (PASS, ARGUABLE, against), questions=("consent",))
        case v.Consent.NOT_GIVEN:
            found = gate(slug, against, "fail" if closes else "condition", source)
        case v.Consent.NOT_ASKED if closes:
            found = gate(slug, Result.UNKNOWN, "not-asked", source, (PASS, FAIL))
        case v.Consent.NOT_ASKED:
            found = gate(slug, ARGUABLE, "ask-first", source)
        case v.Consent.CANNOT_ASK:
            found = gate(slug, ARGUABLE if closes else PASS, "cannot-ask" if closes else "cannot-ask.letter", source)
        case _:
            found = gate(slug, PASS, "pass", source)
    return for_cases(s, found)


def identified_author(
    s: Situation, route: RouteSlug, fallback: str, *, withheld: Result = PASS, low: bool = False
) -> GateResult:
    """An author whom the UN does not know is not heard. Source: OP-ICCPR art. 3; resolution 5/1, annex, paras 87 and 108.

    ``withheld`` is what it means here that the State may not learn the victim's name: it has to be able to answer a complaint.
    """
    slug = GateSlug.IDENTIFIED_AUTHOR
    source = source_of(s, route, slug, fallback)
    match s.scenario.identification:
        case None:
            found = gate(slug, Result.UNKNOWN, "unknown", source, (PASS, withheld, FAIL), questions=("identification",))
        case v.Identification.ANONYMOUS:
            found = gate(slug, FAIL, "fail", source)
        case v.Identification.NAMES_WITHHELD if withheld is ARGUABLE:
            found = gate(slug, ARGUABLE, "state-must-answer" if low else "state-need-not-know", source, low=low)
        case identification:
            found = gate(slug, PASS, f"pass.{identification}", source)
    return for_cases(s, found)


def letter_author(s: Situation, route: RouteSlug, fallback: str) -> GateResult:
    """Experts do not act on a case from a source that they do not know, while work on a theme goes on without one.

    So an anonymous source closes the route where it holds cases and nothing else, and is arguable where themes are held too.
    """
    plain, themes_only = identified_author(s, route, fallback), (ARGUABLE, FAIL)
    match plain.result, s.scenario.information:
        case Result.UNKNOWN, _:
            found = gate(
                plain.gate, Result.UNKNOWN, "unknown", plain.source, (PASS, *themes_only), questions=plain.questions
            )
        case Result.FAIL, v.Information.INDIVIDUAL_CASES:
            found = gate(plain.gate, FAIL, "fail.cases-only", plain.source)
        case Result.FAIL, None:
            found = gate(
                plain.gate, Result.UNKNOWN, "themes-only", plain.source, themes_only, questions=("information",)
            )
        case Result.FAIL, _:
            found = gate(plain.gate, ARGUABLE, "themes-only", plain.source)
        case _:
            return plain
    return for_cases(s, found)


def treaty_ratified(s: Situation, route: RouteSlug, fallback: str) -> GateResult:
    """Some treaty under which it can be brought binds a State named. A signature does not bind (Vienna Convention art. 14)."""
    slug = GateSlug.TREATY_RATIFIED
    source = source_of(s, route, slug, fallback)
    if not needed(s, route, slug):
        return not_needed(s, route, slug, fallback)
    bound = [pair for pair in s.ground.pairs if pair.bound]
    if bound:
        return gate(slug, PASS, "pass", source, params=named(bound))
    questions = tuple(q for q in ("countries", "themes") if getattr(s.scenario, q) is None)
    if questions:
        return gate(slug, Result.UNKNOWN, "unknown", source, (PASS, FAIL), questions=questions)
    if not s.scenario.countries:
        if s.scenario.regions:
            return gate(slug, Result.UNKNOWN, "region", source, (PASS, FAIL), questions=("countries",))
        open_to = (PASS, FAIL) if s.scenario.regions is None else ()
        return gate(slug, FAIL, "no-state", source, open_to, questions=("regions",) if open_to else ())
    signed = [pair for pair in s.ground.pairs if pair.signed]
    if signed:
        return gate(slug, FAIL, "signed-only", source, params=named(signed))
    return gate(slug, FAIL, "fail", source, params=named(s.ground.pairs))


def named(pairs: Iterable[Pair]) -> Params:
    """State and treaty pairs as sentence parameters, the first dozen of them."""
    return {"treaties": tuple(f"{pair.treaty.slug}@{pair.country}" for pair in pairs)[:12]}
