"""What of conversations can be translated by hand."""

from driehoek.backbone.translation.translating import translatable
from driehoek.features.conversations.models import Message

translatable("gesprek", Message, lambda message: message.texts)
