"""Who is kept away from a child may open the mailbox of her mother: what still comes, and where."""

import pytest

from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.models import Delivery
from driehoek.backbone.notifications.tests.steps import praise
from driehoek.backbone.notifications.tests.test_answering import shared_mailbox
from driehoek.backbone.notifications.tests.test_push import ring, rings
from tests.cast import NOW, Cast
from tests.servers.push import push_service
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db


def test_no_mail_comes_there_and_her_own_telephone_rings_all_the_same(cast: Cast, postman: Postman) -> None:
    shared_mailbox(cast)
    with push_service() as service:
        for person in (cast.naima, cast.rachid):
            rings(person, service)
        praise(cast.yusuf)
        ring()
        deliver_due("email", clock=lambda: NOW)
        hers, his = (Delivery.objects.filter(notification__person=one) for one in (cast.naima, cast.rachid))
        assert dict(hers.values_list("channel", "reason")) == {"email": "read_along", "push": ""}
        assert set(his.values_list("state", flat=True)) == {Delivery.State.DONE}
        assert len(service.rung) == 2
