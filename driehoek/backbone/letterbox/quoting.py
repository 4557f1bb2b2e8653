"""What somebody typed in a reply, without the letter it answers and without what her telephone adds.

Mail programs put a line above what they quote, each in its own words and language. Nearly all name the
address that is answered, which is ours; the others are known by their words.
"""

import re

from django.conf import settings

DASHES = r"-{2,}\s*(?:%s)\s*-{2,}"
ORIGINAL = (  # Outlook
    "oorspronkelijk bericht|origineel bericht|doorgestuurd bericht|original message|forwarded message"
    "|özgün (?:ileti|mesaj)|orijinal (?:ileti|mesaj)|الرسالة الأصلية|wiadomość oryginalna"
    "|oryginalna wiadomość|оригінальне повідомлення|вихідне повідомлення"
)
FROM = "van|from|kimden|gönderen|من|od|від"
SENT = (
    "verzonden|datum|sent|date|gönderilme|gönderildi|tarih"
    "|تم الإرسال|تاريخ|التاريخ|wysłano|data|надіслано|дата"
)
WROTE = (  # Gmail and Apple Mail; the moment stands before or after it
    r"(?:op|on)\b.{4,120}\b(?:schreef|heeft .{2,80} geschreven|wrote)\b.*:"
    r"|.{4,160}(?:tarihinde|şunu|şunları)\s*(?:şunu\s*)?yazdı.*:"
    r"|في.{4,160}(?:كتب|كتبت|تمت كتابة).{0,120}:"
    r"|(?:.{4,160}napisał(?:\(a\)|a)?|wiadomość napisana przez.{2,160})\s*.*:"
    r"|.{4,160}(?:пише|написав|написала|написав\(-ла\)).*:"
)
ABOVE = re.compile(rf"^(?:{DASHES % ORIGINAL}|_{{20,}}|{WROTE})$", re.IGNORECASE)
HEAD = re.compile(rf"^\*?(?:{FROM})\s?:\*?\s+\S", re.IGNORECASE)
HEAD_NEXT = re.compile(rf"^\*?(?:{SENT})\s?:\*?\s+\S", re.IGNORECASE)
ADDED = re.compile(  # by a telephone, in its own words
    r"^(?:(?:verstuurd|verzonden|gestuurd) (?:vanaf|vanuit|via|met|van) .{2,60}"
    r"|(?:sent|get) (?:from|via|with)? ?(?:my |outlook |mail |yahoo ).{1,60}"
    r"|(?:download|haal|verkrijg) outlook .{2,60}"
    r"|.{2,40}(?:'|’)?(?:dan|den|imden|ımdan|umdan|ümden) gönderildi\.?"
    r"|(?:أُرسلت|أرسلت|تم الإرسال|مرسل) من .{2,60}"
    r"|wysłan[eoay] (?:z|ze|za pomocą) .{2,60}"
    r"|(?:надіслано|відправлено) (?:з|із|за допомогою) .{2,60})$",
    re.IGNORECASE,
)
SIGNATURE = "--"


def own_words(text: str) -> str:
    lines = [line.rstrip() for line in text.split("\n")]
    cut = next((number for number in range(len(lines)) if _begins_a_quote(lines, number)), len(lines))
    above = _without_signature(lines[:cut])
    if not "".join(above).strip():  # some write under what they answer
        above = _without_signature([line for line in lines[cut + 1 :] if not line.startswith(">")])
        above = above if _is_quoted_with_signs(lines[cut:]) else []
    return re.sub(r"\n{3,}", "\n\n", "\n".join(above)).strip()


def _is_quoted_with_signs(lines: list[str]) -> bool:
    """Whether one can tell what is quoted from what is not."""
    return any(line.startswith(">") for line in lines)


def _begins_a_quote(lines: list[str], number: int) -> bool:
    line = lines[number].strip().strip("\u200e\u200f\u202a\u202b\u202c")
    if line.startswith(">"):
        return True
    if not line:
        return False
    after = next((one.strip() for one in lines[number + 1 : number + 3] if one.strip()), "")
    if HEAD.match(line) and (HEAD_NEXT.match(after) or _names_us(line)):
        return True
    wrapped = f"{line} {after}"  # a long line is broken off
    return bool(ABOVE.match(line)) or _is_above(line) or (bool(ABOVE.match(wrapped)) and _is_above(wrapped))


def _is_above(line: str) -> bool:
    """Names the address that is answered, and ends as such a line does."""
    return _names_us(line) and line.rstrip("\u200e\u200f").endswith((":", "：", ">", "،"))


def _names_us(line: str) -> bool:
    ours = {settings.MAIL_DOMAIN, settings.REPLY_ADDRESS.rpartition("@")[2]}
    return any(f"@{domain}" in line.lower() for domain in ours if domain)


def _without_signature(lines: list[str]) -> list[str]:
    cut = next((number for number, line in enumerate(lines) if line.strip() == SIGNATURE), len(lines))
    kept = lines[:cut]
    while kept and (not kept[-1].strip() or ADDED.match(kept[-1].strip())):
        kept.pop()
    return kept
