"""Where days are written and read."""

from django.urls import path

from driehoek.features.dayreports import views

app_name = "dayreports"
urlpatterns = [
    path("groep/<int:pk>/dag/", views.group_day, name="group"),
    path("kind/<int:pk>/dagen/", views.child_days, name="child"),
]
