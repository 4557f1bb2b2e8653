"""What is said in a conversation can be reported by whoever reads it and did not say it."""

import datetime as dt

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from driehoek.backbone.media.models import Attachment
from driehoek.backbone.moderation.reporting import Said, reportable
from driehoek.base.core.clock import day_of
from driehoek.facts.schools.models import Enrolment, Group, GroupKind
from driehoek.features.conversations.models import Conversation, Message, MessageAttachment


@reportable("gesprek", Message, kind=gettext_lazy("Gesprek met school"))
def message(message: Message) -> Said:
    talk = message.conversation
    return Said(
        author=message.author, school=talk.school, group=_class_of(talk, day_of(message.at)),
        words=message.text or _no_words(message), at=message.at, path=message.get_absolute_url(),
        heard=_voices(message),
        about=talk.line_of,
    )  # fmt: skip


def _voices(message: Message) -> list[Attachment]:
    carried = MessageAttachment.of([message])[message.pk]
    return [one for one in carried if one.kind == Attachment.Kind.VOICE]


def _class_of(talk: Conversation, day: dt.date) -> Group | None:
    """Where the leaders may ask: the one class it is about. Of a child whose place must stay secret, none."""
    sits = Enrolment.objects.on(day).filter(
        student__in=talk.children.values("student"), student__protection=None, group__school=talk.school_id
    )
    found = list(Group.objects.filter(pk__in=sits.values("group"), kind=GroupKind.CLASS)[:2])
    return found[0] if len(found) == 1 else None


def _no_words(message: Message) -> str:
    """Of a voice note or a file, or of what was taken back; kept as the school reads it."""
    with translation.override(settings.LANGUAGE_CODE):
        return _("Bericht teruggenomen") if message.is_taken_back else _("Spraakbericht of bestand")
