"""Answering about photos, and repairing what may no longer be shown."""

from django.urls import path

from driehoek.features.consents.views import answers, repair

app_name = "consents"
urlpatterns = [
    path("kind/<int:pk>/fotos/", answers.photos, name="photos"),
    path("kind/<int:pk>/fotos/antwoord/", answers.answer, name="answer"),
    path("fotos/herstel/", repair.repair, name="repair"),
    path("fotos/herstel/<int:student>/", repair.repaired, name="repaired"),
    path("fotos/herstel/bedek/<int:pk>/", repair.cover_face, name="cover"),
    path("fotos/herstel/bedek/<int:pk>/klaar/", repair.covered, name="covered"),
]
