"""A quick question in a post: two to six answers, one for each person, and never a name beside one."""

import datetime as dt

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.translation.texts import Text
from driehoek.base.core.text import ended
from driehoek.facts.people.models import Person

FEWEST, MOST = 2, 6  # answers to choose from


class Poll(Guarded):
    """It belongs to one post, and closes at a time. What was answered can be changed until then."""

    class Shows(models.TextChoices):
        """When its readers see how it stands: the author's choice."""

        VOTED = "voted", _("Na je eigen antwoord")
        CLOSED = "closed", _("Als de peiling dicht is")

    post = models.OneToOneField("feed.Post", models.CASCADE, related_name="poll")
    question = models.CharField(max_length=160)
    shows = models.CharField(max_length=6, choices=Shows.choices, default=Shows.VOTED)
    closes_at = models.DateTimeField()

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name: the question, and each answer by its place."""
        said = {"question": self.question}
        said |= {option.name: option.text for option in self.options.all()}
        return {name: self.text_of(words) for name, words in said.items()}

    def text_of(self, words: str) -> Text:
        """In the language of the post around it."""
        return Text(words, self.post.language, self.post.school_id)

    @property
    def language(self) -> str:
        return self.post.language

    @property
    def spoken_text(self) -> str:
        return "\n".join([self.question, *(ended(option.text) for option in self.options.all())])

    def is_closed(self, now: dt.datetime) -> bool:
        return self.closes_at <= now

    @transaction.atomic
    def offer(self, answers: list[str]) -> None:
        """These are the answers to choose from. Only of a draft: nobody answered yet."""
        PollOption.objects.filter(poll=self).delete()
        PollOption.objects.bulk_create(
            PollOption(poll=self, text=text, position=number) for number, text in enumerate(answers)
        )

    @transaction.atomic
    def answer(self, option: "PollOption", *, by: Person, at: dt.datetime) -> bool:
        """Choose, or choose again. False: it is closed. Not in the journal: that would tell who took part."""
        poll = Poll.objects.select_for_update().get(pk=self.pk)
        if poll.is_closed(at):
            return False
        PollAnswer.objects.update_or_create(
            poll=poll, person=by, defaults={"option": poll.options.get(pk=option.pk), "at": at}
        )
        return True


class PollOption(models.Model):
    """One answer to choose."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="options")
    text = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["poll", "position"], name="one_option_a_place"),
            models.CheckConstraint(
                condition=models.Q(position__lt=MOST), name="no_more_options_than_one_reads"
            ),
        ]

    @property
    def name(self) -> str:
        """Among the texts of its poll."""
        return f"answer{self.position}"


class PollAnswer(Guarded):
    """What one person chose. Only she herself may know."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="+")
    option = models.ForeignKey(PollOption, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["poll", "person"], name="one_answer_each")]
