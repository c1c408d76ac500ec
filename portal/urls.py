"""Every address of the portal: the wizard and the advice, the reference pages, the editors' admin, health."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path
from django.urls.resolvers import RoutePattern

from advisor.questions.addresses import DraftResolver

from . import design, lost, views

admin.autodiscover()

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("safety/", views.safety, name="safety"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("given-back/", lost.give_back, name="lost"),
    path("given-back/keep/", lost.keep, name="lost-keep"),
    path("design/", design.page, name="design"),
    path("health/live", views.live, name="health-live"),
    path("health/ready", views.ready, name="health-ready"),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
    path("i18n/", include("django.conf.urls.i18n")),
    path("admin/news/", include("mechanisms.admin.news.urls")),
    path("admin/", admin.site.urls),
    path("account/", include("accounts.urls")),
    path("account/", include("allauth.urls")),
    path("reference/", include("mechanisms.reference.urls")),
    DraftResolver(RoutePattern(""), "advisor.urls", app_name="advisor", namespace="advisor"),
]

handler400 = "portal.views.bad_request"
handler403 = "portal.views.permission_denied"
handler404 = "portal.views.page_not_found"
handler500 = "portal.views.server_error"
handler429 = "accounts.views.refusals.too_many"  # not Django's: allauth asks for it
