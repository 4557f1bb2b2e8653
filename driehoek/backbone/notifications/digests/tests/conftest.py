"""A story to tell."""

from driehoek.backbone.notifications.tests.conftest import told_story

__all__ = ["told_story"]
