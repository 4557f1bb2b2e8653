"""The faces of those at a talk."""

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from driehoek.base.shell.templatetags.shell import face, icon
from driehoek.features.talks.models import Side

register = template.Library()


@register.simple_tag(takes_context=True)
def face_of_side(context: Context, side: Side, size: str = "") -> SafeString:
    """{% face_of_side side "l" %}: initials for who may not see the portrait, so nothing fails to load."""
    if side.is_shut:
        return format_html('<span class="av" aria-hidden="true">{}</span>', icon("user-bold"))
    return face(side.person, size, shown=side.shows_face(context["viewer"]))
