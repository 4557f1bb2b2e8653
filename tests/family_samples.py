"""The same as samples.py, for what families tell and what was reported."""

from collections.abc import Callable

from driehoek.features.feed.models import NewsWeek
from driehoek.features.feed.models.news_week import bell_on_friday
from driehoek.features.newsletters.models import Copy, Editor
from tests.cast import NOW
from tests.oracle.life import Life

Arguments = tuple[object, ...]


def story(life: Life) -> Arguments:
    """What Naima told the class about Yusuf, which may be shown in the circle."""
    return (life.home.stories["to the class"].pk,)


def begun_story(life: Life) -> Arguments:
    """A sheet of Naima's that was not sent."""
    return (life.home.stories["not sent"].pk,)


def reported_story(life: Life) -> Arguments:
    return ("van-thuis", life.home.stories["to the class"].pk)


def case(life: Life) -> Arguments:
    """Elif's advert in groep 5, which Naima reported; it was hidden."""
    return (life.home.case.pk,)


def hiding(life: Life) -> Arguments:
    return (life.home.hiding.pk,)


def silence(life: Life) -> Arguments:
    return (life.home.silence.pk,)


def asked(life: Life) -> Arguments:
    """What Naima asks the parents of groep 5."""
    return (life.board.asked["by Naima"].pk,)


def answered(life: Life) -> Arguments:
    """What Rachid answers her."""
    return (life.board.answers["by Rachid"].pk,)


def urgent(life: Life) -> Arguments:
    """What Joris told groep 5 this morning."""
    return (life.alerts["groep 5"].pk,)


def called(life: Life) -> Arguments:
    return (life.alerts["groep 5"].pk, life.cast.naima.pk)


def newsletter(life: Life) -> Arguments:
    """One of De Vlieger that nobody sent yet."""
    return (life.bulletins.newsletters["draft"].pk,)


def newsletter_out(life: Life) -> Arguments:
    """What everybody got."""
    return (life.bulletins.out.pk,)


def letter(life: Life) -> Arguments:
    """What Naima got."""
    return (Copy.objects.get(newsletter=life.bulletins.out, person=life.cast.naima).pk,)


def public_letter(life: Life) -> Arguments:
    """What anybody may read."""
    return ("de-vlieger", life.bulletins.public.pk)


def shown(life: Life) -> Arguments:
    """Work of groep 5 that one may come and see."""
    return (life.bulletins.shows.pk,)


def block(life: Life) -> Arguments:
    """What Anouk wrote in it about groep 5."""
    return (life.bulletins.blocks["draft of groep 5"].pk,)


def photo_of_block(life: Life) -> Arguments:
    return (*block(life), life.bulletins.on_a_sheet.pk)


def kind_of_block(life: Life) -> Arguments:
    return (*newsletter(life), "show")


def editor(life: Life) -> Arguments:
    return (Editor.objects.get(person=life.cast.meryem).pk,)


def at_the_table(life: Life) -> Arguments:
    """Juf Anouk's question for the kitchen table."""
    return (f"post-{life.posts['news'].pk}",)


def asking_post(life: Life) -> Arguments:
    """News of 1B with a question; Adam is thirteen."""
    return (life.posts["1B"].pk,)


def own_question(life: Life) -> Arguments:
    """What Yusuf would like to be asked."""
    return (life.corners.wishes["Yusuf"].pk,)


def own_answer(life: Life) -> Arguments:
    """What he thought about his week; his teacher may read it."""
    return (life.corners.reflections["Yusuf"].pk,)


def public_school(life: Life) -> Arguments:
    return ("de-vlieger",)


def week(life: Life) -> Arguments:
    """The week in which the news of groep 5 came out, as parents get it in one mail."""
    group = life.cast.groep_5
    found, _new = NewsWeek.objects.get_or_create(group=group, ends_at=bell_on_friday(group, NOW))
    return (found.pk,)


AMONG_FAMILIES: dict[Callable[[Life], Arguments], str] = {
    story: "stories:story stories:editing stories:removal stories:showing",
    begun_story: "stories:sending",
    reported_story: "moderation:report",
    case: "moderation:case moderation:verdict",
    hiding: "moderation:hiding",
    silence: "moderation:lifting",
    urgent: "alerts:alert alerts:progress alerts:withdrawal alerts:calls",
    called: "alerts:call",
    newsletter: "newsletters:sheet newsletters:title newsletters:disposal newsletters:preview"
    " newsletters:going newsletters:undoing",
    newsletter_out: "newsletters:brought newsletters:withdrawal newsletters:opening newsletters:board",
    public_letter: "newsletters:public_letter",
    letter: "newsletters:copy newsletters:print_out",
    shown: "newsletters:attendance newsletters:calendar newsletters:attending newsletters:found",
    block: "publishing:post newsletters:block newsletters:moving_up newsletters:removal newsletters:photos",
    photo_of_block: "newsletters:photo_removal",
    kind_of_block: "newsletters:new_block",
    editor: "newsletters:editor_ending",
    at_the_table: "home:talked",
    asking_post: "feed:ask_me",
    week: "feed:week",
    own_question: "kitchen:wish_removal",
    own_answer: "kitchen:reflection_removal",
    public_school: "alerts:public newsletters:public",
    asked: "questions:question questions:answering questions:closing questions:question_edit"
    " questions:question_removal",
    answered: "questions:answer_edit questions:answer_removal",
}
