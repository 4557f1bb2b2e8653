"""The demo's own pages; installed only when the settings say DEMO."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "driehoek.surfaces.demo"
    label = "demo"
