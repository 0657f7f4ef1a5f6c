"""Filters of letters."""

from django import template
from django.utils.safestring import SafeString

from pokja.letters.placeholders import shown

register = template.Library()


@register.filter
def ditandai(text: str) -> SafeString:
    """What is still unknown stands in red."""
    return shown(text)
