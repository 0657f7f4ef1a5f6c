"""Rows of a meeting as one plain form: blank rows wait at the end, no script needed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.functional import cached_property

from pokja.meetings.choices import Verdict
from pokja.meetings.minutes import one_line
from pokja.meetings.recommendation_forms import OpdOrOther
from pokja.meetings.rows import AttendanceRow, OutcomeRow
from pug_portal.lib.fields import CountField

BLANK_ROWS = 4
MOST_PEOPLE = 100_000


class OrderedRow(forms.Form):
    """`order` moves a row: two rows with one number keep the order they stand in."""

    order = CountField(label="Urutan", required=False, biggest=1000)

    @property
    def is_kept(self) -> bool:
        data = self.cleaned_data
        if data.get(DELETION_FIELD_NAME):
            return False
        return any(value for name, value in data.items() if name != "order")


class OutcomeRowForm(OrderedRow):
    text = forms.CharField(
        label="Hasil yang diharapkan", max_length=300, required=False
    )
    verdict = forms.ChoiceField(
        label="Penilaian sesudah rapat",
        choices=[("", "Belum dinilai"), *Verdict.choices],
        required=False,
    )

    field_order = ["text", "verdict", "order"]

    @property
    def row(self) -> OutcomeRow:
        return OutcomeRow(self.cleaned_data["text"], self.cleaned_data["verdict"])

    @staticmethod
    def initial_of(item: Any, order: int) -> dict[str, Any]:
        return {"order": order, "text": item.text, "verdict": item.verdict}


class AttendanceRowForm(OpdOrOther):
    """`offered` marks a row that only lists an office: without people it is not kept."""

    opd = forms.ChoiceField(label="OPD", required=False)
    institution = forms.CharField(label="Instansi lain", max_length=150, required=False)
    men = CountField(label="Laki-laki", required=False, biggest=MOST_PEOPLE)
    women = CountField(label="Perempuan", required=False, biggest=MOST_PEOPLE)
    names = forms.CharField(
        label="Nama yang hadir",
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    represents = forms.CharField(label="Mewakili", max_length=150, required=False)
    is_leader = forms.BooleanField(label="Unsur pimpinan daerah", required=False)
    offered = forms.BooleanField(widget=forms.HiddenInput, required=False)

    @property
    def is_kept(self) -> bool:
        data = self.cleaned_data
        if data.get(DELETION_FIELD_NAME):
            return False
        told = ("men", "women", "names", "represents", "is_leader", "institution")
        if any(data.get(name) for name in told):
            return True
        return bool(data.get("opd")) and not data.get("offered")

    @property
    def row(self) -> AttendanceRow:
        data = self.cleaned_data
        return AttendanceRow(
            opd=self.opd_of("opd"),
            institution=data["institution"],
            men=data["men"] or 0,
            women=data["women"] or 0,
            names="\n".join(filter(None, map(one_line, data["names"].splitlines()))),
            represents=data["represents"],
            is_leader=data["is_leader"],
        )

    @staticmethod
    def initial_of(item: Any, order: int) -> dict[str, Any]:
        return {
            "opd": str(item.opd_id or ""),
            "institution": item.institution,
            "men": item.men,
            "women": item.women,
            "names": item.names,
            "represents": item.represents,
            "is_leader": item.is_leader,
        }


class RowFormSet(forms.BaseFormSet):
    """Every row is read, also the unchanged ones: the verb sets the whole part."""

    @cached_property
    def rows(self) -> list[Any]:
        kept = [form for form in self.forms if form.is_kept]
        if kept and "order" in kept[0].fields:
            last = len(self.forms) + 1000
            kept.sort(key=lambda form: form.cleaned_data.get("order") or last)
        return [form.row for form in kept]

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        if DELETION_FIELD_NAME in form.fields:
            form.fields[DELETION_FIELD_NAME].label = "Hapus baris ini"


def row_form_set(form: type[forms.Form]) -> type[RowFormSet]:
    return forms.formset_factory(  # type: ignore[return-value]
        form,
        formset=RowFormSet,
        extra=BLANK_ROWS,
        can_delete=True,
        can_delete_extra=False,
        max_num=220,
        absolute_max=220,
    )


OutcomeFormSet = row_form_set(OutcomeRowForm)
AttendanceFormSet = row_form_set(AttendanceRowForm)
