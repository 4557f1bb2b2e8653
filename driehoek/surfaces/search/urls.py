"""The address of the search page."""

from django.urls import path

from driehoek.surfaces.search import views

app_name = "search"
urlpatterns = [path("zoeken/", views.search, name="search")]
