"""Addresses of letters on paper: at school, and behind the code that stands on one."""

from django.urls import path

from driehoek.features.paper.views import at_school, by_code

app_name = "paper"
urlpatterns = [
    path("papier/<int:pk>/", at_school.group, name="group"),
    path("papier/<int:pk>/nieuw/", at_school.run, name="run"),
    path("papier/<int:pk>/printen/", at_school.sheets, name="sheets"),
    path("papier/<int:pk>/meegegeven/", at_school.handed, name="handed"),
    path("papier/<int:pk>/wie/", at_school.readers, name="readers"),
    path("papier/brief/<int:pk>/opnieuw/", at_school.copy, name="copy"),
    path("papier/brief/<int:pk>/antwoord/", at_school.answers, name="answers"),
    path("brief/", by_code.code_form, name="code_form"),
    path("brief/<str:code>/", by_code.letter, name="letter"),
]
