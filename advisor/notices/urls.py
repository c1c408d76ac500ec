"""The addresses of notices. None of them ever holds an answer."""

from django.urls import path

from . import views

urlpatterns = [
    path("notices/", views.settings, name="notices"),
    path("notices/off/<str:signed>/", views.off, name="notices-off"),
]
