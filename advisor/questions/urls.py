"""The addresses of the questionnaire. None of them ever holds an answer."""

from django.urls import path

from . import views
from .addresses import in_draft

urlpatterns = [
    path("start/", views.start, name="start"),
    in_draft("questions/", views.resume, name="resume"),
    path("questions/names.json", views.names, name="names"),
    in_draft("questions/<slug:key>/", views.step, name="step"),
    in_draft("check/", views.check, name="check"),
    in_draft("check/change/<slug:key>/", views.change, name="change"),
    in_draft("check/more/<slug:key>/", views.more, name="more"),
    in_draft("check/<slug:way>/<slug:key>/preview/", views.preview, name="preview"),
    in_draft("draft/delete/", views.delete, name="delete"),
    path("drafts/delete/", views.delete_all, name="delete-all"),
    path("leave/", views.leave, name="leave"),
    path("leave/done/", views.left, name="left"),
]
