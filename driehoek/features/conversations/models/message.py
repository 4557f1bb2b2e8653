"""One thing said in a conversation, and why it did not wait."""

import datetime as dt

from django.conf import settings
from django.db import models, transaction

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.moderation.rewording import reword, take_back
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import want
from driehoek.facts.people.models import Person
from driehoek.features.conversations.models.attachment import MessageAttachment


class Message(Guarded):
    """Whoever speaks for the school speaks for the team. From `due_at` the other side reads it."""

    conversation = models.ForeignKey("conversations.Conversation", models.CASCADE, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    corner = models.CharField(max_length=6, choices=Corner.choices)
    text = models.TextField(max_length=5_000)
    language = models.CharField(max_length=8, default="nl")
    at = models.DateTimeField()
    due_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)  # it says and carries nothing any more

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

    @property
    def is_taken_back(self) -> bool:
        return self.taken_back_at is not None

    def get_absolute_url(self) -> str:
        return f"/berichten/{self.conversation_id}/#zin-{self.pk}"

    def translate(self, *, at: dt.datetime) -> None:
        """For the other side, before it opens the conversation."""
        readers = {self.conversation.line_of.language, settings.LANGUAGE_CODE}
        want(self.texts.values(), {language.partition("-")[0] for language in readers}, at=at)

    @transaction.atomic
    def edit(self, text: str, *, by: Person, at: dt.datetime) -> None:
        """Other words; what it said is kept apart for a while, and is translated anew."""
        if reword(self, text, school=self.conversation.school, at=at):
            record("conversations.message.edited", self, by=by, at=at)
            self.translate(at=at)

    @transaction.atomic
    def withdraw(self, *, by: Person, at: dt.datetime) -> None:
        """Take back what the others may have read: that something was said stays, and nothing of what. The
        words are kept apart for a while; what went with them is nobody's."""
        kept = Message.objects.select_for_update().filter(pk=self.pk, taken_back_at=None).first()
        if kept is None:
            return
        take_back(kept, school=kept.conversation.school, at=at)
        MessageAttachment.objects.filter(message=kept).delete()
        self.text, self.taken_back_at = "", at
        self.save(update_fields=["text", "taken_back_at"])
        record("conversations.message.withdrawn", self, by=by, at=at)


class Hurry(models.Model):
    """It went out in the evening because of this reason."""

    message = models.OneToOneField(Message, models.CASCADE, related_name="hurry")
    reason = models.CharField(max_length=200)
