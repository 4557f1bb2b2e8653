"""One block of a newsletter: what it says, of what kind it is, and for whom."""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import models, transaction
from django.db.models import Max, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.models import Audience, AudienceLine, Role
from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Photo
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.newsletters.labels import matching, running
from driehoek.features.newsletters.models.newsletter import Newsletter
from driehoek.features.newsletters.models.photo import BlockPhoto


class Kind(models.TextChoices):
    """In this order a letter is read."""

    WORK = "work", _("Waar de kinderen aan werkten")
    SHOW = "show", _("Kom kijken")
    COMING = "coming", _("Wat er aankomt")
    WORDS = "words", _("Verder nog")


class Who(models.TextChoices):
    GUARDIANS = "guardians", _("Ouders")
    STUDENTS = "students", _("Leerlingen")
    BOTH = "both", _("Ouders en leerlingen")


ROLES = {
    Who.GUARDIANS: [Role.GUARDIAN],
    Who.STUDENTS: [Role.STUDENT],
    Who.BOTH: [Role.GUARDIAN, Role.STUDENT],
}


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a form says of a block."""

    title: str
    text: str = ""
    who: str = Who.GUARDIANS
    is_open: bool = False
    on: dt.date | None = None
    starts: dt.time | None = None
    ends: dt.time | None = None
    place: str = ""
    asks: bool = False


@dataclass(frozen=True)
class Tags:
    """For whom: of all these together. Of nothing at all: the whole school."""

    groups: tuple[Group, ...] = ()
    years: tuple[int, ...] = ()
    programmes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.groups or self.years or self.programmes)


class Block(Guarded):
    """It is for its audience, which is told by its tags and made anew when the letter goes."""

    newsletter = models.ForeignKey(Newsletter, models.CASCADE, related_name="blocks")
    token = models.UUIDField(unique=True, default=uuid.uuid4)
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    position = models.PositiveSmallIntegerField(default=0)  # among those of its kind
    title = models.CharField(max_length=120)
    text = models.TextField(max_length=12_000, blank=True)  # the small Markdown of base/core/text.py
    language = models.CharField(max_length=8, default="nl")
    who = models.CharField(max_length=10, choices=Who.choices, default=Who.GUARDIANS)
    is_open = models.BooleanField(default=False)  # may stand on the page that anybody reads
    on = models.DateField(null=True, blank=True)  # when work is shown,
    starts = models.TimeField(null=True, blank=True)
    ends = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)  # where,
    asks = models.BooleanField(default=False)  # and whether we ask who comes

    told: Told  # its texts for one reader, put there by put_in_words()
    photos: list[Photo]  # all that stand with it, put there by put_photos()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(kind="show") | Q(on__isnull=False), name="a_show_has_a_day"),
        ]

    def get_absolute_url(self) -> str:
        """Wherever it stands for whoever asks."""
        return reverse("newsletters:found", args=[self.pk])

    @property
    def texts(self) -> dict[str, Text]:
        said = {"title": self.title, "text": self.text, "place": self.place}
        school = self.newsletter.school_id
        return {name: Text(words, self.language, school) for name, words in said.items() if words}

    @property
    def waits_for_check(self) -> bool:
        """Of one of its photos nobody said yet who is on it."""
        return any(photo.checked_at is None for photo in self.photos)

    @property
    def tags(self) -> Tags:
        rows = list(self.rows.select_related("group"))
        return Tags(
            tuple(row.group for row in rows if row.group),
            tuple(row.year for row in rows if row.year is not None),
            tuple(row.programme for row in rows if row.programme),
        )

    @classmethod
    @transaction.atomic
    def add(
        cls, newsletter: Newsletter, kind: str, said: Said, tags: Tags, *, token: uuid.UUID, by: Person,
        at: dt.datetime, source: models.Model | None = None,
    ) -> "Block | None":  # fmt: skip
        """At the end of its kind. The same form sent twice adds one; a sheet that is sent takes nothing. What
        was written elsewhere already stands on a sheet once, whoever puts it there."""
        if newsletter.is_out_of_hand():
            return None
        hers = uuid.uuid5(token, f"{newsletter.pk} {'' if source else by.pk}")
        if added := cls.objects.filter(token=hers).first():
            return added
        block = cls(newsletter=newsletter, kind=kind, author=by, token=hers)
        block.audience = Audience.objects.create(school=newsletter.school)
        last = newsletter.blocks.filter(kind=kind).aggregate(last=Max("position"))["last"]
        block.position = (last or 0) + 1
        block._put(said, tags, at=at)
        if source:
            Source.note(block, source)
        record("newsletters.block.added", block, by=by, at=at)
        return block

    @transaction.atomic
    def write(self, said: Said, tags: Tags, *, at: dt.datetime) -> None:
        """Keep what is on the form. What was sent meanwhile stays as it is."""
        if not self.newsletter.is_out_of_hand():
            self._put(said, tags, at=at)

    def _put(self, said: Said, tags: Tags, *, at: dt.datetime) -> None:
        for name, value in vars(said).items():
            setattr(self, name, value)
        self.language = language_of(f"{said.title} {said.text}", self.author.language)
        self.save()
        self.rows.all().delete()
        rows = [Tag(block=self, group=group) for group in tags.groups]
        rows += [Tag(block=self, year=year) for year in tags.years]
        rows += [Tag(block=self, programme=name) for name in tags.programmes]
        Tag.objects.bulk_create(rows)
        before = self.groups(at)
        self.aim(at)
        if self.groups(at) != before:
            BlockPhoto.ask_again(self.pk)

    def aim(self, at: dt.datetime) -> None:
        """Its audience from its tags, with the groups there are at that moment."""
        tags = self.tags
        scopes = [{"group": group} for group in matching(tags, self.newsletter.school, at)]
        self.audience.lines.all().delete()
        for role in ROLES[Who(self.who)]:
            for scope in scopes if tags else [{"school": self.newsletter.school}]:
                AudienceLine.objects.create(audience=self.audience, role=role, **scope)

    def groups(self, at: dt.datetime) -> set[int]:
        """Whose children may be on its photos: of the groups it is for, or of all there are."""
        lines = self.audience.lines.values_list("group", flat=True)
        named = {group for group in lines if group}
        return named or set(running(self.newsletter.school, at).values_list("pk", flat=True))

    @transaction.atomic
    def move_up(self) -> None:
        """One place earlier among those of its kind."""
        if self.newsletter.is_out_of_hand():
            return
        before = self.newsletter.blocks.filter(kind=self.kind, position__lt=self.position)
        other = before.order_by("-position").first()
        if other:
            self.position, other.position = other.position, self.position
            Block.objects.bulk_update([self, other], ["position"])

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        if self.newsletter.is_out_of_hand():
            return
        audience = self.audience
        BlockPhoto.discard_of([self.pk])
        gone, _rows = Block.objects.filter(pk=self.pk).delete()
        if gone:
            audience.delete()
            record("newsletters.block.removed", self.newsletter, by=by, at=at)


class Source(models.Model):
    """What a block was written as before, or is shared as too: the same words, said once. A label such as
    "feed.post" and a key; whoever shows it asks the policy about that thing itself."""

    block = models.OneToOneField(Block, models.CASCADE, related_name="source")
    label = models.CharField(max_length=60)
    key = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["label", "key"])]

    @staticmethod
    def note(block: Block, thing: models.Model) -> None:
        told = {"label": thing._meta.label_lower, "key": thing.pk}
        Source.objects.update_or_create(block=block, defaults=told)


class Tag(models.Model):
    """One label on a block: a group, a year such as all groups 5, or a programme such as all of "zorg"."""

    block = models.ForeignKey(Block, models.CASCADE, related_name="rows")
    group = models.ForeignKey(Group, models.CASCADE, null=True, related_name="+")
    year = models.PositiveSmallIntegerField(null=True)
    programme = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(group__isnull=False, year=None, programme="")
                | Q(group=None, year__isnull=False, programme="")
                | (Q(group=None, year=None) & ~Q(programme="")),
                name="a_tag_is_one_thing",
            )
        ]
