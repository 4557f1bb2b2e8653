"""Where moments on the way through school are added and changed; they are read on the page of the child."""

from django.urls import path

from driehoek.features.timeline import views

app_name = "timeline"
urlpatterns = [
    path("kind/<int:pk>/loopbaan/nieuw/", views.new, name="new"),
    path("loopbaan/<int:pk>/", views.change, name="change"),
    path("loopbaan/<int:pk>/weghalen/", views.removal, name="removal"),
]
