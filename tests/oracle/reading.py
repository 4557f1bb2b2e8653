"""Everything that somebody may read, put together from the rules. No Django here either."""

import datetime as dt
from collections.abc import Iterator

from tests.oracle.among_parents import sees_answer, sees_asked
from tests.oracle.asking import sees_interpreter
from tests.oracle.assignments import sees_assignment, sees_outcome
from tests.oracle.at_table import (
    follows_year_step,
    sees_along,
    sees_companion,
    sees_meeting,
    sees_pledge,
    sees_year_step,
    sits_at_work,
)
from tests.oracle.at_table_sides import (
    sees_check,
    sees_home,
    sees_point,
    sees_said,
    sees_staff_note,
    sees_written,
)
from tests.oracle.attachments import sees_attachment
from tests.oracle.away import sees_absence, sees_correction, sees_leave, sees_near, sees_upload
from tests.oracle.beside_points import sees_laid_result, sees_laid_work
from tests.oracle.blocks import sees_block, sees_newsletter
from tests.oracle.carried import carries
from tests.oracle.conversations import hears_talk, sees_message, sees_talk
from tests.oracle.following import knows_objection, sees_closer, sees_objection, sees_reason, sees_set_aside
from tests.oracle.kitchen_table import sees_eager, sees_reflection, sees_tick, sees_wish
from tests.oracle.mailing import sees_letter
from tests.oracle.marks import sees_result
from tests.oracle.meeting import knows, sees_face, sees_trait
from tests.oracle.phones import sees_phone
from tests.oracle.photos import sees_photo, sees_tag
from tests.oracle.pulse import sees_asked_side, sees_sentence
from tests.oracle.questions import sees_day, sees_question
from tests.oracle.rules import HATS, World, day_of, kept_away, leads, live, runs, sees_child, sees_post
from tests.oracle.swaps import sees_swap, sees_swap_day
from tests.oracle.taking import sees_parcel
from tests.oracle.talk import sees_comment
from tests.oracle.telling import judges, reads_hidden, sees_story
from tests.oracle.urgent import sees_alert
from tests.oracle.ways import sees_lesson, sees_milestone
from tests.oracle.works import hears_echo, sees_bundle, sees_goal, sees_period, sees_standing, sees_work

# post, comment, photo, tag (who is on one), attachment, message, talk (what is agreed in one),
# note (of the team of one),
# swap (a day that somebody asks to swap), swapday (that was arranged),
# absence, upload (a file with absences, and its lines), leave, near (a person near a child), correction,
# question (answered for all), day (of a child),
# letter (that came by mail), response (to it), complaint (about a mail),
# story, case, hidden (words), trait, face (the picture itself),
# interpreter (that is asked for), asked (of a class), answer, alert,
# phone (that rings), newsletter (its title), block (of one),
# meeting (a talk about a child: when and where), table (why somebody is not at it), pledge (agreed there),
# askedalong (why a colleague comes along), companion (whom home brings),
# yearstep (a talk that a year has; followedstep at home), check (that one looked over her own data),
# said (by one side before it), homesituation, point (to talk about), tablenote, record, staffnote,
# laidwork and laidresult (beside a point),
# result (of one student),
# work (of a student), goal, echo (what is answered to them), bundle (to take along), parcel (made of it),
# carried (a letter that goes along with a child), tick (that one talked about a question),
# period (what a group works on), standing (how far a student is with it),
# eager (that a student asks to be asked about a post),
# milestone (on the way of a student), lesson, setaside (a pattern, by a mentor),
# wish (what a child asks to be asked), reflection (what she answers about her week),
# assignment (to do at home), outcome (what is said about one),
# pulse (two questions to one side), sentence (that somebody added),
# child, paper (about a child), contact (of an adult)
Thing = tuple[str, int]

TABLES = {
    "posts": ("post", sees_post),
    "comments": ("comment", sees_comment),
    "photos": ("photo", sees_photo),
    "tags": ("tag", sees_tag),
    "attachments": ("attachment", sees_attachment),
    "messages": ("message", sees_message),
    "talks": ("talk", sees_talk),
    "notes": ("note", hears_talk),
    "questions": ("question", sees_question),
    "days": ("day", sees_day),
    "absences": ("absence", sees_absence),
    "uploads": ("upload", sees_upload),
    "leave_requests": ("leave", sees_leave),
    "swaps": ("swap", sees_swap),
    "swap_days": ("swapday", sees_swap_day),
    "near": ("near", sees_near),
    "corrections": ("correction", sees_correction),
    "stories": ("story", sees_story),
    "cases": ("case", judges),
    "traits": ("trait", sees_trait),
    "faces": ("face", sees_face),
    "interpreters": ("interpreter", sees_interpreter),
    "results": ("result", sees_result),
    "letters": ("letter", sees_letter),
    "responses": ("response", sees_letter),
    "complaints": ("complaint", sees_letter),
    "asked": ("asked", sees_asked),
    "given": ("answer", sees_answer),
    "alerts": ("alert", sees_alert),
    "phones": ("phone", sees_phone),
    "newsletters": ("newsletter", sees_newsletter),
    "blocks": ("block", sees_block),
    "carried": ("carried", carries),
    "meetings": ("meeting", sees_meeting),
    "tables": ("table", sits_at_work),
    "along": ("askedalong", sees_along),
    "companions": ("companion", sees_companion),
    "year_steps": ("yearstep", sees_year_step),
    "followed_steps": ("followedstep", follows_year_step),
    "checks": ("check", sees_check),
    "pledges": ("pledge", sees_pledge),
    "ticks": ("tick", sees_tick),
    "eager": ("eager", sees_eager),
    "lessons": ("lesson", sees_lesson),
    "milestones": ("milestone", sees_milestone),
    "set_aside": ("setaside", sees_set_aside),
    "reasons": ("reason", sees_reason),
    "closer": ("closer", sees_closer),
    "objected": ("objection", sees_objection),
    "known_objections": ("knownobjection", knows_objection),
    "said": ("said", sees_said),
    "home_situations": ("homesituation", sees_home),
    "points": ("point", sees_point),
    "laid_works": ("laidwork", sees_laid_work),
    "laid_results": ("laidresult", sees_laid_result),
    "table_notes": ("tablenote", sees_written),
    "records": ("record", sees_written),
    "staff_notes": ("staffnote", sees_staff_note),
    "wishes": ("wish", sees_wish),
    "reflections": ("reflection", sees_reflection),
    "assignments": ("assignment", sees_assignment),
    "outcomes": ("outcome", sees_outcome),
    "works": ("work", sees_work),
    "goals": ("goal", sees_goal),
    "echoes": ("echo", hears_echo),
    "periods": ("period", sees_period),
    "standings": ("standing", sees_standing),
    "bundles": ("bundle", sees_bundle),
    "parcels": ("parcel", sees_parcel),
    "asked_sides": ("pulse", sees_asked_side),
    "sentences": ("sentence", sees_sentence),
}


def readable(world: World, now: dt.datetime) -> set[tuple[int, str, str, int]]:
    """Everything that anybody may read: (who, hat, kind of thing, which one)."""
    return {
        (who, hat, *thing)
        for who in world["people"]
        for hat in HATS
        for thing in readable_by(world, who, hat, now)
    }


def readable_by(world: World, who: int, hat: str, now: dt.datetime) -> Iterator[Thing]:
    day = day_of(now)
    for table, (kind, sees) in TABLES.items():
        yield from ((kind, key) for key, row in world[table].items() if sees(world, who, hat, row, now))
    for key, case in world["cases"].items():
        if reads_hidden(world, who, hat, case, now):
            yield "hidden", key
    children = {row["child"] for row in world["enrolments"]}
    yield from (("child", child) for child in children if sees_child(world, who, hat, child, day))
    yield from (("paper", child) for child in children if keeps_papers(world, who, hat, child, day))
    adults = world["people"]
    yield from (("contact", adult) for adult in adults if knows_how_to_reach(world, who, hat, adult, day))


def keeps_papers(world: World, who: int, hat: str, child: int, day: dt.date) -> bool:
    """The office and the head of her school filed them; nobody else reads them, nor she about her family."""
    here = live(world, who, hat, day) if hat == "school" else []
    schools = {row["school"] for row in here if leads(row)}
    family = {row["child"] for row in world["guardianships"] if row["adult"] == who}
    if child in family or kept_away(world, who, child, day, "no_access"):
        return False
    return any(
        world["groups"][row["group"]]["school"] in schools
        for row in world["enrolments"]
        if row["child"] == child and runs(row, day)
    )


def knows_how_to_reach(world: World, who: int, hat: str, adult: int, day: dt.date) -> bool:
    """Address and phone number: her own, for staff those of the guardians of pupils, and who chose so."""
    if who == adult:
        return world["people"][who]["active"]
    if knows(world, who, hat, adult, "email", day):
        return True
    return hat == "school" and any(
        sees_child(world, who, hat, row["child"], day)
        for row in world["guardianships"]
        if row["adult"] == adult
    )
