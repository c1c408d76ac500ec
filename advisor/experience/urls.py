"""The addresses of how routes went. None of them ever holds an answer."""

from django.urls import path

from . import views

urlpatterns = [
    path("experience/", views.index, name="experience"),
    path("experience/<uuid:organisation>/", views.own, name="experience-own"),
    path("experience/<uuid:organisation>/<slug:route>/", views.tell, name="experience-tell"),
    path("experience/<uuid:organisation>/<slug:route>/withdraw/", views.withdraw, name="experience-withdraw"),
]
