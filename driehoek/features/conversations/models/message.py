"""One thing said in a conversation, and why it did not wait."""

from django.db import models

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.facts.people.models import Person


class Message(Guarded):
    """Whoever speaks for the school speaks for the team. From `due_at` the other side reads it."""

    conversation = models.ForeignKey("conversations.Conversation", models.CASCADE, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    corner = models.CharField(max_length=6, choices=Corner.choices)
    text = models.TextField(max_length=5_000)
    language = models.CharField(max_length=8, default="nl")
    at = models.DateTimeField()
    due_at = models.DateTimeField()

    carried: "list[Attachment]"  # filled in by whoever shows it
    told: Told  # its text for one reader, put there by put_in_words()

    class Meta:
        indexes = [
            models.Index(fields=["conversation", "due_at"]),
            models.Index(fields=["author", "at"]),
        ]

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        if not self.text:
            return {}
        talk = self.conversation
        return {"text": Text(self.text, self.language, talk.school_id, within=talk.within)}

    @property
    def spoken_text(self) -> str:
        """As it is read aloud: what is said, not who said it, which stands above it in every language."""
        return self.text

    def get_absolute_url(self) -> str:
        return f"/berichten/{self.conversation_id}/#zin-{self.pk}"


class Hurry(models.Model):
    """It went out in the evening because of this reason."""

    message = models.OneToOneField(Message, models.CASCADE, related_name="hurry")
    reason = models.CharField(max_length=200)
