"""Something to come and see, by several ways: its day, hours and place are said once."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from driehoek.backbone.notifications.tests.steps import bring
from driehoek.features.feed.models import Post
from driehoek.features.feed.tests.posts import shared
from driehoek.features.newsletters.models import Attendance, Block, Copy, Kind
from driehoek.features.newsletters.tests.letters import BRIDGES, IN_A_WEEK, begun, block, out
from tests.cast import NOW, Cast
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db
SINGING = "Wij zingen samen"
WHEN = "Donderdag 26 november, 14:00 tot 15:00. In de hal."
WHERE_TO_SAY = "Kom je kijken? Zeg het in de nieuwsbrief. Heb je die niet? Zeg het dan op school."
DAY = {"on": IN_A_WEEK.isoformat(), "starts": "14:00", "ends": "15:00", "place": "In de hal", "asks": "on"}


def singing(cast: Cast, *, asks: bool = True) -> Block:
    hours = {"starts": dt.time(14), "ends": dt.time(15), "place": "In de hal", "asks": asks}
    return block(begun(cast), cast.anouk, SINGING, cast.groep_5, kind=Kind.SHOW, text="Kom erbij.", **hours)


def as_post(cast: Cast, made: Block) -> Post:
    """What its author finds on the sheet for a post."""
    place = {"place": f"group-{cast.groep_5.pk}"}
    client = cast.sign_in(cast.anouk)
    answer = client.post(reverse("publishing:post", args=[made.pk]), place, follow=True)
    post = Post.objects.get(title=SINGING)
    assert post.text in answer.text.replace("&lt;", "<").replace("&gt;", ">")
    return post


def as_event(cast: Cast, post: Post) -> str:
    return f"{reverse('publishing:newsletter', args=[post.pk])}?als=kijken"


def mailed(postman: Postman, address: str) -> str:
    """All that she got."""
    bodies = [one.get_body(("plain",)) for one in postman.messages if address in one["To"]]
    return " ".join(" ".join(body.get_content().split()) for body in bodies if body)


def test_a_show_becomes_a_post_that_says_when_and_where_and_how_to_come(cast: Cast) -> None:
    made = singing(cast)
    out(made.newsletter, cast)
    link = reverse("newsletters:found", args=[made.pk])
    text = as_post(cast, made).text
    assert text.startswith(f"Kom erbij.\n\n{WHEN}\n\n{WHERE_TO_SAY}\n\n[") and link in text
    letter = Copy.objects.get(person=cast.naima).get_absolute_url()
    assert cast.sign_in(cast.naima).get(link).url == f"{letter}#blok-{made.pk}"
    assert cast.sign_in(cast.annelies).get(link).status_code == 404  # no letter: she reads to tell school


def test_before_the_letter_is_out_there_is_no_link_that_nobody_can_open(cast: Cast) -> None:
    assert as_post(cast, singing(cast)).text == f"Kom erbij.\n\n{WHEN}\n\n{WHERE_TO_SAY}"


def test_of_a_letter_that_was_taken_back_one_answers_at_school(cast: Cast) -> None:
    made = singing(cast)
    out(made.newsletter, cast).withdraw(by=cast.joris, at=NOW)
    assert as_post(cast, made).text == f"Kom erbij.\n\n{WHEN}\n\nKom je kijken? Zeg het op school."


def test_a_show_that_asks_nobody_or_is_over_invites_nobody(cast: Cast) -> None:
    made = singing(cast, asks=False)
    assert as_post(cast, made).text == f"Kom erbij.\n\n{WHEN}"
    Post.objects.all().delete()
    Block.objects.update(asks=True)
    with time_machine.travel(NOW + dt.timedelta(days=8), tick=False):
        assert "Kom je kijken?" not in as_post(cast, made).text


def test_the_day_is_said_in_the_language_in_which_the_show_was_written(cast: Cast) -> None:
    made = singing(cast)
    Block.objects.filter(pk=made.pk).update(language="en", text="Come and join us.", place="In the hall")
    text = as_post(cast, made).text
    assert "Thursday 26 November, 14:00 to 15:00. In the hall." in text
    assert "Say so in the newsletter." in text


def test_the_post_of_a_show_goes_by_mail_and_on_paper_with_its_day(cast: Cast, postman: Postman) -> None:
    post = as_post(cast, singing(cast))
    post.share(by=cast.anouk, at=NOW, due_at=NOW)
    bring()
    assert WHEN in mailed(postman, cast.naima.email)
    teacher, paper = cast.sign_in(cast.anouk), reverse("publishing:letter", args=[post.pk])
    assert WHEN in teacher.get(paper).text and WHEN in teacher.get(paper, {"taal": "ar"}).text


def test_a_post_becomes_something_to_come_and_see_and_only_its_day_is_asked(
    cast: Cast, postman: Postman
) -> None:
    newsletter, post = begun(cast), shared(cast, title=BRIDGES)
    teacher, address = cast.sign_in(cast.anouk), as_event(cast, post)
    assert "?als=kijken" in teacher.get(reverse("publishing:newsletter", args=[post.pk])).text
    page = teacher.get(address).text
    assert 'name="on"' in page and 'name="title"' not in page and 'name="text"' not in page
    for _twice in range(2):
        assert teacher.post(address, DAY | {"newsletter": newsletter.pk}).url == newsletter.get_absolute_url()
    made = Block.objects.get()
    assert (made.kind, made.title, made.on) == (Kind.SHOW, BRIDGES, IN_A_WEEK) and post.text in made.text
    assert (made.starts, made.ends, made.place) == (dt.time(14), dt.time(15), "In de hal")
    out(newsletter, cast)
    bring()
    assert "donderdag 26 november, 14:00 tot 15:00" in mailed(postman, cast.naima.email)
    copy, mother = Copy.objects.get(person=cast.naima), cast.sign_in(cast.naima)
    assert "In de hal" in mother.get(reverse("newsletters:print_out", args=[copy.pk])).text
    mother.post(reverse("newsletters:attendance", args=[made.pk]), {"number": "2"})
    assert Attendance.objects.get().number == 2


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"on": ""}, "Kies een dag."),
        ({"on": "morgen"}, "Kies een dag."),
        ({"on": "2020-01-04"}, "Kies een dag die nog komt."),
        ({"starts": "laat"}, "Kies een tijd."),
        ({"ends": "later"}, "Kies een tijd."),
        ({"ends": "13:00"}, "Het einde ligt vóór het begin."),
        ({"newsletter": "999999"}, "Kies een nieuwsbrief."),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_stays_on_the_page(
    cast: Cast, wrong: dict[str, str], sentence: str
) -> None:
    newsletter, post = begun(cast), shared(cast, title=BRIDGES)
    told = DAY | {"newsletter": str(newsletter.pk), "place": "Achter de hal"} | wrong
    answer = cast.sign_in(cast.anouk).post(as_event(cast, post), told)
    assert answer.status_code == 422 and sentence in answer.text and "Achter de hal" in answer.text
    assert not Block.objects.exists()


def test_who_may_not_add_to_the_newsletter_makes_no_event_of_a_post(cast: Cast) -> None:
    newsletter, post = begun(cast), shared(cast, title=BRIDGES)
    told = DAY | {"newsletter": newsletter.pk}
    for person, hat in ((cast.naima, "home"), (cast.anouk, "home"), (cast.daan, "school")):
        assert cast.sign_in(person, hat).post(as_event(cast, post), told).status_code in (403, 404)
    out_of_hand = begun(cast, "Nieuwsbrief van oktober")
    block(out_of_hand, cast.joris, BRIDGES)
    out(out_of_hand, cast)
    refused = cast.sign_in(cast.anouk).post(as_event(cast, post), told | {"newsletter": out_of_hand.pk})
    assert refused.status_code == 422 and not Block.objects.filter(kind=Kind.SHOW).exists()


def test_another_day_for_what_stands_there_already_is_not_lost_without_a_word(cast: Cast) -> None:
    newsletter, post = begun(cast), shared(cast, title=BRIDGES)
    teacher, told = cast.sign_in(cast.anouk), DAY | {"newsletter": newsletter.pk}
    teacher.post(reverse("publishing:newsletter", args=[post.pk]), told)
    answer = teacher.post(as_event(cast, post), told)
    assert answer.status_code == 422 and "Dit staat al in deze nieuwsbrief." in answer.text
    assert "In de hal" in answer.text and Block.objects.get().kind == Kind.WORK


def test_a_show_that_went_out_as_a_post_does_not_come_back_a_second_time(cast: Cast) -> None:
    made = singing(cast)
    post = as_post(cast, made)
    post.share(by=cast.anouk, at=NOW, due_at=NOW)
    address = reverse("publishing:newsletter", args=[post.pk])
    cast.sign_in(cast.anouk).post(address, {"newsletter": made.newsletter_id})
    assert Block.objects.get() == made
