"""A real translation server, as for the memory of translations itself."""

from driehoek.backbone.translation.tests.conftest import interpreter

__all__ = ["interpreter"]
