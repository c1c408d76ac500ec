"""How forms are drawn: the opening, each kind of field, and what is wrong on top of the page."""

from typing import Any

import pytest
from django import forms
from django.template import Context, Template
from django.urls import NoReverseMatch

from advisor.questions.fields import ChoiceField, Option


class Everything(forms.Form):
    """A field of each kind."""

    key = forms.CharField(widget=forms.HiddenInput, required=False, initial="kept")
    name = forms.CharField(label="Your name", help_text="As in your passport.")
    country = forms.ChoiceField(label="Where?", choices=[("KEN", "Kenya")])
    one = forms.ChoiceField(label="Which one?", choices=[("a", "First"), ("b", "Second")], widget=forms.RadioSelect)
    many = forms.MultipleChoiceField(
        label="Which ones?", choices=[("c", "Third"), ("d", "Fourth")], widget=forms.CheckboxSelectMultiple
    )
    agreed = forms.BooleanField(label="We agree")

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("name") == "nobody":
            raise forms.ValidationError("These do not fit together.")
        return self.cleaned_data


def drawn(text: str, **context: Any) -> str:
    """What a template with the house's tags makes of its context."""
    made = Template("{% load forms %}" + text).render(Context({"csrf_token": "the-token", **context}))
    return " ".join(made.split())


def test_the_opening_carries_the_token_and_where_it_goes():
    opening = drawn('{% open_form "advisor:step" "places" novalidate=True hx_post="/x/" %}')
    assert opening == (
        '<form method="post" action="/questions/places/" hx-post="/x/" novalidate>'
        '<input type="hidden" name="csrfmiddlewaretoken" value="the-token">'
    )


def test_it_goes_to_an_address_or_to_where_it_stands():
    assert drawn("{% open_form to=address protected=False %}", address="/a/?b&c") == (
        '<form method="post" action="/a/?b&amp;c">'
    )
    assert drawn("{% open_form protected=False %}") == '<form method="post">'


def test_attributes_without_a_value_are_left_out():
    opening = drawn(
        "{% open_form protected=False data_limit=nothing hidden=no data_count=number %}",
        nothing=None,
        no=False,
        number=1500,
    )
    assert opening == '<form method="post" data-count="1500">'


def test_what_people_wrote_stays_inside_the_attribute():
    assert drawn("{% open_form protected=False data_x=words %}", words='"><script>') == (
        '<form method="post" data-x="&quot;&gt;&lt;script&gt;">'
    )


def test_a_page_that_is_not_there_is_a_fault():
    with pytest.raises(NoReverseMatch):
        drawn('{% open_form "advisor:no-such-page" %}')


def test_each_field_is_drawn_once_by_its_kind():
    page = drawn("{% fields form %}", form=Everything())
    assert page.count('type="hidden" name="key" value="kept"') == 1
    assert '<label class="question-label" for="id_name">Your name</label>' in page
    assert '<p class="hint" id="id_name_helptext">As in your passport.</p>' in page
    assert 'aria-describedby="id_name_helptext"' in page
    assert '<select name="country" class="form-select"' in page
    assert page.count("<fieldset") == 2
    for word in ("Which one?", "Which ones?"):
        assert f'<legend class="question-label">{word}</legend>' in page
    assert page.count('type="radio" name="one"') == 2
    assert page.count('type="checkbox" name="many"') == 2
    assert '<label for="id_agreed">We agree</label>' in page
    assert "error" not in page


def test_what_was_given_stands_there_again():
    page = drawn("{% fields form %}", form=Everything({"name": "Ana <b>", "one": "b", "many": ["d"], "agreed": "on"}))
    assert 'value="Ana &lt;b&gt;"' in page
    for ticked in ('value="b" checked', 'value="d" checked', 'id="id_agreed" checked'):
        assert ticked in page
    assert page.count("checked") == 3


def test_each_line_of_the_summary_leads_to_its_field():
    form = Everything({})
    page = drawn("{% errors form %}{% fields form %}", form=form)
    targets = ["id_name", "id_country", "id_one", "id_many", "id_agreed"]
    for name in targets:
        assert page.count(f'<a href="#{name}">') == 1
        assert f'id="{name}"' in page
    assert page.count('<span class="visually-hidden">Error:</span>') == len(targets)
    assert 'role="alert" tabindex="-1" autofocus' in page


def test_what_concerns_the_whole_form_leads_to_its_first_field():
    form = Everything({"name": "nobody", "country": "KEN", "one": "a", "many": ["c"], "agreed": "on"})
    assert '<a href="#id_name">These do not fit together.</a>' in drawn("{% errors form %}", form=form)


def test_a_form_without_fields_tells_what_is_wrong_without_a_link():
    class Bare(forms.Form):
        def clean(self) -> dict[str, Any]:
            raise forms.ValidationError("Too late.")

    page = drawn("{% errors form %}", form=Bare({}))
    assert "<li>Too late.</li>" in page


def test_there_is_no_summary_where_nothing_is_wrong():
    assert drawn("{% errors form %}", form=Everything()) == ""


def test_a_field_may_bring_its_own_template():
    class Asked(forms.Form):
        is_alone = False
        kind = ChoiceField([Option("yes", "Yes"), Option("no", "No")], label="Is it so?", help_text="A hint.")

    page = drawn("{% fields form %}", form=Asked())
    assert '<details class="why">' in page
    assert page.count('type="radio" name="kind"') == 2


def test_the_token_of_the_request_is_the_one_that_is_sent(client, edition):
    page = client.get("/questions/places/", follow=True).content.decode()
    assert 'id="page-form"' in page
    assert page.count("csrfmiddlewaretoken") == 1
