"""Only what somebody typed: not what she answers, not what her telephone adds."""

import pytest
from pytest_django import Settings

from driehoek.backbone.letterbox.markup import words_of
from driehoek.backbone.letterbox.quoting import own_words

US = "Driehoek <antwoord+r3f-abcdefghijklmnopqrstuvwxyz@post.driehoek.example>"
SAID = "Ja, dat is goed.\n\nTot morgen!"
ABOVE = {
    "gmail nl": f"Op do 19 nov 2026 om 15:00 schreef {US}:",
    "gmail nl, broken off": "Op do 19 nov 2026 om 15:00 schreef Driehoek <\nschool@driehoek.example>:",
    "gmail en": f"On Thu, Nov 19, 2026 at 3:00 PM {US} wrote:",
    "gmail tr": f"{US}, 19 Kas 2026 Per, 15:00 tarihinde şunu yazdı:",
    "gmail ar": f"في الخميس، 19 نوفمبر 2026 في 3:00 م تمت كتابة ما يلي بواسطة {US}:",
    "gmail pl": f"czw., 19 lis 2026 o 15:00 {US} napisał(a):",
    "gmail uk": f"чт, 19 лист. 2026 р. о 15:00 {US} пише:",
    "apple nl": f"Op 19 nov 2026, om 15:00 heeft {US} het volgende geschreven:",
    "apple en": f"On 19 Nov 2026, at 15:00, {US} wrote:",
    "apple tr": f"{US} şunları yazdı (19 Kas 2026 15:00):",
    "apple ar": f"في ١٩ نوفمبر ٢٠٢٦، الساعة ٣:٠٠ م، كتب {US}:",
    "apple pl": f"Wiadomość napisana przez {US} w dniu 19 lis 2026, o godz. 15:00:",
    "apple uk": f"19 лист. 2026 р. о 15:00 {US} написав(-ла):",
    "outlook nl": f"Van: {US}\nVerzonden: donderdag 19 november 2026 15:00\nAan: Naima\nOnderwerp: Nieuws",
    "outlook en": f"From: {US}\nSent: Thursday, November 19, 2026 3:00 PM\nTo: Naima\nSubject: Nieuws",
    "outlook tr": f"Kimden: {US}\nGönderildi: 19 Kasım 2026\nKime: Naima\nKonu: Nieuws",
    "outlook ar": f"من: {US}\nتم الإرسال: 19 نوفمبر 2026\nإلى: Naima\nالموضوع: Nieuws",
    "outlook pl": f"Od: {US}\nWysłano: czwartek, 19 listopada 2026\nDo: Naima\nTemat: Nieuws",
    "outlook uk": f"Від: {US}\nНадіслано: 19 листопада 2026\nКому: Naima\nТема: Nieuws",
    "outlook old nl": "-----Oorspronkelijk bericht-----",
    "outlook old en": "-----Original Message-----",
    "outlook old tr": "-----Özgün İleti-----",
    "outlook old ar": "-----الرسالة الأصلية-----",
    "outlook old pl": "-----Wiadomość oryginalna-----",
    "outlook old uk": "-----Оригінальне повідомлення-----",
    "outlook line": "________________________________",
    "without our address": "Op 19 nov. 2026 om 15:00 schreef Driehoek het volgende:",
    "signs only": "> Nieuws uit groep 5",
}
ADDED = [
    "Verstuurd vanaf mijn iPhone", "Verzonden vanuit Outlook voor Android", "Sent from my iPhone",
    "Get Outlook for iOS", "Download Outlook voor iOS", "iPhone'umdan gönderildi", "أُرسلت من الـ iPhone",
    "Wysłane z iPhone'a", "Надіслано з iPhone", "-- \nNaima el Amrani\n06 12345678", "--\nNaima",
]  # fmt: skip


@pytest.fixture(autouse=True)
def reply_address(settings: Settings) -> None:
    settings.REPLY_ADDRESS = "antwoord@post.driehoek.example"


@pytest.mark.parametrize("above", ABOVE.values(), ids=ABOVE.keys())
@pytest.mark.parametrize("added", ["", ADDED[0]], ids=["bare", "telephone"])
def test_what_is_answered_is_left_out(above: str, added: str) -> None:
    letter = f"{SAID}\n\n{added}\n\n{above}\n\n> Dag Naima,\n> De brug hield 24 boeken.\n"
    assert own_words(letter) == SAID
    assert own_words(letter.replace("> ", "")) == SAID or above.startswith(">")


@pytest.mark.parametrize("added", ADDED)
def test_what_a_telephone_or_a_signature_adds_is_left_out(added: str) -> None:
    assert own_words(f"{SAID}\n\n{added}\n") == SAID


@pytest.mark.parametrize(
    "typed",
    [
        "Op maandag kan ik niet: dan werk ik.",
        "Hij zei: ik wil naar huis.\nVan: hem zelf",
        "Van wie is die jas?\nVan Yusuf, denk ik.",
        "1. De jas\n2. De tas -- en de schoenen",
        "Mijn adres is naima@thuis.example en dat van hem:\nrachid@thuis.example",
        "Ik heb het verstuurd vanaf school.\nGroetjes",
    ],
)
def test_what_looks_like_it_stays(typed: str) -> None:
    assert own_words(typed) == typed


def test_an_answer_under_what_is_answered_is_found() -> None:
    letter = f"{ABOVE['gmail nl']}\n> Past deze tijd?\n\nJa hoor.\n\n> Groet\n\nNaima"
    assert own_words(letter) == "Ja hoor.\n\nNaima"


HTML = {
    "gmail": '<div dir="ltr">Ja, dat is goed.<div><br></div><div>Tot morgen!</div></div><br>'
    '<div class="gmail_quote"><div class="gmail_attr">Op do schreef X:<br></div>'
    '<blockquote class="gmail_quote">Dag Naima</blockquote></div>',
    "outlook": '<html><head><style>p{color:red}</style></head><body><p class="MsoNormal">Ja, dat is goed.</p>'
    '<p>&nbsp;</p><p>Tot morgen!</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3pt">'
    "<p><b>Van:</b> Driehoek</p></div><p>Dag Naima</p></body></html>",
    "outlook web": '<div>Ja, dat is goed.</div><div><br></div><div>Tot morgen!</div><div id="Signature">Naima'
    '</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg">Van: Driehoek</div><div>Dag</div>',
    "apple": "<html><body>Ja, dat is goed.<div><br></div><div>Tot morgen!</div>"
    '<blockquote type="cite"><div>Op 19 nov 2026 schreef X:</div>Dag Naima</blockquote></body></html>',
    "yahoo": '<div>Ja, dat is goed.</div><div><br></div><div>Tot morgen!</div>'
    '<div class="yahoo_quoted">Op donderdag schreef X</div>',
    "not closed": "<p>Ja, dat is goed.<p><p>Tot morgen!<blockquote type=cite>Dag Naima",
}  # fmt: skip


@pytest.mark.parametrize("html", HTML.values(), ids=HTML.keys())
def test_a_letter_of_html_alone_is_read_as_well(html: str) -> None:
    words = own_words(words_of(html))
    assert words.split() == SAID.split()
