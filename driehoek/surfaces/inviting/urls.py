"""Where a mentor finds whom she may invite."""

from django.urls import path

from driehoek.surfaces.inviting import views

app_name = "inviting"
urlpatterns = [
    path("misschien-een-gesprek/", views.mentor_list, name="list"),
    path("kind/<int:pk>/misschien-een-gesprek/", views.student, name="student"),
    path("kind/<int:pk>/misschien-een-gesprek/niet-nodig/", views.setting_aside, name="setting_aside"),
]
