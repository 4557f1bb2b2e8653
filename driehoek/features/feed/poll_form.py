"""The part of the sheet on which a poll is written; the whole part may stay empty."""

import datetime as dt
from typing import Any  # what a form is given

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from driehoek.base.core.clock import at, day_of
from driehoek.features.feed.forms import KEEP, SOME_DAY, Day
from driehoek.features.feed.models import Poll, Post
from driehoek.features.feed.models.poll import FEWEST, MOST

A_WEEK = dt.timedelta(days=7)
EVENING = dt.time(20)


class PollForm(forms.Form):
    """Without a question and answers there is no poll."""

    poll_question = forms.CharField(label=_("Vraag"), max_length=160, required=False)
    poll_answers = forms.CharField(label=_("Antwoorden"), max_length=600, required=False)
    poll_shows = forms.ChoiceField(
        label=_("Wanneer zien ouders de uitslag?"), choices=Poll.Shows.choices, required=False,
        widget=forms.RadioSelect(KEEP),
    )  # fmt: skip
    poll_closes_on = forms.DateField(label=_("Tot en met"), required=False, widget=Day())

    def __init__(self, *args: Any, post: Post, now: dt.datetime, **kwargs: Any) -> None:
        self.post, self.now = post, now
        self.poll = Poll.objects.filter(post=post).first() if post.pk else None
        super().__init__(*args, **kwargs | {"initial": self._initial()})

    def _initial(self) -> dict[str, object]:
        if self.poll is None:
            return {"poll_shows": Poll.Shows.VOTED, "poll_closes_on": day_of(self.now) + A_WEEK}
        return {
            "poll_question": self.poll.question,
            "poll_answers": "\n".join(option.text for option in self.poll.options.all()),
            "poll_shows": self.poll.shows,
            "poll_closes_on": day_of(self.poll.closes_at),
        }

    def clean_poll_answers(self) -> str:
        lines = lines_of(self.cleaned_data["poll_answers"])
        if len(lines) > MOST or any(len(line) > 80 for line in lines):
            raise forms.ValidationError(_("Geef hooguit zes korte antwoorden."))
        return "\n".join(lines)

    def clean_poll_closes_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["poll_closes_on"] or day_of(self.now) + A_WEEK
        if not day_of(self.now) <= day < day_of(self.now) + SOME_DAY:
            raise forms.ValidationError(_("Kies een dag die nog komt."))
        return day

    @property
    def is_empty(self) -> bool:
        return not (self.cleaned_data.get("poll_question") or self.cleaned_data.get("poll_answers"))

    @transaction.atomic
    def keep(self) -> None:
        """Put what is good on the draft. A form without these fields leaves the poll alone, and so does one
        that comes when the post was shared meanwhile: somebody may have answered."""
        if "poll_question" not in self.data or not self.is_valid() or self.post.is_out_of_hand():
            return
        if self.is_empty:
            Poll.objects.filter(post=self.post).delete()
            return
        said = self.cleaned_data
        words = {
            "question": said["poll_question"],
            "shows": said["poll_shows"] or Poll.Shows.VOTED,
            "closes_at": at(said["poll_closes_on"], EVENING),
        }
        poll, _new = Poll.objects.update_or_create(post=self.post, defaults=words)
        poll.offer(lines_of(said["poll_answers"]))

    def lacking(self) -> str:
        """What keeps it from being shared, or nothing."""
        if not self.is_valid() or self.is_empty:
            return ""
        if self.post.student_id:
            return str(_("Een peiling is voor een hele groep."))
        enough = len(lines_of(self.cleaned_data["poll_answers"])) >= FEWEST
        if not (self.cleaned_data["poll_question"] and enough):
            return str(_("Schrijf een vraag en minstens twee antwoorden."))
        return ""


def lines_of(text: str) -> list[str]:
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
