"""Addresses of choosing how one hears of school."""

from django.urls import path

from driehoek.features.choices import views

app_name = "choices"
urlpatterns = [
    path("ik/meldingen/", views.own, name="own"),
    path("ik/meldingen/telefoon/", views.phone, name="phone"),
    path("ik/meldingen/telefoon/<int:pk>/uit/", views.phone_ending, name="phone_ending"),
    path("ik/meldingen/overzicht/", views.digest_time, name="digest_time"),
    path("ik/meldingen/gekomen/", views.came, name="came"),
    path("ik/meldingen/soorten/", views.kinds, name="kinds"),
    path("ik/meldingen/kind/<int:pk>/", views.of_child, name="of_child"),
    path("ik/meldingen/school/<int:pk>/", views.of_school, name="of_school"),
    path("school/nieuws/", views.schools, name="schools"),
    path("school/<int:pk>/nieuws/", views.offers, name="offers"),
]
