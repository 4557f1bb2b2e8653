"""What goes on paper: letters and cards. A code exists in full only while it is printed."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import segno
from django.conf import settings
from django.db import transaction
from django.urls import reverse

from driehoek.backbone.journal.models import record
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.schools.models import Group
from driehoek.features.entry.codes import LONG, digest, fresh, shown
from driehoek.features.entry.inviting import hand_out, invite
from driehoek.features.entry.models import Road, StudentCard


@dataclass(frozen=True)
class Code:
    """One code, as it is read by eye and by camera."""

    text: str
    path: str

    @property
    def url(self) -> str:
        return f"{settings.SITE_URL}{self.path}"

    @property
    def qr(self) -> str:
        """The picture as a data address. Error correction M: a fold in the paper may cost some of it."""
        return str(segno.make(self.url, error="m", micro=False).svg_data_uri(border=2, scale=4))

    @property
    def host(self) -> str:
        """Where it is typed by hand."""
        return f"{settings.SITE_URL.partition('//')[2]}{reverse('entry:code_form')}"


@dataclass(frozen=True)
class LetterSheet:
    """One letter on one page."""

    guardian: Person
    student: Person
    code: Code
    expires_on: dt.date

    @property
    def language(self) -> str:
        wished = self.guardian.language
        return wished if wished in dict(settings.LANGUAGES) else "nl"

    @property
    def direction(self) -> str:
        return "rtl" if self.language in settings.LANGUAGES_BIDI else "ltr"


@dataclass(frozen=True)
class CardSheet:
    student: Person
    code: Code


@transaction.atomic
def print_letters(links: Iterable[Guardianship], *, by: Person, now: dt.datetime) -> list[LetterSheet]:
    """New invitations, on paper. Printing again makes new codes, and the old letters stop working."""
    sheets = []
    for invitation in invite(links, by=by, road=Road.LETTER, now=now):
        text = shown(hand_out(invitation))
        invitation.deliver(now=now)
        link, last_day = invitation.guardianship, day_of(invitation.expires_at) - dt.timedelta(days=1)
        code = Code(text, reverse("entry:welcome", args=[text]))
        sheets.append(LetterSheet(link.guardian, link.student, code, last_day))
    return sheets


@transaction.atomic
def print_cards(students: Iterable[Person], group: Group, *, by: Person, now: dt.datetime) -> list[CardSheet]:
    """New cards for these students, good until the end of the school year. Their old ones stop working."""
    students = list(students)
    StudentCard.objects.filter(student__in=students, withdrawn_at=None).update(withdrawn_at=now)
    sheets = []
    for student in students:
        text = fresh(LONG)
        card = StudentCard.objects.create(
            student=student, group=group, made_by=by, made_at=now, code_hash=digest(text),
            expires_on=group.year.ends_on,
        )  # fmt: skip
        record("entry.studentcard.printed", card, by=by, at=now)
        path = reverse("entry:card", args=[shown(text)])
        sheets.append(CardSheet(student, Code(shown(text), path)))
    return sheets
