"""What the sender of a letter hears, at the address that we know of her."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.letterbox.models import Response
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.letter import Words
from driehoek.backbone.notifications.notices import Notice, notice
from driehoek.facts.people.models import Person

Kind = Response.Kind
CALL = _("Is het belangrijk? Bel dan de school.")
SUBJECTS: dict[str, Words] = {
    Kind.FILES: _("Niet alles uit je mail kwam aan"),
    Kind.STOPPED: _("Je krijgt hierover geen mail meer"),
}


@notice("letterbox.letter.doubted")
def is_this_yours(entry: Entry) -> Notice | None:
    response = entry.subject
    if not isinstance(response, Response) or response.kind != Kind.DOUBT:
        return None
    said: tuple[Words, ...] = (
        Kind.DOUBT.label,
        _("Wij sturen het pas door als jij zegt dat het van jou is."),
    )
    return _to_the_sender(response, _("Schreef jij dit?"), said)


@notice("letterbox.letter.answered")
def what_became_of_it(entry: Entry) -> Notice | None:
    response = entry.subject
    if not isinstance(response, Response):
        return None
    kind = Kind(response.kind)
    said: list[Words] = [kind.label]
    if kind == Kind.STOPPED:
        said += [Category(name).label for name in response.details]
    else:
        said += [*response.details, CALL]
    subject = SUBJECTS.get(kind, _("Je antwoord is niet aangekomen"))
    return _to_the_sender(response, subject, tuple(said))


def _to_the_sender(response: Response, subject: Words, said: tuple[Words, ...]) -> Notice:
    return Notice(
        to=Person.objects.filter(pk=response.person_id),
        category=Category.TASKS,
        about=About(),
        subject=subject,
        paragraphs=said,
        action=_("Kies hoe je nieuws krijgt") if response.kind == Kind.STOPPED else _("Open Driehoek"),
        path=reverse(settings.SHELL_OWN_PAGE) if response.kind == Kind.STOPPED else "/",
        hats=("home",),
    )
