"""What of the way through school can be translated by hand."""

from driehoek.backbone.translation.translating import translatable
from driehoek.features.timeline.models import Milestone

translatable("mijlpaal", Milestone, lambda milestone: milestone.texts)
