"""Where colleagues find tips for home, and add to them."""

from django.urls import path

from driehoek.features.tips import views

app_name = "tips"
urlpatterns = [
    path("tips/", views.tips, name="library"),
    path("groep/<int:pk>/tips/nieuw/", views.new_tip, name="new"),
    path("tips/<int:pk>/weghalen/", views.removal, name="removal"),
]
