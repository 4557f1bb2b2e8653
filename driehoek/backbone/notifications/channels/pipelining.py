"""SMTP in as few rounds as the server allows: who sends, who receives and that a letter follows, said in one
breath (RFC 2920). With a server that is far away, rounds are most of what a mail costs."""

import re
import smtplib
from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from driehoek.backbone.notifications.channels.writing import in_brackets, on_envelope, written

DOT = re.compile(rb"^\.", re.MULTILINE)  # alone on its line it would end the letter: RFC 5321 4.5.2


class Line(smtplib.SMTP):
    """Whoever is refused something must hang up: answers may still be on their way."""

    def sendmail(  # type: ignore[override]  # one letter in bytes, as Django hands it over
        self, from_addr: str, to_addrs: Sequence[str], msg: bytes
    ) -> dict[str, tuple[int, bytes]]:
        self.ehlo_or_helo_if_needed()
        if len(to_addrs) > 1 or not self.has_extn("pipelining"):
            return super().sendmail(from_addr, to_addrs, msg)
        self._begin(from_addr, to_addrs[0], len(msg))
        letter = DOT.sub(b"..", msg) if msg.startswith(b".") or b"\n." in msg else msg
        self.send(letter + (b".\r\n" if letter.endswith(b"\r\n") else b"\r\n.\r\n"))
        code, said = self.getreply()
        if code != 250:
            raise smtplib.SMTPDataError(code, said)
        return {}

    def _begin(self, sender: str, receiver: str, size: int) -> None:
        """Three commands, three answers. Raises what smtplib would."""
        told = f" SIZE={size}" if self.has_extn("size") else ""
        begin, end = in_brackets(sender), in_brackets(receiver)
        self.send(f"MAIL FROM:{begin}{told}\r\nRCPT TO:{end}\r\nDATA\r\n")
        code, said = self.getreply()
        if code != 250:
            raise smtplib.SMTPSenderRefused(code, said, sender)
        code, said = self.getreply()
        if code not in (250, 251):
            raise smtplib.SMTPRecipientsRefused({receiver: (code, said)})
        code, said = self.getreply()
        if code != 354:
            raise smtplib.SMTPDataError(code, said)


class SafeLine(Line, smtplib.SMTP_SSL):
    """Sealed from the first word."""


class Backend(EmailBackend):
    """Django's own, over such a line."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return SafeLine if self.use_ssl else Line

    def _send(self, email_message: EmailMessage) -> bool:
        sender, *receivers = map(on_envelope, [email_message.from_email, *email_message.recipients()])
        assert self.connection is not None  # send_messages() has opened it
        self.connection.sendmail(sender, receivers, written(email_message))
        return True
