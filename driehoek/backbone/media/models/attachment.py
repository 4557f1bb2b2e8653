"""An attachment: a picture, a file, a voice note or a film that goes with something said."""

import datetime as dt
from typing import BinaryIO

from django.db import models, transaction
from django.db.models import Q, Sum
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media import attachment_files as files
from driehoek.backbone.media.files import new_token
from driehoek.backbone.media.making import Made, make
from driehoek.backbone.media.naming_files import clean_name
from driehoek.backbone.media.refusing import SO_MANY, TOO_LARGE, AttachmentRefused
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import forget
from driehoek.base.core.documents.recognising import TYPES
from driehoek.base.core.models import Leased
from driehoek.base.core.recordings import MOST_FILM
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School

A_DAY = dt.timedelta(days=1)
MOST_A_DAY, MOST_BYTES_A_DAY = 200, 1024 * 1024 * 1024
KINDS = {"picture": "image/webp", "voice": "audio/mp4", "film": "video/mp4"}


class Attachment(Guarded):
    """It belongs to who brought it, and is seen by whoever may see what carries it."""

    class Kind(models.TextChoices):
        PICTURE = "picture", _("Foto")
        FILE = "file", _("Bestand")
        VOICE = "voice", _("Spraakbericht")
        FILM = "film", _("Film")

    class State(models.TextChoices):
        WAITING = "waiting", _("De film wordt klaargemaakt. Kijk over een minuut nog eens.")
        READY = "ready", _("Klaar")
        REFUSED = "refused", _("Deze film lukt niet. Kies een andere.")

    token = models.CharField(max_length=32, unique=True, default=new_token)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    state = models.CharField(max_length=8, choices=State.choices, default=State.READY)
    school = models.ForeignKey(School, models.PROTECT, related_name="+")
    owner = models.ForeignKey(Person, models.PROTECT, related_name="+")
    hat = models.CharField(max_length=6)  # she brought it at home or at work; the other never sees it
    name = models.CharField(max_length=90, blank=True)  # as she called it, cleaned
    alt = models.CharField(max_length=300, blank=True)  # what is seen on it, for who does not see it
    language = models.CharField(max_length=8, blank=True)  # of those words
    ending = models.CharField(max_length=5)  # what it is: "pdf", "m4a"
    size = models.PositiveIntegerField()  # bytes, of what came in
    digest = models.CharField(max_length=64)  # of what came in: the same again is the same
    seconds = models.FloatField(null=True, blank=True)
    width = models.PositiveIntegerField(default=0)  # of a picture and of a film's still, in pixels
    height = models.PositiveIntegerField(default=0)
    has_pictures = models.BooleanField(default=False)  # a file with photos in it, which nobody checked
    created_at = models.DateTimeField()

    told: Told  # its words for one reader, put there by put_in_words()

    class Meta:
        indexes = [models.Index(fields=["owner", "created_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="ready") | Q(kind="film"), name="only_a_film_is_waited_for"
            )
        ]

    def __str__(self) -> str:
        return f"Attachment {self.pk}"

    @classmethod
    def keep(cls, upload: BinaryIO, *, name: str, school: School, viewer: Viewer) -> "Attachment":
        """Make an upload safe and keep it. Raises AttachmentRefused, with a sentence for whoever sent it."""
        cls._ask_for_room(viewer)
        token = new_token()
        size, digest = files.receive(token, upload, most=MOST_FILM)
        if size > MOST_FILM:
            files.remove(token)
            raise AttachmentRefused(TOO_LARGE)
        made = make(token, size)
        return cls._kept(made, token=token, name=name, size=size, digest=digest, school=school, viewer=viewer)

    @classmethod
    def _ask_for_room(cls, viewer: Viewer) -> None:
        lately = cls._default_manager.filter(owner=viewer.person, created_at__gt=viewer.now - A_DAY)
        room = lately.aggregate(number=models.Count("pk"), size=Sum("size"))
        if room["number"] >= MOST_A_DAY or (room["size"] or 0) >= MOST_BYTES_A_DAY:
            raise AttachmentRefused(SO_MANY)

    @classmethod
    @transaction.atomic
    def _kept(
        cls, made: Made, *, token: str, name: str, size: int, digest: str, school: School, viewer: Viewer
    ) -> "Attachment":
        kept = cls._default_manager.create(
            token=token,
            kind=made.kind,
            state=cls.State.READY if made.is_ready else cls.State.WAITING,
            school=school,
            owner=viewer.person,
            hat=viewer.hat,
            name=clean_name(name, made.ending) if made.kind == cls.Kind.FILE else "",
            ending=made.ending,
            size=size,
            digest=digest,
            seconds=made.seconds,
            width=made.width,
            height=made.height,
            has_pictures=made.has_pictures,
            created_at=viewer.now,
        )
        if not made.is_ready:
            Conversion.objects.create(attachment=kept, container=made.container, due_at=viewer.now)
        return kept

    @transaction.atomic
    def again(self) -> "Attachment":
        """The same for somebody else, under a token of its own: neither sees that of the other."""
        token, waiting = new_token(), Conversion.objects.filter(attachment=self).first()
        files.link(self.token, token)
        facts = {field.attname: getattr(self, field.attname) for field in self._meta.concrete_fields}
        same = Attachment._default_manager.create(**facts | {"id": None, "token": token})
        if waiting:
            Conversion.objects.create(attachment=same, container=waiting.container, due_at=waiting.due_at)
        return same

    @transaction.atomic
    def discard(self) -> None:
        """Forget one that nothing carries."""
        token = self.token
        forget(self.texts.values())
        self.delete()
        transaction.on_commit(lambda: files.remove(token))

    # What a page says of it ---------------------------------------------------------------------------

    @property
    def is_seen(self) -> bool:
        """Who does not see hears nothing of it, unless somebody says what it shows."""
        return self.kind in (self.Kind.PICTURE, self.Kind.FILM)

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        return {"alt": Text(self.alt, self.language, self.school_id)} if self.alt else {}

    @property
    def look(self) -> tuple[str, str, str]:
        """Changes when it is drawn otherwise; for whoever keeps a drawing of it."""
        told = getattr(self, "told", None)
        return self.token, self.state, told.version if told else ""

    @property
    def is_ready(self) -> bool:
        return self.state == self.State.READY

    @property
    def url(self) -> str:
        return reverse("media:attachment", args=[self.token])

    @property
    def small_url(self) -> str:
        """The picture in a list; of a film its still."""
        return reverse("media:attachment_picture", args=[self.token])

    @property
    def content_type(self) -> str:
        return KINDS.get(self.kind) or TYPES[self.ending]

    @property
    def filename(self) -> str:
        """As it is saved. A picture, a voice and a film lose the name they had: a telephone writes down days
        and places in it."""
        words = {"picture": "foto", "voice": "spraakbericht", "film": "film", "file": "bestand"}
        return self.name or f"{words[self.kind]}.{self.ending}"

    @property
    def length(self) -> str:
        """ "0:08" """
        seconds = round(self.seconds or 0)
        return f"{seconds // 60}:{seconds % 60:02}"

    @property
    def weight(self) -> str:
        kilobytes = max(1, round(self.size / 1024))
        if kilobytes < 1000:
            return str(format_lazy(_("{n} kB"), n=kilobytes))
        return str(format_lazy(_("{n} MB"), n=f"{self.size / 1024 / 1024:.1f}".replace(".", ",")))


class Conversion(Leased):
    """A film that waits to be made, taken by one worker at a time. One that dies loses nothing: the raw file
    is still there."""

    attachment = models.OneToOneField(Attachment, models.CASCADE, related_name="+")
    container = models.CharField(max_length=10)  # which reader of ffmpeg fits the raw file
