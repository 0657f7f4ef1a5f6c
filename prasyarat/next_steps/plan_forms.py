"""The form of one line of the plan."""

from __future__ import annotations

from typing import Any

from django import forms

from focal_points.appointments.queries import focal_points_of
from focal_points.opd.models import Opd
from pug_portal.lib.clock import today
from pug_portal.lib.fields import TanggalField
from pug_portal.regions.models import Region

LINES, PEOPLE = "baris-program", "focal-point"


class SuggestInput(forms.TextInput):
    """Free text with a list beneath it, in plain HTML."""

    template_name = "prasyarat/next_steps/suggest.html"

    def __init__(self, lines: tuple[str, ...], name: str = LINES) -> None:
        super().__init__({"list": name, "autocomplete": "off"} if lines else None)
        self.lines, self.lines_id = lines, name

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        return {**context, "lines": self.lines, "lines_id": self.lines_id}


def people_of(opd: Opd) -> tuple[str, ...]:
    """The focal points of today by name; no contact of theirs."""
    rows = focal_points_of(opd, today()).select_related("user").order_by("pk")
    return tuple(dict.fromkeys(row.user.get_full_name() for row in rows if row.user))


class ActionForm(forms.Form):
    step = forms.CharField(
        label="Langkah",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Tulis langkah yang dikerjakan."},
    )
    opd = forms.ModelChoiceField(
        label="Penanggung jawab (OPD)",
        queryset=Opd.objects.none(),
        required=False,
        empty_label="Bukan OPD",
    )
    owner = forms.CharField(
        label="Penanggung jawab lain",
        max_length=150,
        required=False,
        help_text="Diisi bila bukan OPD, misalnya Forum PUSPA atau Setwan DPRD.",
    )
    due_on = TanggalField(label="Tenggat")
    programme_line = forms.CharField(
        label="Baris program kerja atau sub kegiatan",
        max_length=250,
        required=False,
        help_text="Pilih dari program kerja yang berlaku, atau tulis kode sub kegiatan.",
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        region: Region,
        lines: tuple[str, ...],
        people: tuple[str, ...] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        offices = Opd.objects.filter(region=region).active_on(today())
        self.fields["opd"].queryset = offices.order_by("name")  # type: ignore[attr-defined]
        self.fields["programme_line"].widget = SuggestInput(lines)
        if people:
            owner = self.fields["owner"]
            owner.widget = SuggestInput(people, PEOPLE)
            owner.help_text = (
                "Diisi bila yang bertanggung jawab seorang, misalnya salah satu focal "
                "point; kosongkan pilihan OPD."
            )

    def facts(self) -> dict[str, Any]:
        """An office that is chosen takes the place of the name the form began with."""
        found = {k: v for k, v in self.cleaned_data.items() if k != "seen"}
        if found["opd"] and "owner" not in self.changed_data:
            found["owner"] = ""
        return found
