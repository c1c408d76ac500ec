"""The addresses of the wizard, of the advice, and of saved advice. None of them ever holds an answer."""

from django.urls import path

from advisor.views import advice, api, paper, saved, saved_answers, saved_changes, wizard

app_name = "advisor"
SAVED = "saved/<uuid:saved>/"

urlpatterns = [
    path("start/", wizard.start, name="start"),
    path("questions/", wizard.resume, name="resume"),
    path("questions/<slug:key>/", wizard.step, name="step"),
    path("check/", wizard.check, name="check"),
    path("check/change/<slug:key>/", wizard.change, name="change"),
    path("advice/", advice.show, name="advice"),
    path("advice/pdf/", paper.advice_pdf, name="advice-pdf"),
    path("urgent/", advice.urgent, name="urgent"),
    path("draft/delete/", wizard.delete, name="delete"),
    path("leave/", wizard.leave, name="leave"),
    path("leave/done/", wizard.left, name="left"),
    path("saved/", saved.index, name="saved-list"),
    path("saved/new/", saved_changes.new, name="saved-new"),
    path(SAVED, saved.show, name="saved"),
    path(f"{SAVED}urgent/", saved.urgent, name="saved-urgent"),
    path(f"{SAVED}pdf/", saved.on_paper, name="saved-pdf"),
    path(f"{SAVED}history/", saved.history, name="saved-history"),
    path(f"{SAVED}history/<int:number>/", saved.then, name="saved-then"),
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
    path("api/v1/advice", api.advice, name="api-advice"),
    path("api/v1/openapi.json", api.openapi, name="api-openapi"),
]
