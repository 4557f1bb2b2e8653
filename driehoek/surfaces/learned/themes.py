"""From the news of a class to the kitchen table: the first theme of a week, and no other until Sunday."""

import datetime as dt

from django.db.models import OuterRef, Subquery

from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import at
from driehoek.facts.schools.models import Enrolment
from driehoek.features.feed.models import Post
from driehoek.features.kitchen.choosing import monday_of


def first_theme(me: Viewer) -> Subquery:
    """By child: of the first lesson, homework or link since Monday that this viewer may read and that says
    what it is about."""
    hers = Enrolment.objects.on(me.today).filter(student=OuterRef(OuterRef("pk")))
    news = Post.objects.visible_to(me).published(me.now).filter(group__in=hers.values("group"))
    of_week = news.filter(publication__due_at__gte=at(monday_of(me.today), dt.time())).exclude(theme="")
    return Subquery(of_week.order_by("publication__due_at", "pk").values("theme")[:1])
