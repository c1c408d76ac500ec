"""An advice for eyes that should not see the answers, on a page and on paper alike."""

from dataclasses import replace

from .cards import Card
from .page import AdvicePage


def without_answers(page: AdvicePage) -> AdvicePage:
    """Without the sentences that repeat answers (conditions, reasons, what would change it, open questions), and without the number
    of the advice, with which guessed answers could be tested."""
    return replace(
        page,
        digest="",
        changes=(),
        unknowns=(),
        leaders=tuple(_card(card) for card in page.leaders),
        cards=tuple(_card(card) for card in page.cards),
    )


def _card(card: Card) -> Card:
    return replace(card, gates=tuple(replace(gate, text="") for gate in card.gates), reasons=())
