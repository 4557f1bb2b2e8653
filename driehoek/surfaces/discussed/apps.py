"""Lays work and results beside the points of a talk, which knows neither."""

from django.apps import AppConfig


class DiscussedConfig(AppConfig):
    name = "driehoek.surfaces.discussed"

    def ready(self) -> None:
        from driehoek.features.talks.beside import lay_beside
        from driehoek.surfaces.discussed.showing import with_points

        lay_beside(with_points)
