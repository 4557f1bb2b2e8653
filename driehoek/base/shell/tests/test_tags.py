"""Faces, moments and the colours of a school, as templates ask for them."""

import datetime as dt
import io
from pathlib import Path

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, set_script_prefix
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import override
from PIL import Image
from pytest_django import Settings

from driehoek.base.shell.templatetags.shell import put_together
from driehoek.facts.people.models import Portrait
from tests.cast import Cast


def rendered(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def test_a_person_without_a_picture_has_initials_on_a_tint_that_stays(cast: Cast) -> None:
    once, twice = (rendered("{% face person %}", person=cast.naima) for _ in range(2))
    assert once == twice and f">{cast.naima.initials}</span>" in once and "<img" not in once


def test_a_person_with_a_picture_shows_it_over_her_initials(
    cast: Cast, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    picture = io.BytesIO()
    Image.new("RGB", (300, 300), "teal").save(picture, "PNG")
    picture.seek(0)
    portrait = Portrait.put(cast.naima, picture)
    html = rendered('{% face person "l" %}', person=cast.naima)
    assert f'src="{portrait.get_absolute_url()}"' in html and 'class="av av-l' in html
    assert cast.naima.initials in html and 'alt=""' in html


def test_a_name_cannot_bring_markup(cast: Cast) -> None:
    cast.naima.given_name = cast.naima.family_name = "<b>"
    assert "<<" not in rendered("{% face person %}", person=cast.naima)


def test_a_moment_of_today_is_a_time_and_another_day_is_named(cast: Cast) -> None:
    earlier = cast.now - dt.timedelta(minutes=20)
    assert rendered("{% when at %}", at=earlier, now=cast.now) == "14:40"
    assert rendered("{% when at %}", at=earlier - dt.timedelta(days=1), now=cast.now) == "gisteren"


@pytest.mark.parametrize(("language", "said"), [("nl", "24 augustus"), ("ar", "\u206824 أغسطس\u2069")])
def test_a_day_keeps_together_behind_a_name_that_runs_the_other_way(
    cast: Cast, language: str, said: str
) -> None:
    august = cast.now.replace(month=8, day=24)
    with override(language):
        assert rendered("De Vlieger, {% when at %}", at=august, now=cast.now) == f"De Vlieger, {said}"


def test_a_school_with_a_colour_brings_its_own_sheet_and_one_without_does_not() -> None:
    assert 'href="/thema/ff7a00.css"' in rendered("{% school_style colour %}", colour="#FF7A00")
    assert rendered("{% school_style colour %}", colour="") == ""


def test_a_mobile_number_is_written_in_pairs_and_one_from_abroad_is_left_alone() -> None:
    assert rendered("{{ n|phone }}", n="+31612345678") == "06 12 34 56 78"
    assert rendered("{{ n|phone }}", n="+48123456789") == "+48123456789"


def test_what_is_safe_is_put_together_and_what_was_not_escaped_is_refused() -> None:
    assert put_together([SafeString("<b>"), escape("<i>"), SafeString("</b>")]) == "<b>&lt;i&gt;</b>"
    with pytest.raises(TypeError):
        put_together([SafeString("<b>"), "<i>"])  # type: ignore[list-item]  # what somebody forgot to escape


def test_a_still_piece_is_what_an_include_would_be_and_knows_nothing_of_its_page() -> None:
    still = rendered('{% still "shell/_mark.html" size=64 %}', **{"class": "of the page"})
    assert still == rendered('{% include "shell/_mark.html" with size=64 only %}')
    assert 'width="64"' in still


def test_an_address_is_looked_up_once_and_stays_under_its_prefix() -> None:
    source = '{% url "home:today" %}'
    assert rendered(source) == rendered(source) == "/"
    set_script_prefix("/portaal/")
    try:
        assert rendered(source) == "/portaal/"
    finally:
        set_script_prefix("/")


def test_an_address_that_is_not_there_is_an_error_and_with_as_it_is_empty() -> None:
    with pytest.raises(NoReverseMatch):
        rendered('{% url "home:nowhere" %}')
    assert rendered('{% url "home:nowhere" as there %}[{{ there }}]') == "[]"
    assert rendered('{% url "feed:post" key %}', key=7) == "/bericht/7/"


def test_a_still_piece_is_drawn_anew_for_another_language_and_other_values() -> None:
    source = '{% still "shell/components/_done.html" title=title %}{% still "shell/_help_tool.html" %}'
    for _time in range(2):
        assert "Een" in rendered(source, title="Een") and "Twee" in rendered(source, title="Twee")
        with override("en"):
            assert "Help" in rendered(source, title="Een")
        assert "Hulp" in rendered(source, title="Een")
