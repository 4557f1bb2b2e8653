"""Goals: in the child's own words, with three steps; other words are a new version."""

from driehoek.features.portfolio.models import Goal, GoalReading, GoalStep, GoalVersion
from driehoek.features.portfolio.tests.works import chosen
from tests.cast import Cast

WORDS = {"text": "Ik wil de tafel van 7 snel weten.", "help": "Vraag sommen.", "whom": "home"}


def test_a_child_chooses_a_goal_and_home_reads_it(cast: Cast) -> None:
    yusuf = cast.sign_in(cast.yusuf)
    for _time in range(2):
        assert yusuf.post("/werk/doel/", WORDS).status_code == 302
    goal = Goal.objects.get()
    page = cast.sign_in(cast.naima).get(goal.get_absolute_url()).content.decode()
    assert "tafel van 7" in page and "Vraag sommen." in page
    assert cast.sign_in(cast.elif_).get(goal.get_absolute_url()).status_code == 404


def test_a_goal_for_himself_home_does_not_see(cast: Cast) -> None:
    goal = chosen(cast, "teacher")
    assert cast.sign_in(cast.naima).get(goal.get_absolute_url()).status_code == 404
    assert cast.sign_in(cast.anouk).get(goal.get_absolute_url()).status_code == 200


def test_without_words_there_is_no_goal_and_the_page_says_so(cast: Cast) -> None:
    answer = cast.sign_in(cast.yusuf).post("/werk/doel/", {"text": "", "whom": "home", "help": "Oefen mee"})
    assert answer.status_code == 422 and "Oefen mee" in answer.content.decode()
    assert not Goal.objects.exists()


def test_he_says_how_far_he_is_and_home_does_not(cast: Cast) -> None:
    goal = chosen(cast)
    address = f"{goal.get_absolute_url()}stap/"
    for _time in range(2):
        assert cast.sign_in(cast.yusuf).post(address, {"step": "often"}).status_code == 302
    assert cast.sign_in(cast.naima).post(address, {"step": "able"}).status_code == 403
    assert cast.sign_in(cast.yusuf).post(address, {"step": "wizard"}).status_code == 422
    assert Goal.objects.get().step == "often"
    assert list(GoalStep.objects.order_by("pk").values_list("step", flat=True)) == ["practising", "often"]


def test_other_words_are_a_new_version_that_is_read_anew(cast: Cast) -> None:
    goal, naima = chosen(cast), cast.sign_in(cast.naima)
    naima.get(goal.get_absolute_url())
    naima.get(goal.get_absolute_url())
    new = WORDS | {"text": "Ik wil de tafel van 8 weten."}
    cast.sign_in(cast.yusuf).post(f"{goal.get_absolute_url()}veranderen/", new)
    naima.get(goal.get_absolute_url())
    assert [row.text for row in GoalVersion.objects.all()] == ["Ik wil de tafel van 7 snel weten."]
    read = GoalReading.objects.filter(person=cast.naima).order_by("pk").values_list("version", flat=True)
    assert list(read) == [1, 2]


def test_the_child_sees_who_read_it_and_the_other_home_does_not(cast: Cast) -> None:
    goal = chosen(cast)
    cast.sign_in(cast.naima).get(goal.get_absolute_url())
    assert "Wie las dit?" in cast.sign_in(cast.yusuf).get(goal.get_absolute_url()).content.decode()
    assert "Wie las dit?" not in cast.sign_in(cast.rachid).get(goal.get_absolute_url()).content.decode()


def test_a_teacher_writes_down_what_a_young_child_says(cast: Cast) -> None:
    address = f"/kind/{cast.yusuf.pk}/doel/"
    assert cast.sign_in(cast.anouk).post(address, WORDS).status_code == 302
    for person in (cast.naima, cast.daan, cast.joris):
        assert cast.sign_in(person).post(address, WORDS).status_code in (403, 404)
    assert Goal.objects.count() == 1


def test_taken_away_it_is_gone(cast: Cast) -> None:
    goal, yusuf = chosen(cast), cast.sign_in(cast.yusuf)
    assert yusuf.get(f"{goal.get_absolute_url()}weghalen/").status_code == 200
    yusuf.post(f"{goal.get_absolute_url()}weghalen/")
    assert yusuf.get(goal.get_absolute_url()).status_code == 404
    assert Goal.objects.get().text == ""
