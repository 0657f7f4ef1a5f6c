"""A change form that never puts its text over what somebody saved since it was opened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models, transaction
from django.http import HttpResponse

from pug_portal.access.form_views import VerbFormView
from pug_portal.lib.dates import tanggal
from pug_portal.lib.numbers import EMPTY
from pug_portal.lib.seen import fingerprint


@dataclass(frozen=True)
class Stale:
    sentence: str = (
        "Data ini sudah disimpan orang lain sejak Anda membukanya. Isian Anda belum "
        "disimpan. Bandingkan di bawah, lalu simpan yang Anda pilih."
    )


class SeenFormView(VerbFormView):
    """Subclasses write `locked_initial()`: the stored values of now, their row locked.

    The page carries a fingerprint of `get_initial()`; a template that extends
    focal_points/_form_page.html sends it back.
    """

    def locked_initial(self) -> dict[str, Any]:
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told = self.request.POST.get("seen") or fingerprint(self.get_initial())
        return super().get_context_data(**{"seen": told, **kwargs})

    def form_valid(self, form: Any) -> HttpResponse:
        seen = self.request.POST.get("seen")
        with transaction.atomic():
            stored = self.locked_initial()
            rows = differing(form, stored)
            if rows and seen is not None and seen != fingerprint(stored):
                context = self.get_context_data(
                    form=form,
                    seen=fingerprint(stored),
                    stale=Stale(),
                    differing=rows,
                )
                return self.render_to_response(context, status=409)
            return super().form_valid(form)


def differing(form: forms.Form, stored: Mapping[str, Any]) -> list[dict[str, str]]:
    """What lies in the portal beside what was typed, in words."""
    found = []
    for name, theirs in stored.items():
        mine = form.cleaned_data.get(name)
        if _plain(mine) != _plain(theirs):
            field = form.fields[name]
            found.append(
                {
                    "label": str(field.label),
                    "theirs": _shown(field, theirs),
                    "mine": _shown(field, mine),
                }
            )
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, models.Model):
        return value.pk
    return None if value == "" else value


def _shown(field: forms.Field, value: Any) -> str:
    if value in (None, ""):
        return EMPTY
    if isinstance(value, dt.date):
        return tanggal(value)
    if isinstance(field, forms.ModelChoiceField):
        found = field.queryset.filter(pk=_plain(value)).first()  # type: ignore[union-attr]
        return str(found or value)
    if isinstance(field, forms.MultipleChoiceField):
        names = dict(field.choices)  # type: ignore[arg-type]
        return ", ".join(str(names.get(each, each)) for each in value)
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))  # type: ignore[arg-type]
    return str(value)
