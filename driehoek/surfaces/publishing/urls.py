"""Where something that was written goes another way as well."""

from django.urls import path

from driehoek.surfaces.publishing import views

app_name = "publishing"
urlpatterns = [
    path("bericht/<int:pk>/nieuwsbrief/", views.newsletter, name="newsletter"),
    path("bericht/<int:pk>/brief/", views.letter, name="letter"),
    path("school/nieuwsbrief/blok/<int:pk>/bericht/", views.post, name="post"),
    path("school/twee-vragen/<int:pk>/bericht/", views.outcome, name="outcome"),
]
