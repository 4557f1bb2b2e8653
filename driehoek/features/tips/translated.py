"""What of the library can be translated by hand: the tips of a school's own."""

from driehoek.backbone.translation.translating import translatable
from driehoek.features.tips.models import Tip

translatable("tip", Tip, lambda tip: tip.texts)
