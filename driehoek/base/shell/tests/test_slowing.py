"""A form that came too often says so with its own status; a mistake is another thing."""

from django import forms

from driehoek.base.shell.slowing import slow_down, status_of


class Form(forms.Form):
    text = forms.CharField()


def test_a_good_form_a_mistake_and_one_too_many_have_three_statuses() -> None:
    assert status_of(Form({"text": "Hoi"})) == status_of(Form()) == 200
    assert status_of(Form({"text": ""})) == 422
    for field in ("text", None):
        form = Form({"text": "Hoi"})
        slow_down(form, "Kom morgen terug.", field)
        assert status_of(form) == 429 and not form.is_valid()
        assert form["text"].value() == "Hoi"
