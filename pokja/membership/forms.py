"""Rows of members: several at once, ex officio or by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from focal_points.appointments.queries import sees_contacts
from focal_points.offices.models import Office
from focal_points.offices.nip import NipField, name_input
from focal_points.opd.models import Opd
from pokja.decrees.models import Decree
from pokja.membership.models import Member
from pokja.membership.rank_models import Rank
from pokja.membership.ranks import choices_of, ranks_of, usual_code
from pug_portal.access.actor import Actor
from pug_portal.lib.clock import today
from pug_portal.lib.dates import tanggal
from pug_portal.lib.fields import NumberInput, TanggalField

ROW_FIELDS = [
    "field",
    "office",
    "position",
    "opd",
    "institution",
    "name",
    "nip",
    "sex",
    "note",
]
MAX_ROWS = 120
EXTRA_ROWS = 6


class MemberForm(forms.ModelForm):
    standing = forms.ChoiceField(label="Kedudukan")
    nip = NipField(help_text="18 angka. Hanya bila namanya diisi dan ia ASN.")

    field_order = ["standing"]

    class Meta:
        model = Member
        fields = ROW_FIELDS
        widgets = {"name": name_input()}
        labels = {"office": "Jabatan dalam daftar pejabat"}
        help_texts = {
            "office": "Anggota karena jabatan; namanya mengikuti daftar pejabat.",
            "position": "Bila jabatannya belum ada di daftar pejabat.",
            "institution": "Untuk anggota dari luar OPD, misalnya BPS.",
            "name": "Kosongkan bila SK hanya menyebut jabatan.",
            "sex": "Hanya bila namanya diisi.",
            "grade": "Misalnya Penata Tk. I (III/d).",
            "contact": "Nomor WhatsApp atau surel. Hanya dilihat sekretariat.",
            "hides_name": "Berlaku bila daerah menayangkan susunan Pokja kepada umum.",
        }

    def __init__(
        self,
        *args: Any,
        actor: Actor,
        ranks: Sequence[Rank] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = dict(self.fields)
        fields["office"].queryset = Office.objects.owned_by(actor)
        fields["office"].empty_label = "Tidak dari daftar"
        opds = Opd.objects.owned_by(actor).order_by("name", "pk")
        fields["opd"].queryset = opds
        fields["opd"].empty_label = "Bukan OPD"
        member: Member = self.instance
        has_one = member.rank_id is not None
        own = member.rank.code if has_one else ""
        ranks = ranks_of(actor.region) if ranks is None else ranks
        fields["standing"].choices = choices_of(ranks, also=[own])
        fields["standing"].initial = own or usual_code(ranks)

    def facts(self) -> dict[str, Any]:
        names = ["standing", *self.Meta.fields]
        return {name: self.cleaned_data[name] for name in names if name in self.fields}

    def _post_clean(self) -> None:
        """The verb judges; the form must not write into the row it was given."""


class MemberChangeForm(MemberForm):
    start = TanggalField(label="Mulai")
    end = TanggalField(label="Sampai", required=False)

    class Meta(MemberForm.Meta):
        fields = [
            *ROW_FIELDS,
            "grade",
            "contact",
            "order",
            "start",
            "end",
            "hides_name",
        ]
        widgets = {**MemberForm.Meta.widgets, "order": NumberInput()}

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, **kwargs)
        if not sees_contacts(actor, self.instance.decree.region):
            # A contact that is not asked for stays as it is.
            del self.fields["contact"]


class _Rows(forms.BaseFormSet):
    """The lists of offices and OPD are asked for once, not once per row."""

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        form.row_label = f"Anggota {(index or 0) + 1}"  # type: ignore[attr-defined]
        if not hasattr(self, "_choices"):
            self._choices = {
                name: list(form.fields[name].choices)  # type: ignore[attr-defined]
                for name in ("office", "opd")
            }
        for name, choices in self._choices.items():
            form.fields[name].choices = choices  # type: ignore[attr-defined]


MemberRows = forms.formset_factory(
    MemberForm,
    formset=_Rows,
    extra=EXTRA_ROWS,
    max_num=MAX_ROWS,
    absolute_max=MAX_ROWS,
)


class _DecreeChoice(forms.ModelChoiceField):
    def label_from_instance(self, decree: Decree) -> str:
        return f"{decree}, {tanggal(decree.signed_on)}"


class EndMemberForm(forms.Form):
    on = TanggalField(label="Hari terakhir", initial=today)
    reason = forms.CharField(
        label="Alasan", max_length=200, help_text="Misalnya mutasi, pensiun."
    )
    decree = _DecreeChoice(
        label="SK yang mengakhiri",
        queryset=Decree.objects.none(),
        required=False,
        empty_label="Tidak ada",
    )

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        same = Decree.objects.same_subject(member.decree).issued()
        self.fields["decree"].queryset = same.order_by("-signed_on", "-pk")  # type: ignore[attr-defined]
