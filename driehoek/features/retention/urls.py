"""Where somebody reads what is kept of her."""

from django.urls import path

from driehoek.features.retention import views

app_name = "retention"
urlpatterns = [path("ik/vergeten/", views.staying, name="staying")]
