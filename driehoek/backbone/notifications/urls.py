"""Where a mail can be stopped and answered, and where a week can be read."""

from django.urls import path

from driehoek.backbone.notifications import views

app_name = "notifications"
urlpatterns = [
    path("meldingen/uit/<str:token>/", views.unsubscribe, name="unsubscribe"),
    path("meldingen/bericht/<uuid:message>/", views.ringing, name="ringing"),
    path("meldingen/uit/overzicht/<str:token>/", views.stop_the_digest, name="stop_digest"),
    path("deze-week/", views.week, name="week"),
    path("lees/<str:token>/", views.one_page, name="one_page"),
    path("lees/<str:token>/<int:number>/", views.one_page_voice, name="one_page_voice"),
    path("antwoord/<str:token>/", views.answer, name="answer"),
]
