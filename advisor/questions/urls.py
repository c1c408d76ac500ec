"""The addresses of the questionnaire. None of them ever holds an answer."""

from django.urls import path

from . import views

urlpatterns = [
    path("start/", views.start, name="start"),
    path("questions/", views.resume, name="resume"),
    path("questions/names.json", views.names, name="names"),
    path("questions/<slug:key>/", views.step, name="step"),
    path("check/", views.check, name="check"),
    path("check/change/<slug:key>/", views.change, name="change"),
    path("check/more/<slug:key>/", views.more, name="more"),
    path("draft/delete/", views.delete, name="delete"),
    path("leave/", views.leave, name="leave"),
    path("leave/done/", views.left, name="left"),
]
