"""The way of a student: written by her mentor or by herself, hers first, and at home when it is time."""

import datetime as dt

from django.core import mail
from django.http import HttpResponse

from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import Person
from driehoek.features.timeline.forgetting import forget
from driehoek.features.timeline.models import Milestone
from tests.cast import NOW, Cast

A_DAY = dt.timedelta(days=1)
INTERNSHIP = {
    "kind": "internship", "title": "Stage bij Bakkerij Roos", "words": "Drie weken broden bakken.",
    "place": "Bakkerij Roos", "starts_on": "2026-11-30", "ends_on": "2026-12-18", "for_home": "on",
}  # fmt: skip
CHOICE = {"kind": "choice", "title": "Ik kies voor Duits", "starts_on": "2026-11-18", "for_home": "on"}


def write(cast: Cast, by: Person, of: Person, said: dict[str, str]) -> HttpResponse:
    answer: HttpResponse = cast.sign_in(by).post(f"/kind/{of.pk}/loopbaan/nieuw/", said)
    return answer


def reads(cast: Cast, who: Person, of: Person) -> str:
    return cast.sign_in(who).get(f"/kind/{of.pk}/loopbaan/").content.decode()


def test_what_the_mentor_writes_the_student_reads_first_and_home_a_day_later(cast: Cast) -> None:
    assert write(cast, cast.dijk, cast.adam, INTERNSHIP).status_code == 302
    assert "Bakkerij Roos" in reads(cast, cast.adam, cast.adam)
    assert "Bakkerij Roos" in reads(cast, cast.dijk, cast.adam)
    assert "Bakkerij Roos" not in reads(cast, cast.naima, cast.adam)
    later = cast.viewer(cast.naima, "home", NOW + A_DAY)
    assert Milestone.objects.visible_to(later).exists()


def test_only_who_teaches_her_and_she_herself_add_to_it(cast: Cast) -> None:
    for person in (cast.naima, cast.anouk, cast.youssef, cast.luuk):
        assert write(cast, person, cast.adam, INTERNSHIP).status_code in (403, 404)
    assert write(cast, cast.peter, cast.adam, INTERNSHIP).status_code == 403  # the head sees, and writes not
    assert not Milestone.objects.exists()


def test_a_student_tells_home_at_once_or_not_at_all(cast: Cast) -> None:
    write(cast, cast.adam, cast.adam, CHOICE)
    write(cast, cast.adam, cast.adam, CHOICE | {"title": "Ik kies voor Frans", "for_home": ""})
    home = reads(cast, cast.naima, cast.adam)
    assert "voor Duits" in home and "voor Frans" not in home
    assert "voor Frans" in reads(cast, cast.dijk, cast.adam)


def test_a_student_gives_herself_no_advice_and_no_diploma(cast: Cast) -> None:
    assert write(cast, cast.adam, cast.adam, CHOICE | {"kind": "advice"}).status_code == 422
    assert write(cast, cast.dijk, cast.adam, CHOICE | {"kind": "advice"}).status_code == 302


def test_a_small_child_has_no_such_page(cast: Cast) -> None:
    assert cast.sign_in(cast.naima).get(f"/kind/{cast.yusuf.pk}/loopbaan/").status_code == 404
    assert write(cast, cast.anouk, cast.yusuf, INTERNSHIP).status_code in (403, 404)


def test_said_twice_it_stands_there_once(cast: Cast) -> None:
    for _time in range(2):
        write(cast, cast.dijk, cast.adam, INTERNSHIP)
    assert Milestone.objects.count() == 1


def test_two_things_of_one_day_need_two_titles_and_no_words_are_lost(cast: Cast) -> None:
    write(cast, cast.dijk, cast.adam, INTERNSHIP)
    for other in ({"words": "Vier weken taarten."}, {"for_home": ""}):  # back in the browser, and sent again
        answer = write(cast, cast.dijk, cast.adam, INTERNSHIP | other)
        assert answer.status_code == 422 and "Geef het een andere titel." in answer.content.decode()
    write(cast, cast.dijk, cast.adam, INTERNSHIP | {"title": "Nog een stage"})
    address = f"/loopbaan/{Milestone.objects.get(title='Nog een stage').pk}/"
    assert cast.sign_in(cast.dijk).post(address, INTERNSHIP).status_code == 422
    assert Milestone.objects.filter(words=INTERNSHIP["words"]).count() == 2


def test_what_cannot_be_is_said_and_nothing_is_lost(cast: Cast) -> None:
    wrong = {"title": "", "starts_on": "1999-01-01", "words": "x" * 601}
    faults = {"ends_on": "2026-11-01"} | wrong
    for name, value in faults.items():
        answer = write(cast, cast.dijk, cast.adam, INTERNSHIP | {name: value})
        assert answer.status_code == 422 and 'class="err"' in answer.content.decode()
        assert "Bakkerij Roos" in answer.content.decode()
    assert not Milestone.objects.exists()


def test_who_wrote_it_changes_it_and_takes_it_away_and_nobody_else(cast: Cast) -> None:
    write(cast, cast.dijk, cast.adam, INTERNSHIP)
    pk = Milestone.objects.get().pk
    assert cast.sign_in(cast.adam).post(f"/loopbaan/{pk}/weghalen/").status_code == 403
    cast.sign_in(cast.dijk).post(f"/loopbaan/{pk}/", INTERNSHIP | {"title": "Stage bij Roos", "for_home": ""})
    changed = Milestone.objects.get()
    assert changed.title == "Stage bij Roos" and changed.home_at is None
    for _time in range(2):
        cast.sign_in(cast.dijk).post(f"/loopbaan/{pk}/weghalen/")
    assert not Milestone.objects.exists()


def told(moment: dt.datetime) -> set[str]:
    while tell_due(moment):
        pass
    mail.outbox.clear()
    while deliver_due("email", clock=lambda: moment):
        pass
    return {address for sent in mail.outbox for address in sent.to}


def test_the_student_hears_at_once_and_her_guardians_when_it_is_theirs_to_read(cast: Cast) -> None:
    Person.objects.filter(pk=cast.adam.pk).update(email="adam@thuis.example")
    write(cast, cast.dijk, cast.adam, INTERNSHIP)
    assert told(NOW) == {"adam@thuis.example"}
    assert told(NOW + A_DAY) == {cast.naima.email, cast.rachid.email}


def test_of_a_student_of_age_home_hears_nothing_that_she_did_not_open(cast: Cast) -> None:
    write(cast, cast.wendy, cast.kevin, INTERNSHIP)  # who lets his father look along
    write(cast, cast.youssef, cast.aylin, INTERNSHIP)
    assert told(NOW + A_DAY) == {cast.ronald.email}


def test_it_is_kept_until_two_years_after_she_left(cast: Cast) -> None:
    write(cast, cast.dijk, cast.adam, INTERNSHIP)
    cast.adam.enrolments.update(ends_on=NOW.date() - dt.timedelta(days=365 * 2 - 5))
    assert forget(NOW) == 0
    cast.adam.enrolments.update(ends_on=NOW.date() - dt.timedelta(days=365 * 2 + 5))
    assert forget(NOW) == 1 and not Milestone.objects.exists()


def test_a_class_of_another_school_or_of_next_year_is_not_for_her_teacher_of_today(cast: Cast) -> None:
    cast.dewi.enrolments.create(
        group=cast.klas_1b, starts_on=NOW.date() - 900 * A_DAY, ends_on=NOW.date() - 500 * A_DAY
    )
    cast.dewi.enrolments.create(group=cast.lassen_2, starts_on=NOW.date() + 90 * A_DAY)
    before, later = cast.kompas.name, cast.lassen_2.name
    at_school, her_own = reads(cast, cast.youssef, cast.dewi), reads(cast, cast.dewi, cast.dewi)
    assert before not in at_school and before in her_own
    assert later not in at_school and later not in her_own
