"""Every form speaks plain words from the start."""

from django.apps import AppConfig

from driehoek.base.shell.form_sentences import say_it_plainly


class ShellConfig(AppConfig):
    name = "driehoek.base.shell"

    def ready(self) -> None:
        say_it_plainly()
