"""The search page: from a word to what was found, without the word ending in an address."""

from uuid import uuid4

from driehoek.backbone.index.keeping import follow
from driehoek.backbone.translation.models import Correction
from driehoek.facts.people.models import Person
from driehoek.features.alerts.models import Alert, What, Why
from driehoek.features.alerts.models.alert import Said
from driehoek.features.dayreports.models import DayReport
from driehoek.features.feed.models import GroupAgreement, Poll, SharedQuestion
from driehoek.features.feed.places import Place
from driehoek.features.feed.tests.posts import HOUR, draft, shared
from driehoek.features.portfolio.models import Sharing, Work
from driehoek.features.tips.models import Tip
from tests.cast import Cast


def test_one_finds_a_post_by_a_word_of_it(cast: Cast) -> None:
    post = shared(cast, "Wij bouwden bruggen")
    browser = cast.sign_in(cast.naima)
    answer = browser.post("/zoeken/", {"sought": "brug"})
    assert answer.status_code == 302 and answer["Location"] == "/zoeken/"
    page = browser.get("/zoeken/").content.decode()
    assert "<mark>bruggen</mark>" in page and post.get_absolute_url() in page


def test_who_reads_arabic_finds_it_in_arabic_and_sees_that_it_was_translated(cast: Cast) -> None:
    title = shared(cast, "Wij bouwden bruggen").texts["title"]
    Correction.write(title, "ar", "بنينا جسوراً", by=cast.marja, at=cast.now)
    follow()
    Person.objects.filter(pk=cast.naima.pk).update(language="ar")
    cast.naima.refresh_from_db()
    page = cast.sign_in(cast.naima).post("/zoeken/", {"sought": "جسور"}, follow=True).content.decode()
    assert '<b class="blk" lang="ar" dir="auto">بنينا <mark>جسوراً</mark>' in page
    assert "مترجم من الهولنديّة" in page and "Wij bouwden bruggen" not in page
    assert not finds(cast, cast.stefan, "جسور")


def test_one_who_may_not_see_it_reads_only_her_own_word_back(cast: Cast) -> None:
    shared(cast, "Wij bouwden bruggen")
    browser = cast.sign_in(cast.stefan)
    page = browser.post("/zoeken/", {"sought": "brug"}, follow=True).content.decode()
    assert "Niets gevonden" in page and "bruggen" not in page


def test_too_short_a_word_says_so_and_stays_in_the_field(cast: Cast) -> None:
    answer = cast.sign_in(cast.naima).post("/zoeken/", {"sought": "ik"})
    assert answer.status_code == 422
    assert "Typ een woord van drie letters of meer." in answer.content.decode()


def test_nonsense_about_the_page_gives_the_first_page(cast: Cast) -> None:
    shared(cast, "Wij bouwden bruggen")
    browser = cast.sign_in(cast.naima)
    browser.post("/zoeken/", {"sought": "brug"})
    outside = "0001-01-01T00:00+23:59~1"
    for voor in ("gisteren", "2026-13-40T00:00~1", "2026-11-01~1", "2026-11-01T00:00Z~x", "~", outside):
        assert "<mark>bruggen</mark>" in browser.get("/zoeken/", {"voor": voor}).content.decode()


def test_what_one_looks_for_is_text_whatever_it_is(cast: Cast) -> None:
    page = cast.sign_in(cast.naima).post("/zoeken/", {"sought": "<script>brug"}, follow=True)
    assert "<script>brug" not in page.content.decode()


def test_a_visitor_is_sent_to_sign_in(cast: Cast, client: object) -> None:
    assert client.get("/zoeken/").status_code == 302  # type: ignore[attr-defined]


def finds(cast: Cast, person: Person, word: str) -> bool:
    page = cast.sign_in(person).post("/zoeken/", {"sought": word}, follow=True).content.decode()
    return "Niets gevonden" not in page


def test_her_work_and_her_goal_are_found_in_their_newest_words_and_once_gone_not(cast: Cast) -> None:
    said = {"by": cast.yusuf, "at": cast.now, "sharing": Sharing("home")}
    work = Work.add(cast.yusuf, cast.groep_5, "Mijn vulkaan", "Hij spuwt rook.", **said)
    work.approve(by=cast.anouk, at=cast.now)
    assert finds(cast, cast.naima, "vulkaan") and finds(cast, cast.yusuf, "rook")
    assert not finds(cast, cast.stefan, "vulkaan")
    work.change("Mijn geiser", "Hij spuwt water.", by=cast.yusuf, at=cast.now)
    assert finds(cast, cast.naima, "geiser") and not finds(cast, cast.naima, "vulkaan")
    work.remove(by=cast.yusuf, at=cast.now)
    assert not finds(cast, cast.naima, "geiser")


def test_work_that_no_teacher_looked_at_is_not_found_at_home(cast: Cast) -> None:
    said = {"by": cast.yusuf, "at": cast.now, "sharing": Sharing("home")}
    Work.add(cast.yusuf, cast.groep_5, "Mijn vulkaan", "", **said)
    assert finds(cast, cast.yusuf, "vulkaan") and not finds(cast, cast.naima, "vulkaan")


def test_an_urgent_notice_is_found_by_our_words_and_those_of_school(cast: Cast) -> None:
    said = Said(what=What.CLOSED, text="De verwarming is stuk.", until=cast.now + 5 * HOUR)
    Alert.send(cast.vlieger, [], said, token=uuid4(), why=Why.BUILDING, by=cast.joris, at=cast.now)
    assert finds(cast, cast.naima, "verwarming") and finds(cast, cast.naima, "dicht")
    assert not finds(cast, cast.stefan, "verwarming")


def test_a_day_report_is_found_by_the_family_of_the_child_in_its_newest_words(cast: Cast) -> None:
    for words in ("Yusuf bouwde een hut.", "Yusuf zag een egel."):
        said = {"eaten": "well", "words": words}
        DayReport.write(cast.yusuf, cast.bso, said, by=cast.samira, at=cast.now, day=cast.today)
    assert finds(cast, cast.naima, "egel") and finds(cast, cast.samira, "egel")
    assert not finds(cast, cast.naima, "hut")
    assert not finds(cast, cast.cheryl, "egel") and not finds(cast, cast.anouk, "egel")
    DayReport.objects.get().take_back(by=cast.samira, at=cast.now)
    assert not finds(cast, cast.naima, "egel")


def test_an_answer_for_all_is_found_by_all_after_the_yes_and_never_under_the_name_of_who_asked(
    cast: Cast,
) -> None:
    said = shared(cast).comment(
        "Mag ik mee?", by=cast.esther, corner="home", at=cast.now, in_line_of=cast.esther
    )
    words = {"question": "Mogen ouders mee?", "answer": "Ja, er zijn plekken in de bus."}
    row = SharedQuestion.propose(said, **words, by=cast.anouk, at=cast.now, due_at=cast.now)
    assert not finds(cast, cast.naima, "plekken") and finds(cast, cast.esther, "plekken")
    row.decide(True, words=row.words, by=cast.esther, at=cast.now)
    assert finds(cast, cast.naima, "plekken")
    browser = cast.sign_in(cast.naima)
    page = browser.post("/zoeken/", {"sought": "plekken"}, follow=True).content.decode()
    assert cast.anouk.name in page and cast.esther.name not in page.partition("<main")[2]


def test_what_to_practise_what_a_poll_asks_and_what_was_agreed_are_found(cast: Cast) -> None:
    post = draft(cast)
    words = {"kind": "lesson", "practice": "Tel samen de knikkers."}
    post.write(words, place=Place(cast.vlieger, group=cast.groep_5))
    poll = Poll.objects.create(post=post, question="Waarheen?", closes_at=cast.now + HOUR)
    poll.offer(["Het museum", "Het bos"])
    post.share(by=cast.anouk, at=cast.now - HOUR, due_at=cast.now - HOUR / 2)
    terms = {
        "rhythm": "day",
        "a_week": 2,
        "kinds": "update",
        "answers_within": 2,
        "remarks": "Geen appgroep.",
    }
    GroupAgreement.publish(cast.groep_5, terms, by=cast.anouk, at=cast.now)
    for word in ("knikkers", "museum", "appgroep"):
        assert finds(cast, cast.naima, word) and not finds(cast, cast.stefan, word)


def test_a_tip_is_found_by_the_colleagues_of_its_school_and_not_at_home(cast: Cast) -> None:
    said = {"title": "Winkeltje", "what": "Betaal gepast.", "minutes": 5, "theme": "maths", "ages": "6-9"}
    Tip.add(cast.vlieger, said, by=cast.anouk, at=cast.now)
    Tip.add(cast.vlieger, said | {"what": "Weeg twee appels."}, by=cast.anouk, at=cast.now)
    assert finds(cast, cast.daan, "appels") and not finds(cast, cast.daan, "gepast")
    assert not finds(cast, cast.naima, "appels") and not finds(cast, cast.dijk, "appels")
