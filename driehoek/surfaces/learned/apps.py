"""Says it to the kitchen table, which does not know the news."""

from django.apps import AppConfig


class LearnedConfig(AppConfig):
    name = "driehoek.surfaces.learned"

    def ready(self) -> None:
        from driehoek.features.kitchen.learned import learn_from
        from driehoek.surfaces.learned.themes import first_theme

        learn_from(first_theme)
