"""Where timetables are brought, read and changed."""

from django.urls import path, register_converter

from driehoek.features.timetable import views
from driehoek.features.timetable.week import DayConverter

register_converter(DayConverter, "day")
app_name = "timetable"
urlpatterns = [
    path("rooster/", views.own, name="own"),
    path("kind/<int:pk>/rooster/", views.of_student, name="student"),
    path("groep/<int:pk>/rooster/", views.of_group, name="group"),
    path("les/<int:pk>/<day:day>/", views.lesson, name="lesson"),
    path("school/rooster/", views.bring, name="bring"),
    path("school/rooster/akkoord/", views.agreement, name="agreement"),
]
