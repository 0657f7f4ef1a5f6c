"""The form of a decree: free number, dates, relation, scan."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest

from focal_points.opd.models import Opd
from pokja.decrees.actions import may_edit
from pokja.decrees.models import Decree, Kind, State
from pug_portal.access.actor import Actor
from pug_portal.files.fields import TooLargeMixin, UploadField
from pug_portal.lib.clock import today
from pug_portal.lib.fields import TanggalField


class DecreeForm(TooLargeMixin, forms.ModelForm):
    signed_on = TanggalField(label="Tanggal penetapan", required=False)
    effective_from = TanggalField(
        label="Berlaku sejak",
        required=False,
        help_text="Biasanya sama dengan tanggal penetapan.",
    )
    effective_until = TanggalField(
        label="Berlaku sampai",
        required=False,
        help_text="Kosongkan bila SK tidak menyebut batas akhir.",
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
            "alias": "Bila forum atau tim bernama, misalnya «Ceria».",
            "number": "Tulis seperti pada SK. Kosongkan selama masih rancangan.",
            "issuer_position": "Misalnya: Bupati Blora, Kepala Bappeda.",
            "related": "SK yang diubah atau diganti oleh SK ini.",
        }
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(
        self, *args: Any, actor: Actor, request: HttpRequest, **kwargs: Any
    ) -> None:
        super().__init__(*args, request=request, **kwargs)
        kinds = [(kind.value, kind.label) for kind in Kind if may_edit(actor, kind)]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        own = Opd.objects.owned_by(actor).existing_on(today())
        self.fields["opd"].queryset = own  # type: ignore[attr-defined]
        related = Decree.objects.owned_by(actor).exclude(state=State.DRAFT)
        if self.instance.pk:
            related = related.exclude(pk=self.instance.pk)
        self.fields["related"].queryset = related  # type: ignore[attr-defined]

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def _post_clean(self) -> None:
        """The verb judges; the form must not write into the row it was given."""


class RevokeForm(forms.Form):
    on = TanggalField(label="Tidak berlaku mulai", initial=today)
    reason = forms.CharField(
        label="Dasar atau alasan",
        max_length=250,
        help_text="Misalnya nomor SK pencabut.",
    )
