"""A page carries exactly the icons it uses, each once."""

import pytest
from django.template import Context, Template
from django.utils.safestring import mark_safe

from driehoek.base.shell.icons import FOLDER, used_icons


def rendered(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def test_each_used_icon_is_in_the_sprite_once() -> None:
    html = rendered(
        '{% sprited %}{% icon "house-fill" %}{% icon "house-fill" %}{% icon "x-bold" %}{% endsprited %}'
    )
    assert html.count('<use href="#house-fill"/>') == 2
    assert (
        html.count('<symbol id="house-fill"')
        == html.count('<symbol id="x-bold"')
        == html.count('<svg class="sprite"')
        == 1
    )
    assert html.count("<symbol") == 2


def test_a_card_from_the_cache_brings_its_icons_along() -> None:
    card = mark_safe(rendered('{% icon "bus-bold" %}'))
    assert '<symbol id="bus-bold"' in rendered("{% sprited %}{{ card }}{% endsprited %}", card=card)


def test_a_page_without_icons_has_no_sprite() -> None:
    assert rendered("{% sprited %}Dag{% endsprited %}") == "Dag"


def test_words_that_look_like_an_icon_are_not_one() -> None:
    assert used_icons("&lt;use href=&quot;#house-fill&quot;/&gt;") == []


def test_an_unknown_icon_fails_where_it_is_written() -> None:
    with pytest.raises(FileNotFoundError):
        rendered('{% icon "unicorn-bold" %}')


def test_an_icon_is_silent_and_can_turn_with_the_reading_direction() -> None:
    html = rendered('{% icon "arrow-left-bold" "i-s i-flip" %}')
    assert html.startswith('<svg class="i i-s i-flip" aria-hidden="true" focusable="false">')


def test_what_is_sent_flies_on_in_the_reading_direction() -> None:
    for source in ('{% icon "paper-plane-right-fill" %}', '{% icon "paper-plane-right-fill" "i-flip" %}'):
        assert rendered(source).startswith('<svg class="i i-flip" ')


def test_icons_hold_drawings_and_nothing_else() -> None:
    for file in FOLDER.glob("*.svg"):
        text = file.read_text()
        assert text.startswith("<svg") and "script" not in text and "href" not in text and "style" not in text
    assert "MIT License" in (FOLDER / "LICENSE").read_text()
