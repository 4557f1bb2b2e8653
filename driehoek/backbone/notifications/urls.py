"""Where a mail can be stopped and answered."""

from django.urls import path

from driehoek.backbone.notifications import views

app_name = "notifications"
urlpatterns = [
    path("meldingen/uit/<str:token>/", views.unsubscribe, name="unsubscribe"),
    path("meldingen/bericht/<uuid:message>/", views.ringing, name="ringing"),
    path("antwoord/<str:token>/", views.answer, name="answer"),
]
