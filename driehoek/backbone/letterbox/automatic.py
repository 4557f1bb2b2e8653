"""Letters that no person wrote: machines, lists, and our own that came back. Those we never answer."""

from django.conf import settings

from driehoek.backbone.letterbox.letters import Letter

LOUD = {"bulk", "junk", "list", "auto_reply"}  # values of Precedence
MARKS = (
    "List-Id", "List-Unsubscribe", "X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Loop", "Feedback-ID",
)  # fmt: skip


def is_automatic(letter: Letter) -> bool:
    """RFC 3834 and its older cousins."""
    submitted = letter.header("Auto-Submitted").lower()
    if submitted and not submitted.startswith("no"):
        return True
    if letter.header("Precedence").lower() in LOUD or any(letter.header(mark) for mark in MARKS):
        return True
    if letter.header("Return-Path") == "<>":  # a server says something
        return True
    return letter.message_id.lower().endswith(f"@{settings.MAIL_DOMAIN.lower()}>")
