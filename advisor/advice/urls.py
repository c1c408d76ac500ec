"""The addresses of the advice on a visitor's answers. None of them ever holds an answer."""

from django.urls import path

from . import data, paper, views

urlpatterns = [
    path("advice/", views.show, name="advice"),
    path("advice/pdf/", paper.advice_pdf, name="advice-pdf"),
    path("advice/json/", data.advice_json, name="advice-json"),
    path("urgent/", views.urgent, name="urgent"),
]
