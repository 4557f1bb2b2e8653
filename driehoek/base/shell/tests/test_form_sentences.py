"""No form of ours speaks Django's sentences: "1-197 is geen beschikbare keuze"."""

import pytest
from django import forms
from django.urls import get_resolver
from django.utils.translation import gettext, override

from driehoek.base.shell.form_sentences import A_CHOICE, CHOOSE, EMPTY

UNKNOWN = {
    "one": forms.ChoiceField(choices=[("a", "A")]),
    "more": forms.MultipleChoiceField(choices=[("a", "A")]),
    "number": forms.TypedChoiceField(choices=[(1, "1")], coerce=int),
}


def said_by(field: forms.Field, value: object) -> list[str]:
    with pytest.raises(forms.ValidationError) as wrong:
        field.clean(value)
    return list(wrong.value.messages)


@pytest.mark.parametrize("field", UNKNOWN.values(), ids=UNKNOWN)
def test_what_is_not_among_the_answers_and_no_answer_get_the_same_plain_sentence(field: forms.Field) -> None:
    wrong = ["1-197"] if isinstance(field, forms.MultipleChoiceField) else "1-197"
    assert said_by(field, wrong) == said_by(field, None) == ["Kies een van de antwoorden die er staan."]
    right = ["a"] if isinstance(field, forms.MultipleChoiceField) else str(field.choices[0][0])  # type: ignore[attr-defined]
    assert field.clean(right)


def test_what_stayed_empty_is_asked_for_and_a_better_sentence_stands() -> None:
    assert said_by(forms.CharField(), "") == ["Vul dit nog in."]
    better = forms.CharField(error_messages={"required": "Schrijf eerst iets."})
    assert said_by(better, "") == ["Schrijf eerst iets."]
    with override("en"):
        assert said_by(forms.CharField(), "") == ["Please fill this in."]


def every_form(kind: type[forms.BaseForm]) -> set[type[forms.BaseForm]]:
    return {found for one in kind.__subclasses__() for found in (one, *every_form(one))}


def test_every_field_of_every_form_of_ours_began_after_the_sentences() -> None:
    assert get_resolver().url_patterns  # every view, and so every form, is here
    ours = [form for form in every_form(forms.BaseForm) if form.__module__.startswith("driehoek.")]
    fields = [field for form in ours for field in getattr(form, "base_fields", {}).values()]
    assert len(ours) > 60 and len(fields) > 100
    with override("nl"):
        theirs = {gettext("This field is required."), gettext("Enter a list of values.")}
        assert "Dit veld is verplicht." in theirs  # so we would know it
        said = {str(one.error_messages.get(code, "")) for one in fields for code in ("required", *A_CHOICE)}
    assert not said & theirs and not [one for one in said if "beschikbare keuze" in one or "waarde" in one]
    assert {str(EMPTY), str(CHOOSE)} <= said
