"""The addresses of the wizard and of the advice. None of them ever holds an answer."""

from django.urls import path

from advisor.views import advice, api, guests, paper, wizard

app_name = "advisor"
urlpatterns = [
    path("start/", wizard.start, name="start"),
    path("questions/", wizard.resume, name="resume"),
    path("questions/<slug:key>/", wizard.step, name="step"),
    path("check/", wizard.check, name="check"),
    path("check/change/<slug:key>/", wizard.change, name="change"),
    path("advice/", advice.show, name="advice"),
    path("advice/pdf/", paper.advice_pdf, name="advice-pdf"),
    path("urgent/", advice.urgent, name="urgent"),
    path("later/", guests.keep, name="later"),
    path("code/", guests.open_code, name="code"),
    path("code/change/", guests.change, name="code-change"),
    path("draft/delete/", wizard.delete, name="delete"),
    path("leave/", wizard.leave, name="leave"),
    path("leave/done/", wizard.left, name="left"),
    path("api/v1/advice", api.advice, name="api-advice"),
    path("api/v1/openapi.json", api.openapi, name="api-openapi"),
]
