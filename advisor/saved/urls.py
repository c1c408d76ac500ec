"""The addresses of saved advice. None of them ever holds an answer."""

from django.urls import path

from advisor.questions.addresses import in_draft

from . import answer_views, change_views, history_views, views

SAVED = "saved/<uuid:saved>/"

urlpatterns = [
    path("saved/", views.index, name="saved-list"),
    in_draft("saved/new/", change_views.new, name="saved-new"),
    path(SAVED, views.show, name="saved"),
    path(f"{SAVED}urgent/", views.urgent, name="saved-urgent"),
    path(f"{SAVED}pdf/", views.on_paper, name="saved-pdf"),
    path(f"{SAVED}file/", views.in_one_file, name="saved-file"),
    path(f"{SAVED}history/", views.history, name="saved-history"),
    path(f"{SAVED}history/<int:number>/", views.then, name="saved-then"),
    path(f"{SAVED}changes/", history_views.index, name="saved-changes"),
    path(f"{SAVED}changes/seen/", history_views.mark_seen, name="saved-changes-seen"),
    path(f"{SAVED}compare/", views.compare, name="saved-compare"),
    path(f"{SAVED}compare/<uuid:other>/", views.compared, name="saved-compared"),
    path(f"{SAVED}name/", change_views.name, name="saved-name"),
    path(f"{SAVED}status/", change_views.status, name="saved-status"),
    path(f"{SAVED}notes/", change_views.notes, name="saved-notes"),
    path(f"{SAVED}keep/", change_views.keep, name="saved-keep"),
    path(f"{SAVED}copy/", change_views.copy, name="saved-copy"),
    path(f"{SAVED}delete/", change_views.delete, name="saved-delete"),
    path(f"{SAVED}answers/", answer_views.begin, name="saved-answers"),
    path(f"{SAVED}answers/save/", answer_views.save, name="saved-answers-save"),
    path(f"{SAVED}answers/stop/", answer_views.stop, name="saved-answers-stop"),
    path(f"{SAVED}answers/change/<slug:key>/", answer_views.begin, name="saved-answer"),
    path(f"{SAVED}json/", views.json_file, name="saved-json"),
]
