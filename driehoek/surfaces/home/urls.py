"""Addresses of Vandaag and what belongs to it."""

from django.urls import path

from driehoek.surfaces.home import views

app_name = "home"
urlpatterns = [
    path("", views.today, name="today"),
    path("keukentafel/", views.table, name="table"),
    path("keukentafel/mail/<str:token>/", views.mailed_table, name="mailed_table"),
    path("keukentafel/<slug:key>/gepraat/", views.talked, name="talked"),
    path("eerste-stappen/", views.first_steps, name="first_steps"),
    path("nog-doen/", views.todos, name="todos"),
]
