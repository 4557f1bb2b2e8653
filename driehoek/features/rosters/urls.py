"""Addresses of the roster pages."""

from django.urls import path

from driehoek.features.rosters import views

app_name = "rosters"
urlpatterns = [
    path("school/gegevens/", views.home, name="home"),
    path("school/gegevens/<int:pk>/", views.proposal, name="proposal"),
    path("school/gegevens/<int:pk>/kolommen/", views.columns, name="columns"),
    path("school/gegevens/<int:pk>/akkoord/", views.agreement, name="agreement"),
    path("school/gegevens/<int:pk>/niet-doen/", views.refusal, name="refusal"),
]
