"""The house rules that a machine can keep.

A guard is a function from the repository's folder to a list of sentences, one for each violation.
GUARDS lists them all; test_guards.py shows for each that a broken sample makes it speak.
"""

from collections.abc import Callable
from pathlib import Path

from tests.guards import doors, imports, looks, sizes, words

Guard = Callable[[Path], list[str]]

GUARDS: list[Guard] = [
    imports.imports_point_down,
    imports.imports_stand_on_top,
    sizes.files_stay_small,
    sizes.functions_stay_small,
    sizes.views_stay_small,
    sizes.models_stay_few,
    words.modules_have_names,
    words.modules_open_with_a_sentence,
    words.signatures_are_typed,
    words.no_machine_is_named,
    doors.views_go_through_the_policy,
    doors.views_mention_no_role,
    doors.seats_are_asked_for_a_day,
    doors.only_channels_send_mail,
    doors.only_verbs_record,
    doors.safe_markup_has_one_home,
    doors.no_form_skips_the_csrf_check,
    doors.the_clock_is_read_at_the_door,
    doors.forms_name_their_fields,
    doors.redirects_are_ours,
    looks.templates_have_no_inline_style_or_script,
    looks.colours_live_in_tokens,
    looks.styles_know_no_left_or_right,
]


def violations(root: Path) -> list[str]:
    return [sentence for guard in GUARDS for sentence in guard(root)]
