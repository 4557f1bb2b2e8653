"""What is filled in about words and languages."""

from django import forms
from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.glossary import SchoolWord
from driehoek.backbone.translation.reading import Told
from driehoek.base.shell.fields import Remark
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School

SAID = "said_"  # before the language, in the name of a field


class Words(forms.TextInput):
    def __init__(self, attrs: dict[str, str] | None = None) -> None:
        super().__init__({"class": "field"} | (attrs or {}))


def others() -> list[tuple[str, str]]:
    """Every language but Dutch, as its speakers call it."""
    return [(code, name) for code, name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


class WordForm(forms.Form):
    """One word of the school."""

    word = forms.CharField(
        label=_("Schoolwoord"),
        max_length=60,
        widget=Words(),
        error_messages={"required": _("Vul een woord in.")},
    )
    plain = forms.CharField(label=_("In gewone woorden"), max_length=120, required=False, widget=Words())
    stays = forms.BooleanField(label=_("Niet vertalen"), required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # whatever a form takes
        for code, name in others():
            widget = Words({"lang": code})
            self.fields[f"{SAID}{code}"] = forms.CharField(
                label=name, max_length=120, required=False, widget=widget
            )

    @staticmethod
    def of(known: SchoolWord | None) -> dict[str, object]:
        if known is None:
            return {}
        said = {f"{SAID}{code}": words for code, words in known.said.items()}
        return {"word": known.word, "plain": known.plain, "stays": known.stays, **said}

    @property
    def said(self) -> dict[str, str]:
        told = {code: self.cleaned_data[f"{SAID}{code}"].strip() for code, _name in others()}
        return {code: words for code, words in told.items() if words}


class HelperForm(forms.Form):
    """Who writes translations, into which language."""

    language = forms.ChoiceField(label=_("Taal"), choices=others, widget=forms.Select({"class": "field"}))

    def __init__(self, *args: object, school: School, viewer: Viewer, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # whatever a form takes
        speakers = people_at(school, viewer).filter(is_active=True, language__in=dict(others()))
        self.fields["person"] = Speaker(
            label=_("Wie"), queryset=speakers.order_by("given_name", "family_name"),
            widget=forms.Select({"class": "field"}), error_messages={"required": _("Kies iemand.")},
            empty_label=_("Kies iemand"),
        )  # fmt: skip
        self.order_fields(["person", "language"])


def people_at(school: School, viewer: Viewer) -> QuerySet[Person]:
    """Who works there; and of the children whom this colleague may know, they themselves and their guardians.
    The others, whose place must stay secret, are on no list."""
    here = Seat.objects.on(viewer.today).filter(school=school)
    known = Q(role=Role.STAFF) | Q(student__in=rows(Person, viewer, may="know").values("pk"))
    return Person.objects.filter(pk__in=here.filter(known).values("person"))


class Speaker(forms.ModelChoiceField):
    def label_from_instance(self, person: Person) -> str:
        return f"{person.full_name} ({dict(settings.LANGUAGES).get(person.language, person.language)})"


class TranslationForm(forms.Form):
    """The texts of one thing in one language, each under its original."""

    def __init__(self, *args: object, told: Told, language: str, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # whatever a form takes
        self.told = told
        for name, shown in told.items():
            begun = shown.words if shown.is_translated else shown.doubtful
            attrs = {"class": "field", "rows": "4", "lang": language, "dir": "auto"}
            self.fields[name] = Remark(
                label=_("Vertaling"),
                required=False,
                max_length=20_000,
                initial=begun,
                widget=forms.Textarea(attrs),
            )

    @property
    def lines(self) -> list[tuple[object, forms.BoundField]]:
        """Each original with the field for it."""
        return [(self.told[name].original, self[name]) for name in self.told]
