"""Where families tell something, and where it is read."""

from django.urls import path

from driehoek.features.stories.views import reading, telling

app_name = "stories"
urlpatterns = [
    path("van-thuis/", reading.stories, name="list"),
    path("van-thuis/nieuw/", telling.beginning, name="begin"),
    path("van-thuis/<int:pk>/", reading.story, name="story"),
    path("van-thuis/<int:pk>/versturen/", telling.sending, name="sending"),
    path("van-thuis/<int:pk>/veranderen/", telling.editing, name="editing"),
    path("van-thuis/<int:pk>/weghalen/", telling.removal, name="removal"),
    path("van-thuis/<int:pk>/kring/", reading.showing, name="showing"),
    path("groep/<int:pk>/kring/", reading.circle, name="circle"),
]
