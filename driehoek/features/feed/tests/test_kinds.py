"""The kinds of posts: each asks for what it needs, shows what is its own, and disturbs no more than that."""

import datetime as dt

from django.core import mail
from django.test import Client

from driehoek.backbone.notifications.categories import Category, Offer, Readers
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.models import HouseRule
from driehoek.backbone.notifications.preferences import prefer
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.schools.models import Holiday
from driehoek.features.feed.beginning import sheet_for
from driehoek.features.feed.models import Kind, Post
from driehoek.features.feed.tests.posts import shared
from driehoek.features.feed.tests.test_composing import sheet
from tests.cast import Cast

LESSON = {
    "kind": "lesson", "practice": "Zoek thuis vijf driehoeken.", "minutes": "5", "needs": "niets",
    "talk_about": "Welke vind jij de mooiste?", "theme": "maths", "link": "https://www.schooltv.example/brug",
}  # fmt: skip


def share(cast: Cast, **more: str) -> Client:
    """Juf Anouk shares one sheet; the answer is kept on the client."""
    client = cast.sign_in(cast.anouk)
    client.answer = client.post("/maken/delen/", sheet(cast, **more), follow=True)
    return client


def tell(cast: Cast) -> list[mail.EmailMessage]:
    moment = cast.now + dt.timedelta(hours=1)
    while tell_due(moment):
        pass
    while deliver_due("email", clock=lambda: moment):
        pass
    return list(mail.outbox)


def test_a_lesson_says_what_to_do_at_home_how_long_with_what_and_how_to_talk_about_it(cast: Cast) -> None:
    share(cast, **LESSON)
    page = cast.sign_in(cast.anouk).get(Post.objects.get().get_absolute_url()).content.decode()
    for words in ("Zoek thuis vijf driehoeken.", "5 minuten", "Welke vind jij", "www.schooltv.example"):
        assert words in page


def test_each_kind_asks_for_what_it_cannot_do_without(cast: Cast) -> None:
    for kind, sentence in {
        "lesson": "Schrijf wat een kind thuis kan doen.",
        "homework": "Kies de dag waarop het af is.",
        "links": "Plak de link erbij.",
        "praise": "Een compliment is voor één kind.",
    }.items():
        answer = share(cast, kind=kind).answer
        assert answer.status_code == 422 and sentence in answer.content.decode()
    assert not any(post.is_shared for post in Post.objects.all())


def test_homework_is_done_by_a_day_that_comes(cast: Cast) -> None:
    past = share(cast, kind="homework", due_on="2026-11-18").answer
    assert "Kies een dag die nog komt." in past.content.decode()
    share(cast, kind="homework", due_on="2026-11-26")
    post = Post.objects.get(kind=Kind.HOMEWORK, due_on__isnull=False)
    assert (
        post.is_shared
        and "Af op donderdag 26 november" in share(cast).get(post.get_absolute_url()).content.decode()
    )


def test_homework_is_done_by_a_school_day(cast: Cast) -> None:
    friday = dt.date(2026, 11, 27)
    Holiday.objects.create(school=cast.vlieger, name="studiedag", starts_on=friday, ends_on=friday)
    for closed in (friday, dt.date(2026, 11, 28)):  # a day off, a Saturday
        refused = share(cast, kind="homework", due_on=closed.isoformat()).answer
        assert "Dan is er geen school. Kies een schooldag." in refused.content.decode()
    assert not Post.objects.filter(publication__isnull=False).exists()
    share(cast, kind="homework", due_on="2026-11-30")
    assert Post.objects.filter(publication__isnull=False).exists()


def test_a_link_leads_only_to_the_web(cast: Cast) -> None:
    answer = share(cast, kind="links", link="javascript:alert(1)").answer
    assert answer.status_code == 422 and not Post.objects.get().link


def test_the_sheet_shows_only_what_its_kind_has_and_forgets_nothing_while_it_is_a_draft(cast: Cast) -> None:
    client = cast.sign_in(cast.anouk)
    client.post("/maken/", sheet(cast, **LESSON))
    post = Post.objects.get()
    assert b"id_practice" in client.get(f"/maken/{post.pk}/").content
    client.post(f"/maken/{post.pk}/", sheet(cast))
    assert b"id_practice" not in client.get(f"/maken/{post.pk}/").content
    client.post(f"/maken/{post.pk}/", sheet(cast, kind="lesson"))
    assert "vijf driehoeken" in client.get(f"/maken/{post.pk}/").content.decode()


def test_what_was_typed_for_another_kind_is_not_shared(cast: Cast) -> None:
    client = cast.sign_in(cast.anouk)
    client.post("/maken/", sheet(cast, **LESSON))
    post = Post.objects.get()
    client.post(f"/maken/{post.pk}/delen/", sheet(cast))
    post.refresh_from_db()
    assert post.is_shared and (post.practice, post.link, post.minutes) == ("", "", None)


def test_news_of_how_the_group_is_doing_names_no_child(cast: Cast) -> None:
    answer = share(cast, kind="climate", text="Wij zorgen goed voor elkaar. Vooral Noor.").answer
    assert answer.status_code == 422 and "Noem geen kind bij naam." in answer.content.decode()
    assert "Gedeeld met" in share(cast, kind="climate").answer.content.decode()


def test_a_kind_can_be_asked_for_and_finds_its_own_draft(cast: Cast) -> None:
    viewer, key = cast.viewer(cast.anouk), f"group-{cast.groep_5.pk}"
    cast.sign_in(cast.anouk).post("/maken/", sheet(cast))
    assert sheet_for(viewer, place=key, kind="week").kind == Kind.WEEK
    assert sheet_for(viewer, place=key, kind="week").pk is None
    assert sheet_for(viewer, place=key, kind="update").pk == Post.objects.get().pk
    assert sheet_for(viewer, place=key, kind="onzin").kind == Kind.UPDATE


def test_what_is_just_nice_is_mailed_only_to_who_asked_for_it(cast: Cast) -> None:
    post = shared(cast)
    Post.objects.filter(pk=post.pk).update(kind=Kind.INFORMAL)
    prefer(cast.elif_, category=Category.INFORMAL, channel="email", rhythm="now")
    assert [message.to for message in tell(cast)] == [[cast.elif_.email]]


def test_the_sheet_of_what_is_just_nice_says_that_nobody_gets_a_message(cast: Cast) -> None:
    client, kept = cast.sign_in(cast.anouk), "Niemand krijgt er vanzelf een bericht van."
    client.post("/maken/", sheet(cast, kind="informal", when="now"))
    address = f"/maken/{Post.objects.get().pk}/"
    page = client.get(address).content.decode()
    assert kept in page and "Dan komt het aan" not in page and "Ouders krijgen" not in page
    rule = {"school": cast.vlieger, "category": Category.INFORMAL, "readers": Readers.GUARDIANS}
    HouseRule.objects.create(**rule, offer=Offer.USUALLY)  # at a school that sends these too
    assert kept not in client.get(address).content.decode()
    client.post(address, sheet(cast, kind="update", when="usual"))
    assert kept not in client.get(address).content.decode()


def test_the_mail_about_a_lesson_stands_on_its_own(cast: Cast) -> None:
    post = shared(cast)
    Post.objects.filter(pk=post.pk).update(
        kind=Kind.LESSON, practice="Zoek vijf driehoeken.", link="https://a.example/"
    )
    text = next(mail.body for mail in tell(cast) if mail.to == [cast.esther.email])  # who reads Dutch
    assert "Oefen thuis: Zoek vijf driehoeken." in text and "https://a.example/" in text


def test_the_sheet_of_a_compliment_asks_what_went_well_and_not_what_they_did(cast: Cast) -> None:
    asked = {"voor": f"child-{cast.yusuf.pk}", "soort": "praise"}
    page = cast.sign_in(cast.anouk).get("/maken/", asked).content.decode()
    assert "Wat ging er goed?" in page and "Wat deden jullie?" not in page


def test_what_is_no_link_is_refused_in_plain_words_and_stays_on_the_sheet(cast: Cast) -> None:
    wrong = {"kind": "lesson", "link": "javascript:alert(1)", "minutes": "999"}
    page = share(cast, **LESSON | wrong).answer.content.decode()
    assert "Deze link klopt niet." in page and "Vul 1 tot 60 minuten in." in page
    assert "javascript:alert(1)" in page and "Zoek thuis vijf driehoeken." in page
