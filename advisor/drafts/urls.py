"""The addresses of drafts. None of them ever holds an answer."""

from django.urls import path

from advisor.questions.addresses import in_draft
from advisor.saved.urls import SAVED

from . import brief_views, views

urlpatterns = [
    in_draft("advice/outline/", views.outline, name="outline"),
    in_draft("advice/brief/", brief_views.of_draft, name="advice-brief"),
    path(f"{SAVED}brief/", brief_views.of_saved, name="saved-brief"),
    path(f"{SAVED}drafts/", views.index, name="drafts"),
    path(f"{SAVED}drafts/begin/", views.begin, name="draft-begin"),
    path(f"{SAVED}drafts/<uuid:key>/", views.edit, name="draft"),
    path(f"{SAVED}drafts/<uuid:key>/file/", views.download, name="draft-file"),
    path(f"{SAVED}drafts/<uuid:key>/delete/", views.delete, name="draft-delete"),
]
