"""What is written can be read: the contrast of every pair of colours that stand on each other, in every look."""

import re
from pathlib import Path

import pytest

SHEETS = Path(__file__).resolve().parents[2] / "static"
LIGHT = ""
DARK = "(prefers-color-scheme: dark)"
CONTRAST = "(prefers-contrast: more)"
LOOKS = {
    "light": [LIGHT],
    "dark": [LIGHT, DARK],
    "light, more contrast": [LIGHT, CONTRAST],
    "dark, more contrast": [LIGHT, DARK, CONTRAST, f"{CONTRAST} and {DARK}"],
    "print": [LIGHT, "print"],
}
TEXT, SEEN = 4.5, 3.0
"""WCAG 2.2 AA: for text (1.4.3), and for what must be seen to use a page (1.4.11)."""
GROUNDS = ("paper", "sheet")
PAIRS = [
    *[(text, ground, TEXT) for text in ("ink", "quiet", "link", "good", "warn", "bad") for ground in GROUNDS],
    *[(name, f"{name}-tint", TEXT) for name in ("good", "warn", "bad", "action")],
    *[
        (text, tint, TEXT)
        for text in ("ink", "quiet")
        for tint in ("action-tint", "good-tint", "warn-tint", "bad-tint")
    ],
    *[("link", tint, TEXT) for tint in ("action-tint", "bad-tint")],
    *[(f"on-{name}", name, TEXT) for name in ("action", "good", "warn", "bad", "inverse", "foot")],
    *[("on-action", "action-hover", TEXT), ("on-inverse", "inverse-hover", TEXT), ("link-hover", "paper", TEXT)],
    *[(line, ground, SEEN) for line in ("line-strong", "action") for ground in GROUNDS],
]


def declared(text: str) -> dict[str, dict[str, str]]:
    """Per condition (none is the empty one) the tokens that it sets."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    found: dict[str, dict[str, str]] = {}
    for condition, body in re.findall(r"(?:@media ([^{]+?) \{\s*)?:root \{(.*?)\}", text, flags=re.DOTALL):
        found.setdefault(condition, {}).update(re.findall(r"--([\w-]+): ([^;]+);", body))
    return found


TOKENS = declared((SHEETS / "tokens.css").read_text(encoding="utf-8"))


def luminance(colour: str) -> float:
    """WCAG's relative luminance of `#rgb` or `#rrggbb`."""
    digits = colour.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_ratio_is_that_of_the_guidelines():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("look", LOOKS)
def test_every_pair_of_colours_has_the_contrast_that_it_needs(look):
    tokens = {name: value for condition in LOOKS[look] for name, value in TOKENS[condition].items()}
    faint = {
        f"{over} on {under}": round(contrast(tokens[over], tokens[under]), 2)
        for over, under, least in PAIRS
        if contrast(tokens[over], tokens[under]) < least
    }
    assert faint == {}


def test_there_are_six_sizes_of_type():
    assert len([name for name in TOKENS[LIGHT] if name.startswith("text-")]) == 6


def test_every_token_that_another_look_sets_exists_in_the_first():
    strangers = {name for tokens in TOKENS.values() for name in tokens} - set(TOKENS[LIGHT])
    assert strangers == set()


@pytest.mark.parametrize("sheet", sorted(SHEETS.glob("*.css")), ids=lambda path: path.name)
def test_no_sheet_names_a_token_that_does_not_exist(sheet):
    text = sheet.read_text(encoding="utf-8")
    own = set(re.findall(r"--([\w-]+):", text))
    used = set(re.findall(r"var\(--([\w-]+)", text))
    assert used - own - set(TOKENS[LIGHT]) - ADMIN == set()


ADMIN = {"body-fg", "body-quiet-color", "error-fg", "hairline-color", "message-warning-bg", "selected-row"}
"""What Django's admin declares for its own pages."""
