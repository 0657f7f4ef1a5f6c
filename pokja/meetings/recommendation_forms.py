"""Forms of recommendations and of what is done about them."""

from __future__ import annotations

from typing import Any

from django import forms

from focal_points.opd.models import Opd
from pokja.meetings.forms import SHORT_AREA
from pokja.meetings.models import Meeting, Recommendation
from pokja.meetings.rows import RecommendationFacts
from pokja.meetings.times import local_day, today_in
from pug_portal.files.fields import TooLargeMixin, UploadField
from pug_portal.lib.fields import TanggalField, empty_if
from pug_portal.regions.models import Region


class OpdOrOther(forms.Form):
    """Choices come as a ready list: one query, however many fields and rows."""

    def __init__(self, *args: Any, opds: list[Opd], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_id = {str(opd.pk): opd for opd in opds}
        choices = [("", "Pilih OPD")] + [
            (str(opd.pk), f"{opd.short_name} – {opd.name}") for opd in opds
        ]
        for name, field in self.fields.items():
            if name.endswith("opd") and isinstance(field, forms.ChoiceField):
                field.choices = choices

    def opd_of(self, name: str) -> Opd | None:
        return self.by_id.get(self.cleaned_data.get(name, ""))


class RecommendationForm(OpdOrOther):
    text = forms.CharField(
        label="Rekomendasi", max_length=2000, widget=forms.Textarea(attrs=SHORT_AREA)
    )
    proposer_opd = empty_if(
        "pengusul lain ditulis", forms.ChoiceField(label="Pengusul (OPD)")
    )
    proposer = empty_if(
        "OPD dipilih",
        forms.CharField(
            label="Pengusul lain",
            max_length=150,
            help_text="Misalnya Pokja PUG, PUSPA, atau perguruan tinggi.",
        ),
    )
    responsible_opd = empty_if(
        "penanggung jawab lain ditulis",
        forms.ChoiceField(label="Penanggung jawab (OPD)"),
    )
    responsible = empty_if(
        "OPD dipilih",
        forms.CharField(
            label="Penanggung jawab lain",
            max_length=150,
            help_text="Misalnya BPS atau Kantor Kemenag.",
        ),
    )
    co_responsible = forms.MultipleChoiceField(
        label="OPD pendamping",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Ikut melihat dan melaporkan tindak lanjutnya.",
    )
    due_on = TanggalField(label="Tenggat")
    expected_proof = forms.CharField(
        label="Bukti yang diharapkan",
        max_length=250,
        required=False,
        help_text="Misalnya dokumen profil gender yang sudah ditandatangani.",
    )
    is_example = forms.BooleanField(
        label="Contoh, bukan rekomendasi yang tercatat di sumber", required=False
    )

    folded = frozenset({"co_responsible"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        beside = self.fields["co_responsible"]
        assert isinstance(beside, forms.MultipleChoiceField)  # noqa: S101 -- narrows for mypy
        beside.choices = [(key, opd.short_name) for key, opd in self.by_id.items()]

    def facts(self) -> RecommendationFacts:
        data = self.cleaned_data
        return RecommendationFacts(
            text=data["text"],
            proposer_opd=self.opd_of("proposer_opd"),
            proposer=data["proposer"],
            responsible_opd=self.opd_of("responsible_opd"),
            responsible=data["responsible"],
            due_on=data["due_on"],
            is_example=data["is_example"],
            expected_proof=data["expected_proof"],
            co_responsible=tuple(self.by_id[key] for key in data["co_responsible"]),
        )

    @staticmethod
    def initial_of(row: Recommendation) -> dict[str, Any]:
        return {
            "text": row.text,
            "proposer_opd": str(row.proposer_opd_id or ""),
            "proposer": row.proposer,
            "responsible_opd": str(row.responsible_opd_id or ""),
            "responsible": row.responsible,
            "due_on": row.due_on,
            "is_example": row.is_example,
            "expected_proof": row.expected_proof,
            "co_responsible": [str(pk) for pk, _name in row.companions_on(None)],
        }


class AnswerForm(TooLargeMixin, forms.Form):
    text = forms.CharField(
        label="Yang sudah dikerjakan",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    file = UploadField(label="Bukti dukung", required=False)


class DoneForm(forms.Form):
    done_on = TanggalField(label="Selesai pada")

    def __init__(self, *args: Any, region: Region, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["done_on"].initial = today_in(region)


def opds_for(meeting: Meeting) -> list[Opd]:
    """The region's offices on the day of the meeting, by short name."""
    day = local_day(meeting.starts_at, meeting.region)
    rows = Opd.objects.filter(region=meeting.region).existing_on(day)
    return list(rows.order_by("short_name", "pk"))
