"""Who is asked to think again before everyone reads her words, and what she can do then."""

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client

from driehoek.facts.people.models import ProtectionReader
from driehoek.facts.schools.models import School
from driehoek.features.feed.models import Comment, Post
from driehoek.features.feed.naming import names_a_pupil
from driehoek.features.feed.tests.posts import shared
from tests.cast import Cast

ASKED = "Moet iedereen dit lezen?"


def asked_by_naima(cast: Cast) -> Post:
    post = shared(cast)
    post.comment("Is hij moe?", by=cast.naima, corner="home", at=cast.now, in_line_of=cast.naima)
    return post


def tell_all(client: Client, post: Post, text: str, **more: str) -> HttpResponse:
    return client.post(f"/bericht/{post.pk}/reacties/", {"text": text, "to": "all"} | more)


def test_the_field_that_answers_one_parent_lies_open_and_says_who_reads_it(cast: Cast) -> None:
    page = cast.sign_in(cast.anouk).get(asked_by_naima(cast).get_absolute_url()).content.decode()
    name = cast.naima.name
    assert f"Antwoord {name}. Dit lezen alleen {name}, jij en Juf Meryem." in page
    assert f'id="lijn-{cast.naima.pk}"' in page and '<details class="answer"' not in page
    own = cast.sign_in(cast.naima).get(Post.objects.get().get_absolute_url()).content.decode()
    assert "lijn-" not in own


def test_the_page_of_the_group_leads_to_that_field(cast: Cast) -> None:
    post = asked_by_naima(cast)
    page = cast.sign_in(cast.anouk).get(f"/groep/{cast.groep_5.pk}/").content.decode()
    assert f"{post.get_absolute_url()}#lijn-{cast.naima.pk}" in page


def test_a_teacher_who_names_a_waiting_parent_or_her_child_is_asked_first(cast: Cast) -> None:
    post, client = asked_by_naima(cast), cast.sign_in(cast.anouk)
    for text in ("Dag Naima, een beetje.", "Yusuf is een beetje moe."):
        page = tell_all(client, post, text).content.decode()
        assert ASKED in page and f'value="line-{cast.naima.pk}"' in page and text in page
    assert Comment.objects.count() == 1
    assert tell_all(client, post, "Dag Naima", sure="on").status_code == 302


def test_a_child_without_a_waiting_parent_offers_no_line(cast: Cast) -> None:
    page = tell_all(
        cast.sign_in(cast.anouk), asked_by_naima(cast), "Finn bouwde de hoogste."
    ).content.decode()
    assert ASKED in page and "line-" not in page


def test_a_teacher_who_names_nobody_or_whom_she_answered_is_not_asked(cast: Cast) -> None:
    post, client = asked_by_naima(cast), cast.sign_in(cast.anouk)
    assert tell_all(client, post, "Dank voor jullie reacties!").status_code == 302
    post.comment("Een beetje", by=cast.anouk, corner="school", at=cast.now, in_line_of=cast.naima)
    assert tell_all(client, post, "Dank aan Naima voor het papier!").status_code == 302


def test_a_name_she_may_not_know_is_no_reason_to_ask(cast: Cast) -> None:
    post = shared(cast)
    assert names_a_pupil("Lotte was er ook", post, cast.viewer(cast.anouk))
    ProtectionReader.objects.all().delete()
    assert not names_a_pupil("Lotte was er ook", post, cast.viewer(cast.anouk))


def test_there_is_a_way_back_to_the_text(cast: Cast) -> None:
    post, client = shared(cast), cast.sign_in(cast.naima)
    assert "Verander je tekst" in tell_all(client, post, "Mijn zoon is moe").content.decode()
    back = tell_all(client, post, "Mijn zoon is moe", change="on")
    page = back.content.decode()
    assert back.status_code == 200 and "Mijn zoon is moe</textarea>" in page
    assert not Comment.objects.exists()


def test_taking_words_back_asks_first(cast: Cast) -> None:
    said = shared(cast).comment("Wat mooi!", by=cast.elif_, corner="home", at=cast.now)
    client, url = cast.sign_in(cast.elif_), f"/reactie/{said.pk}/weghalen/"
    assert "Wat mooi!" in client.get(url).content.decode()
    assert not hasattr(Comment.objects.get(), "removal")
    assert cast.sign_in(cast.naima).get(url).status_code == 403
    client.post(url)
    assert hasattr(Comment.objects.get(), "removal")


def test_young_people_are_asked_in_other_words_than_children() -> None:
    for sector, who in (("primary", "kinderen"), ("secondary", "leerlingen"), ("vocational", "leerlingen")):
        asked = render_to_string("feed/_ask_children.html", {"post": Post(school=School(sector=sector))})
        assert f"Wat zeggen de {who} ervan?" in asked


def test_a_student_who_names_a_classmate_is_asked_first_and_can_tell_school_alone(cast: Cast) -> None:
    post, client = shared(cast, with_students=True), cast.sign_in(cast.yusuf)
    page = tell_all(client, post, "Finns toren viel om.").text
    assert "Gaat dit over iemand anders?" in page and "jouw kind" not in page
    assert 'name="to" value="school"' in page and not Comment.objects.exists()
    assert tell_all(client, post, "Finns toren viel om.", sure="on", to="school").status_code == 302
    assert Comment.objects.get().thread_of == cast.yusuf


def test_a_student_who_names_nobody_or_herself_is_not_asked(cast: Cast) -> None:
    post, client = shared(cast, with_students=True), cast.sign_in(cast.yusuf)
    for text in ("Dat was leuk.", "Groetjes van Yusuf"):
        assert tell_all(client, post, text).status_code == 302
    assert Comment.objects.filter(thread_of=None).count() == 2
