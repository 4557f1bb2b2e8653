"""Where a mail can be stopped and answered."""

from django.urls import path

from driehoek.backbone.notifications import views

app_name = "notifications"
urlpatterns = [
    path("meldingen/uit/<str:token>/", views.unsubscribe, name="unsubscribe"),
    path("antwoord/<str:token>/", views.answer, name="answer"),
]
