"""The addresses of the reference pages. They may hold a day (``?on=2024-01-31``), but never what somebody searches for."""

from django.urls import path

from . import (
    agenda,
    comparisons,
    council,
    glossary,
    guidance,
    index,
    mandates,
    places,
    routes,
    states,
    themes,
    treaties,
)

app_name = "mechanisms"

urlpatterns = [
    path("", index.index, name="index"),
    path("routes/<slug:slug>/", routes.route, name="route"),
    path("compare/", comparisons.compare, name="compare"),
    path("mandates/", mandates.mandates, name="mandates"),
    path("mandates/<slug:slug>/", mandates.mandate, name="mandate"),
    path("themes/<slug:slug>/", themes.theme, name="theme"),
    path("places/", places.places, name="places"),
    path("places/names.json", places.names, name="places-names"),
    path("states/", states.states, name="states"),
    path("states/<str:iso3>/", states.state, name="state"),
    path("treaties/", treaties.treaties, name="treaties"),
    path("treaties/<slug:slug>/", treaties.treaty, name="treaty"),
    path("council/", council.council, name="council"),
    path("calendar/", agenda.calendar, name="calendar"),
    path("glossary/", glossary.glossary, name="glossary"),
    path("help/", guidance.guidance, name="help"),
]
