"""Who asked for an interpreter, for the pages of others."""

from driehoek.backbone.translation.interpreting import wishes_are_kept
from driehoek.features.languages.models import InterpreterRequest

wishes_are_kept(InterpreterRequest.objects.visible_to)
