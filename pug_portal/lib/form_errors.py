"""Every error of forms and formsets as one list, each with the id of the input it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django import forms
from django.forms.boundfield import BoundField

AnyForm = forms.BaseForm | forms.BaseFormSet


@dataclass(frozen=True)
class ErrorLine:
    target: str  # "" where no single input is meant
    label: str
    text: str


def errors_of(*sources: AnyForm | Iterable[AnyForm] | None) -> list[ErrorLine]:
    return [line for source in sources for line in _lines(source)]


def target_of(field: BoundField) -> str:
    """The input's own id; of radios and check boxes, which have no id as a group, the first one."""
    if field.is_hidden:
        return ""
    if field.field.widget.use_fieldset and (options := field.subwidgets):
        return str(options[0].id_for_label or f"div_{field.auto_id}")
    return str(field.id_for_label)


def _lines(
    source: AnyForm | Iterable[AnyForm] | None, row: str = ""
) -> Iterator[ErrorLine]:
    if source is None:
        return
    if isinstance(source, forms.BaseFormSet):
        yield from _formset_lines(source)
    elif isinstance(source, forms.BaseForm):
        yield from _form_lines(source, row)
    else:
        for each in source:
            yield from _lines(each)


def _formset_lines(formset: forms.BaseFormSet) -> Iterator[ErrorLine]:
    if not formset.is_bound:
        return
    for text in formset.non_form_errors():
        yield ErrorLine("", "", str(text))
    for number, form in enumerate(formset.forms, start=1):
        if form not in formset.deleted_forms:
            yield from _form_lines(form, getattr(form, "row_label", f"Baris {number}"))


def _form_lines(form: forms.BaseForm, row: str) -> Iterator[ErrorLine]:
    for text in form.non_field_errors():
        yield ErrorLine("", row, str(text))
    for field in form:
        # «…gender?: Kolom ini» reads badly: the colon takes the place of the closing sign.
        named = str(field.label).rstrip(" .?:")
        label = ", ".join(part for part in (row, named) if part)
        for text in field.errors:
            yield ErrorLine(target_of(field), label, str(text))
