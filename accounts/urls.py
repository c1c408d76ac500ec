"""The addresses of one's own account and of organisations. allauth has its own for signing up and in."""

from django.urls import path

from .views import invitations, organisations, own, sign_ins, visits

app_name = "accounts"
ORGANISATION = "organisations/<uuid:organisation>/"
MEMBER = f"{ORGANISATION}people/<int:membership>/"

urlpatterns = [
    path("", own.settings, name="settings"),
    path("export/", own.export, name="export"),
    path("delete/", own.delete, name="delete"),
    path("deleted/", own.deleted, name="deleted"),
    path("sign-ins/", sign_ins.show, name="sign-ins"),
    path("sign-ins/end/", sign_ins.end, name="sign-in-end"),
    path("sign-ins/everywhere/", sign_ins.everywhere, name="sign-out-everywhere"),
    path("short-visit/", visits.shorten, name="short-visit"),
    path("organisations/new/", organisations.new, name="organisation-new"),
    path(ORGANISATION, organisations.show, name="organisation"),
    path(f"{ORGANISATION}history/", organisations.history, name="organisation-history"),
    path(f"{ORGANISATION}rename/", organisations.rename, name="organisation-rename"),
    path(f"{ORGANISATION}delete/", organisations.delete, name="organisation-delete"),
    path(f"{ORGANISATION}leave/", organisations.leave, name="organisation-leave"),
    path(f"{ORGANISATION}invite/", invitations.invite, name="invite"),
    path(f"{ORGANISATION}invitations/<int:invitation>/withdraw/", invitations.revoke, name="invitation-revoke"),
    path(MEMBER, organisations.member, name="member"),
    path(f"{MEMBER}remove/", organisations.remove, name="member-remove"),
    path(f"{MEMBER}transfer/", organisations.transfer, name="member-transfer"),
    path("invitation/", invitations.invitation, name="invitation"),
    path("invitation/<str:token>/", invitations.arrive, name="arrive"),
]
