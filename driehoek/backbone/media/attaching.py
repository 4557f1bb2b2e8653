"""What comes with a form: files, a voice note, and what was kept when the form came back before."""

import re
from typing import Any, BinaryIO, cast  # an uploaded file, which reads like one

from django.db import transaction
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.describing import describe_attached
from driehoek.backbone.media.files import PATTERN
from driehoek.backbone.media.jobs import make_films
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.media.refusing import AttachmentRefused
from driehoek.base.core.recordings import can_record
from driehoek.facts.schools.models import School

MOST = 10  # attachments with one thing said
TOO_MANY = _("Dat zijn te veel bestanden. Kies er hooguit tien.")


def keep(upload: Any, *, school: School, viewer: Viewer) -> Attachment:
    """Keep one upload, and wake whoever makes films. Raises AttachmentRefused."""
    name = upload.name or ""
    kept = Attachment.keep(cast(BinaryIO, upload), name=name, school=school, viewer=viewer)
    if not kept.is_ready:
        transaction.on_commit(make_films.enqueue)
    return kept


class Attached:
    """The attachments of one form, kept as soon as they are asked for: a form that is shown again loses none.

    Its fields: `files` (many), `voice` (one), `kept` (the tokens of those that came before), and what is seen
    on them: `alt` for what is new, `alt-<token>` for what was kept. Where one page has several such forms,
    the names of its files begin with the prefix of each.
    """

    def __init__(
        self,
        viewer: Viewer,
        school: School,
        data: QueryDict | None = None,
        files: "MultiValueDict[str, Any] | None" = None,
        *,
        prefix: str = "",
    ) -> None:
        self.viewer, self.school, self.data, self.files = viewer, school, data, files
        self.prefix = prefix
        self.rows: list[Attachment] = []  # made safe and kept
        self.says_it_all = False  # nothing is written beside what is spoken
        self.errors: list[str] = []  # why others were not
        self.can_record = can_record()

    def keep(self) -> bool:
        """Keep everything that came; False when something was wrong. The others stay."""
        self.rows = self._kept_before()
        for upload in self._uploads():
            if len(self.rows) >= MOST:
                self.errors.append(str(TOO_MANY))
                break
            self._keep(upload)
        self.errors += describe_attached(self.rows, self.data, self.viewer.person.language)
        return not self.errors

    def leave_all_but(self, kind: Attachment.Kind) -> bool:
        """Whether something else came; it does not go along."""
        came = len(self.rows)
        self.rows = [row for row in self.rows if row.kind == kind]
        return len(self.rows) < came

    @property
    def words(self) -> str:
        """What was typed about photos that did not come along."""
        has_place = any(row.is_seen and f"alt-{row.token}" not in (self.data or ()) for row in self.rows)
        return "" if has_place or not self.data else self.data.get("alt", "")

    def _kept_before(self) -> list[Attachment]:
        """What was sent already goes along with nothing else. But where it is all there is, the same form
        came twice: a copy of it says the same again, and is found to be there already."""
        said = self.data.getlist(f"{self.prefix}kept")[:MOST] if self.data else []
        tokens = [token for token in said if re.fullmatch(PATTERN, token)]
        if not tokens:
            return []
        free = Attachment.objects.where(self.viewer, may="attach").filter(token__in=tokens)
        if free or not self.says_it_all:
            return sorted(free, key=lambda one: tokens.index(one.token))
        sent = Attachment.objects.where(self.viewer, may="say_again").filter(token__in=tokens)
        return [one.again() for one in sorted(sent, key=lambda one: tokens.index(one.token))]

    def _uploads(self) -> list[Any]:
        if self.files is None:
            return []
        voices, files = (self.files.getlist(f"{self.prefix}{name}") for name in ("voice", "files"))
        return [*voices[:1], *files]

    def _keep(self, upload: Any) -> None:
        try:
            self.rows.append(keep(upload, school=self.school, viewer=self.viewer))
        except AttachmentRefused as refused:
            name = (upload.name or "")[-60:]
            self.errors.append(str(format_lazy("{name}: {why}", name=name, why=refused.sentence)))
