"""A form whose submission runs one verb: a refusal lands beside its field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.views.generic import FormView

from pug_portal.access.refusal import Refusal
from pug_portal.access.views import PermissionView


def add_refusal(form: forms.BaseForm, refusal: ValidationError) -> None:
    """Beside the named field where the form has it, else on top of the form."""
    field = getattr(refusal, "field", None)
    text = refusal.sentence if isinstance(refusal, Refusal) else refusal.messages
    form.add_error(field if field in form.fields else None, text)
    for other in getattr(refusal, "others", ()):
        add_refusal(form, other)


class VerbFormView(PermissionView, FormView):
    """Subclasses write `perform(form)`; it returns where to go next."""

    done_message = ""
    perform: Callable[[Any], str]

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            target = self.perform(form)
        except ValidationError as refusal:
            add_refusal(form, refusal)
            return self.form_invalid(form)
        if self.done_message:
            messages.success(self.request, self.done_message)
        return HttpResponseRedirect(target)

    def form_invalid(self, form: Any) -> HttpResponse:
        """What was typed comes back with its errors; 422 tells scripts so."""
        return self.render_to_response(self.get_context_data(form=form), status=422)
