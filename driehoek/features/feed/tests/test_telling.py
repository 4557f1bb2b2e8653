"""From a post to a mail: through the journal, the notices, the deliveries, and a real mail server."""

from django.test import Client

from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests.steps import bring, states
from driehoek.facts.people.models import Restriction
from driehoek.features.feed.tests.posts import HOUR, draft, shared
from tests.cast import Cast
from tests.servers.smtp import Postman


def receivers(postman: Postman) -> set[str]:
    return {address for one in postman.recipients for address in one}


def test_every_guardian_of_the_group_gets_one_mail_and_nobody_else(cast: Cast, postman: Postman) -> None:
    post = shared(cast)
    bring(cast.now)
    told = post.audience.people(cast.today).exclude(email="").exclude(pk=cast.anouk.pk)
    assert len(postman.raw) == told.count()
    assert receivers(postman) == set(told.values_list("email", flat=True))
    assert {cast.naima.email, cast.rachid.email} <= receivers(postman)
    assert cast.jeroen.email not in receivers(postman)  # must not come near Finn


def test_no_mail_leaves_before_its_moment(cast: Cast, postman: Postman) -> None:
    draft(cast).share(by=cast.anouk, at=cast.now, due_at=cast.now + HOUR)
    bring(cast.now + HOUR * 0.9)
    assert not postman.raw
    bring(cast.now + HOUR)
    assert postman.raw


def test_what_was_undone_is_not_mailed(cast: Cast, postman: Postman) -> None:
    post = draft(cast)
    post.share(by=cast.anouk, at=cast.now, due_at=cast.now + HOUR)
    post.undo(by=cast.anouk, at=cast.now)
    bring(cast.now + HOUR)
    assert not postman.raw


def test_undone_and_shared_again_is_mailed_once(cast: Cast, postman: Postman) -> None:
    post = draft(cast)
    post.share(by=cast.anouk, at=cast.now, due_at=cast.now + HOUR)
    post.undo(by=cast.anouk, at=cast.now)
    post.share(by=cast.anouk, at=cast.now, due_at=cast.now + HOUR)
    bring(cast.now + HOUR)
    told = post.audience.people(cast.today).exclude(email="").exclude(pk=cast.anouk.pk)
    assert len(postman.raw) == told.count()  # two of them share one address, and each gets her own


def test_what_was_withdrawn_after_telling_is_not_mailed(cast: Cast, postman: Postman) -> None:
    post = shared(cast)
    tell_due(cast.now)
    post.withdraw(by=cast.anouk, at=cast.now)
    bring(cast.now)
    assert not postman.raw


def test_who_was_blocked_after_telling_is_not_mailed(cast: Cast, postman: Postman) -> None:
    shared(cast)
    tell_due(cast.now)
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.rachid, kind="no_access", starts_on=cast.today, basis="test",
        entered_by=cast.marja,
    )  # fmt: skip
    bring(cast.now)
    assert states()[cast.rachid.email] == "access"
    assert cast.naima.email in receivers(postman)


def test_who_read_it_first_gets_no_mail_about_it(cast: Cast, postman: Postman) -> None:
    post = shared(cast)
    tell_due(cast.now)
    naima: Client = cast.sign_in(cast.naima)
    assert naima.get(post.get_absolute_url()).status_code == 200
    bring(cast.now)
    assert cast.naima.email not in receivers(postman)
    assert cast.rachid.email in receivers(postman)


def test_a_private_remark_is_mailed_to_the_teacher_without_its_words(cast: Cast, postman: Postman) -> None:
    post = shared(cast)
    post.comment("Yusuf slaapt slecht.", by=cast.naima, corner="home", at=cast.now, in_line_of=cast.naima)
    bring(cast.now)
    remark = [mail for mail in postman.messages if mail["To"] == cast.anouk.email]
    assert len(remark) == 1
    assert "slaapt slecht" not in remark[0].as_string()
