"""An attachment is asked for only through what carries it: nobody gets more or fewer by that."""

from driehoek.backbone.access.prepared import prepared, put_together
from driehoek.backbone.access.querysets import Having
from driehoek.backbone.access.rules.photos import CARRIERS
from driehoek.backbone.media.carrying import carriers_of
from driehoek.backbone.media.models import Attachment
from tests.oracle.life import Life

READERS = (("rachid", "home"), ("anouk", "school"), ("yusuf", "home"))


def test_everybody_gets_the_same_attachments_through_what_carries_them(life: Life) -> None:
    every = list(life.attachments.values())
    assert {name for one in every for name in carriers_of(one.token)} >= {"feed.commentattachment"}
    for key, hat in READERS:
        viewer = life.cast.viewer(getattr(life.cast, key), hat)
        whole = set(Attachment.objects.visible_to(viewer))
        found = {one for one in every if prepared(through(carriers_of(one.token)), viewer, one.token)}
        assert found == whole & set(every)
        assert found and found < set(every)


def test_through_nothing_that_carries_it_only_ones_own_is_found(life: Life) -> None:
    """The names count: with none of them, what is carried is not found."""
    naima = life.cast.viewer(life.cast.naima, "home")
    for one in life.attachments.values():
        found = prepared(through(()), naima, one.token)
        assert found == ([one] if one.owner == naima.person and one.hat == "home" else [])


def test_the_statement_is_a_small_part_of_the_whole(life: Life) -> None:
    naima, some = life.cast.viewer(life.cast.naima, "home"), next(iter(life.attachments.values()))
    whole, _values = put_together(through(None), (naima, some.token))
    for label in CARRIERS:
        part, _values = put_together(through((label,)), (naima, some.token))
        assert len(part.sql) < len(whole.sql) / 3


def through(names: tuple[str, ...] | None) -> Having[Attachment]:
    return Having(Attachment, "see", ("token",), among=names)
