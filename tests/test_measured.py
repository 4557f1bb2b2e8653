"""No page by which one person writes for others takes words or presses without end.

Whatever is recorded is measured for each person where it is recorded (notifications/pace.py, whose test walks
every kind). So each URL that takes a POST is here once: among those that record, or with the reason why it
may do without. A new one fails until somebody decided.
"""

from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver

RECORDED = """
absences:change absences:explanation absences:exports absences:leave_decision absences:leave_forwarding
absences:leave_request absences:leave_reversal absences:leave_withdrawal absences:missed absences:morning
absences:pickup absences:pickup_removal absences:presence absences:recovery absences:report absences:undoing
absences:swap_answer absences:swap_change absences:swap_request absences:swap_reversal
absences:swap_terms absences:swap_withdrawal absences:brought_agreement
absences:withdrawal alerts:call alerts:new alerts:withdrawal choices:offers consents:answer consents:cover
consents:covered consents:photos consents:repaired conversations:agreement conversations:ask
conversations:assignment conversations:closing conversations:messages conversations:proposal
conversations:rewording conversations:withdrawal
conversations:taking_back conversations:talk conversations:write corrections:address corrections:answer
corrections:near corrections:near_answer corrections:near_removal corrections:own dayreports:group
feed:agreement_form
feed:comment_edit feed:comments feed:compliment feed:explanation feed:first_publication feed:proposal
career:assignment career:bringing career:desk career:removal career:taking_back
children:week_telling kitchen:reflection kitchen:reflection_removal kitchen:wish kitchen:wish_removal
feed:names feed:publication feed:question_withdrawal feed:removal feed:undoing feed:verdict feed:withdrawal
guardianships:approval guardianships:ending guardianships:grant guardianships:lifting guardianships:protection
guardianships:restriction holidays:holiday holidays:ministry holidays:new holidays:removal languages:agreement
languages:helper_ending languages:helpers languages:interpreter_asking languages:interpreter_ending
languages:translation languages:word_removal languages:words moderation:conduct moderation:lifting
moderation:report moderation:silence moderation:verdict newsletters:attendance newsletters:disposal
newsletters:editor_ending newsletters:editors newsletters:going newsletters:new newsletters:new_block
newsletters:opening newsletters:removal newsletters:undoing newsletters:withdrawal notifications:answer
conversations:mailed_ask notifications:one_page
paper:answers paper:copy paper:handed paper:readers paper:run
portfolio:bundle portfolio:bundles
portfolio:compose portfolio:echo_removal portfolio:goal_echo portfolio:goal_for portfolio:goal_new
portfolio:goal_removal portfolio:goal_words portfolio:laying portfolio:new portfolio:period_change
portfolio:period_removal portfolio:periods portfolio:removal portfolio:sharing portfolio:standing
portfolio:step portfolio:waiting portfolio:words portfolio:work_echo publishing:newsletter
questions:answer_edit questions:answer_removal questions:answering questions:ask questions:closing
questions:question_edit questions:question_removal rosters:agreement rosters:refusal stories:editing
stories:removal stories:sending stories:showing following:choice following:extra following:kinds
following:objection following:objection_ending following:of_group following:other following:refusal
following:signature following:step following:weighing results:agreement results:connection results:cutting
results:refusal rosters:connection rosters:cutting talks:contact
results:telling results:terms talks:cancelling talks:change talks:confirmation talks:moving talks:new
talks:outcome talks:asking_along talks:along_removal talks:home_opening talks:bringing talks:companion_removal
talks:notes talks:pledges talks:point_removal talks:points talks:question talks:readiness talks:reply
talks:staff_note talks:staff_note_removal talks:cycle talks:step_removal
discussed:laying timeline:change timeline:new timeline:removal timetable:agreement timetable:lesson
noticing:rule_removal noticing:rules inviting:setting_aside inviting:student
pulse:change pulse:new pulse:removal tips:new tips:removal unreached:again
"""
ONE_ROW = "one row of hers, written over: nothing piles up, and nobody is told"
DRAFT = "a sheet of her own, which nobody else reads; photos and files have a most for each day"
ASKED = "gives an answer and keeps nothing"
WAY_IN = "a way in: measured by network, address and name (entry/limits.py)"
NO_MORE = "takes away, or ends what is hers"
SCREEN = "on the screen or the printer of the office: goes to nobody by itself"
OTHERWISE = {
    ONE_ROW: "choices:digest_time choices:kinds choices:of_child choices:of_school choices:own choices:phone"
    " conversations:leave feed:ask_me feed:poll_answer feed:reaction introductions:own profile:look"
    " entry:hat entry:offer_passed portraits:own newsletters:block newsletters:moving_up newsletters:title"
    " entry:demand entry:provider entry:provider_removal home:talked home:mailed_table"
    " shell:language",
    "counts once for each person, and keeps no word of whose it is": "pulse:answer",
    DRAFT: "publishing:outcome publishing:post"
    " newsletters:photos newsletters:photo_removal"
    " feed:compose feed:disposal feed:file_removal feed:photo_removal feed:sheet stories:begin"
    " rosters:home rosters:columns results:home results:columns absences:bring absences:columns"
    " absences:kinds",
    ASKED: "conversations:level search:search timetable:bring",
    WAY_IN: "account_login account_logout account_reauthenticate entry:another entry:card"
    " entry:code entry:code_form entry:confirm entry:signin entry:staff_start entry:welcome entry:who"
    " entry:sign_on entry:mailed_letters entry:colleague_invitation mfa_activate_totp mfa_add_webauthn"
    " mfa_authenticate"
    " mfa_deactivate_totp mfa_generate_recovery_codes mfa_index mfa_list_webauthn mfa_login_webauthn"
    " mfa_reauthenticate mfa_reauthenticate_webauthn mfa_remove_webauthn mfa_view_recovery_codes",
    NO_MORE: "choices:phone_ending conversations:leave_ending entry:device_ending entry:other_devices_ending"
    " portfolio:bundle_removal"
    " entry:signout notifications:stop_digest notifications:unsubscribe portraits:removal",
    "asks the server of a school, so many times a day": "results:fetching results:trying"
    " rosters:fetching rosters:trying",
    SCREEN: "entry:cards entry:printed_letters",
    "the carrier of text messages, who signs; answers to one number are measured": "texting:gateway",
    "the demo alone: plays mailbox, telephone, sign-in service and systems": "demo:letter demo:mail"
    " demo:phone demo:identity demo:identity_token demo:system_token",
}


def patterns(found: list[URLPattern | URLResolver], space: str = "") -> dict[str, URLPattern]:
    every: dict[str, URLPattern] = {}
    for pattern in found:
        if isinstance(pattern, URLResolver):
            deeper = f"{space}{pattern.namespace}:" if pattern.namespace else space
            every |= patterns(pattern.url_patterns, deeper)
        else:
            every[f"{space}{pattern.name}"] = pattern
    return every


def takes_posts(pattern: URLPattern) -> bool:
    """A view that only shows says so before it looks at anything."""
    try:
        return bool(pattern.callback(RequestFactory().post("/")).status_code != 405)
    except Exception:  # it went on, without a visitor to go on with
        return True


def test_somebody_decided_about_each_page_that_takes_words() -> None:
    takers = {name for name, pattern in patterns(get_resolver().url_patterns).items() if takes_posts(pattern)}
    decided = [name for names in [RECORDED, *OTHERWISE.values()] for name in names.split()]
    assert sorted(decided) == sorted(takers)


def test_a_page_that_only_shows_is_no_taker() -> None:
    every = patterns(get_resolver().url_patterns)
    assert not takes_posts(every["conversations:inbox"]) and takes_posts(every["conversations:messages"])
