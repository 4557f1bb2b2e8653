"""The posts of the demo's secondary and vocational schools: a student reads what her guardians read."""

import pytest

from driehoek.backbone.access.models import Role
from driehoek.facts.people.ages import born_after
from driehoek.features.feed.models import Post
from driehoek.features.feed.places import READ_THEMSELVES
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.posts import SchoolLife
from driehoek.surfaces.demo.loading.sources import Calendar, read
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
WORDS = {"group", "student", "school", "by", "kind", "title", "text", "ask"}


def told(cast: Cast, *files: str) -> list[Post]:
    """Those posts, without what lies on and under them."""
    life = SchoolLife(cast.schools, People(cast.schools), Calendar(cast.today), NOW)
    rows = [row for file in files for row in read(f"posts/{file}.toml")["post"]]
    return [life.post({key: row[key] for key in WORDS & row.keys()}, NOW) for row in rows]


def test_what_home_sees_of_het_kompas_and_vakcollege_delta_the_student_sees_too(cast: Cast) -> None:
    posts = [post for post in told(cast, "kompas", "delta") if post.school.sector in READ_THEMSELVES]
    heard, missed, born = set(), [], born_after(cast.today, 12)
    for student in (cast.adam, cast.lisa, cast.dewi):
        assert student.birth_date <= born
        found = set(Post.objects.where(cast.viewer(student, "home"), may="see").values_list("pk", flat=True))
        for post in posts:
            if post.audience.seats(cast.today).filter(role=Role.GUARDIAN, student=student).exists():
                heard.add(post.place_key)
                missed += [] if post.pk in found else [(student.pk, post.title)]
    rooms_and_schools = {f"child-{cast.adam.pk}", f"school-{cast.kompas.pk}", f"school-{cast.delta.pk}"}
    assert not missed and rooms_and_schools < heard


def test_what_de_vlieger_tells_the_whole_school_stays_between_adults(cast: Cast) -> None:
    (post, *_rest) = [post for post in told(cast, "bovenbouw") if not post.group_id and not post.student_id]
    assert not post.is_for_students
    assert post.allows(cast.viewer(cast.naima), "see") and not post.allows(cast.viewer(cast.yusuf), "see")
