"""A sheet as a mail: plain text and HTML that read the same."""

from dataclasses import dataclass, field

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from mjml import mjml2html

from driehoek.backbone.notifications.digests.sheet import Sheet
from driehoek.backbone.notifications.letter import UNPRINTABLE, Rendered
from driehoek.backbone.notifications.models import Rhythm


@dataclass(frozen=True, kw_only=True)
class Page:
    """What the two templates read."""

    sheet: Sheet
    rhythm: Rhythm
    language: str
    name: str
    stop_url: str
    table_path: str = ""  # where she says that they talked
    ask_path: str = ""  # where she asks school something of her own
    site: str = field(default_factory=lambda: settings.SITE_URL)

    @property
    def subject(self) -> str:
        """It names no child, and nothing of what is in it."""
        return _("Jouw dag op school") if self.rhythm == Rhythm.DAILY else _("Jouw week op school")

    @property
    def direction(self) -> str:
        return "rtl" if translation.get_language_info(self.language)["bidi"] else "ltr"

    @property
    def start(self) -> str:
        return "right" if self.direction == "rtl" else "left"

    @property
    def path(self) -> str:
        return reverse("notifications:week")


def printed(page: Page) -> Rendered:
    """In the active language."""
    text = render_to_string("notifications/mail/digest.txt", {"page": page})
    markup = render_to_string("notifications/mail/digest.mjml", {"page": page})
    html = mjml2html(UNPRINTABLE.sub("", markup))
    return Rendered(page.language, page.subject, UNPRINTABLE.sub("", text).strip() + "\n", html)
