"""The addresses of calendars. None of them ever holds an answer."""

from django.urls import path

from advisor.questions.addresses import in_draft
from advisor.saved.urls import SAVED

from . import views

urlpatterns = [
    in_draft("advice/calendar/", views.of_draft, name="advice-calendar"),
    path(f"{SAVED}calendar/", views.of_saved, name="saved-calendar"),
    path("calendar/", views.index, name="calendar"),
    path("calendar/new/", views.new, name="calendar-new"),
    path("calendar/<int:feed>/revoke/", views.revoke, name="calendar-revoke"),
    path("calendar/<str:token>.ics", views.feed, name="calendar-feed"),
]
