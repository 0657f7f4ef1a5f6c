"""Forms of an agenda and of the templates it is laid from."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME

from pokja.meetings.agenda_actions import LONGEST_MINUTES
from pokja.meetings.choices import Kind
from pokja.meetings.models import MeetingFile
from pokja.meetings.row_forms import OrderedRow, row_form_set
from pokja.meetings.rows import AgendaRow
from pug_portal.lib.fields import CountField


class TemplateRowForm(OrderedRow):
    """A row of a template; that of an agenda adds what only one meeting knows."""

    text = forms.CharField(label="Acara", max_length=250, required=False)
    minutes = CountField(label="Lama (menit)", required=False, biggest=LONGEST_MINUTES)
    speaker = forms.CharField(label="Pengisi", max_length=150, required=False)
    holds_carried = forms.BooleanField(
        label="Rekomendasi rapat terdahulu yang masih terbuka dibahas di sini",
        required=False,
    )
    is_internal = forms.BooleanField(
        label="Internal panitia: tidak dicetak", required=False
    )

    field_order = ["text", "minutes", "speaker", "order"]

    @property
    def row(self) -> AgendaRow:
        return AgendaRow(**self._told())

    def _told(self) -> dict[str, Any]:
        data = self.cleaned_data
        names = ("text", "minutes", "speaker", "holds_carried", "is_internal")
        return {name: data[name] for name in names}

    @staticmethod
    def initial_of(item: Any, order: int) -> dict[str, Any]:
        return {
            "order": order,
            "text": item.text,
            "minutes": item.minutes,
            "speaker": item.speaker,
            "holds_carried": item.holds_carried,
            "is_internal": item.is_internal,
        }


class AgendaRowForm(TemplateRowForm):
    """With `recommendation` it is one of those left open: an order gives it a place."""

    time = forms.CharField(
        label="Jam tetap",
        max_length=20,
        required=False,
        help_text="Kosongkan bila jamnya mengikuti acara sebelumnya.",
    )
    material = forms.ChoiceField(label="Bahan", required=False)
    recommendation = forms.IntegerField(widget=forms.HiddenInput, required=False)

    field_order = ["recommendation", "text", "minutes", "speaker", "order", "time"]

    def __init__(self, *args: Any, materials: list[MeetingFile], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told = [(str(row.pk), row.caption or row.file.name) for row in materials]
        choices = [("", "Tanpa bahan"), *told]
        self.fields["material"].choices = choices  # type: ignore[attr-defined]

    @property
    def carries(self) -> str:
        """What the recommendation says, where the row stands for one."""
        return str(self["text"].value()) if self["recommendation"].value() else ""

    @property
    def is_kept(self) -> bool:
        data = self.cleaned_data
        if data.get("recommendation"):
            return bool(data.get("order")) and not data.get(DELETION_FIELD_NAME)
        return super().is_kept

    @property
    def row(self) -> AgendaRow:
        data = self.cleaned_data
        material = data["material"]
        return AgendaRow(
            **self._told(),
            time=data["time"],
            material=int(material) if material else None,
            recommendation=data["recommendation"],
        )

    @staticmethod
    def initial_of(item: Any, order: int) -> dict[str, Any]:
        return {
            **TemplateRowForm.initial_of(item, order),
            "time": item.time,
            "material": str(item.material_id or ""),
            "recommendation": item.recommendation_id,
        }


class TemplateForm(forms.Form):
    name = forms.CharField(label="Nama templat", max_length=120)
    kind = forms.ChoiceField(
        label="Jenis rapat",
        choices=[("", "Semua jenis"), *Kind.choices],
        required=False,
        help_text="Templat ditawarkan lebih dahulu untuk rapat sejenis.",
    )


class KeepForm(forms.Form):
    name = forms.CharField(label="Nama templat", max_length=120)


AgendaFormSet = row_form_set(AgendaRowForm)
TemplateFormSet = row_form_set(TemplateRowForm)
