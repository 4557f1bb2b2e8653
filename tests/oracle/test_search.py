"""Looking for every secret: each is found by those who may read it, and by nobody else."""

import pytest
from django.utils.translation import override

from driehoek.backbone.index import finding
from driehoek.backbone.index.finding import search
from driehoek.backbone.index.keeping import follow
from driehoek.backbone.index.models import FindableText
from driehoek.backbone.translation.models import Changed
from tests.oracle.extract import world_now
from tests.oracle.life import Life
from tests.oracle.sweep import Reader
from tests.oracle.translating import LANGUAGES, translate

FINDABLE = {
    "post",
    "comment",
    "day",
    "question",
    "message",
    "story",
    "asked",
    "answer",
    "leave",
    "milestone",
    "work",
    "goal",
    "pledge",
    "alert",
    "outcome",
    "block",
}  # kinds of things that have words of their own
NOT_OUT = {"draft", "withdrawn"}  # her own author finds these on her shelf, not by searching
NO_LETTER = ("draft of ", "draft for ", "taken back ")  # the same of newsletters
READERS = [
    ("rachid", "home"), ("jeroen", "home"), ("dewi", "home"), ("anouk", "school"), ("joris", "school"),
    ("petra", "school"),
]  # fmt: skip


def found_by(life: Life, reader: Reader) -> set[tuple[str, int]]:
    """The things whose secret word gives this reader a hit."""
    viewer = life.cast.viewer(reader.person, reader.hat)  # type: ignore[arg-type]
    hits: set[tuple[str, int]] = set()
    for token, things in life.canaries.things.items():
        if search(viewer, token).hits:
            hits |= things
    return hits


@pytest.mark.slow
@pytest.mark.parametrize(("key", "hat"), READERS)
def test_she_finds_what_she_may_read_and_nothing_else(life: Life, key: str, hat: str) -> None:
    reader = Reader(life, getattr(life.cast, key), hat)
    allowed = {thing for thing in reader.allowed(world_now()) & life.planted if thing[0] in FINDABLE}
    not_out = {("post", life.posts[name].pk) for name in NOT_OUT}
    blocks = life.bulletins.blocks.items()
    not_out |= {("block", block.pk) for name, block in blocks if name.startswith(NO_LETTER)}
    # On its page anybody may read it; those find it for whom it was.
    public = {("alert", alert.pk) for alert in life.alerts.values() if alert.is_public}
    public |= {("block", life.bulletins.blocks["public for all"].pk)}
    found = found_by(life, reader)
    assert sorted(map(life.name_of, found - allowed)) == []
    assert sorted(map(life.name_of, allowed - found - not_out - public)) == []


def into_every_language(life: Life) -> None:
    """With a secret of its own in each translation, which the index has heard of."""
    translate(life)
    Changed.note(set(FindableText.objects.values_list("digest", flat=True)))
    while follow():
        pass


@pytest.mark.slow
@pytest.mark.parametrize(("key", "hat"), [*READERS, ("naima", "home"), ("murat", "home")])
def test_she_finds_by_its_translation_what_she_may_read_and_nothing_else(
    life: Life, key: str, hat: str
) -> None:
    into_every_language(life)
    reader = Reader(life, getattr(life.cast, key), hat)
    allowed = {thing for thing in reader.allowed(world_now()) & life.planted if thing[0] in FINDABLE}
    not_out = {("post", life.posts[name].pk) for name in NOT_OUT}
    language = LANGUAGES[len(key) % len(LANGUAGES)]
    with override(language):
        found = found_by(life, reader)
    assert sorted(map(life.name_of, found - allowed)) == []
    assert sorted(map(life.name_of, allowed - found - not_out)) == []
    assert found_by(life, reader) == set()  # on a page in Dutch, for nothing of it was translated into that


@pytest.mark.slow
@pytest.mark.once
def test_the_comparison_notices_a_search_in_translations_that_asks_nobody(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    into_every_language(life)
    monkeypatch.setattr(finding, "_seen_by", lambda viewer, kinds: finding.Q())
    reader = Reader(life, life.cast.rachid, "home")
    with override("ar"):
        assert found_by(life, reader) - reader.allowed(world_now())


@pytest.mark.slow
@pytest.mark.once
def test_the_comparison_notices_a_search_that_asks_nobody(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "_seen_by", lambda viewer, kinds: finding.Q())
    reader = Reader(life, life.cast.rachid, "home")
    assert found_by(life, reader) - reader.allowed(world_now())
