"""Addresses of the pages about children, groups and pupils."""

from django.urls import path

from driehoek.surfaces.children import views, weekly

app_name = "children"
urlpatterns = [
    path("kinderen/", views.children, name="list"),
    path("kind/<int:pk>/", views.child, name="detail"),
    path("kind/<int:pk>/loopbaan/", views.timeline, name="timeline"),
    path("kind/<int:pk>/week/<str:name>/", weekly.week, name="week"),
    path("kind/<int:pk>/week/<str:name>/vertellen/", weekly.telling, name="week_telling"),
    path("over-mij/", views.me, name="me"),
    path("werk/", views.work, name="work"),
    path("heen-en-weer/", views.two_way, name="two_way"),
    path("groep/<int:pk>/", views.group, name="group"),
    path("leerlingen/", views.pupils, name="pupils"),
    path("leerlingen/<int:pk>/", views.pupil, name="pupil"),
]
