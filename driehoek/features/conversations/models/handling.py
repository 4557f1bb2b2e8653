"""What the team does with a conversation: who took it on, that it is done, who was left out."""

from django.db import models

from driehoek.facts.people.models import Person


class Assignment(models.Model):
    """The colleague who took it on."""

    conversation = models.OneToOneField(
        "conversations.Conversation", models.CASCADE, related_name="assignment"
    )
    to = models.ForeignKey(Person, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Done(models.Model):
    """Nothing waits here because this row exists."""

    conversation = models.OneToOneField("conversations.Conversation", models.CASCADE, related_name="done")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class LeftOut(models.Model):
    """A guardian who did not get what the school began, and the reason. Only the team reads this."""

    conversation = models.ForeignKey("conversations.Conversation", models.CASCADE, related_name="left_out")
    adult = models.ForeignKey(Person, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conversation", "adult"], name="left_out_once")]
