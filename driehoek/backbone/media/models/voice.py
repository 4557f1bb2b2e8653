"""What was spoken instead of written: one voice with one thing said, whatever that is."""

from collections.abc import Iterable
from typing import Any, ClassVar  # a column in JSON

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.media.models.attachment import Attachment

PLAYED = ("id", "token", "kind", "state", "seconds")  # what a player needs of an attachment


class Voice(Guarded):
    """Whoever reads what carries it hears it, and nobody else. A feature names its carrier, one to one."""

    CARRIER: ClassVar[str]

    attachment = models.OneToOneField(Attachment, models.CASCADE, related_name="+")

    class Meta:
        abstract = True

    @classmethod
    def of(cls, carriers: Iterable[int]) -> dict[int, list[Attachment]]:
        """Of things that this viewer may read, by thing."""
        found = cls._default_manager.filter(**{f"{cls.CARRIER}__in": list(carriers)})
        return {
            getattr(row, f"{cls.CARRIER}_id"): [row.attachment] for row in found.select_related("attachment")
        }

    @classmethod
    def column(cls) -> Subquery:
        """What a player needs, in the row of what carries it: so that a page asks nothing more."""
        heard = cls._default_manager.filter(**{cls.CARRIER: OuterRef("pk")})
        return Subquery(heard.values(it=JSONObject(**{name: f"attachment__{name}" for name in PLAYED}))[:1])

    @staticmethod
    def played(told: dict[str, Any] | None) -> list[Attachment]:
        """Of what stood in that column: one or none."""
        return [Attachment(**told)] if told else []

    @classmethod
    def hang(cls, found: list[Any]) -> list[Any]:
        """On each of these what was spoken with it, as `voices`: of column(), under the name `heard`."""
        for one in found:
            one.voices = cls.played(one.heard)
        return found

    @classmethod
    def says(cls, voice: Attachment | None) -> Q:
        """Carriers that say the same aloud; any, when nothing is spoken."""
        if voice is None:
            return Q()
        same = cls._default_manager.filter(attachment__digest=voice.digest)
        return Q(pk__in=same.values(cls.CARRIER))

    @staticmethod
    def differs(spoken: Attachment | None, voice: Attachment | None, *, unspoken: bool) -> bool:
        """Whether what is heard becomes another thing, when this voice comes, or what was spoken goes."""
        if voice:
            return spoken is None or spoken.digest != voice.digest
        return unspoken and spoken is not None

    @classmethod
    def heard_in(cls, carrier: int) -> list[Attachment]:
        """One or none."""
        return cls.of([carrier]).get(carrier, [])

    @classmethod
    def is_the_same(cls, carrier: int, voice: Attachment | None) -> bool:
        """Whether it carries the same bytes: a form that was sent twice."""
        return [one.digest for one in cls.heard_in(carrier)] == ([voice.digest] if voice else [])

    @classmethod
    def carry(cls, carrier: int, voice: Attachment | None) -> None:
        if voice:
            cls._default_manager.create(**{f"{cls.CARRIER}_id": carrier, "attachment": voice})

    @classmethod
    def silence(cls, carriers: Iterable[int]) -> None:
        """Gone with what carried it."""
        for heard in cls.of(carriers).values():
            for one in heard:
                one.discard()
