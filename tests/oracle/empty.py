"""Tables of an empty world that have no rules in rules.py: what families tell, and what is about students."""

from typing import Any

MAILED = ("letters", "responses", "complaints")  # what came by mail and what became of it, id: {person}


def beside() -> dict[str, Any]:
    return among_families() | of_students() | of_portfolios() | at_the_table()


def among_families() -> dict[str, Any]:
    return {
        "uploads": {},  # files with absences, id: {school}
        "swaps": {},  # days that somebody asks to swap, id: {child, group, by}
        "ticks": {},  # that one talked about a question, id: {person, child}
        "eager": {},  # that a student asks to be asked, id: {child, post}
        "wishes": {},  # what a child asks to be asked, id: {child, gone}
        "reflections": {},  # what she answers about her week, id: {child, for_teacher, gone}
        "results": {},  # id: {child, school, out_at, home_at, shown}
        "swap_days": {},  # what was arranged about one day: {child, group}
        "stories": {},  # id: {author, student, group, sent, gone, for_class, at_home}
        "cases": {},  # id: {author, school, hidden}
        "traits": {},  # id: {person, field}
        "faces": {},  # id: {person}
        "shares": [],  # {person, group, field}
        "asked": {},  # by a parent to a class, id: {author, group, gone}
        "alerts": {},  # urgent, id: {school, public, lines, at, until, withdrawn}
        "given": {},  # answers, id: {asked, author, corner, gone, due_at}
        "newsletters": {},  # id: {key, school, out_at, withdrawn, opened}
        "blocks": {},  # id: {key, newsletter, author, open}
        "letter_lines": [],  # of what somebody got: {of, person, block, student}
        "editors": [],  # {person, school}
        "switches": [],  # of a school: {school, layer, kind, open}
        "agreements": [],  # about looking along: {child, adult, counts, steps: {mode, starts, answers}}
        "extras": [],  # looking along more closely: {child, adult, starts, ends}
        "objections": [],  # of a student: {child, adult, stands}
    } | {name: {} for name in MAILED}


def of_portfolios() -> dict[str, Any]:
    return {
        "works": {},  # id: {child, school, group, whom, readers, until, looked_at, for_class, period, gone}
        "periods": {},  # what a group works on, id: {id, school, group, starts}
        "standings": {},  # how far she says she is, id: {child, school, at}
        "goals": {},  # id: {child, school, whom, at, gone}
        "echoes": {},  # id: {work, goal, child, author, corner, gone}
        "bundles": {},  # id: {child, school, author, hat}
        "parcels": {},  # id: {bundle, by, expires, parts: of (table, id)}
    }


def of_students() -> dict[str, Any]:
    return {
        "tags": {},  # who is on a photo, id: {photo, child}
        "lessons": {},  # of a timetable, id: {group}
        "set_aside": {},  # by a mentor, id: {by, child}
        "reasons": {},  # about looking along, for the mentor, id: {by, child, adult}
        "closer": {},  # why somebody looks along more closely, id: {child, adult}
        "objected": {},  # why a student objects, id: {child, adult, school}
        "known_objections": {},  # the same rows, as it is known that she does
        "assignments": {},  # to do at home, id: {child, school, home_at, taken (back)}
        "outcomes": {},  # what is said about one, id: {child, school, author, assignment, at, brought, gone}
        "asked_sides": {},  # two questions to parents or students, id: {school, starts, readers}
        "sentences": {},  # what was added to them, id: {school, ends, count}
        "milestones": {},  # on the way of a student, id: {child, school, home_at, kind}
    }


def at_the_table() -> dict[str, Any]:
    return {
        "meetings": {},  # talks about a child, id: {child, school, moment, sides, along, off}
        "tables": {},  # who is not at such a talk, and why: the same rows
        "pledges": {},  # agreed at one, id: {meeting}
        "along": {},  # a colleague who was asked along, id: {meeting, person}
        "companions": {},  # whom somebody of home brings, id: {side}
        "sides": {},  # who is at one, id: {talk, person, corner, ready}
        "year_steps": {},  # a kind of talk that a year has, id: {school, layer}
        "followed_steps": {},  # the same rows, as they are followed at home
        "checks": {},  # that a side looked over how school reaches her, id: {side}
        "said": {},  # by a side before it, id: {side, question}
        "home_situations": {},  # id: {side}
        "points": {},  # to talk about, id: {side}
        "laid_works": {},  # beside one, id: {point, work}
        "laid_results": {},  # id: {point, result}
        "table_notes": {},  # id: {meeting}
        "records": {},  # id: {meeting}
        "staff_notes": {},  # id: {child, school}
    }
