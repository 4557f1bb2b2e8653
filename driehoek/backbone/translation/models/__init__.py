"""The memory of translations, who agreed to what, and the words of a school."""

from driehoek.backbone.translation.models.agreement import Agreement, Helper
from driehoek.backbone.translation.models.term import Term
from driehoek.backbone.translation.models.translation import Changed, Correction, Translation

__all__ = ["Agreement", "Changed", "Correction", "Helper", "Term", "Translation"]
