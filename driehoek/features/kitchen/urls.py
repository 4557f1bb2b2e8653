"""What a child does at the kitchen table herself."""

from django.urls import path

from driehoek.features.kitchen import views

app_name = "kitchen"
urlpatterns = [
    path("keukentafel/vraag-mij/", views.wish, name="wish"),
    path("keukentafel/vraag-mij/<int:pk>/weghalen/", views.wish_removal, name="wish_removal"),
    path("keukentafel/nadenken/", views.reflection, name="reflection"),
    path("keukentafel/nadenken/<int:pk>/weghalen/", views.reflection_removal, name="reflection_removal"),
]
