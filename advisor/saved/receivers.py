"""Saved advice lends its answers to the questionnaire while they are changed there."""

from advisor.questions import purpose

from . import answers

purpose.register("saved advice", purpose.Purpose(answers.current, answers.stop))
