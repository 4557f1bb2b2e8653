"""Addresses of faces."""

from django.urls import path

from driehoek.features.portraits import views

app_name = "portraits"
urlpatterns = [
    path("gezicht/<str:token>/", views.portrait, name="portrait"),
    path("ik/gezicht/", views.own, name="own"),
    path("ik/gezicht/weg/", views.removal, name="removal"),
]
