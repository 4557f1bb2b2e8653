"""Reporting something, and keeping order."""

from django.urls import path

from driehoek.backbone.moderation import views

app_name = "moderation"
urlpatterns = [
    path("melden/<slug:word>/<int:pk>/", views.report, name="report"),
    path("weggehaald/<int:pk>/", views.hiding, name="hiding"),
    path("orde/", views.order, name="order"),
    path("orde/<int:pk>/", views.case, name="case"),
    path("orde/<int:pk>/besluit/", views.verdict, name="verdict"),
    path("orde/stil/", views.silence, name="silence"),
    path("orde/stil/<int:pk>/voorbij/", views.lifting, name="lifting"),
    path("orde/afspraken/<int:pk>/", views.conduct, name="conduct"),
]
