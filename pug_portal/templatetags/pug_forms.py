"""What the form templates need: an input with its classes, the summary of all errors."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.boundfield import BoundField, BoundWidget
from django.template import Context, Library
from django.utils.safestring import SafeString

from pug_portal.lib.form_errors import ErrorLine, errors_of

register = Library()


@register.filter
def is_checkbox(field: BoundField) -> bool:
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.simple_tag
def control(field: BoundField, css: str = "") -> SafeString:
    """The input alone, with the class its kind is drawn by; Django ties hint and error to it."""
    widget = field.field.widget
    if isinstance(widget, forms.CheckboxInput):
        kind = "form-check-input"
    elif isinstance(widget, forms.Select):
        kind = "form-select"
    else:
        kind = "form-control"
    own = widget.attrs.get("class", "")
    return field.as_widget(attrs={"class": " ".join(f"{kind} {own} {css}".split())})


@register.simple_tag
def choice(option: BoundWidget, *, is_wrong: bool = False) -> SafeString:
    """One radio or check box of a group; the group's fieldset carries hint and error."""
    attrs = option.data["attrs"]
    attrs["class"] = "form-check-input"
    if is_wrong:
        attrs["aria-invalid"] = "true"
    return option.tag()


@register.simple_tag(takes_context=True)
def form_errors(context: Context, *sources: Any) -> list[ErrorLine]:
    """Of the named forms, else of whatever the page calls form, formset or formsets."""
    if not any(sources):
        sources = tuple(context.get(name) for name in ("form", "formset", "formsets"))
    return errors_of(*(source or None for source in sources))
