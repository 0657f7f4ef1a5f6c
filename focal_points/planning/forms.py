"""Forms of the planning calendar."""

from __future__ import annotations

from typing import Any

from django import forms

from focal_points.opd.models import Opd
from focal_points.opd.queries import active_on
from focal_points.planning.models import GenderProposal, ProposalState, Stage
from pug_portal.lib.clock import today
from pug_portal.lib.fields import CountField, TanggalField, empty_if


class StageForm(forms.Form):
    starts_on = TanggalField(label="Mulai")
    ends_on = TanggalField(label="Selesai")
    note = forms.CharField(
        label="Keterangan",
        max_length=250,
        required=False,
        help_text="Misalnya tempat, atau nomor surat edaran.",
    )
    reason = forms.CharField(
        label="Alasan perubahan",
        max_length=250,
        help_text="Tercatat dalam riwayat tahap ini dan dapat dibaca OPD.",
        error_messages={"required": "Tulis alasan perubahan jadwal."},
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @classmethod
    def initial_of(cls, stage: Stage) -> dict[str, Any]:
        return {name: getattr(stage, name) for name in ("starts_on", "ends_on", "note")}


class MusrenbangForm(forms.Form):
    kecamatan = forms.CharField(label="Kecamatan", max_length=80)
    held_on = TanggalField(label="Tanggal pelaksanaan")
    men = CountField(label="Peserta laki-laki", required=False)
    women = CountField(
        label="Peserta perempuan",
        required=False,
        help_text="Kosongkan bila tidak dihitung; kosong tidak sama dengan nol.",
    )


class ProposalForm(forms.Form):
    title = forms.CharField(
        label="Usulan", max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    proposer = forms.CharField(
        label="Kelompok pengusul",
        max_length=150,
        help_text="Misalnya TP PKK, kelompok perempuan kepala keluarga.",
    )


class DecisionForm(ProposalForm):
    state = forms.ChoiceField(
        label="Keputusan", choices=ProposalState, widget=forms.RadioSelect
    )
    opd = forms.ModelChoiceField(
        label="Ditampung oleh",
        queryset=Opd.objects.none(),
        required=False,
        empty_label="Pilih OPD bila ditampung",
    )
    reason = empty_if(
        "ditampung atau belum diputus",
        forms.CharField(
            label="Alasan",
            max_length=300,
            widget=forms.Textarea(attrs={"rows": 2}),
        ),
    )

    def __init__(self, *args: Any, proposal: GenderProposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        region = proposal.musrenbang.stage.region
        self.fields["opd"].queryset = active_on(region, today()).order_by("name")  # type: ignore[attr-defined]

    @classmethod
    def initial_of(cls, proposal: GenderProposal) -> dict[str, Any]:
        return {
            "title": proposal.title,
            "proposer": proposal.proposer,
            "state": proposal.state,
            "opd": proposal.opd_id,
            "reason": proposal.reason,
        }
