"""Rows of members: several at once, ex officio or by name."""

from __future__ import annotations

from typing import Any

from django import forms

from focal_points.offices.models import Office
from focal_points.opd.models import Opd
from pokja.decrees.models import Decree, State
from pokja.membership.models import Member
from pug_portal.access.actor import Actor
from pug_portal.lib.clock import today
from pug_portal.lib.fields import TanggalField

ROW_FIELDS = [
    "standing",
    "office",
    "position",
    "opd",
    "institution",
    "name",
    "sex",
    "field",
    "note",
]


class MemberForm(forms.ModelForm):
    class Meta:
        model = Member
        fields = ROW_FIELDS
        labels = {"office": "Jabatan dalam daftar pejabat"}
        help_texts = {
            "office": "Untuk anggota karena jabatan; namanya mengikuti daftar pejabat.",
            "position": "Bila jabatannya belum ada di daftar pejabat.",
            "name": "Kosongkan bila SK hanya menyebut jabatan.",
            "sex": "Hanya bila namanya diisi.",
        }

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offices = Office.objects.owned_by(actor)
        self.fields["office"].queryset = offices  # type: ignore[attr-defined]
        opds = Opd.objects.owned_by(actor).existing_on(today())
        self.fields["opd"].queryset = opds  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def _post_clean(self) -> None:
        """The verb judges; the form must not write into the row it was given."""


class MemberChangeForm(MemberForm):
    start = TanggalField(label="Mulai")
    end = TanggalField(label="Sampai", required=False)

    class Meta(MemberForm.Meta):
        fields = [*ROW_FIELDS, "order", "start", "end"]


class _RowForm(MemberForm):
    """In the page of many rows an untouched row is no row."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["standing"].initial = "anggota"


MemberRows = forms.formset_factory(_RowForm, extra=6, max_num=120, absolute_max=120)


class EndMemberForm(forms.Form):
    on = TanggalField(label="Hari terakhir", initial=today)
    reason = forms.CharField(
        label="Alasan", max_length=200, help_text="Misalnya mutasi, pensiun."
    )
    decree = forms.ModelChoiceField(
        label="SK yang mengakhiri",
        queryset=Decree.objects.none(),
        required=False,
        empty_label="Tidak ada",
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        issued = Decree.objects.owned_by(actor).exclude(state=State.DRAFT)
        self.fields["decree"].queryset = issued  # type: ignore[attr-defined]
