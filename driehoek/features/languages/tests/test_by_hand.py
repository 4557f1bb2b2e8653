"""Translating by hand: who may, in which language, and what a reader then gets."""

from django.test import Client

from driehoek.backbone.access.models import Audience, Role
from driehoek.backbone.translation.models import Correction, Helper, Translation
from driehoek.features.feed.models import Post
from driehoek.features.feed.models.comment import Corner
from tests.cast import NOW, Cast

TURKISH = {"title": "Köprüler", "text": "Kâğıttan köprü yaptık.", "ask": ""}


def shared(cast: Cast) -> Post:
    """Juf Anouk's news for the parents of groep 5."""
    audience = Audience.objects.create(school=cast.vlieger)
    audience.lines.create(role=Role.GUARDIAN, group=cast.groep_5)
    post = Post.objects.create(
        school=cast.vlieger, group=cast.groep_5, author=cast.anouk, audience=audience, created_at=NOW,
        title="Bruggen", text="Wij bouwden een brug van papier.", ask_at_home="Wat is sterk?",
    )  # fmt: skip
    post.share(by=cast.anouk, at=NOW, due_at=NOW)
    return post


def address(post: Post, language: str = "tr") -> str:
    return f"/vertaling/bericht/{post.pk}/{language}/"


def page(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def test_a_teacher_writes_turkish_and_a_turkish_mother_reads_it_with_the_original_one_tap_away(
    cast: Cast,
) -> None:
    post = shared(cast)
    before = page(cast.sign_in(cast.elif_), f"/bericht/{post.pk}/")
    assert "Bruggen" in before and "Çeviri" not in before.partition("<main")[2].partition("brug")[0]
    for _twice in range(2):
        assert cast.sign_in(cast.anouk).post(address(post), TURKISH).status_code == 302
    after = page(cast.sign_in(cast.elif_), f"/bericht/{post.pk}/")
    assert '<h1 class="title" lang="tr" dir="auto">Köprüler</h1>' in after
    assert "Kâğıttan köprü yaptık." in after and "Wij bouwden een brug van papier." in after
    assert "<details" in after and "Asıl dil: Flemenkçe" in after
    assert Correction.objects.count() == 2
    assert "Köprüler" not in page(cast.sign_in(cast.naima), f"/bericht/{post.pk}/")
    assert "Köprüler" in page(cast.sign_in(cast.elif_), "/")


def test_an_empty_field_takes_the_translation_back(cast: Cast) -> None:
    post, anouk = shared(cast), cast.sign_in(cast.anouk)
    anouk.post(address(post), TURKISH)
    anouk.post(address(post), TURKISH | {"title": ""})
    assert "Köprüler" not in page(cast.sign_in(cast.elif_), f"/bericht/{post.pk}/")
    assert Translation.objects.count() == 1


def test_a_parent_whom_school_asked_translates_into_her_language_alone(cast: Cast) -> None:
    post = shared(cast)
    assert cast.sign_in(cast.elif_).post(address(post), TURKISH).status_code == 403
    Helper.ask(cast.vlieger, cast.elif_, "tr", by=cast.marja, at=NOW)
    client = cast.sign_in(cast.elif_)
    assert client.post(address(post), TURKISH).status_code == 302
    assert client.get(address(post, "ar")).status_code == 404
    assert client.get(address(post, "nl")).status_code == 404
    assert "tr/" in page(client, f"/vertaling/bericht/{post.pk}/")


def test_a_helper_of_another_school_or_of_another_group_finds_nothing(cast: Cast) -> None:
    post = shared(cast)
    Helper.ask(cast.kompas, cast.elif_, "tr", by=cast.marja, at=NOW)
    assert cast.sign_in(cast.elif_).get(address(post)).status_code == 403
    Helper.ask(cast.vlieger, cast.inge, "tr", by=cast.marja, at=NOW)  # of groep 6
    assert cast.sign_in(cast.inge).get(address(post)).status_code == 404


def test_a_helper_never_gets_to_what_somebody_said_to_school_alone(cast: Cast) -> None:
    post = shared(cast)
    Helper.ask(cast.vlieger, cast.elif_, "tr", by=cast.marja, at=NOW)
    told = {"by": cast.naima, "corner": Corner.HOME, "at": NOW}
    private = post.comment("Yusuf slaapt slecht", in_line_of=cast.naima, **told)
    for_all = post.comment("Wat mooi", **told)
    helper, teacher = cast.sign_in(cast.elif_), cast.sign_in(cast.anouk)
    assert helper.get(f"/vertaling/reactie/{private.pk}/tr/").status_code == 404
    assert helper.get(f"/vertaling/reactie/{for_all.pk}/tr/").status_code == 200
    assert teacher.get(f"/vertaling/reactie/{private.pk}/tr/").status_code == 200


def test_a_turkish_reply_reaches_the_teacher_in_dutch(cast: Cast) -> None:
    post = shared(cast)
    told = {"by": cast.elif_, "corner": Corner.HOME, "at": NOW, "in_line_of": cast.elif_}
    said = post.comment("Çok güzel, biz de evde yapmak istiyoruz", **told)
    assert said.language == "tr"
    Correction.write(said.texts["text"], "nl", "Heel mooi, dat willen wij ook", by=cast.meryem, at=NOW)
    seen = page(cast.sign_in(cast.anouk), f"/bericht/{post.pk}/")
    assert "Heel mooi, dat willen wij ook" in seen and "Vertaald uit het Turks" in seen
    assert "Çok güzel" in seen
    work = page(cast.sign_in(cast.anouk), f"/groep/{cast.groep_5.pk}/")
    assert "Heel mooi, dat willen wij ook" in work


def test_who_writes_dutch_is_not_taken_for_turkish(cast: Cast) -> None:
    told = {"by": cast.elif_, "corner": Corner.HOME, "at": NOW}
    assert (
        shared(cast).comment("Wat is dat mooi, ik wil het ook met de kinderen doen", **told).language == "nl"
    )


def test_what_is_written_is_shown_as_text(cast: Cast) -> None:
    post = shared(cast)
    cast.sign_in(cast.anouk).post(address(post), TURKISH | {"title": "<script>alert(1)</script>"})
    seen = page(cast.sign_in(cast.elif_), f"/bericht/{post.pk}/")
    assert "<script>alert(1)" not in seen and "&lt;script&gt;alert(1)" in seen


def test_without_a_machine_a_reader_is_told_so_and_can_ask_for_an_interpreter(cast: Cast) -> None:
    post = shared(cast)
    seen = page(cast.sign_in(cast.elif_), f"/bericht/{post.pk}/")
    assert "Burada çeviri açık değil." in seen and "/ik/tolk/" in seen
    assert "Vertalen staat hier niet aan" not in page(cast.sign_in(cast.naima), f"/bericht/{post.pk}/")
