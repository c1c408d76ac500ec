"""The addresses of the wizard, of the advice, and of saved advice. None of them ever holds an answer."""

from django.urls import path

from advisor.views import (
    advice,
    api,
    boards,
    changes,
    data,
    guests,
    letters,
    notices,
    paper,
    plans,
    saved,
    saved_answers,
    saved_changes,
    shared,
    sharing,
    wizard,
)

app_name = "advisor"
SAVED = "saved/<uuid:saved>/"
TASK = f"{SAVED}plan/<int:task>/"
LETTER = f"{SAVED}log/<int:letter>/"
ORGANISATION = "plans/<uuid:organisation>/"
KINDS = ("csv", "xlsx")

urlpatterns = [
    path("start/", wizard.start, name="start"),
    path("questions/", wizard.resume, name="resume"),
    path("questions/<slug:key>/", wizard.step, name="step"),
    path("check/", wizard.check, name="check"),
    path("check/change/<slug:key>/", wizard.change, name="change"),
    path("advice/", advice.show, name="advice"),
    path("advice/pdf/", paper.advice_pdf, name="advice-pdf"),
    path("advice/json/", data.advice_json, name="advice-json"),
    path("urgent/", advice.urgent, name="urgent"),
    path("later/", guests.keep, name="later"),
    path("code/", guests.open_code, name="code"),
    path("code/change/", guests.change, name="code-change"),
    path("draft/delete/", wizard.delete, name="delete"),
    path("leave/", wizard.leave, name="leave"),
    path("leave/done/", wizard.left, name="left"),
    path("notices/", notices.settings, name="notices"),
    path("notices/off/<str:signed>/", notices.off, name="notices-off"),
    path("saved/", saved.index, name="saved-list"),
    path("saved/new/", saved_changes.new, name="saved-new"),
    path(SAVED, saved.show, name="saved"),
    path(f"{SAVED}urgent/", saved.urgent, name="saved-urgent"),
    path(f"{SAVED}pdf/", saved.on_paper, name="saved-pdf"),
    path(f"{SAVED}history/", saved.history, name="saved-history"),
    path(f"{SAVED}history/<int:number>/", saved.then, name="saved-then"),
    path(f"{SAVED}changes/", changes.index, name="saved-changes"),
    path(f"{SAVED}changes/seen/", changes.mark_seen, name="saved-changes-seen"),
    path(f"{SAVED}compare/", saved.compare, name="saved-compare"),
    path(f"{SAVED}compare/<uuid:other>/", saved.compared, name="saved-compared"),
    path(f"{SAVED}name/", saved_changes.name, name="saved-name"),
    path(f"{SAVED}status/", saved_changes.status, name="saved-status"),
    path(f"{SAVED}notes/", saved_changes.notes, name="saved-notes"),
    path(f"{SAVED}keep/", saved_changes.keep, name="saved-keep"),
    path(f"{SAVED}copy/", saved_changes.copy, name="saved-copy"),
    path(f"{SAVED}delete/", saved_changes.delete, name="saved-delete"),
    path(f"{SAVED}answers/", saved_answers.begin, name="saved-answers"),
    path(f"{SAVED}answers/save/", saved_answers.save, name="saved-answers-save"),
    path(f"{SAVED}answers/stop/", saved_answers.stop, name="saved-answers-stop"),
    path(f"{SAVED}answers/change/<slug:key>/", saved_answers.begin, name="saved-answer"),
    path(f"{SAVED}json/", data.saved_json, name="saved-json"),
    path(f"{SAVED}plan/", plans.show, name="plan"),
    path(f"{SAVED}plan/make/", plans.make, name="plan-make"),
    path(f"{SAVED}plan/add/", plans.add, name="task-add"),
    path(TASK, plans.change, name="task"),
    path(f"{TASK}mark/", plans.mark, name="task-mark"),
    path(f"{TASK}delete/", plans.delete, name="task-delete"),
    path(f"{SAVED}log/", letters.show, name="log"),
    path(f"{SAVED}log/add/", letters.add, name="letter-add"),
    path(LETTER, letters.change, name="letter"),
    path(f"{LETTER}delete/", letters.delete, name="letter-delete"),
    path(f"{SAVED}log/outcome/<int:outcome>/", letters.outcome, name="outcome"),
    path("plans/", boards.own_board, name="board"),
    path("plans/timeline/", boards.own_timeline, name="timeline"),
    *(path(f"plans/plan.{kind}", boards.own_table, {"kind": kind}, name=f"plan-{kind}") for kind in KINDS),
    path(ORGANISATION, boards.board, name="organisation-board"),
    path(f"{ORGANISATION}timeline/", boards.timeline, name="organisation-timeline"),
    *(
        path(f"{ORGANISATION}plan.{kind}", boards.table, {"kind": kind}, name=f"organisation-plan-{kind}")
        for kind in KINDS
    ),
    path(f"{SAVED}sharing/", sharing.links, name="saved-sharing"),
    path(f"{SAVED}sharing/<int:link>/withdraw/", sharing.withdraw, name="saved-sharing-withdraw"),
    path("shared/<str:token>/", shared.show, name="shared"),
    path("shared/<str:token>/pdf/", shared.on_paper, name="shared-pdf"),
    path("api/v1/advice", api.advice, name="api-advice"),
    path("api/v1/openapi.json", api.openapi, name="api-openapi"),
]
