"""Addresses of the pages about results."""

from django.urls import path

from driehoek.features.results.views import bringing_in, connection, reading

app_name = "results"
urlpatterns = [
    path("resultaten/", reading.family, name="family"),
    path("kind/<int:pk>/resultaten/", reading.child, name="child"),
    path("mijn/resultaten/", reading.mine, name="mine"),
    path("mijn/resultaten/<int:pk>/vertellen/", reading.telling, name="telling"),
    path("school/resultaten/", bringing_in.home, name="home"),
    path("school/resultaten/<int:pk>/", bringing_in.proposal, name="proposal"),
    path("school/resultaten/<int:pk>/kolommen/", bringing_in.columns, name="columns"),
    path("school/resultaten/<int:pk>/akkoord/", bringing_in.agreement, name="agreement"),
    path("school/resultaten/<int:pk>/niet-doen/", bringing_in.refusal, name="refusal"),
    path("school/<int:pk>/resultaten/koppeling/", connection.connection, name="connection"),
    path("school/<int:pk>/resultaten/koppeling/ophalen/", connection.fetching, name="fetching"),
    path("school/<int:pk>/resultaten/koppeling/proef/", connection.trying, name="trying"),
    path("school/<int:pk>/resultaten/koppeling/weg/", connection.removal, name="cutting"),
    path("school/<int:pk>/resultaten/moment/", bringing_in.terms, name="terms"),
]
