"""The addresses of the wizard and of the advice. None of them ever holds an answer."""

from django.urls import path

from advisor.views import advice, api, drafts, paper, wizard

app_name = "advisor"
urlpatterns = [
    path("start/", wizard.start, name="start"),
    path("questions/", wizard.resume, name="resume"),
    path("questions/<slug:key>/", wizard.step, name="step"),
    path("check/", wizard.check, name="check"),
    path("check/change/<slug:key>/", wizard.change, name="change"),
    path("advice/", advice.show, name="advice"),
    path("advice/pdf/", paper.advice_pdf, name="advice-pdf"),
    path("advice/outline/", drafts.outline, name="outline"),
    path("urgent/", advice.urgent, name="urgent"),
    path("draft/delete/", wizard.delete, name="delete"),
    path("leave/", wizard.leave, name="leave"),
    path("leave/done/", wizard.left, name="left"),
    path("saved/<uuid:saved_id>/drafts/", drafts.index, name="drafts"),
    path("saved/<uuid:saved_id>/drafts/begin/", drafts.begin, name="draft-begin"),
    path("saved/<uuid:saved_id>/drafts/<uuid:draft_id>/", drafts.edit, name="draft"),
    path("saved/<uuid:saved_id>/drafts/<uuid:draft_id>/file/", drafts.download, name="draft-file"),
    path("saved/<uuid:saved_id>/drafts/<uuid:draft_id>/delete/", drafts.delete, name="draft-delete"),
    path("api/v1/advice", api.advice, name="api-advice"),
    path("api/v1/openapi.json", api.openapi, name="api-openapi"),
]
