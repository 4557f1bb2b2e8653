"""Where assignments are given, where they are done, and the same on paper."""

from django.urls import path

from driehoek.features.career.views import at_home, at_school

app_name = "career"
urlpatterns = [
    path("groep/<int:pk>/loopbaan/", at_school.desk, name="desk"),
    path("groep/<int:pk>/loopbaan/<slug:key>/terug/", at_school.taking_back, name="taking_back"),
    path("groep/<int:pk>/loopbaan/<slug:key>/papier/", at_school.sheets, name="sheets"),
    path("kind/<int:student>/loopbaan/thuis/", at_home.assignments, name="list"),
    path("kind/<int:student>/loopbaan/thuis/<int:pk>/", at_home.assignment, name="assignment"),
    path("kind/<int:student>/loopbaan/thuis/<int:pk>/papier/", at_home.sheet, name="sheet"),
    path("loopbaan/antwoord/<int:pk>/meenemen/", at_home.bringing, name="bringing"),
    path("loopbaan/antwoord/<int:pk>/weghalen/", at_home.removal, name="removal"),
]
