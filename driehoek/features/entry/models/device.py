"""A browser in which somebody is signed in. The session is the row; ending the row ends the session."""

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from driehoek.base.shell.agents import PHONES, in_words


class Device(AbstractBaseSession):
    """One phone, tablet or computer. Rows without a person belong to visitors on their way in."""

    handle = models.CharField(
        max_length=20, db_index=True
    )  # names the row in a page, where the key must not be
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    kind = models.CharField(max_length=16, blank=True)  # agents.KINDS
    since_on = models.DateField(null=True)
    last_used_on = models.DateField(null=True)

    class Meta(AbstractBaseSession.Meta):
        abstract = False

    @property
    def words(self) -> str:
        return in_words(self.kind)

    @property
    def icon(self) -> str:
        return "device-mobile-bold" if self.kind in PHONES else "globe-bold"
