"""What a student switches, objects to and reads back; what a school opens; and who is told when."""

import datetime as dt
import re

import pytest
from django.urls import reverse

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules.looking import lets_in
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.telling import tell_due
from driehoek.base.core.clock import at
from driehoek.facts.looking.models import ExtraLook, KindSwitch, LookAlong, Mode, Step
from driehoek.facts.people.kinds import LATER
from driehoek.facts.people.models import Person, StudentGrant
from driehoek.facts.schools.models import Holiday
from driehoek.features.following import objecting, weeks, worrying
from driehoek.features.following.birthdays import tell_of_birthdays
from driehoek.features.following.lookers import Looker, LookersPage
from driehoek.features.following.switching import NEVER_SHUT, switched_at
from tests.cast import NOW, Cast

TODAY = NOW.date()
FRIDAY, THURSDAY = dt.date(2026, 11, 27), dt.date(2026, 11, 26)
WEEK = dt.date(2026, 11, 23), FRIDAY
TO_THURSDAY = WEEK[0], THURSDAY


def open_to(cast: Cast, guardian: Person, student: Person, kind: str) -> bool:
    me = Viewer(guardian, "home", NOW)
    return Person.objects.filter(lets_in(kind, "pk", school=None).rows_for(me), pk=student.pk).exists()


def is_told(guardian: Person) -> bool:
    """Whether any post about a child of hers, or of its class, still comes to her."""
    me = Viewer(guardian, "home", NOW)
    return bool(me.hears_of()) or any(seat.opens_group for seat in me.seats)


def test_who_is_of_age_switches_each_kind_for_each_guardian(cast: Cast) -> None:
    client, url = cast.sign_in(cast.kevin), reverse("following:choice", args=[cast.ronald.pk])
    assert open_to(cast, cast.ronald, cast.kevin, "presence")
    assert client.post(url, {"kinds": ["results"]}).status_code == 302
    assert open_to(cast, cast.ronald, cast.kevin, "results")
    assert not open_to(cast, cast.ronald, cast.kevin, "presence")
    assert not is_told(cast.ronald)
    assert client.post(url, {"kinds": []}).status_code == 302
    assert not StudentGrant.objects.on(TODAY).filter(student=cast.kevin).exists()
    assert not rows(Person, Viewer(cast.ronald, "home", NOW), may="see").filter(pk=cast.kevin.pk).exists()


def test_nobody_switches_for_another_and_a_kind_that_does_not_exist_is_refused(cast: Cast) -> None:
    url = reverse("following:choice", args=[cast.ronald.pk])
    assert cast.sign_in(cast.kevin).post(url, {"kinds": ["secrets"]}).status_code == 404
    assert cast.sign_in(cast.dewi).post(url, {"kinds": ["results"]}).status_code == 404
    assert cast.sign_in(cast.ronald).post(url, {"kinds": ["results"]}).status_code == 403


def test_the_mentor_looks_closer_for_four_weeks_and_the_student_reads_why(cast: Cast) -> None:
    page = reverse("following:extra", args=[cast.adam.pk])
    mentor = cast.sign_in(cast.dijk)
    assert mentor.post(page, {"guardian": cast.naima.pk, "reason": ""}).status_code == 422
    for _twice in range(2):
        mentor.post(page, {"guardian": cast.naima.pk, "reason": "Drie opdrachten ontbreken."})
    extra = ExtraLook.objects.get()
    assert ExtraLook.objects.on(TODAY + dt.timedelta(days=27)).exists()
    assert not ExtraLook.objects.on(TODAY + dt.timedelta(days=28)).exists() and extra.starts_on == TODAY
    here = reverse("following:agreement", args=[cast.adam.pk])
    for person, reads in ((cast.adam, True), (cast.naima, True), (cast.rachid, False)):
        assert ("Drie opdrachten" in cast.sign_in(person).get(here).content.decode()) == reads
    assert cast.sign_in(cast.naima).get(page).status_code == 403


def test_a_reason_is_for_a_reader_of_another_language_too(cast: Cast) -> None:
    here = reverse("following:agreement", args=[cast.adam.pk])
    said = {"guardian": cast.naima.pk, "reason": "Drie opdrachten ontbreken."}
    cast.sign_in(cast.dijk).post(reverse("following:extra", args=[cast.adam.pk]), said)
    Person.objects.filter(pk=cast.naima.pk).update(language="tr")
    hers = cast.sign_in(cast.naima).get(here).content.decode()
    assert '<p lang="nl" dir="auto">Drie opdrachten ontbreken.</p>' in hers and "Tercüman isteyin" in hers


def test_who_opened_her_page_is_hers_to_read_and_no_parent_reads_it_of_the_other(cast: Cast) -> None:
    child = reverse("children:detail", args=[cast.adam.pk])
    for person in (cast.naima, cast.rachid, cast.adam):
        cast.sign_in(person).get(child)
    cast.sign_in(cast.dijk).get(reverse("children:pupil", args=[cast.adam.pk]))
    assert Entry.objects.filter(verb="people.file.opened", subject_id=cast.adam.pk).count() == 3
    own = cast.sign_in(cast.adam).get(reverse("following:lookers")).content.decode()
    assert "<bdi>Naima</bdi> keek" in own and "<bdi>Rachid</bdi> keek" in own and "van school keek" in own
    hers = cast.sign_in(cast.naima).get(reverse("following:looked", args=[cast.adam.pk])).content.decode()
    assert "Jij keek" in hers and "van school keek" in hers and "Rachid" not in hers


def test_the_head_closes_a_kind_for_a_layer_and_opens_it_again(cast: Cast) -> None:
    url, kinds = reverse("following:kinds", args=[cast.kompas.pk]), ["work", "talks"]
    head = cast.sign_in(cast.peter)
    assert "Leerjaar 1" in head.get(url).content.decode()
    assert head.post(f"{url}?leerjaar=1", {"kinds": kinds}).status_code == 302
    assert not open_to(cast, cast.naima, cast.adam, "results") and open_to(
        cast, cast.yvonne, cast.emma, "results"
    )
    assert head.post(url, {"kinds": kinds}).status_code == 302
    assert not open_to(cast, cast.yvonne, cast.emma, "results")
    assert head.post(f"{url}?leerjaar=4", {"kinds": ["results", *kinds]}).status_code == 302
    assert open_to(cast, cast.yvonne, cast.emma, "results") and not open_to(
        cast, cast.naima, cast.adam, "results"
    )
    assert cast.sign_in(cast.dijk).get(url).status_code == 404


def test_the_page_says_what_no_school_shuts_and_why(cast: Cast) -> None:
    head, url = cast.sign_in(cast.peter), reverse("following:kinds", args=[cast.kompas.pk])
    for page in (head.get(url).text, head.get(f"{url}?leerjaar=1").text):
        always = page.partition("Dit staat altijd aan")[2]
        assert all(str(kind.label) in always and str(why) in always for kind, why in NEVER_SHUT.items())
    for kind in NEVER_SHUT:
        assert head.post(url, {"kinds": ["work", kind.value]}).status_code == 422


def test_a_primary_school_shows_results_once_its_head_opens_them(cast: Cast) -> None:
    url, head = reverse("following:kinds", args=[cast.vlieger.pk]), cast.sign_in(cast.joris)
    page = reverse("results:child", args=[cast.yusuf.pk])
    every = [kind.value for kind in switched_at(cast.vlieger)]
    for kinds, is_open in ((None, False), (every, True), ([k for k in every if k != "results"], False)):
        if kinds:
            assert head.post(url, {"kinds": kinds}).status_code == 302
        assert open_to(cast, cast.naima, cast.yusuf, "results") == is_open
        said = "School laat dit hier niet zien." in cast.sign_in(cast.naima).get(page).text
        assert said == (not is_open) and KindSwitch.objects.count() == is_open
        assert cast.sign_in(cast.anouk).get(page).status_code == 200
        box = re.search(r'<input[^>]*value="results"[^>]*>', head.get(url).text)
        assert box and ("checked" in box[0]) == is_open


def test_a_primary_school_has_no_internship_and_no_study_advice_to_show(cast: Cast) -> None:
    for student, has in ((cast.yusuf, False), (cast.adam, True)):
        page = cast.sign_in(student).get(reverse("following:lookers")).text
        assert "Naima ziet mijn werk." in page
        assert all((word in page.lower()) == has for word in ("stage", "studieadvies")), student
    heads = {cast.vlieger: cast.sign_in(cast.joris), cast.kompas: cast.sign_in(cast.peter)}
    for school, has in ((cast.vlieger, False), (cast.kompas, True)):
        url = reverse("following:kinds", args=[school.pk])
        assert all((f'value="{kind}"' in heads[school].get(url).text) == has for kind in LATER)
        told = heads[school].post(url, {"kinds": ["results", "internship"]})
        assert told.status_code == (302 if has else 422)


def test_homework_that_a_teacher_shares_is_news_and_the_pages_say_of_which_homework_they_speak(
    cast: Cast,
) -> None:
    said = "Huiswerk uit het schoolsysteem"
    page = cast.sign_in(cast.peter).get(reverse("following:kinds", args=[cast.kompas.pk])).text
    assert said in page and "Ook bij huiswerk in een bericht." in page.partition("Dit staat altijd aan")[2]
    assert (
        "ziet mijn huiswerk uit het schoolsysteem."
        in cast.sign_in(cast.adam).get(reverse("following:lookers")).text
    )


def test_an_empty_form_and_a_layer_of_nobody_close_nothing(cast: Cast) -> None:
    url, head = reverse("following:kinds", args=[cast.kompas.pk]), cast.sign_in(cast.peter)
    refused = head.post(url, {})
    assert refused.status_code == 422 and "Kies minstens één onderwerp." in refused.content.decode()
    assert head.post(url, {"kinds": ["news"]}).status_code == 422  # what no school shuts
    assert head.post(f"{url}?leerjaar=9", {"kinds": ["talks"]}).status_code == 404
    assert not KindSwitch.objects.exists()
    for _twice in range(2):
        assert head.post(url, {"kinds": ["talks"]}).status_code == 302
    assert Entry.objects.filter(verb="following.kinds.switched").count() == 1


def test_all_are_told_thirty_days_before_the_birthday_once(cast: Cast) -> None:
    Person.objects.filter(pk=cast.dewi.pk).update(birth_date=dt.date(2008, 12, 19))
    early = at(dt.date(2026, 11, 18), dt.time(7, 15))
    assert tell_of_birthdays(early) == 0
    now = at(dt.date(2026, 11, 19), dt.time(7, 15))
    assert [tell_of_birthdays(now), tell_of_birthdays(now)] == [1, 0]
    while tell_due(NOW):
        pass
    told = Notification.objects.filter(entry__verb__startswith="following.student")
    assert set(told.values_list("person", flat=True)) == {cast.dewi.pk, cast.sri.pk}


def test_who_was_told_of_her_birthday_chooses_before_it(cast: Cast) -> None:
    Person.objects.filter(pk=cast.dewi.pk).update(birth_date=dt.date(2008, 12, 19))
    cast.dewi.refresh_from_db()
    dewi, url = cast.sign_in(cast.dewi), reverse("following:choice", args=[cast.sri.pk])
    page = dewi.get(reverse("following:lookers")).content.decode()
    assert "Vanaf 19 december zien je ouders alleen wat jij hier aanzet." in page
    assert dewi.post(url, {"kinds": ["results"]}).status_code == 302
    birthday = Viewer(cast.sri, "home", at(dt.date(2026, 12, 19), dt.time()))
    assert [
        kind
        for kind in ("results", "advice")
        if Person.objects.filter(
            lets_in(kind, "pk", school=None).rows_for(birthday), pk=cast.dewi.pk
        ).exists()
    ] == ["results"]


def at_weekly(cast: Cast) -> LookAlong:
    made = LookAlong.objects.create(
        student=cast.adam, guardian=cast.naima, school=cast.kompas, proposed_at=NOW, sealed_at=NOW
    )
    Step.objects.create(agreement=made, mode=Mode.TOGETHER, starts_on=TODAY - dt.timedelta(days=60))
    Step.objects.create(agreement=made, mode=Mode.WEEKLY, starts_on=TODAY - dt.timedelta(days=5))
    return made


def test_the_student_hears_on_thursday_and_the_guardian_on_friday(cast: Cast) -> None:
    at_weekly(cast)
    for day, verb in ((THURSDAY, "following.week.coming"), (FRIDAY, "following.week.ready")):
        now = at(day, dt.time(16))
        assert [weeks.tell_of_week(now), weeks.tell_of_week(now)] == [1, 0]
        assert Entry.objects.get(verb=verb).at == now
    assert weeks.tell_of_week(at(FRIDAY + dt.timedelta(days=1), dt.time(16))) == 0


@pytest.mark.parametrize(
    ("off", "told"),
    [((FRIDAY,), [1, 1]), ((THURSDAY, FRIDAY), [1, 1]), (TO_THURSDAY, [1, 1]), (WEEK, [0, 0])],
)
def test_a_day_off_takes_no_week_away_and_a_holiday_does(
    cast: Cast, off: tuple[dt.date, ...], told: list[int]
) -> None:
    at_weekly(cast)
    Holiday.objects.create(school=cast.kompas, name="vrij", starts_on=off[0], ends_on=off[-1])
    assert [weeks.tell_of_week(at(day, dt.time(16))) for day in (THURSDAY, FRIDAY)] == told


def test_of_an_agreement_that_is_over_by_age_nobody_hears_and_the_page_says_who_decides(cast: Cast) -> None:
    made = at_weekly(cast)
    Person.objects.filter(pk=cast.adam.pk).update(birth_date=dt.date(2008, 11, 19))
    StudentGrant.objects.create(student=cast.adam, guardian=cast.naima, kind="work", starts_on=TODAY)
    assert weeks.tell_of_week(at(THURSDAY, dt.time(16))) == 0
    here = reverse("following:agreement", args=[cast.adam.pk])
    hers = cast.sign_in(cast.naima).get(here).content.decode()
    assert "beslist nu zelf wie er meekijkt" in hers and "Samen kijken" not in hers
    own = cast.sign_in(cast.adam).get(here).content.decode()
    assert "Jij kiest wie er meekijkt, en waarmee." in own and reverse("following:lookers") in own
    step = reverse("following:step", args=[made.pk])
    assert cast.sign_in(cast.naima).post(step, {"answer": "stay"}).status_code == 403


def test_of_who_is_objected_to_no_week_is_told(cast: Cast) -> None:
    at_weekly(cast)
    objecting.object_to(cast.adam, cast.naima, cast.kompas, "Liever niet.", at=NOW)
    assert weeks.tell_of_week(at(THURSDAY, dt.time(16))) == 0


def test_a_young_student_has_no_switch_for_what_no_step_shuts(cast: Cast) -> None:
    """A guardian must know of an illness: it says open, because it is."""
    at_weekly(cast)
    [looker] = [one for one in lookers_of(cast, cast.adam) if one.guardian == cast.naima]
    presence = next(line for line in looker.sentences if line.kind == "presence")
    assert presence.is_open and not presence.is_hers and "results" in looker.hers
    objecting.object_to(cast.dewi, cast.sri, cast.delta, "Liever niet.", at=NOW)
    [looker] = lookers_of(cast, cast.dewi)
    assert [line.kind for line in looker.sentences if line.is_open] == ["presence"]


def lookers_of(cast: Cast, student: Person) -> list[Looker]:
    return LookersPage(student, Viewer(student, "home", NOW)).lookers


def test_what_was_told_is_asked_again_at_sending(cast: Cast) -> None:
    """The step is over before the message goes: nobody gets it any more."""
    made = at_weekly(cast)
    weeks.tell_of_week(at(FRIDAY, dt.time(16)))
    made.ended_at = NOW
    made.save()
    while tell_due(at(FRIDAY, dt.time(16, 5))):
        pass
    assert not Notification.objects.filter(entry__verb="following.week.ready").exists()


def test_a_worry_and_an_objection_name_no_child_in_the_mail(cast: Cast) -> None:
    worrying.look_closer(cast.adam, cast.naima, "Zorg.", by=cast.dijk, at=NOW, today=TODAY)
    objecting.object_to(cast.dewi, cast.sri, cast.delta, "Liever niet.", at=NOW)
    while tell_due(NOW):
        pass
    told = Notification.objects.filter(entry__verb__startswith="following.")
    assert set(told.values_list("person", flat=True)) == {
        *(cast.adam.pk, cast.naima.pk),
        *(cast.saskia.pk, cast.youssef.pk),
    }
