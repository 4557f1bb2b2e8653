"""The world as it stands in the tables, row by row, without asking any rule of the product."""

from typing import Any

from driehoek.backbone.access.models import AudienceLine
from driehoek.backbone.media.models import (
    Attachment,
    Cover,
    Photo,
    PhotoCheck,
    PhotoGroup,
    PhotoLimit,
    PhotoRemoval,
    PhotoTag,
)
from driehoek.backbone.moderation.models import Case, CaseAttachment, Hiding, Report
from driehoek.facts.consent.models import ConsentAnswer
from driehoek.facts.people.models import (
    Approval,
    Guardianship,
    Person,
    Portrait,
    Protection,
    ProtectionReader,
    Restriction,
    StudentGrant,
)
from driehoek.facts.schools.models import Appointment, Enrolment, Group, Leave, School
from driehoek.features.alerts.models import Alert
from driehoek.features.conversations.models import (
    Conversation,
    ConversationChild,
    Done,
    Message,
    MessageAttachment,
)
from driehoek.features.dayreports.models import DayReport
from driehoek.features.feed.models import (
    Comment,
    CommentAttachment,
    Post,
    PostAttachment,
    PostPhoto,
    Publication,
    Removal,
    SharedQuestion,
    Verdict,
    Withdrawal,
)
from driehoek.features.introductions.models import Sharing, Trait
from driehoek.features.newsletters.models import BlockPhoto
from driehoek.features.portfolio.models import EchoAttachment, WorkAttachment, WorkPhoto
from driehoek.features.questions.models import Answer, AnswerRemoval, AnswerVoice, Question, QuestionVoice
from driehoek.features.questions.models import Removal as QuestionRemoval
from driehoek.features.stories.models import Removal as StoryRemoval
from driehoek.features.stories.models import Story, StoryPhoto, StoryVoice
from tests.oracle import careers, kitchen, pulse
from tests.oracle.arranged import arrangements, heard
from tests.oracle.gathered import meetings
from tests.oracle.laid import laid
from tests.oracle.looked import looking
from tests.oracle.newsletters import newsletters
from tests.oracle.portfolios import portfolios
from tests.oracle.rules import Row, World, empty_world
from tests.oracle.tables import gathered, keyed, rows
from tests.oracle.taken import parcels

DATES = {"starts": "starts_on", "ends": "ends_on"}


def world_now() -> World:
    told = alerts() | class_board() | photos() | attachments() | stories() | introductions() | arrangements()
    told |= newsletters() | looking() | meetings() | works() | laid()
    told |= kitchen.tables(hidden("kitchen.wish"), hidden("kitchen.reflection"))
    told |= pulse.tables()
    told |= careers.tables(hidden("career.outcome"))
    return empty_world() | people() | schools() | feed() | talks() | questions() | told


def people() -> World:
    approved = {row["guardianship"] for row in rows(Approval, guardianship="guardianship_id")}
    pair = {"adult": "guardian_id", "child": "student_id"}
    opens = {
        "kind": "kind",
        "sees_child": "sees_child",
        "sees_group": "sees_group",
        "may_answer": "may_answer",
    }
    ties = keyed(Guardianship, **pair, **opens, **DATES)
    readers = gathered(ProtectionReader, "protection_id", "person_id")
    return {
        "people": keyed(Person, born="birth_date", active="is_active"),
        "guardianships": [tie | {"approved": key in approved} for key, tie in ties.items()],
        "restrictions": rows(Restriction, adult="adult_id", child="student_id", kind="kind", **DATES),
        "grants": rows(StudentGrant, kind="kind", **pair, **DATES),
        "protected": {
            row["child"]: readers.get(row["key"], set())
            for row in rows(Protection, key="pk", child="student_id")
        },
        "answers": rows(
            ConsentAnswer, child="student_id", purpose="purpose", by="by_id", shown="shown", at="at"
        ),
    }


def schools() -> World:
    works = {"person": "person_id", "board": "board_id", "school": "school_id", "group": "group_id"}
    return {
        "schools": keyed(School, board="board_id", sector="sector", guardians_until="guardians_until_age"),
        "groups": keyed(Group, school="school_id", layer="layer", kind="kind"),
        "enrolments": rows(Enrolment, child="student_id", group="group_id", **DATES),
        "appointments": rows(Appointment, function="function", **works, **DATES),
    }


def phrases() -> dict[int, list[Row]]:
    """By audience."""
    lines: dict[int, list[Row]] = {}
    scope = {"board": "board_id", "school": "school_id", "group": "group_id", "student": "student_id"}
    for line in rows(AudienceLine, audience="audience_id", role="role", **scope):
        lines.setdefault(line["audience"], []).append(line)
    return lines


def works() -> World:
    labels = {"works": "portfolio.work", "goals": "portfolio.goal", "echoes": "portfolio.echo"}
    return portfolios({name: hidden(label) for name, label in labels.items()}) | parcels()


def alerts() -> World:
    lines, found = phrases(), {"school": "school_id", "public": "is_public", "audience": "audience_id"}
    sent = keyed(Alert, at="at", until="until", withdrawn="withdrawal", **found)
    return {"alerts": {key: row | {"lines": lines[row["audience"]]} for key, row in sent.items()}}


def feed() -> World:
    lines = phrases()
    gone = {row["post"] for row in rows(Withdrawal, post="post_id")}
    out = {row["post"]: row["at"] for row in rows(Publication, post="post_id", at="due_at")}
    posts = keyed(
        Post,
        author="author_id",
        school="school_id",
        group="group_id",
        student="student_id",
        audience="audience_id",
    )
    for key, post in posts.items():
        post |= {"lines": lines.get(post["audience"], []), "out_at": None if key in gone else out.get(key)}
    removed = {row["comment"] for row in rows(Removal, comment="comment_id")}
    comments = keyed(
        Comment, post="post_id", author="author_id", corner="corner", line_of="thread_of_id", due_at="due_at"
    )
    return {
        "posts": posts,
        "comments": {key: comment | {"removed": key in removed} for key, comment in comments.items()},
    }


def photos() -> World:
    found = keyed(Photo, by="uploaded_by_id", school="school_id", purpose="purpose", checked="checked_at")
    removed = {row["photo"] for row in rows(PhotoRemoval, photo="photo_id")}
    posts = gathered(PostPhoto, "photo_id", "post_id")
    told = gathered(StoryPhoto, "photo_id", "story_id")
    lettered = gathered(BlockPhoto, "photo_id", "block_id")
    made = gathered(WorkPhoto, "photo_id", "work_id")
    said = {
        "absent": absent(),
        "covered": gathered(Cover, "photo_id", "student_id"),
        "limited": gathered(PhotoLimit, "photo_id", "student_id"),
    }
    groups: dict[int, list[Any]] = {}
    for row in rows(PhotoGroup, photo="photo_id", group="group_id", day="taken_on"):
        groups.setdefault(row["photo"], []).append((row["group"], row["day"]))
    for key, photo in found.items():
        photo |= {"checked": photo["checked"] is not None, "removed": key in removed}
        photo |= {"posts": sorted(posts.get(key, set())), "groups": groups.get(key, [])}
        photo["stories"] = sorted(told.get(key, set()))
        photo["blocks"] = sorted(lettered.get(key, set()))
        photo["works"] = sorted(made.get(key, set()))
        photo |= {name: children.get(key, set()) for name, children in said.items()}
    return {"photos": found, "tags": keyed(PhotoTag, photo="photo_id", child="student_id")}


def hidden(label: str) -> set[int]:
    """Things of one kind that the leaders took away."""
    return {
        row["thing"] for row in rows(Hiding, thing="case__key", label="case__label") if row["label"] == label
    }


def stories() -> World:
    taken = {row["case"] for row in rows(Hiding, case="case_id")}
    cases = keyed(Case, author="author_id", about="about_id", school="school_id")
    reporters = gathered(Report, "case_id", "reporter_id")
    away = hidden("stories.story")
    away |= {row["story"] for row in rows(StoryRemoval, story="story_id")}
    chosen = {"for_class": "for_class", "at_home": "at_home", "sent": "sent_at"}
    found = keyed(Story, author="author_id", student="student_id", group="group_id", **chosen)
    return {
        "stories": {
            key: story | {"gone": key in away, "sent": story["sent"] is not None}
            for key, story in found.items()
        },
        "cases": {
            key: case | {"hidden": key in taken, "reporters": reporters.get(key, set())}
            for key, case in cases.items()
        },
    }


def class_board() -> World:
    hidden = {row["label"]: set() for row in rows(Case, label="label")}
    for row in rows(Hiding, label="case__label", thing="case__key"):
        hidden[row["label"]].add(row["thing"])
    gone = {row["key"] for row in rows(QuestionRemoval, key="question_id")}
    away = {row["key"] for row in rows(AnswerRemoval, key="answer_id")}
    asked = keyed(Question, author="author_id", group="group_id")
    given = keyed(Answer, asked="question_id", author="author_id", corner="corner", due_at="due_at")
    gone |= hidden.get("questions.question", set())
    away |= hidden.get("questions.answer", set())
    return {
        "asked": {key: row | {"gone": key in gone} for key, row in asked.items()},
        "given": {key: row | {"gone": key in away} for key, row in given.items()},
    }


def introductions() -> World:
    shares = keyed(Sharing, person="person_id", group="group_id", field="field")
    return {
        "traits": keyed(Trait, person="person_id", field="field"),
        "faces": keyed(Portrait, person="person_id"),
        "shares": [shares[key] for key in shares.keys() - hidden("introductions.sharing")],
    }


def attachments() -> World:
    found = keyed(Attachment, owner="owner_id", hat="hat", school="school_id")
    comments = gathered(CommentAttachment, "attachment_id", "comment_id")
    messages = gathered(MessageAttachment, "attachment_id", "message_id")
    posts, photos = gathered(PostAttachment, "attachment_id", "post_id"), gathered(Photo, "film_id", "pk")
    cases = gathered(CaseAttachment, "attachment_id", "case_id")
    stories = gathered(StoryVoice, "attachment_id", "story_id")
    asked = gathered(QuestionVoice, "attachment_id", "question_id")
    given = gathered(AnswerVoice, "attachment_id", "answer_id")
    made = gathered(WorkAttachment, "attachment_id", "work_id")
    echoed = gathered(EchoAttachment, "attachment_id", "echo_id")
    for key, one in found.items():
        one |= {"works": made.get(key, set()), "echoes": echoed.get(key, set())}
        one |= {"asked": asked.get(key, set()), "given": given.get(key, set())}
        one |= {"cases": cases.get(key, set()), "stories": stories.get(key, set())}
        one |= {"comments": comments.get(key, set()), "posts": posts.get(key, set())}
        one |= {"photos": photos.get(key, set()), "messages": messages.get(key, set())}
    heard(found)
    return {"attachments": found}


def talks() -> World:
    about: dict[int, list[int]] = {}
    for row in rows(ConversationChild, talk="conversation_id", child="student_id"):
        about.setdefault(row["talk"], []).append(row["child"])
    done = {row["talk"] for row in rows(Done, talk="conversation_id")}
    found = keyed(
        Conversation,
        school="school_id",
        line_of="line_of_id",
        with_student="with_student",
        team="team",
        started_by="started_by_id",
        by_school="about",
    )
    for key, talk in found.items():
        talk |= {"children": about.get(key, []), "done": key in done, "by_school": bool(talk["by_school"])}
    return {
        "talks": found,
        "notes": found,
        "messages": {
            key: said | {"hidden": key in hidden("conversations.message")}
            for key, said in keyed(Message, talk="conversation_id", due_at="due_at").items()
        },
        "leaves": rows(Leave, person="person_id", deputy="deputy_id", **DATES),
    }


def questions() -> World:
    agreed = {row["key"] for row in rows(Verdict, key="shared_question_id", agrees="agrees") if row["agrees"]}
    asked = keyed(SharedQuestion, comment="comment_id", due_at="due_at")
    days = keyed(DayReport, child="student_id", group="group_id")
    return {
        "days": days,
        "questions": {key: question | {"agreed": key in agreed} for key, question in asked.items()},
    }


def absent() -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for row in rows(PhotoCheck, photo="photo_id", child="student_id", present="present"):
        if not row["present"]:
            found.setdefault(row["photo"], set()).add(row["child"])
    return found
