"""The form of a decree: free number, dates, relation, scan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import HttpRequest

from focal_points.filters import FilterForm
from focal_points.offices.models import OfficeHolder
from focal_points.opd.models import Opd
from pokja.decrees.actions import may_edit
from pokja.decrees.models import Decree, Kind, State
from pokja.decrees.queries import STATUSES
from pug_portal.access.actor import Actor
from pug_portal.files.fields import TooLargeMixin, UploadField
from pug_portal.lib.clock import today
from pug_portal.lib.dates import rentang_tanggal, tanggal
from pug_portal.lib.fields import LongLineField, TanggalField, empty_if


class _HolderChoice(forms.ModelChoiceField):
    def label_from_instance(self, holder: OfficeHolder) -> str:
        return f"{holder.title}: {holder.name} ({rentang_tanggal(holder.start, holder.end)})"


class _DecreeChoice(forms.ModelChoiceField):
    def label_from_instance(self, decree: Decree) -> str:
        kind = decree.get_kind_display()
        return f"{kind} nomor {decree.number}, {tanggal(decree.signed_on)}"


GROUPS = (
    ("Jenis dan nomor", ("kind", "opd", "alias", "number", "title")),
    (
        "Penetapan",
        ("signer", "issuer_position", "signed_name", "signed_place", "signed_on"),
    ),
    (
        "Masa berlaku",
        ("effective_from", "effective_until", "relation", "related", "note"),
    ),
    ("Pindaian", ("scan_upload",)),
)


class DecreeForm(TooLargeMixin, forms.ModelForm):
    signer = _HolderChoice(
        label="Ambil dari daftar pejabat",
        queryset=OfficeHolder.objects.none(),
        required=False,
        empty_label="Tulis sendiri di bawah",
        help_text="Mengisi jabatan dan nama penandatangan bila keduanya dikosongkan.",
    )
    title = LongLineField(label="Tentang", max_length=300)
    signed_on = TanggalField(label="Tanggal penetapan", required=False)
    effective_from = TanggalField(
        label="Berlaku sejak",
        required=False,
        help_text="Biasanya sama dengan tanggal penetapan. Bila lebih awal, tulis "
        "sebabnya pada catatan.",
    )
    effective_until = TanggalField(
        label="Berlaku sampai",
        required=False,
        help_text="Kosongkan bila SK tidak menyebut batas akhir. Pada SK perubahan, "
        "kosong berarti mengikuti SK yang diubah.",
    )
    related = _DecreeChoice(
        label="SK yang diubah atau diganti",
        queryset=Decree.objects.none(),
        required=False,
        empty_label="Tidak ada",
    )
    scan_upload = UploadField(label="Pindaian SK", required=False)

    class Meta:
        model = Decree
        fields = [
            "kind",
            "opd",
            "alias",
            "number",
            "title",
            "issuer_position",
            "signed_name",
            "signed_place",
            "signed_on",
            "effective_from",
            "effective_until",
            "relation",
            "related",
            "note",
        ]
        help_texts = {
            "opd": "Hanya untuk SK Focal Point OPD.",
            "alias": "Bila forum atau tim bernama, misalnya Ceria.",
            "number": "Tulis seperti pada SK.",
            "issuer_position": "Misalnya Bupati Blora, Kepala Bappeda.",
            "relation": "SK perubahan dibaca bersama SK yang diubah; SK pengganti "
            "mengakhirinya pada hari mulai berlaku.",
        }
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(
        self, *args: Any, actor: Actor, request: HttpRequest, **kwargs: Any
    ) -> None:
        super().__init__(*args, request=request, **kwargs)
        kinds = [kind for kind in Kind if may_edit(actor, kind)]
        fields: dict[str, Any] = dict(self.fields)
        fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]
        fields["opd"].queryset = Opd.objects.owned_by(actor).order_by("name", "pk")
        fields["opd"].empty_label = "Tidak untuk satu OPD"
        fields["relation"].choices = [
            ("", "Tidak ada"),
            *[pair for pair in fields["relation"].choices if pair[0]],
        ]
        empty_if("diambil dari daftar pejabat", fields["issuer_position"])
        self._ask_what_a_decree_needs(fields)
        related = Decree.objects.owned_by(actor).issued().filter(kind__in=kinds)
        fields["related"].queryset = related.exclude(pk=self.instance.pk)
        holders = OfficeHolder.objects.owned_by(actor).select_related("office")
        fields["signer"].queryset = holders.order_by("office__title", "-start", "pk")

    def _ask_what_a_decree_needs(self, fields: dict[str, Any]) -> None:
        is_issued = self.instance.pk and self.instance.state != State.DRAFT
        for name in ("number", "signed_on", "effective_from"):
            empty_if("masih rancangan", fields[name])
            fields[name].required = bool(is_issued)

    def groups(self) -> Iterator[tuple[str, list[BoundField]]]:
        for legend, names in GROUPS:
            yield legend, [self[name] for name in names]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        signer = data.get("signer")
        typed = data.get("issuer_position") or data.get("signed_name")
        if signer is not None and not typed:
            data["issuer_position"], data["signed_name"] = signer.title, signer.name
        return data

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def _post_clean(self) -> None:
        """The verb judges; the form must not write into the row it was given."""


class RevokeForm(forms.Form):
    on = TanggalField(
        label="Tidak berlaku mulai",
        initial=today,
        help_text="Hari pertama tanpa SK ini.",
    )
    reason = forms.CharField(
        label="Dasar atau alasan",
        max_length=250,
        help_text="Misalnya nomor SK yang mencabutnya.",
    )


class ScanForm(TooLargeMixin, forms.Form):
    scan = UploadField(label="Pindaian SK")


class DecreeFilterForm(FilterForm):
    q = forms.CharField(
        label="Nomor, tentang, atau OPD", required=False, max_length=100
    )
    jenis = forms.ChoiceField(
        label="Jenis", required=False, choices=[("", "Semua jenis"), *Kind.choices]
    )
    status = forms.ChoiceField(
        label="Status hari ini",
        required=False,
        choices=[("", "Semua status"), *[(each.code, each.label) for each in STATUSES]],
    )
