"""What people attach in the cast's world: files and films, each with canaries in its name and its bytes."""

import io
from typing import TYPE_CHECKING

from driehoek.backbone.media import attachment_files as files
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.backbone.moderation.models import CaseAttachment
from driehoek.facts.people.models import Person
from driehoek.features.conversations.models import MessageAttachment
from driehoek.features.feed.models import CommentAttachment, PostAttachment

if TYPE_CHECKING:
    from tests.oracle.life import Life


class Parcels:
    """`sent` holds the attachments by name."""

    def __init__(self, life: "Life") -> None:
        self.life, self.cast = life, life.cast
        self.sent: dict[str, Attachment] = {}
        for said in ("Naima to school", "Rachid to school", "answer to Naima", "to all", "removed"):
            self._with_comment(said)
        for said in ("Naima asks", "Rachid asks", "for the morning"):
            self._with_message(said)
        for post in ("news", "draft", "withdrawn", "about yusuf"):
            self._with_post(post)
        self._bring("of Rachid, not sent yet", self.cast.rachid, "home")
        self._in_a_case()
        for photo in ("clear", "with Amira"):
            self._film(photo)

    def _with_comment(self, name: str) -> None:
        said = self.life.comments[name]
        hat = "school" if said.corner == "school" else "home"
        brought = self._bring(f"with {name}", said.author, hat)
        CommentAttachment.objects.create(comment=said, attachment=brought)

    def _with_message(self, name: str) -> None:
        said = self.life.talks.said[name]
        hat = "school" if said.corner == "school" else "home"
        brought = self._bring(f"with message {name}", said.author, hat)
        MessageAttachment.objects.create(message=said, attachment=brought)
        seen = self._picture(f"seen with message {name}", said.author, hat)
        MessageAttachment.objects.create(message=said, attachment=seen, position=1)

    def _with_post(self, name: str) -> None:
        post = self.life.posts[name]
        PostAttachment.objects.create(post=post, attachment=self._bring(f"on {name}", post.author, "school"))

    def _bring(self, name: str, by: Person, hat: str) -> Attachment:
        """A text file that went through the front door."""
        words, title = (self.life.canaries.new(f"{part} of attachment {name}") for part in ("words", "name"))
        kept = Attachment.keep(
            io.BytesIO(f"Hier staat {words}.".encode()),
            name=f"Brief {title}.txt",
            school=self.cast.vlieger,
            viewer=self.cast.viewer(by, hat),
        )
        return self._known(name, kept, words, title)

    def _picture(self, name: str, by: Person, hat: str) -> Attachment:
        """With words about it, for who does not see it."""
        data, alt = (self.life.canaries.new(f"{part} of {name}") for part in ("bytes", "alt"))
        seen = Attachment.objects.create(
            kind="picture", ending="webp", school=self.cast.vlieger, owner=by, hat=hat, size=9, digest=data,
            alt=f"Op de foto staat {alt}.", language="nl", width=60, height=40, created_at=self.cast.now,
        )  # fmt: skip
        for part in (seen.ending, files.SMALL):
            files.write(seen.token, part, data.encode())
        return self._known(name, seen, data, alt)

    def _in_a_case(self) -> None:
        """What was spoken of the answer that Naima reported, as the leaders keep it."""
        name, case = "heard in a case", self.life.talks.case
        words = self.life.canaries.new(f"bytes of what was {name}")
        voice = Attachment.objects.create(
            kind="voice", ending="m4a", school=self.cast.vlieger, owner=case.author, hat="school",
            size=9, digest=words, seconds=9, created_at=case.said_at,
        )  # fmt: skip
        files.write(voice.token, voice.ending, words.encode())
        CaseAttachment.objects.create(case=case, attachment=voice)
        self._known(name, voice, words)

    def _film(self, name: str) -> None:
        """Of a photo that is its still. No film is made: what counts is who gets the bytes."""
        photo = self.life.photos[name]
        words = self.life.canaries.new(f"bytes of film {name}")
        film = Attachment.objects.create(
            kind="film", ending="mp4", school=self.cast.vlieger, owner=photo.uploaded_by, hat="school",
            size=9, digest=words, seconds=9, created_at=photo.created_at,
        )  # fmt: skip
        for part in (film.ending, files.SMALL):
            files.write(film.token, part, words.encode())
        Photo.objects.filter(pk=photo.pk).update(film=film)
        self._known(f"film {name}", film, words)

    def _known(self, name: str, kept: Attachment, *canaries: str) -> Attachment:
        self.life.canaries.belongs(("attachment", kept.pk), *canaries)
        self.sent[name] = kept
        return kept
