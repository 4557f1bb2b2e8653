"""What home answers: said to the child, heard in class, and never by the other home."""

from django.core.files.uploadedfile import SimpleUploadedFile

from driehoek.facts.people.models import Restriction
from driehoek.features.feed.tests.test_attaching import spoken as sound
from driehoek.features.portfolio.models import Echo, EchoAttachment
from driehoek.features.portfolio.tests.works import chosen, hearers, made, photo
from tests.cast import Cast


def test_one_opener_is_an_answer_and_the_child_and_his_teacher_hear_it(cast: Cast) -> None:
    work = made(cast)
    answer = cast.sign_in(cast.naima).post(f"{work.get_absolute_url()}reactie/", {"opener": ["proud"]})
    assert answer.status_code == 302
    assert Echo.objects.get().text == "Wat ben ik trots!"
    assert hearers(cast, "naima", "rachid", "yusuf", "anouk", "elif_", "joris") == {"naima", "yusuf", "anouk"}


def test_a_voice_and_a_picture_go_along_and_a_document_does_not(cast: Cast) -> None:
    work = made(cast)
    address = f"{work.get_absolute_url()}reactie/"
    said = {"voice": SimpleUploadedFile("spraakbericht", sound(), "audio/wav"), "files": photo()}
    assert cast.sign_in(cast.naima).post(address, said).status_code == 302
    assert {row.attachment.kind for row in EchoAttachment.objects.all()} == {"voice", "picture"}
    paper = {"files": SimpleUploadedFile("brief.txt", b"Hallo", "text/plain"), "text": "Zie brief"}
    answer = cast.sign_in(cast.naima).post(address, paper)
    assert answer.status_code == 422 and "Zie brief" in answer.content.decode()


def test_a_beginning_alone_is_not_sent(cast: Cast) -> None:
    work = made(cast)
    answer = cast.sign_in(cast.naima).post(f"{work.get_absolute_url()}reactie/", {"opener": ["see"]})
    assert answer.status_code == 422 and not Echo.objects.exists()


def test_sent_twice_it_is_said_once(cast: Cast) -> None:
    work, naima = made(cast), cast.sign_in(cast.naima)
    for _time in range(2):
        naima.post(f"{work.get_absolute_url()}reactie/", {"text": "Knap!"})
    assert Echo.objects.count() == 1


def test_who_does_not_see_the_work_answers_nothing(cast: Cast) -> None:
    work = made(cast)
    for person in (cast.elif_, cast.jeroen, cast.joris):
        answer = cast.sign_in(person).post(f"{work.get_absolute_url()}reactie/", {"text": "Hoi"})
        assert answer.status_code in (403, 404)
    assert not Echo.objects.exists()


def test_the_child_finds_two_answers_on_his_page_and_after_hearing_them_none_is_new(cast: Cast) -> None:
    work, yusuf = made(cast), cast.sign_in(cast.yusuf)
    for person in (cast.naima, cast.rachid):
        cast.sign_in(person).post(f"{work.get_absolute_url()}reactie/", {"text": "Knap gemaakt"})
    assert "2 nieuwe reacties" in yusuf.get("/werk/", follow=True).content.decode()
    yusuf.get(work.get_absolute_url())
    assert "nieuwe reactie" not in yusuf.get("/werk/", follow=True).content.decode()


def test_the_teacher_sees_what_she_did_not_read_on_the_page_of_her_group(cast: Cast) -> None:
    work, anouk = made(cast), cast.sign_in(cast.anouk)
    cast.sign_in(cast.naima).post(f"{work.get_absolute_url()}reactie/", {"text": "Hoeveel lava was dat"})
    group = f"/groep/{cast.groep_5.pk}/"
    assert "Hoeveel lava was dat" in anouk.get(group).content.decode()
    anouk.get(work.get_absolute_url())
    assert "Hoeveel lava was dat" not in anouk.get(group).content.decode()


def test_what_the_teacher_writes_everybody_reads_who_sees_the_work(cast: Cast) -> None:
    work = made(cast)
    cast.sign_in(cast.anouk).post(f"{work.get_absolute_url()}reactie/", {"text": "Mooi gezien"})
    assert hearers(cast, "naima", "rachid", "yusuf", "elif_") == {"naima", "rachid", "yusuf"}


def test_of_who_may_not_come_near_him_he_hears_nothing_any_more(cast: Cast) -> None:
    work = made(cast)
    cast.sign_in(cast.rachid).post(f"{work.get_absolute_url()}reactie/", {"text": "Knap!"})
    assert hearers(cast, "yusuf", "rachid") == {"yusuf", "rachid"}
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.rachid, kind="no_access", starts_on=cast.today, basis="Vonnis",
        entered_by=cast.joris,
    )  # fmt: skip
    assert hearers(cast, "yusuf", "rachid", "anouk") == set()


def test_one_takes_back_ones_own_answer_and_nobody_elses(cast: Cast) -> None:
    work, naima = made(cast), cast.sign_in(cast.naima)
    naima.post(f"{work.get_absolute_url()}reactie/", {"text": "Knap!"})
    address = f"/werk/reactie/{Echo.objects.get().pk}/weghalen/"
    assert cast.sign_in(cast.yusuf).post(address).status_code == 403
    assert naima.get(address).status_code == 200 and naima.post(address).status_code == 302
    assert hearers(cast, "naima", "yusuf", "anouk") == set()


def test_a_goal_is_answered_too(cast: Cast) -> None:
    goal = chosen(cast)
    answer = cast.sign_in(cast.rachid).post(f"{goal.get_absolute_url()}reactie/", {"opener": ["how"]})
    assert answer.status_code == 302
    assert hearers(cast, "rachid", "naima", "yusuf") == {"rachid", "yusuf"}
