"""Addresses of the own page."""

from django.urls import path

from driehoek.features.profile import views

app_name = "profile"
urlpatterns = [
    path("ik/", views.settings, name="settings"),
    path("ik/weergave/", views.look, name="look"),
]
