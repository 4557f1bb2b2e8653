"""Languages of one school as its leaders see them."""

from functools import cached_property
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import QuerySet

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.glossary import SchoolWord, glossary_of
from driehoek.backbone.translation.models import Agreement, Helper, Term
from driehoek.facts.schools.models import School
from driehoek.features.languages.models import InterpreterRequest

NAMES = {"deepl": "DeepL"}


class SchoolPage:
    """The gate has already let her in."""

    def __init__(self, school: School, viewer: Viewer) -> None:
        self.school, self.viewer = school, viewer

    @property
    def machine(self) -> str:
        """Whereto texts would go: a name that a person knows; empty when there is no machine."""
        return (
            NAMES.get(settings.TRANSLATOR, urlsplit(settings.TRANSLATOR_URL).netloc)
            if settings.TRANSLATOR
            else ""
        )

    @cached_property
    def agreement(self) -> Agreement | None:
        return Agreement.objects.filter(school=self.school).select_related("by").first()

    @cached_property
    def helpers(self) -> QuerySet[Helper]:
        rows = Helper.objects.visible_to(self.viewer).filter(school=self.school)
        return rows.select_related("person__portrait").order_by("language", "person__given_name")

    @cached_property
    def requests(self) -> QuerySet[InterpreterRequest]:
        rows = InterpreterRequest.objects.visible_to(self.viewer).filter(school=self.school)
        return rows.select_related("person__portrait").order_by("-at")

    @cached_property
    def words(self) -> list[tuple[SchoolWord, int | None]]:
        """Every word, with the key of the school's own row if it has one."""
        own = dict(Term.objects.visible_to(self.viewer).filter(school=self.school).values_list("word", "pk"))
        listed = sorted(glossary_of(self.school.pk).words.values(), key=lambda word: word.word.lower())
        return [(word, own.get(word.word)) for word in listed]

    def word(self, wanted: str) -> SchoolWord | None:
        return next((word for word, _key in self.words if word.word == wanted), None)
