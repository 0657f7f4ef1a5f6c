"""The facts of a new rancangan, its text, and who is to sit in it."""

from __future__ import annotations

from typing import Any

from django import forms

from focal_points.offices.models import OfficeHolder
from pokja.decree_drafting.actions import PARTS
from pokja.decree_drafting.models import DecreeText
from pokja.decrees.actions import may_edit
from pokja.decrees.models import TEAM_KINDS, Decree, Kind, Relation
from pokja.membership.ranks import Choices
from pug_portal.access.actor import Actor
from pug_portal.lib.clock import today
from pug_portal.lib.dates import tanggal
from pug_portal.lib.fields import LongLineField, TanggalField

MOST_CANDIDATES = 200


class _SourceChoice(forms.ModelChoiceField):
    def label_from_instance(self, decree: Decree) -> str:
        kind = decree.get_kind_display()
        if not decree.number:
            return f"{kind}, rancangan mulai {tanggal(decree.effective_from)}"
        return f"{kind} nomor {decree.number}, {tanggal(decree.signed_on)}"


class _HolderChoice(forms.ModelChoiceField):
    def label_from_instance(self, holder: OfficeHolder) -> str:
        return f"{holder.title}: {holder.name}"


class StartForm(forms.Form):
    source = _SourceChoice(
        label="Salin susunan dari",
        queryset=Decree.objects.none(),
        required=False,
        empty_label="Mulai tanpa anggota",
        help_text="Anggota SK itu dan perubahannya yang belum berakhir.",
    )
    kind = forms.ChoiceField(label="Jenis SK")
    title = LongLineField(label="Tentang", max_length=300)
    signer = _HolderChoice(
        label="Penandatangan",
        queryset=OfficeHolder.objects.none(),
        help_text="Yang menjabat hari ini. Belum ada namanya? Catat dahulu di menu Pejabat.",
    )
    effective_from = TanggalField(label="Berlaku sejak")
    effective_until = TanggalField(label="Berlaku sampai", required=False)
    replaces = forms.BooleanField(
        label="SK sumber diganti oleh SK ini",
        required=False,
        help_text="Centang bila SK sumber masih berlaku pada tanggal mulai di atas.",
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [Kind(kind) for kind in TEAM_KINDS if may_edit(actor, kind)]
        fields: dict[str, Any] = dict(self.fields)
        fields["kind"].choices = [(kind.value, kind.label) for kind in kinds]
        sources = Decree.objects.owned_by(actor).issued().filter(kind__in=kinds)
        fields["source"].queryset = sources.order_by("-signed_on", "-pk")
        holders = OfficeHolder.objects.owned_by(actor).holding_on(today())
        fields["signer"].queryset = holders.select_related("office").order_by(
            "office__title", "pk"
        )
        fields["signer"].empty_label = "Pilih"

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("replaces") and not data.get("source"):
            self.add_error("replaces", "Pilih dahulu SK sumbernya.")
        return data

    def facts(self) -> dict[str, Any]:
        data = self.cleaned_data
        replaced = data["source"] if data["replaces"] else None
        return {
            "kind": data["kind"],
            "title": data["title"],
            "issuer_position": data["signer"].title,
            "signed_name": data["signer"].name,
            "effective_from": data["effective_from"],
            "effective_until": data["effective_until"],
            "relation": Relation.REPLACES if replaced else "",
            "related": replaced,
        }


class TextForm(forms.ModelForm):
    class Meta:
        model = DecreeText
        fields = list(PARTS)
        help_texts = {
            "considering": "Satu butir per baris; huruf a., b., c. dibuat sendiri.",
            "recalling": "Satu peraturan per baris, dari yang tertinggi. Diusulkan dari "
            "dasar hukum nasional dan register produk hukum.",
            "dictums": "Satu diktum per baris, KESATU dan seterusnya dibuat sendiri. "
            "Awali dengan “- ” untuk rincian di bawah sebuah diktum.",
            "copies": "Satu tujuan per baris.",
        }
        widgets = {
            name: forms.Textarea(attrs={"rows": rows})
            for name, rows in zip(PARTS, (6, 8, 12, 4), strict=True)
        }

    def _post_clean(self) -> None:
        """The verb judges; the form must not write into the row it was given."""


class CandidateForm(forms.Form):
    """One office holder or one known person; ticked means wanted."""

    keep = forms.BooleanField(label="Masukkan", required=False)
    key = forms.CharField(widget=forms.HiddenInput)
    standing = forms.ChoiceField(
        label="Kedudukan",
    )

    def __init__(self, *args: Any, standings: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["standing"].choices = standings  # type: ignore[attr-defined]

    def name_inputs(self, who: str) -> None:
        """In a table the inputs have no label of their own."""
        for name in ("keep", "standing"):
            attrs = self.fields[name].widget.attrs
            attrs["aria-label"] = f"{self.fields[name].label} {who}"


CandidateForms = forms.formset_factory(
    CandidateForm, extra=0, max_num=MOST_CANDIDATES, absolute_max=MOST_CANDIDATES
)


class CompareForm(forms.Form):
    dengan = _SourceChoice(
        label="Bandingkan dengan",
        queryset=Decree.objects.none(),
        empty_label="Pilih SK",
    )

    def __init__(self, *args: Any, decree: Decree, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Decree.objects.readable_by(actor).same_subject(decree)
        fields: dict[str, Any] = dict(self.fields)
        others = rows.exclude(pk=decree.pk)
        fields["dengan"].queryset = others.order_by("-effective_from", "-pk")
