"""The addresses of the reference pages. A day may stand in them (``?on=2024-01-31``); what somebody searches for may not."""

from django.urls import path

from mechanisms import views

app_name = "mechanisms"

urlpatterns = [
    path("", views.index, name="index"),
    path("routes/<slug:slug>/", views.route, name="route"),
    path("compare/", views.compare, name="compare"),
    path("mandates/", views.mandates, name="mandates"),
    path("mandates/<slug:slug>/", views.mandate, name="mandate"),
    path("themes/<slug:slug>/", views.theme, name="theme"),
    path("states/", views.states, name="states"),
    path("states/<str:iso3>/", views.state, name="state"),
    path("treaties/", views.treaties, name="treaties"),
    path("treaties/<slug:slug>/", views.treaty, name="treaty"),
    path("council/", views.council, name="council"),
    path("calendar/", views.calendar, name="calendar"),
    path("glossary/", views.glossary, name="glossary"),
    path("help/", views.guidance, name="help"),
]
