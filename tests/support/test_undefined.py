"""A misspelt variable in a template of ours fails the test that renders it; other people's templates are left alone."""

import pytest
from django.template import Context, Engine

from .undefined import Undefined, UndefinedVariable


@pytest.fixture
def render(tmp_path):
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"

    def run(text, included="", **variables):
        for folder, content in ((ours, text), (theirs, included)):
            folder.mkdir()
            (folder / f"{folder.name}.html").write_text(content)
        engine = Engine(dirs=[str(ours), str(theirs)], string_if_invalid=Undefined(ours))
        return engine.get_template("ours.html").render(Context(variables))

    return run


@pytest.mark.parametrize(
    "text", ["{{ missing }}", "{{ known.missing }}", "{{ missing|upper }}", "{% if 1 %}{{ missing }}{% endif %}"]
)
def test_a_missing_variable_fails(render, text):
    with pytest.raises(UndefinedVariable, match=r"ours\.html: (known\.)?missing is not defined"):
        render(text, known={})


@pytest.mark.parametrize("text", ["{{ known }}", "{% if missing %}x{% endif %}", "{% firstof missing known %}"])
def test_a_question_whether_it_is_there_is_allowed(render, text):
    render(text, known="a")


def test_templates_of_others_behave_as_usual(render):
    assert render("{% include 'theirs.html' %}", "[{{ missing|default:'as usual' }}]") == "[as usual]"
