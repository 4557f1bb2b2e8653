"""Addresses of own data."""

from django.urls import path

from driehoek.features.corrections import views

app_name = "corrections"
urlpatterns = [
    path("mijn-gegevens/", views.own, name="own"),
    path("mijn-gegevens/adres/", views.address, name="address"),
    path("kind/<int:pk>/mensen/", views.near, name="near"),
    path("mensen/<int:pk>/weghalen/", views.near_removal, name="near_removal"),
    path("wijzigingen/", views.waiting, name="waiting"),
    path("wijzigingen/<int:pk>/", views.answer, name="answer"),
    path("wijzigingen/mensen/<int:pk>/", views.near_answer, name="near_answer"),
]
