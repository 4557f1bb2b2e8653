"""Addresses about languages."""

from django.urls import path

from driehoek.features.languages.views import interpreter, school, translating

app_name = "languages"
urlpatterns = [
    path("school/talen/", school.home, name="home"),
    path("school/<int:pk>/vertalen/", school.agreement, name="agreement"),
    path("school/<int:pk>/woorden/", school.words, name="words"),
    path("schoolwoord/<int:pk>/weghalen/", school.word_removal, name="word_removal"),
    path("school/<int:pk>/taalhulp/", school.helpers, name="helpers"),
    path("taalhulp/<int:pk>/stoppen/", school.helper_ending, name="helper_ending"),
    path("vertaling/<slug:kind>/<int:pk>/", translating.translations, name="translations"),
    path("vertaling/<slug:kind>/<int:pk>/<slug:language>/", translating.translation, name="translation"),
    path("ik/tolk/", interpreter.interpreter, name="interpreter"),
    path("ik/tolk/<int:pk>/", interpreter.asking, name="interpreter_asking"),
    path("tolk/<int:pk>/klaar/", interpreter.ending, name="interpreter_ending"),
]
