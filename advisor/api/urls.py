"""The addresses for programs. None of them ever holds an answer."""

from django.urls import path

from . import views

urlpatterns = [
    path("api/v1/advice", views.advice, name="api-advice"),
    path("api/v1/openapi.json", views.openapi, name="api-openapi"),
]
