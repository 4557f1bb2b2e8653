"""The demo board from nothing to a school that lives."""

import datetime as dt
from collections.abc import Callable

from django.db import transaction

from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Board, Group, School
from driehoek.features.feed.models import Post
from driehoek.surfaces.demo.identity import set_up_identity
from driehoek.surfaces.demo.loading.alerts import send_alerts
from driehoek.surfaces.demo.loading.arrangements import Arrangements
from driehoek.surfaces.demo.loading.boards import People, found_boards
from driehoek.surfaces.demo.loading.careers import do_together
from driehoek.surfaces.demo.loading.choices import choose_news
from driehoek.surfaces.demo.loading.class_life import ClassLife
from driehoek.surfaces.demo.loading.closed import close
from driehoek.surfaces.demo.loading.consents import answer_all
from driehoek.surfaces.demo.loading.digests import bring_digests
from driehoek.surfaces.demo.loading.entrances import let_in
from driehoek.surfaces.demo.loading.faces import give_faces, with_faces
from driehoek.surfaces.demo.loading.kitchen import own_corners, talk_at_home
from driehoek.surfaces.demo.loading.laid import lay_beside_points
from driehoek.surfaces.demo.loading.looking import Looking
from driehoek.surfaces.demo.loading.newsletters import write_newsletters
from driehoek.surfaces.demo.loading.office import Office
from driehoek.surfaces.demo.loading.on_paper import give_letters
from driehoek.surfaces.demo.loading.parents import ask_parents, introduce_parents
from driehoek.surfaces.demo.loading.portfolios import fill_portfolios
from driehoek.surfaces.demo.loading.posts import SchoolLife
from driehoek.surfaces.demo.loading.pulse import ask_two_questions
from driehoek.surfaces.demo.loading.quiet import leave_untold, read_already
from driehoek.surfaces.demo.loading.results import give_marks
from driehoek.surfaces.demo.loading.rosters import import_rosters, remember
from driehoek.surfaces.demo.loading.school_talks import SchoolTalks
from driehoek.surfaces.demo.loading.sources import FILES, Calendar
from driehoek.surfaces.demo.loading.stories import tell_stories
from driehoek.surfaces.demo.loading.systems import join_systems
from driehoek.surfaces.demo.loading.talks import Talks, read_by_cast
from driehoek.surfaces.demo.loading.told import tell_in_time
from driehoek.surfaces.demo.loading.translations import translate
from driehoek.surfaces.demo.loading.ways import mark_ways

Say = Callable[[str], object]  # told what is being done, for whoever waits


def is_loaded() -> bool:
    return Board.objects.exists()


@transaction.atomic
def load(now: dt.datetime, *, say: Say) -> dict[str, int]:
    """All or nothing; the same every time on the same day. Gives how many of what there are."""
    calendar, schools = Calendar(day_of(now)), found_boards()
    say("who is who, from the rosters of four schools")
    remember(import_rosters(FILES / "rosters", schools, calendar))
    say("their faces, and their ways in")
    people = people_of(schools, calendar, now)
    say("weeks of news, with drawn photos")
    posts = SchoolLife(schools, people, calendar, now).tell()
    say("what families answer, tell and choose")
    families_take_part(posts, schools, people, calendar, now)
    say("what was read, and who talked with whom")
    read_already(posts, [people[key] for key in sorted(with_faces()) if key in people], now, calendar.today)
    read_by_cast(Talks(schools, people, calendar, now).tell(), now)
    translate(schools["de-vlieger"], people, now)
    say("days off, talks about children, results")
    school_goes_on(schools, people, calendar, now)
    say("newsletters, and post that waits")
    write_newsletters(schools, people, now)
    lay_beside_points(people)
    bring_digests(people, now)
    set_up_identity(people["ingrid"], now)
    give_letters(schools, people, now)
    leave_untold(now)
    say("the mails of the last days")
    tell_in_time([people[key] for key in sorted(with_faces()) if key in people], now)
    return {"schools": len(schools), "people": Person.objects.count(), "posts": len(posts)}


def people_of(schools: dict[str, School], calendar: Calendar, now: dt.datetime) -> People:
    """Everybody by short key, with a face, a way in and a class around them."""
    people = Office(schools, calendar, now).enter()
    answer_all(people, now, calendar.today)
    let_in(people, now)
    give_faces(people)
    ClassLife(schools, people, now).begin()
    return people


def families_take_part(
    posts: list[Post], schools: dict[str, School], people: People, calendar: Calendar, now: dt.datetime
) -> None:
    """What home brings: at the kitchen table, about itself, and to each other."""
    talk_at_home(posts, people, now)
    own_corners(schools, people, now)
    show_and_tell(people, calendar.first_day, now)
    groups = {group.name: group for group in Group.objects.filter(school=schools["de-vlieger"])}
    introduce_parents(people, groups, now)
    choose_news(people)
    ask_parents(people, groups, calendar.first_day, now)


def school_goes_on(schools: dict[str, School], people: People, calendar: Calendar, now: dt.datetime) -> None:
    """What every day brings, also where nobody writes about it."""
    close(schools, calendar, by=people["joris"], now=now)
    Arrangements(schools, people, now).make()
    SchoolTalks(schools, people, now).hold()  # all planned before Dewi closed her page to her mother
    Looking(schools, people, now).make()
    mark_ways(schools, people, calendar, now)
    do_together(schools, people, now)
    give_marks(schools, people, now, calendar.first_day)
    join_systems(schools, people, now)
    ask_two_questions(schools, people, now)
    send_alerts(schools, people, now)


def show_and_tell(people: People, first_day: dt.date, now: dt.datetime) -> None:
    """What families tell, and what children show."""
    tell_stories(people, first_day, now)
    fill_portfolios(people, now)
