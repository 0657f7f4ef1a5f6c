"""Forms of produk hukum, its evaluations and their follow-up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import HttpRequest

from focal_points.filters import FilterForm
from focal_points.opd.models import Opd
from pokja.regulations.models import (
    Kind,
    Regulation,
    RegulationEvaluation,
    RegulationFollowUp,
    Verdict,
)
from pokja.regulations.queries import STATUSES
from pokja.regulations.rules import LINKS
from pug_portal.access.actor import Actor
from pug_portal.files.fields import TooLargeMixin, UploadField
from pug_portal.lib.clock import today
from pug_portal.lib.dates import tanggal
from pug_portal.lib.fields import LongLineField, ManyField, TanggalField

GROUPS = (
    ("Jenis dan nomor", ("kind", "name", "number", "year", "title", "partner")),
    ("Tanggal", ("signed_on", "effective_from", "effective_until")),
    ("Hubungan dengan yang lama", ("amends", "revokes")),
    ("Catatan dan pindaian", ("note", "scan_upload")),
)


class _Older(ManyField):
    def label_from_instance(self, regulation: Regulation) -> str:
        return f"{regulation} tentang {regulation.title}"


def _older(label: str) -> _Older:
    return _Older(
        label=label,
        queryset=Regulation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class _NoWrites(forms.ModelForm):
    """The verb judges; the form must not write into the row it was given."""

    def _post_clean(self) -> None:
        pass

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self._meta.fields or ()}


class RegulationForm(TooLargeMixin, _NoWrites):
    year = forms.IntegerField(
        label="Tahun",
        required=False,
        help_text="Boleh kosong bila tanggal penetapannya diisi.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 4}),
    )
    title = LongLineField(
        label="Tentang", max_length=300, help_text="Tanpa kata «tentang»."
    )
    signed_on = TanggalField(
        label="Tanggal penetapan",
        required=False,
        help_text="Boleh kosong untuk naskah lama yang hanya diketahui tahunnya.",
    )
    effective_from = TanggalField(
        label="Berlaku sejak",
        required=False,
        help_text="Kosong berarti sejak tanggal penetapan.",
    )
    effective_until = TanggalField(
        label="Berlaku sampai",
        required=False,
        help_text="Untuk perjanjian dan naskah lain yang berjangka waktu.",
    )
    amends = _older("Mengubah")
    revokes = _older("Mencabut")
    scan_upload = UploadField(label="Pindaian", required=False)

    class Meta:
        model = Regulation
        fields = [
            "kind",
            "name",
            "number",
            "year",
            "title",
            "partner",
            "signed_on",
            "effective_from",
            "effective_until",
            "note",
        ]
        help_texts = {
            "name": "Kosongkan untuk sebutan yang lazim, misalnya Peraturan Bupati "
            "Blora.",
            "number": "Tulis seperti pada naskahnya. Kosongkan selama masih rancangan.",
            "partner": "Hanya untuk perjanjian kerja sama dan nota kesepahaman.",
        }
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(
        self, *args: Any, actor: Actor, request: HttpRequest, **kwargs: Any
    ) -> None:
        super().__init__(*args, request=request, **kwargs)
        self.fields["name"].required = False
        older = Regulation.objects.owned_by(actor).issued()
        older = older.exclude(pk=self.instance.pk).order_by("-year", "kind", "-pk")
        for name in LINKS:
            field: Any = self.fields[name]
            field.queryset = older
        if self.instance.pk:
            self._show_links()

    def _show_links(self) -> None:
        links = list(self.instance.links_to.all())
        for name, relation in LINKS.items():
            self.initial.setdefault(
                name, [link.older_id for link in links if link.relation == relation]
            )

    def groups(self) -> Iterator[tuple[str, list[BoundField]]]:
        for legend, names in GROUPS:
            shown = [name for name in names if name not in LINKS or self._has_older()]
            if shown:
                yield legend, [self[name] for name in shown]

    def _has_older(self) -> bool:
        if not hasattr(self, "_any_older"):
            field: Any = self.fields["amends"]
            self._any_older: bool = field.queryset.exists()
        return self._any_older

    def facts(self) -> dict[str, Any]:
        return super().facts() | {name: self.cleaned_data[name] for name in LINKS}


class RevokeForm(forms.Form):
    on = TanggalField(
        label="Tidak berlaku mulai", initial=today, help_text="Hari pertama tanpanya."
    )
    reason = forms.CharField(
        label="Dasar atau alasan",
        max_length=250,
        help_text="Misalnya dicabut undang-undang yang tidak dicatat di sini.",
    )


class ScanForm(TooLargeMixin, forms.Form):
    scan = UploadField(label="Pindaian")


class EvaluationForm(_NoWrites):
    on = TanggalField(label="Tanggal evaluasi", initial=today)

    class Meta:
        model = RegulationEvaluation
        fields = ["on", "judged_by", "verdict", "text"]
        help_texts = {
            "judged_by": "Orang, kantor, atau forum, misalnya Rakor Pokja PUG.",
            "text": "Apa yang berjalan, apa yang belum, dan sebabnya.",
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}


class FollowUpForm(_NoWrites):
    due_on = TanggalField(label="Tenggat", required=False)

    class Meta:
        model = RegulationFollowUp
        fields = ["text", "evaluation", "opd", "responsible", "due_on"]
        help_texts = {"responsible": "Bila bukan OPD, misalnya DPRD atau PUSPA."}
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, regulation: Regulation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = dict(self.fields)
        evaluations = regulation.evaluations.select_related("regulation")
        fields["evaluation"].queryset = evaluations
        fields["evaluation"].empty_label = "Bukan atas evaluasi"
        fields["evaluation"].label_from_instance = _dated
        opds = Opd.objects.filter(region=regulation.region).existing_on(today())
        fields["opd"].queryset = opds.order_by("name", "pk")
        fields["opd"].empty_label = "Bukan OPD"


def _dated(evaluation: RegulationEvaluation) -> str:
    return f"{evaluation.get_verdict_display()}, {tanggal(evaluation.on)}"


class FinishForm(forms.Form):
    on = TanggalField(label="Selesai pada", initial=today)
    result = forms.CharField(label="Hasil", widget=forms.Textarea(attrs={"rows": 3}))


class RegulationFilterForm(FilterForm):
    q = forms.CharField(label="Nomor, tahun, tentang", required=False, max_length=100)
    jenis = forms.ChoiceField(
        label="Jenis", required=False, choices=[("", "Semua jenis"), *Kind.choices]
    )
    status = forms.ChoiceField(
        label="Status hari ini",
        required=False,
        choices=[
            ("", "Semua status"),
            *[(each.code, each.label) for each in STATUSES.values()],
        ],
    )
    penilaian = forms.ChoiceField(
        label="Evaluasi terakhir",
        required=False,
        choices=[
            ("", "Semua"),
            *Verdict.choices,
            ("belum", "Belum dievaluasi"),
        ],
    )
