"""The mark book as another system keeps it: where it comes from, and the pieces of work in it."""

from django.db import models

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.facts.schools.models import Group, School


class Source(models.Model):
    """One system of one school, by the name that people there give it: "Magister"."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    name = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "name"], name="one_source_a_name")]

    def __str__(self) -> str:
        return self.name

    def renamed(self, name: str) -> "Source":
        """What came from it keeps its place. A name that another system has already means that one."""
        other = Source.objects.filter(school=self.school_id, name=name).first()
        if other is not None:
            return other
        self.name = name
        self.save(update_fields=["name"])
        return self


class Item(Guarded):
    """A test, an essay, homework (OneRoster: line item). It was given to its group, if that is known."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="+")
    key = models.CharField(max_length=120)  # the source's own
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.SET_NULL, null=True, blank=True, related_name="+")
    subject = models.CharField(max_length=80)  # "Wiskunde", as pupils call it
    title = models.CharField(max_length=160)
    category = models.CharField(max_length=60, blank=True)  # "Toets", in the source's own words
    description = models.CharField(max_length=500, blank=True)
    is_homework = models.BooleanField(default=False)
    assigned_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    least = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    most = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)

    told: Told  # its words for one reader, put there by put_in_words()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "key"], name="one_item_a_key")]
        indexes = [models.Index(fields=["group", "due_on"])]

    def __str__(self) -> str:
        return self.title

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        said = {"title": self.title, "description": self.description}
        return {
            name: Text(words, language_of(words, "nl"), self.school_id)
            for name, words in said.items()
            if words
        }
