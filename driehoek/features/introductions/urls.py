"""Addresses of getting to know each other."""

from django.urls import path

from driehoek.features.introductions import views

app_name = "introductions"
urlpatterns = [
    path("ik/kennismaken/", views.own, name="own"),
    path("groep/<int:pk>/klas/", views.meeting, name="class"),
    path("werk/gastles/", views.seeking, name="seek"),
]
