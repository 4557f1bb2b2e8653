"""For whom work is: the student says, and may say otherwise."""

import datetime as dt

import pytest

from driehoek.facts.people.models import Restriction
from driehoek.features.portfolio import reading
from driehoek.features.portfolio.models import Work, WorkPhoto, WorkVersion, usual
from driehoek.features.portfolio.tests.test_adding import nobody, sent
from driehoek.features.portfolio.tests.works import made, photo, readers
from tests.cast import Cast

FAMILY = ("naima", "rachid", "elif_", "jeroen", "joris")


def test_work_is_for_her_own_guardians_and_her_teacher(cast: Cast) -> None:
    made(cast)
    assert readers(cast, "yusuf", "anouk", *FAMILY) == {"yusuf", "anouk", "naima", "rachid"}


def test_of_more_than_fits_on_a_page_nothing_is_out_of_reach(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "A_PAGE", 2)
    for title in ("Een", "Twee", "Drie"):
        made(cast, title=title)
    naima, address = cast.sign_in(cast.naima), f"/kind/{cast.yusuf.pk}/werk/"
    first = naima.get(address).content.decode()
    assert "Drie" in first and "?blad=2" in first and ">Een<" not in first
    assert ">Een<" in naima.get(f"{address}?blad=2").content.decode()


def test_between_himself_and_his_teacher_home_sees_nothing(cast: Cast) -> None:
    made(cast, "teacher")
    assert readers(cast, "yusuf", "anouk", *FAMILY) == {"yusuf", "anouk"}


def test_a_teacher_reads_for_whom_it_is_in_words_of_her_own(cast: Cast) -> None:
    work = made(cast, looked=False)
    page = cast.sign_in(cast.anouk).get(f"/groep/{cast.groep_5.pk}/werk/").content.decode()
    assert "Voor thuis" in page and "Mijn ouders" not in page
    his = f"{work.get_absolute_url()}delen/"
    assert "Mijn ouders" in cast.sign_in(cast.yusuf).get(his).content.decode()


def test_he_chooses_one_of_his_two_homes(cast: Cast) -> None:
    work = made(cast)
    said = {"whom": "chosen", "readers": [cast.naima.pk]}
    yusuf = cast.sign_in(cast.yusuf)
    assert yusuf.post(f"{work.get_absolute_url()}delen/", said).status_code == 302
    assert readers(cast, *FAMILY) == {"naima"}
    assert yusuf.post(f"{work.get_absolute_url()}delen/", {"whom": "chosen"}).status_code == 422
    stranger = {"whom": "chosen", "readers": [cast.elif_.pk]}
    assert yusuf.post(f"{work.get_absolute_url()}delen/", stranger).status_code == 422
    assert readers(cast, *FAMILY) == {"naima"}


def seen_by(cast: Cast, who: str, work: Work) -> str:
    """What the page of this work says to her of who sees it."""
    page = cast.sign_in(getattr(cast, who)).get(work.get_absolute_url()).text
    return page.partition('id="wie"')[2].partition("</section>")[0]


def test_he_and_his_teacher_read_by_name_who_sees_it_and_home_only_that_it_is_shared(cast: Cast) -> None:
    work = made(cast)
    assert "Dit zien nu: Naima, Rachid en je juf, meester of mentor." in seen_by(cast, "yusuf", work)
    assert "Dit zien nu: Yusuf, Naima, Rachid en wie lesgeeft." in seen_by(cast, "anouk", work)
    for who, other in (("naima", "Rachid"), ("rachid", "Naima")):
        shown = seen_by(cast, who, work)
        assert "Dit werk is met jou gedeeld" in shown and other not in shown and "Verander" not in shown


def test_the_names_are_those_of_whoever_sees_it_today(cast: Cast) -> None:
    work = made(cast, "class", looked=False)
    assert "Dit zien nu: je juf, meester of mentor." in seen_by(cast, "yusuf", work)
    work.approve(by=cast.anouk, at=cast.now)
    assert "Dit zien nu: Naima, Rachid, je klas en je juf" in seen_by(cast, "yusuf", work)
    kept_from = {"adult": cast.rachid, "student": cast.yusuf, "kind": Restriction.Kind.NO_ACCESS}
    Restriction.objects.create(**kept_from, basis="court", starts_on=cast.today, entered_by=cast.joris)
    assert "Dit zien nu: Naima, je klas en je juf" in seen_by(cast, "yusuf", work)
    Work.objects.filter(pk=work.pk).update(until_on=cast.today - dt.timedelta(days=1))
    shown = seen_by(cast, "yusuf", work)
    assert "Dit zien nu: je juf" in shown and "Voor anderen was dit te zien tot en met" in shown


def test_after_its_last_day_only_he_and_his_teacher_see_it(cast: Cast) -> None:
    work = made(cast)
    Work.objects.filter(pk=work.pk).update(until_on=cast.today - dt.timedelta(days=1))
    assert readers(cast, "yusuf", "anouk", *FAMILY) == {"yusuf", "anouk"}


def test_the_last_day_of_another_year_says_which_year(cast: Cast) -> None:
    work = made(cast)
    Work.objects.filter(pk=work.pk).update(until_on=dt.date(9999, 12, 31))
    page = cast.sign_in(cast.yusuf).get(work.get_absolute_url()).text
    assert "Tot en met vrijdag 31 december 9999" in page


def test_for_the_class_the_teacher_looks_first_and_parents_of_others_never_see_it(cast: Cast) -> None:
    work = made(cast)
    cast.sign_in(cast.yusuf).post(f"{work.get_absolute_url()}delen/", {"whom": "class"})
    assert readers(cast, "noor", "naima") == {"naima"}
    cast.sign_in(cast.anouk).post(f"/groep/{cast.groep_5.pk}/werk/", {"work": work.pk})
    assert readers(cast, "noor", "naima", "elif_", "lina") == {"noor", "naima"}


def test_photos_come_back_for_the_class_when_the_work_does(cast: Cast) -> None:
    """For the class, for home, for the class again: each time the teacher looks first."""
    yusuf, anouk, list_ = (
        cast.sign_in(cast.yusuf),
        cast.sign_in(cast.anouk),
        f"/groep/{cast.groep_5.pk}/werk/",
    )
    key = sent(yusuf, whom="class", files=photo())
    for whom, sees in (("", True), ("home", False), ("class", True)):
        if whom:
            yusuf.post(f"/kind/{cast.yusuf.pk}/werk/{key}/delen/", {"whom": whom})
        anouk.post(list_, nobody(anouk.get(list_), key))  # type: ignore[arg-type]  # the answer of a test browser
        assert (readers(cast, "noor") == {"noor"}) == sees
        assert not sees or WorkPhoto.objects.shown_to(cast.viewer(cast.noor), [key])[key]


def test_at_school_who_does_not_teach_her_reads_why_there_is_no_work(cast: Cast) -> None:
    made(cast)
    page = f"/kind/{cast.yusuf.pk}/werk/"
    assert "Jij ziet hier geen werk" in cast.sign_in(cast.joris).get(page).text
    assert "Jij ziet hier geen werk" not in cast.sign_in(cast.anouk).get(page).text


def test_a_blocked_father_sees_nothing_and_neither_hat_helps(cast: Cast) -> None:
    made(cast)
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.rachid, kind="no_access", starts_on=cast.today, basis="Vonnis",
        entered_by=cast.joris,
    )  # fmt: skip
    assert readers(cast, "naima", "rachid") == {"naima"}


def test_of_who_is_of_age_nobody_at_home_sees_anything_until_chosen(cast: Cast) -> None:
    assert usual(cast.kevin, cast.today) == "teacher" and usual(cast.yusuf, cast.today) == "home"


def test_only_he_says_for_whom_his_work_is(cast: Cast) -> None:
    work = made(cast)
    for person in (cast.naima, cast.anouk, cast.noor):
        answer = cast.sign_in(person).post(f"{work.get_absolute_url()}delen/", {"whom": "teacher"})
        assert answer.status_code in (403, 404)
    assert Work.objects.get().whom == "home"


def test_other_words_are_a_new_version_and_the_old_one_stays(cast: Cast) -> None:
    work = made(cast)
    yusuf = cast.sign_in(cast.yusuf)
    said = {"title": "Mijn berg", "text": "Zo werkt lava."}
    for _time in range(2):
        assert yusuf.post(f"{work.get_absolute_url()}veranderen/", said).status_code == 302
    assert Work.objects.get().version == 2
    assert [row.title for row in WorkVersion.objects.all()] == ["Mijn vulkaan"]
    assert cast.sign_in(cast.naima).post(f"{work.get_absolute_url()}veranderen/", said).status_code == 403


def test_taken_away_it_is_gone_with_its_photo(cast: Cast) -> None:
    yusuf = cast.sign_in(cast.yusuf)
    there = yusuf.post("/werk/nieuw/", {"whom": "home", "title": "Weg", "files": photo()})["Location"]
    assert yusuf.get(f"{there}weghalen/").status_code == 200
    for _time in range(2):
        yusuf.post(f"{there}weghalen/")
    assert yusuf.get(there).status_code == 404
    assert Work.objects.get().title == ""
