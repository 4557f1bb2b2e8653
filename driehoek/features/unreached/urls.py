"""Where the office sees whom no mail reaches."""

from django.urls import path

from driehoek.features.unreached import views

app_name = "unreached"
urlpatterns = [
    path("school/geen-mail/", views.people, name="people"),
    path("school/geen-mail/<int:pk>/opnieuw/", views.again, name="again"),
]
