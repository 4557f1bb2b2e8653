"""The first steps of who is new: language, own data, how she hears of school, photos, a first talk. What is
done and what is open is told from the facts themselves; nothing is kept about the list."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from driehoek.backbone.access.parts import read
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules.meeting import guardian_groups
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import amsterdam, day_in_words, day_of
from driehoek.facts.people.models import Person
from driehoek.features.choices.mailbox import mailbox_of
from driehoek.features.consents.questions import open_questions
from driehoek.features.conversations.proposals import open_proposals
from driehoek.features.introductions.models import Trait
from driehoek.features.talks.coming import first_talks


@dataclass(frozen=True)
class Step:
    """One thing to do, on the page where it is always done. That page leads back here."""

    icon: str
    title: str
    meta: str
    address: str
    is_done: bool

    @property
    def url(self) -> str:
        return f"{self.address}?{urlencode({'next': reverse('home:first_steps')})}"


class FirstSteps:
    """Of one person at one moment, the open ones before those that are done."""

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        steps = list(steps_of(viewer))
        self.open = [step for step in steps if not step.is_done]
        self.done = [step for step in steps if step.is_done]


def steps_of(me: Viewer) -> Iterator[Step]:
    """In the order in which one begins."""
    yield language(me)
    yield own_data(me)
    yield roads(me)
    yield from photos(me)
    yield from talks(me)
    if guardian_groups(me):
        yield introduction(me)


def language(me: Viewer) -> Step:
    name = dict(settings.LANGUAGES).get(me.person.language, "Nederlands")
    return Step("translate-bold", _("Taal"), str(name), reverse("shell:language"), is_done=True)


def own_data(me: Viewer) -> Step:
    known = bool(me.person.mobile and me.person.email)
    right = _("School kent je nummer en je e-mail. Kloppen ze?")
    meta = right if known else _("School mist je nummer of je e-mail.")
    address = reverse("corrections:own")
    return Step("identification-card-bold", _("Mijn gegevens"), meta, address, is_done=known)


def roads(me: Viewer) -> Step:
    meta = _("Per e-mail, als er nieuws is") if mailbox_of(me) else _("Kies hoe nieuws bij jou komt.")
    title = _("Hoe hoor ik van school?")
    return Step("bell-bold", title, meta, reverse("choices:own"), is_done=bool(mailbox_of(me)))


def photos(me: Viewer) -> Iterator[Step]:
    """For each child she answers for, and for a student who decides herself."""
    unasked = {question.student.pk for question in read(open_questions(me))}
    for child in rows(Person, me, may="consent_for").order_by("-birth_date", "pk"):
        own = child.pk == me.person.pk
        title = _("Mijn foto's") if own else _("Foto's van %(name)s") % {"name": child.name}
        meta = _("Mag dat? Kies ja of nee.") if child.pk in unasked else _("Je gaf antwoord.")
        address = reverse("consents:photos", args=[child.pk])
        yield Step("camera-plus-bold", title, meta, address, is_done=child.pk not in unasked)


def talks(me: Viewer) -> Iterator[Step]:
    """A time that school proposed, and the talks that are planned."""
    for proposal in open_proposals(me):
        meta = _("School stelt een tijd voor. Past die?")
        address = reverse("conversations:conversation", args=[proposal.request.conversation_id])
        yield Step("calendar-check-bold", _("Een gesprek"), meta, address, is_done=False)
    for side in first_talks(me):
        talk = side.talk
        when = {"day": day_in_words(day_of(talk.moment), today=me.today)}
        when["time"] = f"{amsterdam(talk.moment):%H:%M}"
        title = f"{talk.called} · {talk.student.name}"
        meta = _("%(day)s om %(time)s") % when
        yield Step("chats-circle-bold", title, meta, talk.get_absolute_url(), is_done=side.is_ready)


def introduction(me: Viewer) -> Step:
    told = Trait.objects.visible_to(me).filter(person=me.person).exists()
    meta = _("Je vertelde iets van jezelf.") if told else _("Wat mag de klas van jou weten?")
    return Step("users-three-bold", _("Kennismaken"), meta, reverse("introductions:own"), is_done=told)
