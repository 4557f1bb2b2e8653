"""What of talks can be translated by hand."""

from driehoek.backbone.translation.translating import translatable
from driehoek.features.talks.models import Pledge, Talk

translatable("schoolgesprek", Talk, lambda talk: talk.texts)
translatable("afspraak", Pledge, lambda pledge: pledge.texts)
