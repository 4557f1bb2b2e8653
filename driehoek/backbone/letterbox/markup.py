"""The words of a letter that came as HTML only, without what is marked as quoted or as signature."""

import re
from html.parser import HTMLParser

QUOTES = {  # class or id, as Gmail, Outlook, Thunderbird, Yahoo, Proton and Zimbra mark what is answered
    "gmail_quote", "gmail_quote_container", "gmail_attr", "appendonsend", "divrplyfwdmsg", "moz-cite-prefix",
    "olk_src_body_section", "mail-editor-reference-message-container", "yahoo_quoted", "protonmail_quote",
    "gmail_signature", "signature", "moz-signature", "ms-outlook-mobile-signature", "yahoo-signature",
    "protonmail_signature_block", "applemailsignature",
}  # fmt: skip
OUTLOOK = re.compile(r"border-top:\s*solid\s*#(?:e1e1e1|b5c4df)", re.IGNORECASE)  # the line above "Van:"
BREAKS = {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "ul", "ol", "table", "blockquote", "hr"}
SILENT = {"style", "script", "head", "title", "template"}
VOID = {"br", "hr", "img", "meta", "link", "input", "col", "wbr", "area", "base", "source"}


class _Reader(HTMLParser):
    """Collects words. `skipped` is the element that is left out; under Outlook's line all is old."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.open: list[str] = []
        self.skipped: int | None = None
        self.is_over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BREAKS:
            self.words.append("\n")
        if tag in VOID:
            return
        self.open.append(tag)
        marks = {name: (value or "").lower() for name, value in attrs}
        if marks.get("id") in ("appendonsend", "divrplyfwdmsg") or OUTLOOK.search(marks.get("style", "")):
            self.is_over = True
        names = {marks.get("id", ""), *marks.get("class", "").split()}
        is_quoted = bool(names & QUOTES) or (tag == "blockquote" and marks.get("type") == "cite")
        if self.skipped is None and (is_quoted or tag in SILENT):
            self.skipped = len(self.open)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.open:
            return
        while self.open.pop() != tag:
            pass
        if self.skipped is not None and len(self.open) < self.skipped:
            self.skipped = None
        if tag in BREAKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if self.skipped is None and not self.is_over:
            self.words.append(re.sub(r"\s+", " ", data))


def words_of(html: str) -> str:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = [line.strip() for line in "".join(reader.words).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
