"""Where somebody lays work beside a point."""

from django.urls import path

from driehoek.surfaces.discussed import views

app_name = "discussed"
urlpatterns = [path("gesprekken/punt/<int:pk>/erbij/", views.laying, name="laying")]
