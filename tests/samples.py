"""An example for every URL that takes an argument: always of groep 5, so that the table tells a story."""

from collections.abc import Callable
from uuid import UUID

from driehoek.backbone.media.models import PhotoHold
from driehoek.backbone.translation.models import Helper, Term
from driehoek.facts.people.models import Guardianship, Restriction
from driehoek.facts.schools.models import Appointment, Leave
from driehoek.features.entry.models import Provider
from driehoek.features.languages.models import InterpreterRequest
from driehoek.features.rosters.models import Upload
from driehoek.features.tips.models import Tip
from tests.cast import NOW
from tests.day_samples import OF_THE_DAY
from tests.family_samples import AMONG_FAMILIES
from tests.mark_samples import OF_MARKS
from tests.oracle.life import Life
from tests.way_samples import ON_THE_WAY
from tests.work_samples import OF_WORK

Arguments = tuple[object, ...]


def post(life: Life) -> Arguments:
    """Juf Anouk's news, out since yesterday."""
    return (life.posts["news"].pk,)


def draft(life: Life) -> Arguments:
    return (life.posts["draft"].pk,)


def private_line(life: Life) -> Arguments:
    """What Naima wrote to the teacher alone."""
    return (life.comments["Naima to school"].pk,)


def bso(life: Life) -> Arguments:
    return (life.cast.bso.pk,)


def tip(life: Life) -> Arguments:
    """One of De Vlieger, by juf Anouk."""
    said = {"title": "Tel de treden", "what": "Tel.", "minutes": 5, "theme": "maths", "ages": "4-6"}
    return (Tip.add(life.cast.vlieger, said, by=life.cast.anouk, at=NOW).pk,)


def poll(life: Life) -> Arguments:
    return (life.posts["news"].poll.pk,)


def question(life: Life) -> Arguments:
    """A question of Rachid's that school would like to answer for all."""
    return (life.questions["not answered yet"].pk,)


def yusuf(life: Life) -> Arguments:
    return (life.cast.yusuf.pk,)


def unknown_message(life: Life) -> Arguments:
    """A number that nobody was sent."""
    return (UUID(int=7),)


def no_phone(life: Life) -> Arguments:
    return (0,)


def on_paper(life: Life) -> Arguments:
    """A letter for Naima, printed to go along with Yusuf."""
    return (life.carried["with Yusuf"].pk,)


def groep_5(life: Life) -> Arguments:
    return (life.cast.groep_5.pk,)


def rachid_and_yusuf(life: Life) -> Arguments:
    return (Guardianship.objects.get(guardian=life.cast.rachid, student=life.cast.yusuf).pk,)


def naima(life: Life) -> Arguments:
    return (life.cast.naima.pk,)


def block(life: Life) -> Arguments:
    return (Restriction.objects.get(adult=life.cast.jeroen).pk,)


def photo(life: Life) -> Arguments:
    return (life.photos["clear"].token, 800)


def guess_of_a_voice(life: Life) -> Arguments:
    """Behind a key that nobody was given."""
    return ("GUESS2345", 1)


def attachment(life: Life) -> Arguments:
    """What Naima sent to the teacher alone."""
    return (life.attachments["with Naima to school"].token,)


def spoken_line(life: Life) -> Arguments:
    """What Naima wrote to the teacher alone, read aloud."""
    return ("feed.comment", life.comments["Naima to school"].pk)


def spoken_question(life: Life) -> Arguments:
    return ("feed.post", life.posts["news"].pk, "question")


def spoken_page(life: Life) -> Arguments:
    """What we say to who wants to come in, about nobody."""
    return ("entry:signin",)


def film(life: Life) -> Arguments:
    """Of which everyone on it may be shown."""
    return (life.attachments["film clear"].token,)


def photo_of_draft(life: Life) -> Arguments:
    return (life.posts["draft"].pk, life.photos["in the draft"].pk)


def file_of_draft(life: Life) -> Arguments:
    return (life.posts["draft"].pk, life.attachments["on draft"].pk)


def hold(life: Life) -> Arguments:
    """A photo that is hidden because of Amira."""
    return (
        PhotoHold.objects.get(photo=life.photos["with Amira"], student=life.cast.amira, lifted_at=None).pk,
    )


def upload(life: Life) -> Arguments:
    """A roster that the office brought for De Vlieger."""
    brought = Upload.objects.filter(school=life.cast.vlieger).first()
    return ((brought or Upload.receive(life.cast.vlieger, [], by=life.cast.marja, at=NOW)).pk,)


def interpreter_request(life: Life) -> Arguments:
    """Elif asked De Vlieger for an interpreter."""
    InterpreterRequest.ask(life.cast.vlieger, by=life.cast.elif_, at=NOW)
    return (InterpreterRequest.objects.get(person=life.cast.elif_).pk,)


def vlieger(life: Life) -> Arguments:
    return (life.cast.vlieger.pk,)


def term(life: Life) -> Arguments:
    """A word of De Vlieger's own."""
    told = {"plain": "eten", "stays": False, "said": {}}
    return (Term.objects.get_or_create(school=life.cast.vlieger, word="lunch", defaults=told)[0].pk,)


def helper(life: Life) -> Arguments:
    """Murat helps with Turkish."""
    cast = life.cast
    Helper.ask(cast.vlieger, cast.murat, "tr", by=cast.marja, at=NOW)
    return (Helper.objects.get(person=cast.murat).pk,)


def post_by_hand(life: Life) -> Arguments:
    helper(life)
    return ("bericht", life.posts["news"].pk)


def post_in_turkish(life: Life) -> Arguments:
    return (*post_by_hand(life), "tr")


def talk(life: Life) -> Arguments:
    """What Naima asks about Yusuf."""
    return (life.talks.begun["Naima asks"].pk,)


def waiting_answer(life: Life) -> Arguments:
    """What a colleague wrote for the morning."""
    return (life.talks.said["for the morning"].pk,)


def given_answer(life: Life) -> Arguments:
    return (life.talks.said["answer to Naima"].pk,)


def own_leave(life: Life) -> Arguments:
    return (Leave.objects.get(person=life.cast.anouk).pk,)


def colleague(life: Life) -> Arguments:
    return (Appointment.objects.get(person=life.cast.anouk, group=life.cast.groep_5).pk,)  # who came in


def passkey(life: Life) -> Arguments:
    """Nobody's."""
    return (1,)


def guess(life: Life) -> Arguments:
    """A code that nobody was given."""
    return ("GUESS2345",)


def letter(life: Life) -> Arguments:
    return (1,)


def a_number(life: Life) -> Arguments:
    return ("31612345678",)


def elif_by_name(life: Life) -> Arguments:
    return ("elif",)


def board(life: Life) -> Arguments:
    """The board of De Vlieger, where Ingrid set up a provider that does not answer."""
    said = {"name": "Microsoft", "issuer": "https://login.school.example", "client_id": "driehoek"}
    Provider.set_up(life.cast.drie_hoeken, said, secret="s" * 20, by=life.cast.ingrid, at=NOW)
    return (life.cast.drie_hoeken.pk,)


def colour(life: Life) -> Arguments:
    return ("125246",)


SAMPLES: dict[Callable[[Life], Arguments], str] = {
    post: "publishing:newsletter publishing:letter"
    " feed:post feed:brought feed:photos feed:comments feed:reaction feed:undoing feed:withdrawal"
    " feed:explanation",
    bso: "dayreports:group",
    tip: "tips:removal",
    poll: "feed:poll_answer",
    question: "feed:shared_question feed:verdict feed:question_withdrawal",
    draft: "feed:sheet feed:disposal feed:publication",
    photo_of_draft: "feed:photo_removal",
    file_of_draft: "feed:file_removal",
    private_line: "feed:removal feed:proposal feed:comment_edit",
    yusuf: "choices:of_child conversations:write dayreports:child feed:compliment"
    " children:detail children:pupil consents:photos consents:answer consents:repaired"
    " guardianships:student guardianships:restriction guardianships:protection"
    " absences:pickup absences:pickup_removal absences:pickup_list corrections:near talks:new results:child"
    " following:agreement following:other following:extra following:looked",
    groep_5: "absences:day_list absences:missed children:group feed:mine feed:homework feed:album"
    " feed:agreement feed:agreement_form tips:new stories:circle introductions:class"
    " guardianships:group entry:cards"
    " entry:group_letters entry:printed_letters entry:mailed_letters"
    " following:of_group paper:group paper:run paper:sheets paper:handed paper:readers",
    on_paper: "paper:copy paper:answers",
    rachid_and_yusuf: "guardianships:approval guardianships:grant guardianships:ending",
    naima: "unreached:again following:choice following:objection",
    block: "guardianships:lifting",
    photo: "media:photo",
    attachment: "media:attachment",
    guess_of_a_voice: "notifications:one_page_voice",
    film: "media:attachment_picture",
    spoken_line: "speech:listen speech:sound",
    spoken_question: "speech:listen_part speech:sound_part",
    spoken_page: "speech:explanation",
    hold: "consents:cover consents:covered",
    talk: "conversations:conversation conversations:messages conversations:closing"
    " conversations:assignment conversations:talk conversations:proposal conversations:agreement",
    waiting_answer: "conversations:taking_back conversations:rewording",
    given_answer: "conversations:withdrawal",
    own_leave: "conversations:leave_ending",
    upload: "rosters:proposal rosters:columns rosters:agreement rosters:refusal",
    interpreter_request: "languages:interpreter_ending",
    vlieger: "entry:demand newsletters:new newsletters:editors alerts:new choices:of_school choices:offers"
    " absences:swap_terms results:terms holidays:new holidays:ministry moderation:conduct languages:agreement"
    " languages:words languages:helpers languages:interpreter_asking following:kinds",
    term: "languages:word_removal",
    helper: "languages:helper_ending",
    post_by_hand: "languages:translations",
    post_in_turkish: "languages:translation",
    colleague: "entry:colleague_invitation",
    passkey: "mfa_remove_webauthn",
    guess: "entry:welcome entry:confirm entry:another entry:card entry:staff_start entry:device_ending"
    " notifications:unsubscribe notifications:stop_digest notifications:answer notifications:one_page"
    " home:mailed_table conversations:mailed_ask portraits:portrait paper:letter demo:mail demo:mail_html",
    letter: "demo:letter",
    a_number: "demo:phone",
    elif_by_name: "demo:entrance demo:drawing",
    board: "entry:provider entry:provider_removal entry:sign_on entry:sign_on_back entry:sign_on_left",
    colour: "shell:theme",
    unknown_message: "notifications:ringing",
    no_phone: "choices:phone_ending",
}
SAMPLES |= AMONG_FAMILIES | OF_THE_DAY | OF_MARKS | ON_THE_WAY | OF_WORK
BY_ROUTE = {route: sample for sample, routes in SAMPLES.items() for route in routes.split()}


def arguments(route: str, life: Life) -> Arguments:
    """What to fill in; nothing for a route that takes nothing."""
    return BY_ROUTE[route](life) if route in BY_ROUTE else ()
