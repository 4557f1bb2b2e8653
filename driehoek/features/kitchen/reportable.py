"""What a child says at the kitchen table can be reported by whoever reads it."""

from django.utils.translation import gettext_lazy

from driehoek.backbone.moderation.reporting import Said, reportable
from driehoek.features.kitchen.models import Reflection, ReflectionVoice, Wish, WishVoice


@reportable("vraag-mij", Wish, kind=gettext_lazy("Vraag van een kind voor thuis"))
def wish(wish: Wish) -> Said:
    return Said(
        author=wish.student, school=wish.school, group=None, words=wish.spoken_text, at=wish.at,
        path=wish.get_absolute_url(), heard=WishVoice.heard_in(wish.pk), about=wish.student,
    )  # fmt: skip


@reportable("nagedacht", Reflection, kind=gettext_lazy("Antwoord van een kind voor thuis"))
def reflection(given: Reflection) -> Said:
    return Said(
        author=given.student, school=given.school, group=None, words=given.text, at=given.at,
        path=given.get_absolute_url(), heard=ReflectionVoice.heard_in(given.pk), about=given.student,
    )  # fmt: skip
