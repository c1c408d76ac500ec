"""The addresses of links for sharing and of answers under a code. None of them ever holds an answer."""

from django.urls import path

from advisor.questions.addresses import in_draft
from advisor.saved.urls import SAVED

from . import guest_views, shared_views, views

urlpatterns = [
    in_draft("later/", guest_views.keep, name="later"),
    path("code/", guest_views.open_code, name="code"),
    path("code/change/", guest_views.change, name="code-change"),
    path(f"{SAVED}sharing/", views.links, name="saved-sharing"),
    path(f"{SAVED}sharing/<int:link>/withdraw/", views.withdraw, name="saved-sharing-withdraw"),
    path("shared/<str:token>/", shared_views.show, name="shared"),
    path("shared/<str:token>/pdf/", shared_views.on_paper, name="shared-pdf"),
]
