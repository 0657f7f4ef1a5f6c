"""Typing an index value of a new year."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from prasyarat.gender_data.index_actions import (
    METHODS,
    change_index,
    record_index,
    remove_index,
)
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import OwnedView
from pug_portal.lib.clock import today
from pug_portal.lib.fields import DecimalField
from pug_portal.regions.models import Index, IndexValue


class ValueForm(forms.Form):
    value = DecimalField(
        label="Nilai",
        places=3,
        help_text="Pakai koma, misalnya 85,68; IKG misalnya 0,407.",
    )
    source = forms.CharField(
        label="Sumber",
        max_length=120,
        help_text="Terbitan BPS yang memuat nilai ini; dicetak di bawah tabel.",
    )


class RecordForm(ValueForm):
    field_order = ["index", "year", "method", "value", "source"]
    index = forms.ChoiceField(label="Indeks", choices=Index.choices)
    year = forms.TypedChoiceField(label="Tahun", coerce=int)
    method = forms.ChoiceField(
        label="Metode",
        required=False,
        choices=[("", "Hanya satu metode"), *((name, name) for name in METHODS)],
        help_text="Wajib untuk IPG. Deret dengan metode berbeda tidak disambung.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = [(year, year) for year in range(today().year, 2009, -1)]
        self.fields["year"].choices = years  # type: ignore[attr-defined]


class RemoveForm(forms.Form):
    reason = forms.CharField(
        label="Alasan dihapus",
        max_length=250,
        error_messages={"required": "Tulis alasan nilai ini dihapus."},
    )


class IndexRecord(VerbFormView):
    permission = Permission.INDEX_EDIT
    form_class = RecordForm
    template_name = "prasyarat/gender_data/index_record.html"
    done_message = "Nilai indeks tercatat."

    def perform(self, form: RecordForm) -> str:
        if self.actor.region is None:
            raise Http404
        facts = dict(form.cleaned_data)
        index = Index(facts.pop("index"))
        record_index(region=self.actor.region, index=index, by=self.actor, **facts)
        return f"{reverse('gender-indices')}#{index.lower()}"


class _OwnValue(OwnedView, VerbFormView):
    permission = Permission.INDEX_EDIT

    @cached_property
    def row(self) -> IndexValue:
        rows = IndexValue.objects.for_actor(self.actor).select_related("region")
        found = get_object_or_404(rows, pk=self.kwargs["pk"], is_entered=True)
        self.refuse_other_region(found)
        return found

    def get_form_kwargs(self) -> dict[str, Any]:
        self.row  # noqa: B018  (404 and 403 come before the form)
        return super().get_form_kwargs()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(row=self.row, **kwargs)


class IndexChange(_OwnValue):
    form_class = ValueForm
    template_name = "prasyarat/gender_data/index_change.html"
    done_message = "Nilai indeks diperbaiki."

    def get_initial(self) -> dict[str, Any]:
        places = Index(self.row.index).places
        return {"value": round(self.row.value, places), "source": self.row.source}

    def perform(self, form: ValueForm) -> str:
        change_index(row=self.row, by=self.actor, **form.cleaned_data)
        return reverse("gender-indices")


class IndexRemove(_OwnValue):
    form_class = RemoveForm
    template_name = "prasyarat/gender_data/index_remove.html"
    done_message = "Nilai indeks dihapus."

    def perform(self, form: RemoveForm) -> str:
        remove_index(row=self.row, by=self.actor, **form.cleaned_data)
        return reverse("gender-indices")
