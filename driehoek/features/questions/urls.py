"""Where parents of a class ask each other something."""

from django.urls import path

from driehoek.features.questions.views import asking, changing, reading

app_name = "questions"
urlpatterns = [
    path("vragen/", reading.questions, name="list"),
    path("vragen/nieuw/", asking.asking, name="ask"),
    path("vragen/<int:pk>/", reading.question, name="question"),
    path("vragen/<int:pk>/antwoorden/", asking.answering, name="answering"),
    path("vragen/<int:pk>/opgelost/", changing.closing, name="closing"),
    path("vragen/<int:pk>/veranderen/", changing.question_edit, name="question_edit"),
    path("vragen/<int:pk>/weghalen/", changing.question_removal, name="question_removal"),
    path("vragen/antwoord/<int:pk>/veranderen/", changing.answer_edit, name="answer_edit"),
    path("vragen/antwoord/<int:pk>/weghalen/", changing.answer_removal, name="answer_removal"),
]
