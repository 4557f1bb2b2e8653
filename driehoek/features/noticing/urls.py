"""Addresses of the rules of a school about inviting to a talk."""

from django.urls import path

from driehoek.features.noticing import views

app_name = "noticing"
urlpatterns = [
    path("wanneer-een-gesprek/", views.explained, name="explained"),
    path("school/<int:pk>/wanneer-een-gesprek/", views.rules, name="rules"),
    path("school/wanneer-een-gesprek/<int:pk>/weg/", views.rule_removal, name="rule_removal"),
]
