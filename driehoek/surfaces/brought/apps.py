"""Lays it beside every talk."""

from django.apps import AppConfig


class BroughtConfig(AppConfig):
    name = "driehoek.surfaces.brought"

    def ready(self) -> None:
        from driehoek.features.talks.beside import lay_beside
        from driehoek.surfaces.brought.laying import from_home

        lay_beside(from_home)
