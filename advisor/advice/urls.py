"""The addresses of the advice on a visitor's answers. None of them ever holds an answer."""

from django.urls import path

from advisor.questions.addresses import in_draft

from . import data, one_file, paper, views

urlpatterns = [
    in_draft("advice/", views.show, name="advice"),
    in_draft("advice/pdf/", paper.advice_pdf, name="advice-pdf"),
    in_draft("advice/json/", data.advice_json, name="advice-json"),
    in_draft("advice/file/", one_file.advice_file, name="advice-file"),
    path("examples/<slug:slug>/", views.example, name="example"),
    in_draft("urgent/", views.urgent, name="urgent"),
]
