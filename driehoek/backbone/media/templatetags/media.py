"""The fields of the photo check, which are named after their photo."""

from django import template
from django.forms import BaseForm, BoundField

register = template.Library()


@register.simple_tag
def field_of(form: BaseForm, kind: str, key: int) -> BoundField:
    """The field of one photo on the photo check: {% field_of check "on" photo.pk as on %}."""
    return form[f"{kind}-{key}"]
