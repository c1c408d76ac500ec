"""An advice for eyes that should not see the answers, on a page and on paper alike."""

from dataclasses import replace

from .cards import Card
from .page import AdvicePage


def without_answers(page: AdvicePage) -> AdvicePage:
    """Without the sentences that repeat answers (conditions, reasons, warnings, what would change it, open questions, why a committee
    comes second, how large it is), without the routes that somebody had in mind, and without the number of the advice, with
    which guessed answers could be tested."""
    return replace(
        page,
        digest="",
        kind="",
        secrecy=False,
        second=_card(page.second) if page.second else None,
        changes=(),
        unknowns=(),
        considered=(),
        leaders=tuple(_card(card) for card in page.leaders),
        cards=tuple(_card(card) for card in page.cards),
    )


def _card(card: Card) -> Card:
    return replace(
        card,
        short=replace(card.short, because=(), sentence="", against="", undated="", warnings=()),
        gates=tuple(replace(gate, text="") for gate in card.gates),
        reasons=(),
        committees=tuple(replace(row, text="") for row in card.committees if row.best),
    )
