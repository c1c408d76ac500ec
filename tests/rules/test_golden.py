"""Nothing that the rules say changes unseen: expert cases and sampled scenarios give what they gave, on the same kept facts.

A change made on purpose: write them anew (`python -m tests.rules.golden`), and say in the commit what moved and why.
"""

import pytest

from rules import vocabulary as v
from rules.questions import QUESTIONS

from . import golden, shipped
from .sampler import samples

BATCH = 100
SHOWN = 3
ALL = tuple(samples(shipped.edition(), golden.NUMBER))
KEPT = golden.kept_samples()


@pytest.mark.parametrize("path", golden.case_files(), ids=lambda path: path.stem)
def test_an_expert_case_gets_the_advice_that_it_got(path):
    kept = golden.kept_case(path).read_text(encoding="utf-8")
    assert golden.difference(kept, golden.of_case(path)) == ""


@pytest.mark.parametrize("start", range(0, golden.NUMBER, BATCH))
def test_sampled_scenarios_get_the_advice_that_they_got(start):
    batch = ALL[start : start + BATCH]
    changed = [text for sample in batch if (text := golden.changed(sample, KEPT[sample.number]))]
    assert not changed, f"{len(changed)} of {BATCH} changed; the first:\n" + "\n\n".join(changed[:SHOWN])


def test_every_case_and_sample_has_its_golden_result():
    assert {path.stem for path in (golden.GOLDEN / "cases").iterdir()} == {path.stem for path in golden.case_files()}
    assert len(KEPT) == len(ALL)


def test_the_samples_answer_every_question_in_every_way():
    given = {(question, str(answer)) for sample in ALL for question, answer in sample.answers.items()}
    for question in QUESTIONS:
        assert any(slug == question.slug for slug, _ in given), question.slug
        if question.kind == "choice":
            assert {answer for slug, answer in given if slug == question.slug} == set(question.allowed)


@pytest.mark.parametrize(
    ("line", "slugs"),
    [
        (". {}: ", v.RouteSlug),
        (": {} ", v.Verdict),
        ("gate {}.", v.GateSlug),
        (": {} ", v.Stage),
        (": {}\n", v.SequenceReason),
        ("pointer {}:", v.PointerSlug),
        ("do {}:", v.ActionSlug),
    ],
    ids=["routes", "verdicts", "gates", "stages", "steps", "pointers", "actions"],
)
def test_the_samples_reach_all_that_the_rules_can_say(line, slugs):
    text = "\n".join(KEPT) + "\n"
    assert [slug for slug in slugs if line.format(slug) not in text] == []
