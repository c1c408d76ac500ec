"""The addresses of the pages of news, under the editors' side."""

from django.urls import path

from . import views

app_name = "news"

urlpatterns = [
    path("holder/", views.holder, name="holder"),
    path("treaty/", views.treaty, name="treaty"),
    path("deadline/", views.deadline, name="deadline"),
    path("session/", views.session, name="session"),
    path("source/", views.source, name="source"),
]
