"""Where the office says when its school is closed."""

from django.urls import path

from driehoek.features.holidays import views

app_name = "holidays"
urlpatterns = [
    path("school/vakanties/", views.holidays, name="list"),
    path("school/<int:pk>/vakanties/nieuw/", views.new, name="new"),
    path("school/<int:pk>/vakanties/landelijk/", views.ministry, name="ministry"),
    path("school/vakanties/<int:pk>/", views.holiday, name="holiday"),
    path("school/vakanties/<int:pk>/weghalen/", views.removal, name="removal"),
]
