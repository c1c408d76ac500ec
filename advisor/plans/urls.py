"""The addresses of plans and of the log. None of them ever holds an answer."""

from django.urls import path

from advisor.saved.urls import SAVED

from . import boards, letter_views, views

TASK = f"{SAVED}plan/<int:task>/"
LETTER = f"{SAVED}log/<int:letter>/"
ORGANISATION = "plans/<uuid:organisation>/"
KINDS = ("csv", "xlsx")

urlpatterns = [
    path(f"{SAVED}plan/", views.show, name="plan"),
    path(f"{SAVED}plan/make/", views.make, name="plan-make"),
    path(f"{SAVED}plan/add/", views.add, name="task-add"),
    path(TASK, views.change, name="task"),
    path(f"{TASK}mark/", views.mark, name="task-mark"),
    path(f"{TASK}delete/", views.delete, name="task-delete"),
    path(f"{SAVED}log/", letter_views.show, name="log"),
    path(f"{SAVED}log/add/", letter_views.add, name="letter-add"),
    path(LETTER, letter_views.change, name="letter"),
    path(f"{LETTER}delete/", letter_views.delete, name="letter-delete"),
    path(f"{SAVED}log/outcome/<int:outcome>/", letter_views.outcome, name="outcome"),
    path("plans/", boards.own_board, name="board"),
    path("plans/timeline/", boards.own_timeline, name="timeline"),
    *(path(f"plans/plan.{kind}", boards.own_table, {"kind": kind}, name=f"plan-{kind}") for kind in KINDS),
    path(ORGANISATION, boards.board, name="organisation-board"),
    path(f"{ORGANISATION}timeline/", boards.timeline, name="organisation-timeline"),
    *(
        path(f"{ORGANISATION}plan.{kind}", boards.table, {"kind": kind}, name=f"organisation-plan-{kind}")
        for kind in KINDS
    ),
]
