"""Where urgent notices are written, read and followed, and the page that anybody may read."""

from django.urls import path

from driehoek.features.alerts import views

app_name = "alerts"
urlpatterns = [
    path("school/<int:pk>/dringend/", views.new, name="new"),
    path("school/dringend/", views.earlier, name="earlier"),
    path("dringend-bericht/<int:pk>/", views.alert, name="alert"),
    path("dringend-bericht/<int:pk>/voortgang/", views.progress, name="progress"),
    path("dringend-bericht/<int:pk>/intrekken/", views.withdrawal, name="withdrawal"),
    path("dringend-bericht/<int:pk>/bellen/", views.calls, name="calls"),
    path("dringend-bericht/<int:pk>/bellen/<int:person>/", views.call, name="call"),
    path("dringend/<slug:address>/", views.public, name="public"),
]
