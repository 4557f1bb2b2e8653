"""One page."""

from django.urls import path

from tests.bench.floor.views import floor

urlpatterns = [path("", floor)]
