"""Addresses of two questions a term."""

from django.urls import path

from driehoek.features.pulse.views import answering, leading

app_name = "pulse"
urlpatterns = [
    path("twee-vragen/<int:pk>/", answering.answer, name="answer"),
    path("school/twee-vragen/", leading.overview, name="overview"),
    path("school/<int:pk>/twee-vragen/nieuw/", leading.new, name="new"),
    path("school/twee-vragen/<int:pk>/", leading.round_, name="round"),
    path("school/twee-vragen/<int:pk>/aanpassen/", leading.change, name="change"),
    path("school/twee-vragen/<int:pk>/weg/", leading.removal, name="removal"),
]
