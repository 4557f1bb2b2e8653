"""Addresses of the office's pages about adults and children."""

from django.urls import path

from driehoek.features.guardianships import views

app_name = "guardianships"
urlpatterns = [
    path("gezag/", views.waiting, name="waiting"),
    path("gezag/groep/<int:pk>/", views.group, name="group"),
    path("gezag/kind/<int:pk>/", views.student, name="student"),
    path("gezag/kind/<int:pk>/beperking/", views.restriction, name="restriction"),
    path("gezag/kind/<int:pk>/bescherming/", views.protection, name="protection"),
    path("gezag/<int:pk>/akkoord/", views.approval, name="approval"),
    path("gezag/<int:pk>/toegang/", views.grant, name="grant"),
    path("gezag/<int:pk>/einde/", views.ending, name="ending"),
    path("gezag/beperking/<int:pk>/einde/", views.lifting, name="lifting"),
]
