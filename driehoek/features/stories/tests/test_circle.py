"""The circle: only what families let the class see, of children who sit there today."""

import datetime as dt

from django.core.files.uploadedfile import SimpleUploadedFile

from driehoek.backbone.media.models import Photo
from driehoek.base.core.tests.pictures import corners, encoded
from driehoek.facts.schools.models import Enrolment
from driehoek.features.stories.models import Story
from driehoek.features.stories.tests.telling import told
from tests.cast import Cast


def circle(cast: Cast, who: str = "anouk", more: str = "") -> str:
    return cast.sign_in(getattr(cast, who)).get(f"/groep/{cast.groep_5.pk}/kring/{more}").content.decode()


def test_the_circle_shows_what_the_family_allowed_and_nothing_else(cast: Cast) -> None:
    told(cast, "Alleen voor juf")
    told(cast, "Voor de kring", in_circle=True)
    page = circle(cast)
    assert "Voor de kring" in page and "Alleen voor juf" not in page


def test_only_whoever_works_with_the_group_opens_its_circle(cast: Cast) -> None:
    address = f"/groep/{cast.groep_5.pk}/kring/"
    found = {
        key: cast.sign_in(getattr(cast, key)).get(address).status_code
        for key in ("anouk", "joris", "daan", "naima", "yusuf")
    }
    assert found == {"anouk": 200, "joris": 404, "daan": 404, "naima": 404, "yusuf": 404}


def test_one_at_a_time_with_a_way_on_and_back(cast: Cast) -> None:
    first, second = told(cast, "Het eerste", in_circle=True), told(cast, "Het tweede", in_circle=True)
    page = circle(cast)
    assert "Het eerste" in page and "Het tweede" not in page and f"?bericht={second.pk}" in page
    page = circle(cast, more=f"?bericht={second.pk}")
    assert "Het tweede" in page and f"?bericht={first.pk}" in page


def test_a_child_who_left_the_group_is_not_shown(cast: Cast) -> None:
    told(cast, "Voor de kring", in_circle=True)
    Enrolment.objects.filter(student=cast.yusuf).update(ends_on=cast.today - dt.timedelta(days=1))
    assert "Voor de kring" not in circle(cast)


def test_the_family_sees_that_it_was_shown(cast: Cast) -> None:
    story = told(cast, in_circle=True)
    anouk = cast.sign_in(cast.anouk)
    for _time in range(2):
        assert anouk.post(f"{story.get_absolute_url()}kring/").status_code == 302
    assert "In de kring geweest" in cast.sign_in(cast.naima).get("/van-thuis/").content.decode()


def test_what_may_not_be_shown_cannot_be_marked_either(cast: Cast) -> None:
    story = told(cast)
    assert cast.sign_in(cast.anouk).post(f"{story.get_absolute_url()}kring/").status_code == 403
    assert cast.sign_in(cast.naima).post(f"{story.get_absolute_url()}kring/").status_code == 403


def test_a_photo_with_other_children_never_hangs_on_the_board(cast: Cast) -> None:
    story = Story.begin(cast.yusuf, cast.groep_5, "Op het feest", by=cast.naima, at=cast.now)
    upload = SimpleUploadedFile("feest.jpg", encoded(corners()), "image/jpeg")
    story.add([Photo.take(upload, school=cast.vlieger, by=cast.naima, at=cast.now)])
    story.send(who="others", for_class=False, in_circle=True, at_home=False, by=cast.naima, at=cast.now)
    page = circle(cast)
    assert "Op het feest" in page and Photo.objects.get().token not in page
    assert (
        Photo.objects.get().token in cast.sign_in(cast.anouk).get(story.get_absolute_url()).content.decode()
    )
