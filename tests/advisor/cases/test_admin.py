"""Expert cases in the admin: made without typing a code, saved by one at a time, and told whether they hold."""

import io
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from accounts.models import User
from advisor.cases import exchange
from advisor.cases.models import ExpertCase
from tests.mechanisms.admin.filling import filled, said

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edition")]

ANSWERS = {"countries": ["TGO"], "themes": ["torture"], "information": "country-overview"}
CASE = b"name: A case\nwhy: Because.\nas_of: 2026-11-24\nscenario: {effort: weeks}\nexpect: {pointers: [domestic]}\n"


def editor(name: str) -> Client:
    user = User.objects.create_user(name, password="a long enough password", is_staff=True, first_name=name)
    user.groups.set(Group.objects.filter(name="editor"))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def ana() -> Client:
    return editor("Ana")


@pytest.fixture
def ben() -> Client:
    return editor("Ben")


@pytest.fixture
def case() -> ExpertCase:
    return ExpertCase.objects.create(slug="togo", name="Togo", why="w", as_of="2026-11-24", scenario=ANSWERS)


def at(page: str, *args: object) -> str:
    return reverse(f"admin:advisor_expertcase_{page}", args=args)


def answer(client: Client, step: str, **given: Any) -> None:
    response = client.post(reverse("advisor:step", args=[step]), {**given, "go": "next"})
    assert response.status_code == 302, said(response)


def version(response: Any) -> str:
    return response.context["version"]


# --- a case from nothing to its expectations -----------------------------------------------------------------------------


def test_a_case_is_made_with_the_questionnaire_and_by_ticking(ana):
    response = ana.post(
        at("add"), {"name": "Prisons", "slug": "prisons", "why": "As said.", "as_of": "2026-11-24", "active": "on"}
    )
    row = ExpertCase.objects.get()
    assert response.url == at("answers", row.pk)
    assert ana.post(at("answers", row.pk), {"what": "open"}).url == reverse("advisor:resume")
    answer(ana, "places", countries=["TGO"])
    answer(ana, "themes", themes=["torture"])
    assert at("answers", row.pk) in ana.get(reverse("advisor:check")).content.decode()

    page = ana.get(at("answers", row.pk))
    assert "Which States are responsible? – Togo" in said(page)
    response = ana.post(at("answers", row.pk), {"what": "take", "version": version(page)}, follow=True)
    assert response.redirect_chain[-1][0] == at("expectations", row.pk)
    row.refresh_from_db()
    assert row.scenario == {"countries": ["TGO"], "themes": ["torture"]}
    assert "expects nothing yet" in said(response)
    assert at("answers", row.pk) not in ana.get(reverse("advisor:check")).content.decode()

    must = ['["stages","TGO","advocacy"]', '["mandates","torture"]', '["not_mandates","housing"]']
    response = ana.post(at("expectations", row.pk), {"must": must, "version": version(response)}, follow=True)
    row.refresh_from_db()
    assert row.expect == {"mandates": ["torture"], "not_mandates": ["housing"], "stages": {"TGO": "advocacy"}}
    words = said(response)
    assert "On the published facts all 3 expectations hold." in words
    assert "The advice is as expected." in words
    assert "Not among the experts: Adequate housing" in words


def test_answers_are_opened_in_the_questionnaire_and_replace_what_was_there(ana, case):
    answer(ana, "places", countries=["KEN"])
    assert "This replaces the answers" in said(ana.get(at("answers", case.pk)))
    response = ana.post(at("answers", case.pk), {"what": "open"}, follow=True)
    assert response.redirect_chain[-1][0] == reverse("advisor:check")
    assert "Togo" in said(response)
    assert "Kenya" not in said(response)
    assert "are those of the case" in said(ana.get(at("answers", case.pk)))


def test_without_answers_in_the_questionnaire_there_is_nothing_to_take(ana, case):
    page = ana.get(at("answers", case.pk))
    assert 'value="take"' not in page.content.decode()
    response = ana.post(at("answers", case.pk), {"what": "take", "version": version(page)})
    assert "There are no answers in the questionnaire." in said(response)
    case.refresh_from_db()
    assert case.scenario == ANSWERS


def test_the_button_in_the_questionnaire_is_for_editors(client, ana, case):
    ana.post(at("answers", case.pk), {"what": "open"})
    session = client.session
    session["advisor.case"] = case.pk
    session.save()
    assert "Back to the expert case" not in said(client.get(reverse("advisor:check")))
    assert "Back to the expert case" in said(ana.get(reverse("advisor:check")))


def test_expectations_in_vain_are_named_and_kept(ana, case):
    page = ana.get(at("expectations", case.pk))
    must = ['["stages","TGO","adoption"]', '["gates","upr","one-country","pass"]', '["pointers","emergency"]']
    response = ana.post(at("expectations", case.pk), {"must": must, "version": version(page)}, follow=True)
    words = said(response)
    assert "2 of 3 expectations do not hold: " in words
    assert "UPR, Togo: Reviewed: the Council has still to adopt the outcome" in words
    assert "Outside the six routes: Someone is in danger now" in words
    assert said(ana.get(at("changelist"))).count("2 expectations in vain") == 1
    assert said(ana.get(at("expectations", case.pk))).count("not so now") == 2


def test_what_contradicts_itself_is_refused_and_stays_ticked(ana, case):
    page = ana.get(at("expectations", case.pk))
    must = ['["stages","TGO","adoption"]', '["stages","TGO","advocacy"]', '["first","upr"]']
    response = ana.post(at("expectations", case.pk), {"must": must, "version": version(page)})
    assert (
        "expect.stages.TGO: two different results are expected; tick one of them; allowed: adoption, advocacy"
        in said(response)
    )
    assert {box.value for box in response.context["offer"].first if box.ticked} == {'["first","upr"]'}
    case.refresh_from_db()
    assert case.expect == {}


@pytest.mark.parametrize(
    "box",
    ["", "{", '["first","nowhere"]', '["gates","upr","one-country","perhaps"]', '["changes","[]"]', '["dates","7"]'],
)
def test_a_box_made_up_is_refused(ana, case, box):
    page = ana.get(at("expectations", case.pk))
    response = ana.post(at("expectations", case.pk), {"must": [box], "version": version(page)})
    assert response.status_code == 200
    assert "Nothing was saved." in said(response)
    case.refresh_from_db()
    assert case.expect == {}


def test_a_case_that_cannot_be_read_leads_to_its_answers(ana, case):
    ExpertCase.objects.filter(pk=case.pk).update(scenario={"themes": ["gone"]})
    assert "can’t be read" in said(ana.get(at("changelist")))
    assert "The case can’t be read:" in said(ana.get(at("change", case.pk)))
    response = ana.get(at("expectations", case.pk), follow=True)
    assert response.redirect_chain[-1][0] == at("answers", case.pk)
    assert "Themes: 'gone' is not known; allowed: " in said(response)


# --- two at once, and the history -----------------------------------------------------------------------------------------


def test_the_second_of_two_is_told_of_the_first(ana, ben, case):
    bens = version(ben.get(at("expectations", case.pk)))
    anas = version(ana.get(at("expectations", case.pk)))
    ana.post(at("expectations", case.pk), {"must": ['["first","upr"]'], "version": anas})
    sent = {"must": ['["pointers","domestic"]'], "version": bens}
    response = ben.post(at("expectations", case.pk), sent)
    assert "Ana changed this case at" in said(response)
    assert "expectations. Nothing of yours has been saved yet." in said(response)
    case.refresh_from_db()
    assert case.expect == {"first": ["upr"]}
    # What Ben ticked is still ticked, and saved once he has seen it.
    assert [box.ticked for box in response.context["offer"].pointers].count(True) == 1
    ben.post(at("expectations", case.pk), sent | {"version": version(response)})
    case.refresh_from_db()
    assert case.expect == {"pointers": ["domestic"]}


def test_the_second_who_takes_answers_is_told_too(ana, ben, case):
    page = ben.get(at("answers", case.pk))
    answer(ben, "places", countries=["KEN"])
    ana.post(at("change", case.pk), filled(ana.get(at("change", case.pk)), why="Better said."))
    response = ben.post(at("answers", case.pk), {"what": "take", "version": version(page)})
    assert "Ana changed this case at" in said(response)
    case.refresh_from_db()
    assert case.scenario == ANSWERS


def test_the_plain_fields_are_locked_in_the_same_way(ana, ben, case):
    bens = filled(ben.get(at("change", case.pk)), name="From Ben")
    ana.post(at("change", case.pk), filled(ana.get(at("change", case.pk)), name="From Ana"))
    response = ben.post(at("change", case.pk), bens)
    assert "name: was “Togo”, now “From Ana”. You entered “From Ben”" in said(response)


def test_the_history_speaks_in_words_and_goes_back(ana, case):
    page = ana.get(at("expectations", case.pk))
    ana.post(at("expectations", case.pk), {"must": ['["first","upr"]'], "version": version(page)})
    first = case.history.last()
    words = said(ana.get(at("history", case.pk)))
    assert "Ticked what is expected" in words
    assert "Ranked first: Universal Periodic Review (UPR)" in words
    assert "Which States are responsible? Togo" in words
    ana.post(at("restore", case.pk, first.history_id))
    case.refresh_from_db()
    assert case.expect == {}


def test_saving_without_a_change_leaves_no_version(ana, case):
    page = ana.get(at("expectations", case.pk))
    ana.post(at("expectations", case.pk), {"version": version(page)})
    ana.post(at("change", case.pk), filled(ana.get(at("change", case.pk))))
    assert case.history.count() == 1


def test_a_deleted_case_comes_back(ana, case):
    ana.post(at("delete", case.pk), {"post": "yes"})
    assert not ExpertCase.objects.exists()
    assert "Togo" in said(ana.get(at("deleted")))
    version = ExpertCase.history.filter(history_type="+").first()
    ana.post(at("restore", version.id, version.history_id))
    assert ExpertCase.objects.get().scenario == ANSWERS


# --- files ----------------------------------------------------------------------------------------------------------------


def send(client: Client, **files: bytes) -> Any:
    chosen = [SimpleUploadedFile(f"{name}.yaml", content) for name, content in files.items()]
    return client.post(at("import"), {"chosen": chosen})


def test_files_are_looked_at_first_and_then_written(ana, case):
    changed = exchange.as_file(case).replace("Togo\n", "Togo again\n").encode()
    response = send(ana, togo=changed, new=CASE)
    words = said(response)
    assert "2 cases are new or changed." in words
    assert "Togo → Togo again" in words or "Togo Togo again" in words
    assert "Outside the six routes: In the country" in words
    assert ExpertCase.objects.count() == 1
    done = ana.post(at("apply", response.context["upload"].pk), follow=True)
    assert "Imported: 1 cases added, 1 changed, 0 unchanged." in said(done)
    assert set(ExpertCase.objects.values_list("slug", "name")) == {("togo", "Togo again"), ("new", "A case")}
    assert ExpertCase.history.first().history_user.username == "Ana"
    # A second click finds nothing left to write.
    again = ana.post(at("apply", response.context["upload"].pk), follow=True)
    assert "no longer here" in said(again)


def test_all_faults_of_all_files_are_named_and_nothing_can_be_written(ana):
    response = send(ana, one=CASE.replace(b"weeks", b"never"), two=CASE.replace(b"domestic", b"nowhere"), three=CASE)
    words = said(response)
    assert "2 faults. Nothing was saved." in words
    assert "one.yaml: effort:" in words
    assert "two.yaml: expect.pointers: 'nowhere' is not known; allowed: domestic, emergency" in words
    assert response.context["upload"] is None
    assert not ExpertCase.objects.exists()


def test_too_large_files_and_none_are_refused(ana):
    assert "big.yaml is larger than 512 KB." in said(send(ana, big=b"#" * (512 * 1024 + 1)))
    assert "This field is required." in said(ana.post(at("import"), {}))
    flood = ana.post(at("import"), {"chosen": SimpleUploadedFile("flood.yaml", b"#" * (6 * 1024 * 1024))})
    assert flood.status_code == 413


def test_what_somebody_else_sent_cannot_be_written(ana, ben):
    upload = send(ana, new=CASE).context["upload"]
    assert "no longer here" in said(ben.post(at("apply", upload.pk), follow=True))
    assert not ExpertCase.objects.exists()


def test_one_case_and_all_of_them_come_out_as_files_and_back(ana):
    call_command("load_cases", stdout=io.StringIO())
    every = ana.get(at("export"))
    assert every["Content-Disposition"] == 'attachment; filename="expert-cases.yaml"'
    response = send(ana, every=every.content)
    assert "There is nothing to write." in said(response)
    row = ExpertCase.objects.first()
    one = ana.get(at("file", row.pk))
    assert f'filename="{row.slug}.yaml"' in one["Content-Disposition"]
    assert "There is nothing to write." in said(send(ana, **{row.slug: one.content}))
    assert ana.get(at("export") + "?q=nubian").content.decode().count("scenario:") == 1


def test_the_list_asks_the_database_little(ana, django_assert_max_num_queries):
    call_command("load_cases", stdout=io.StringIO())
    ana.get(at("changelist"))
    with django_assert_max_num_queries(12):
        page = ana.get(at("changelist"))
    assert said(page).count("as expected") == min(50, ExpertCase.objects.count())
    assert "Nubian" in said(ana.get(at("changelist") + "?q=KENYA+papers"))


def test_before_anything_is_published_cases_say_so(ana, case):
    from advisor.editions.models import Publication

    Publication.objects.all().delete()
    assert "nothing is published yet" in said(ana.get(at("changelist")))
    for page in ("answers", "expectations"):
        response = ana.get(at(page, case.pk), follow=True)
        assert response.redirect_chain[-1][0] == at("change", case.pk)
        assert "Nothing is published yet" in said(response)
    assert ana.get(at("import")).status_code == 404


def test_saved_advice_under_change_never_gets_into_a_case(ana, case):
    from advisor.saved.models import SavedAdvice

    owner = User.objects.get(username="Ana")
    saved = SavedAdvice.objects.create(
        owner=owner, name="mine", draft={"answers": {"countries": ["KEN"]}}, keep_until="2027-11-24"
    )
    assert ana.post(reverse("advisor:saved-answers", args=[saved.pk])).status_code in (302, 200)
    page = ana.get(at("answers", case.pk))
    assert "you are changing saved advice" in said(page)
    for what in ("take", "open"):
        ana.post(at("answers", case.pk), {"what": what, "version": version(page)})
    case.refresh_from_db()
    assert case.scenario == ANSWERS
    assert "Kenya" in said(ana.get(reverse("advisor:check")))
