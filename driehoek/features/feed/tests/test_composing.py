"""Making a post: the sheet that is never lost, and the button that says who reads it."""

import datetime as dt

import pytest
from django.test import Client

from driehoek.base.core.clock import AMSTERDAM
from driehoek.base.core.reading_level import HardWord, reading_level
from driehoek.facts.schools.hours import is_quiet
from driehoek.features.feed.beginning import sheet_for
from driehoek.features.feed.desk import Desk
from driehoek.features.feed.first_sentence import split_title
from driehoek.features.feed.kitchen_table import bank, suggestions
from driehoek.features.feed.models import Action, Post
from tests.cast import Cast

SHEET = {
    "title": "",
    "text": "Wij bouwden bruggen. De sterkste droeg 14 boeken.",
    "kind": "update",
    "when": "usual",
}


def sheet(cast: Cast, **more: str) -> dict[str, str]:
    place = f"group-{cast.groep_5.pk}"
    return {**SHEET, "place": place, "told": place, **more}


def opened(cast: Cast) -> tuple[Client, Post]:
    """Juf Anouk, and the sheet that lies before her."""
    client = cast.sign_in(cast.anouk)
    client.post("/maken/", sheet(cast, text="", begun=sheet_name(client)))
    return client, Post.objects.get(author=cast.anouk)


def sheet_name(client: Client) -> str:
    return client.get("/maken/").context["desk"].begun


def test_looking_at_an_empty_sheet_leaves_nothing_behind(cast: Cast) -> None:
    page = cast.sign_in(cast.anouk).get(f"/maken/?groep={cast.groep_5.pk}")
    assert page.status_code == 200 and "28 kinderen, 47 ouders, 6 talen" in page.content.decode()
    assert not Post.objects.exists()


def test_the_same_empty_sheet_sent_twice_is_one_draft_and_loses_nothing(cast: Cast) -> None:
    client = cast.sign_in(cast.anouk)
    name = sheet_name(client)
    for text in ("Wij bouwden", "Wij bouwden bruggen."):
        answer = client.post("/maken/", sheet(cast, text=text, begun=name))
        assert answer.url == f"/maken/{Post.objects.get().pk}/"
    assert Post.objects.get().text == "Wij bouwden bruggen." and Post.objects.get().group == cast.groep_5


@pytest.mark.parametrize(
    "wrong", [{"question": "o" * 201}, {"question": "own", "own_question": "o" * 201}, {"when": "ooit"}]
)
def test_a_field_with_something_wrong_in_it_stays_as_it_was(cast: Cast, wrong: dict[str, str]) -> None:
    client, post = opened(cast)
    client.post(f"/maken/{post.pk}/", sheet(cast, question="Hoe sterk?", when="now"))
    wanted = Post.objects.get().wanted_at
    answer = client.post(
        f"/maken/{post.pk}/", sheet(cast, **({"question": "Hoe sterk?", "when": "now"} | wrong))
    )
    kept = Post.objects.get()
    assert answer.status_code == 422 and (kept.ask_at_home, kept.wanted_at) == ("Hoe sterk?", wanted)


def test_an_empty_sheet_is_shared_at_once_and_only_once(cast: Cast) -> None:
    client = cast.sign_in(cast.anouk)
    name = sheet_name(client)
    for _time in range(2):
        assert client.post("/maken/delen/", sheet(cast, begun=name)).status_code == 302
    assert Post.objects.get().is_shared
    assert cast.sign_in(cast.naima).post("/maken/delen/", sheet(cast, begun=name)).status_code == 403


def test_a_sheet_without_a_good_name_is_kept_and_never_in_the_draft_of_another(cast: Cast) -> None:
    name = sheet_name(cast.sign_in(cast.anouk))
    for begun in (name, "vervalst", ""):
        cast.sign_in(cast.meryem).post("/maken/", sheet(cast, text="Van Meryem", begun=begun))
    assert set(Post.objects.values_list("author", "text")) == {(cast.meryem.pk, "Van Meryem")}


def test_in_the_evening_she_is_told_that_parents_get_a_mail_at_once(cast: Cast) -> None:
    client, post = opened(cast)
    evening = dt.datetime(2026, 11, 19, 21, tzinfo=AMSTERDAM)
    desks = {hour: Desk(post, cast.viewer(cast.anouk, now=evening.replace(hour=hour))) for hour in (10, 21)}
    assert not any(desk.disturbs for desk in desks.values())
    post.wanted_at = cast.now - dt.timedelta(days=1)
    assert desks[21].disturbs and not desks[10].disturbs
    assert is_quiet(evening + dt.timedelta(days=2, hours=-9), cast.vlieger)  # Saturday


def test_another_time_opens_the_part_about_time_and_keeps_the_text(cast: Cast) -> None:
    client, post = opened(cast)
    answer = client.post(f"/maken/{post.pk}/", sheet(cast, tijd="1"))
    assert answer.url == f"/maken/{post.pk}/?tijd=1#time"
    assert '<details id="time" open>' in client.get(answer.url).content.decode()
    assert "De sterkste" in Post.objects.get().text


def test_who_works_with_no_group_has_no_desk(cast: Cast) -> None:
    for person in (cast.naima, cast.yusuf, cast.ingrid):
        assert cast.sign_in(person).get("/maken/").status_code == 403
    assert not Post.objects.exists()


def test_a_sheet_is_for_its_author_alone(cast: Cast) -> None:
    _client, post = opened(cast)
    for person in (cast.meryem, cast.joris, cast.naima):
        client = cast.sign_in(person)
        assert client.get(f"/maken/{post.pk}/").status_code == 404
        assert client.post(f"/maken/{post.pk}/delen/", sheet(cast)).status_code == 404
    assert not Post.objects.published(cast.now + dt.timedelta(days=9)).exists()


def test_what_was_typed_is_kept(cast: Cast) -> None:
    client, post = opened(cast)
    client.post(f"/maken/{post.pk}/", sheet(cast, question="own", own_question="Wat bouwde jij?"))
    page = client.get("/maken/").content.decode()
    assert "De sterkste droeg 14 boeken." in page and "Wat bouwde jij?" in page


def test_the_page_says_whom_it_will_reach_and_when(cast: Cast) -> None:
    page = opened(cast)[0].get("/maken/").content.decode()
    assert "28 kinderen, 47 ouders, 6 talen" in page
    assert "Deel met groep 5" in page and "vandaag om 15:10" in page


def test_sharing_puts_it_before_the_group_at_the_bell(cast: Cast) -> None:
    client, post = opened(cast)
    answer = client.post(f"/maken/{post.pk}/delen/", sheet(cast), follow=True)
    assert "28 kinderen, 47 ouders, 6 talen" in answer.content.decode()
    assert "Maak ongedaan" in answer.content.decode()
    post.refresh_from_db()
    assert post.title == "Wij bouwden bruggen" and post.text == "De sterkste droeg 14 boeken."
    assert post.publication.due_at == cast.now + dt.timedelta(minutes=10)
    assert not post.allows(cast.viewer(cast.naima), "see")


def test_pressing_the_button_twice_shares_once(cast: Cast) -> None:
    client, post = opened(cast)
    for _time in range(2):
        assert client.post(f"/maken/{post.pk}/delen/", sheet(cast)).status_code == 302
    assert Post.objects.filter(author=cast.anouk).count() == 1


def test_an_empty_sheet_is_not_shared(cast: Cast) -> None:
    client, post = opened(cast)
    answer = client.post(f"/maken/{post.pk}/delen/", sheet(cast, text=""))
    assert answer.status_code == 422 and "Schrijf eerst wat jullie deden." in answer.content.decode()


def test_other_readers_than_the_button_named_are_refused_once(cast: Cast) -> None:
    client, post = opened(cast)
    wider = sheet(cast, with_students="on")
    answer = client.post(f"/maken/{post.pk}/delen/", wider)
    assert answer.status_code == 422 and "Je koos andere lezers" in answer.content.decode()
    wider["told"] = f"group-{cast.groep_5.pk}-and-students"
    assert client.post(f"/maken/{post.pk}/delen/", wider).status_code == 302


def test_she_cannot_share_with_a_group_that_is_not_hers(cast: Cast) -> None:
    client, post = opened(cast)
    place = f"group-{cast.groep_2.pk}"
    assert client.post(f"/maken/{post.pk}/delen/", sheet(cast, place=place, told=place)).status_code == 422
    post.refresh_from_db()
    assert not post.is_shared and post.group == cast.groep_5


def test_a_time_that_has_passed_is_refused_and_a_coming_one_is_kept(cast: Cast) -> None:
    client, post = opened(cast)
    past = sheet(cast, when="later", later_at="2026-11-19T09:00")
    assert "Kies een tijd die nog komt." in client.post(f"/maken/{post.pk}/delen/", past).content.decode()
    client.post(f"/maken/{post.pk}/delen/", sheet(cast, when="later", later_at="2026-11-20T09:00"))
    post.refresh_from_db()
    assert post.publication.due_at == dt.datetime(2026, 11, 20, 8, tzinfo=dt.UTC)


def test_after_undoing_the_sheet_lies_there_again(cast: Cast) -> None:
    client, post = opened(cast)
    client.post(f"/maken/{post.pk}/delen/", sheet(cast))
    answer = client.post(f"/bericht/{post.pk}/ongedaan/", follow=True)
    assert answer.redirect_chain[-1][0] == f"/maken/{post.pk}/"
    page = answer.content.decode()
    assert "De sterkste droeg 14 boeken." in page and "Ouders krijgen dit niet." in page


def test_throwing_away_asks_first(cast: Cast) -> None:
    client, post = opened(cast)
    page = client.get(f"/maken/{post.pk}/weggooien/").content.decode()
    assert "Ja, gooi weg" in page and Post.objects.filter(pk=post.pk).exists()
    assert cast.sign_in(cast.meryem).get(f"/maken/{post.pk}/weggooien/").status_code == 404


def test_a_thrown_away_sheet_is_gone_and_the_next_one_is_empty(cast: Cast) -> None:
    client, post = opened(cast)
    page = client.post(f"/maken/{post.pk}/weggooien/", follow=True).content.decode()
    assert "Het concept is weggegooid." in page
    assert not Post.objects.filter(pk=post.pk).exists()
    assert sheet_for(cast.viewer(cast.anouk)).text == ""


def test_the_questions_follow_the_subject_and_there_are_always_three(cast: Cast) -> None:
    assert "Welke vorm maakt een brug sterk?" in suggestions("Vandaag bouwden we bruggen van papier.")
    assert suggestions("") == suggestions("Hallo allemaal") == bank()["always"]["questions"]
    assert all(len(subject["questions"]) == 3 for subject in bank().values())


def test_a_long_sentence_is_named_and_short_ones_are_easy() -> None:
    long = "Vandaag hebben wij met alle kinderen van de groep heel lang en hard gewerkt aan een brug."
    assert reading_level(f"Dag ouders. {long}").long_sentence == long
    assert reading_level("Wij bouwden bruggen. Zij waren sterk.").is_easy
    assert reading_level("Oudervertegenwoordigers evalueren kwaliteitsmetingen.").hard_words


def test_without_a_title_the_first_sentence_becomes_it() -> None:
    assert split_title("Wij bouwden! Het was leuk.") == ("Wij bouwden!", "Het was leuk.")
    assert split_title("Een zin") == ("Een zin", "")


def test_a_long_first_sentence_stays_in_the_text_and_the_title_names_the_place(cast: Cast) -> None:
    client, post = opened(cast)
    long = "Vandaag bouwden wij met de hele groep een brug van papier die veertien boeken droeg."
    client.post(f"/maken/{post.pk}/delen/", sheet(cast, text=f"{long} Knap!"))
    post.refresh_from_db()
    assert post.title == "Nieuws van groep 5" and post.text == f"{long} Knap!"


def test_a_hard_word_is_named_in_any_form_and_a_plain_one_is_offered() -> None:
    level = reading_level("Wil jij participeren? Wij evalueren dat met betrekking tot de gymtas.")
    assert level.level == "B2" and HardWord("participeren", "meedoen") in level.hard_words
    assert HardWord("met betrekking tot", "over") in level.hard_words
    assert HardWord("Participeert", "meedoen") in reading_level("Participeert zij?").hard_words
    assert (
        HardWord("gymtas", "tas voor gym")
        in reading_level("De gymtas.", {"gymtas": "tas voor gym"}).hard_words
    )
    assert reading_level("Neem je tas voor gym mee.").hard_words == () and reading_level("").is_easy


def test_the_sheet_says_the_plain_word_and_is_shared_all_the_same(cast: Cast) -> None:
    client, post = opened(cast)
    client.post(f"/maken/{post.pk}/", sheet(cast, text="Wij gaan participeren."))
    assert (
        "Moeilijk: <bdi>participeren</bdi>. Liever: <bdi>meedoen</bdi>."
        in client.get(f"/maken/{post.pk}/").content.decode()
    )
    assert (
        client.post(f"/maken/{post.pk}/delen/", sheet(cast, text="Wij gaan participeren.")).status_code == 302
    )


def test_of_another_language_no_level_is_said(cast: Cast) -> None:
    client, post = opened(cast)
    Post.objects.update(language="en", text="We will participate.")
    assert "Leesniveau" not in client.get(f"/maken/{post.pk}/").content.decode()


def test_what_is_asked_stands_on_the_sheet_the_card_and_the_page_in_the_readers_language(cast: Cast) -> None:
    client, post = opened(cast)
    asked = sheet(cast) | {"actions": ["bring", "sign"], "when": "now"}
    assert 'value="bring" checked' not in client.get(f"/maken/{post.pk}/").content.decode()
    client.post(f"/maken/{post.pk}/", asked)
    assert 'value="bring" checked' in client.get(f"/maken/{post.pk}/").content.decode()
    client.post(f"/maken/{post.pk}/delen/", asked)
    for address in ("/", f"/bericht/{post.pk}/"):
        assert "Geef iets mee" in cast.sign_in(cast.naima).get(address).content.decode()
        assert "Yanına bir şey verin" in cast.sign_in(cast.elif_).get(address).content.decode()


def test_nothing_is_not_asked_beside_something(cast: Cast) -> None:
    client, post = opened(cast)
    client.post(f"/maken/{post.pk}/", sheet(cast) | {"actions": ["nothing", "call"]})
    assert Post.objects.get().to_do == [Action.CALL]
    assert client.post(f"/maken/{post.pk}/", sheet(cast) | {"actions": ["dance"]}).status_code == 422
    assert Post.objects.get().to_do == [Action.CALL]
