"""Addresses of the roster pages."""

from django.urls import path

from driehoek.features.rosters.views import bringing_in, connection

app_name = "rosters"
urlpatterns = [
    path("school/gegevens/", bringing_in.home, name="home"),
    path("school/gegevens/<int:pk>/", bringing_in.proposal, name="proposal"),
    path("school/gegevens/<int:pk>/kolommen/", bringing_in.columns, name="columns"),
    path("school/gegevens/<int:pk>/akkoord/", bringing_in.agreement, name="agreement"),
    path("school/gegevens/<int:pk>/niet-doen/", bringing_in.refusal, name="refusal"),
    path("school/<int:pk>/gegevens/koppeling/", connection.connection, name="connection"),
    path("school/<int:pk>/gegevens/koppeling/ophalen/", connection.fetching, name="fetching"),
    path("school/<int:pk>/gegevens/koppeling/proef/", connection.trying, name="trying"),
    path("school/<int:pk>/gegevens/koppeling/weg/", connection.removal, name="cutting"),
]
