"""Lays work and results beside the points of a talk, which knows neither."""

from django.apps import AppConfig


class DiscussedConfig(AppConfig):
    name = "driehoek.surfaces.discussed"

    def ready(self) -> None:
        from driehoek.features.talks.laid import lays
        from driehoek.surfaces.discussed.showing import laid_on

        lays(laid_on)
