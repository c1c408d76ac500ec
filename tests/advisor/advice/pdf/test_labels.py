"""The template and its words fit together."""

import re
from pathlib import Path

from advisor.advice.pdf import labels

TEMPLATE = Path(labels.__file__).with_name("template")
# The words for the certainty of a date are asked for by the date's status.
BY_STATUS = {"confirmed", "tentative", "estimated"}


def test_every_word_that_the_template_asks_for_is_there_and_none_is_left_over():
    text = "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATE.glob("*.typ"))
    asked = set(re.findall(r"\bl\.([a-z_]+)", text)) - {"at"}
    assert asked | BY_STATUS == set(labels.labels())


def test_the_template_evaluates_nothing_and_reads_no_file_but_its_own():
    for path in TEMPLATE.glob("*.typ"):
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"\b(eval|read|plugin|image|csv|yaml|xml|toml|bibliography)\(", text) == []
        assert set(re.findall(r'#import "([^"]+)"', text)) <= {other.name for other in TEMPLATE.glob("*.typ")}
