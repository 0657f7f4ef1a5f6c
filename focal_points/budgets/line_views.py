"""Pages of budget lines: the list with its tags, the upload, the columns of the export."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property

from focal_points.budgets import line_actions as actions
from focal_points.budgets.line_models import BudgetLine, SipdDraft, SipdMapping
from focal_points.budgets.models import Stage
from focal_points.budgets.sipd import COLUMNS, RULE_VERSIONS, chosen, letter
from focal_points.budgets.views import OfficeMixin
from pug_portal.access.form_views import add_refusal
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import PermissionView
from pug_portal.imports.forms import SheetUploadForm
from pug_portal.lib.numbers import ukuran
from pug_portal.lib.sheets.guard import BIGGEST_FILE

# Rows below the header from which a sample of each column is shown.
LOOKED_AT = 8


class SipdForm(SheetUploadForm):
    stage = forms.ChoiceField(label="Tahap", choices=Stage.choices)
    rule_version = forms.ChoiceField(label="Aturan kode", choices=RULE_VERSIONS)
    field_order = ("stage", "rule_version", "file")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = "Ekspor SIPD (.xlsx)"
        self.fields[
            "file"
        ].help_text = f"Seperti diunduh dari SIPD, paling besar {ukuran(BIGGEST_FILE)}."


class BudgetLines(OfficeMixin):
    """Upload on top, the lines below, a box for each that is ARG."""

    permission = Permission.ARG_EDIT
    template_name = "focal_points/budgets/lines.html"

    @property
    def stage(self) -> Stage:
        asked = self.request.GET.get("tahap", "")
        return Stage(asked) if asked in Stage.values else Stage.DPA

    def here(self, stage: str) -> str:
        opd, year = self.kwargs["opd"], self.kwargs["year"]
        return f"{reverse('budget-lines', args=[opd, year])}?tahap={stage}"

    def get(self, request: HttpRequest, opd: int, year: int) -> HttpResponse:
        form = SipdForm(request=request, initial={"stage": self.stage})
        return self._show(form)

    def post(self, request: HttpRequest, opd: int, year: int) -> HttpResponse:
        if request.POST.get("aksi") in {"tandai", "pakai"}:
            return self._tag(request.POST["aksi"])
        form = SipdForm(request.POST, request.FILES, request=request)
        if form.is_valid():
            data = form.cleaned_data
            try:
                draft = actions.keep_sipd(
                    opd=self.opd,
                    year=year,
                    stage=data["stage"],
                    rule_version=data["rule_version"],
                    upload=data["file"],
                    by=self.actor,
                )
            except ValidationError as refusal:
                add_refusal(form, refusal)
            else:
                return redirect("sipd-columns", pk=draft.pk)
        return self._show(form, status=422)

    def _tag(self, wanted: str) -> HttpResponse:
        chosen, shown = self._ids("baris"), self._ids("tadi")
        facts: dict[str, Any] = {
            "opd": self.opd,
            "year": self.kwargs["year"],
            "stage": self.stage,
            "by": self.actor,
        }
        try:
            actions.tag_lines(chosen=chosen, shown=shown, **facts)
            if wanted == "pakai":
                actions.use_as_ceiling(**facts)
        except Refusal as refusal:
            messages.error(self.request, refusal.sentence)
        else:
            messages.success(self.request, "Tanda ARG tersimpan.")
        return redirect(self.here(self.stage))

    def _ids(self, name: str) -> list[int]:
        told = self.request.POST.getlist(name)
        return [int(pk) for pk in told if pk.isdecimal() and len(pk) < 18]

    def _show(self, form: SipdForm, status: int = 200) -> HttpResponse:
        rows = BudgetLine.objects.filter(
            opd=self.opd, year=self.kwargs["year"], stage=self.stage
        )
        lines = list(rows.order_by("sub_code"))
        context = {
            "opd": self.opd,
            "year": self.kwargs["year"],
            "stage": self.stage,
            "stages": list(Stage),
            "form": form,
            "lines": lines,
            "rule": dict(RULE_VERSIONS).get(lines[0].rule_version) if lines else "",
            "total": sum(line.ceiling for line in lines),
            "tagged": sum(line.ceiling for line in lines if line.is_arg),
        }
        return render(self.request, self.template_name, context, status=status)


class SipdColumns(PermissionView):
    """Which column of the region's export is which; remembered for the next time."""

    permission = Permission.ARG_EDIT
    template_name = "focal_points/budgets/columns.html"

    @cached_property
    def draft(self) -> SipdDraft:
        rows = SipdDraft.objects.of(self.actor).select_related("opd__region")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        kept = SipdMapping.objects.filter(region=self.draft.opd.region).first()
        header = self.draft.rows[self.draft.header]
        places = chosen(header, kept.columns if kept else {})
        return self._show(places)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        wide = len(self.draft.rows[self.draft.header])
        told = {key: request.POST.get(key, "") for key in COLUMNS}
        places = {
            key: int(text)
            for key, text in told.items()
            if text.isdecimal() and len(text) < 4 and int(text) < wide
        }
        draft = self.draft
        try:
            taken = actions.apply_sipd(draft=draft, places=places, by=self.actor)
        except Refusal as refusal:
            return self._show(places, refused=refusal, status=422)
        messages.success(request, f"{taken.count} baris anggaran tersimpan.")
        if taken.lost:
            messages.warning(
                request,
                "Baris bertanda ARG yang tidak ada lagi di ekspor ini: "
                f"{', '.join(taken.lost)}. Periksa tanda ARG di bawah.",
            )
        back = reverse("budget-lines", args=[draft.opd_id, draft.year])
        return redirect(f"{back}?tahap={draft.stage}")

    def _show(
        self, places: dict[str, int], refused: Any = None, status: int = 200
    ) -> HttpResponse:
        draft = self.draft
        header = draft.rows[draft.header]
        below = draft.rows[draft.header + 1 : draft.header + 1 + LOOKED_AT]
        names = [
            (place, _described(place, name, [row[place] for row in below]))
            for place, name in enumerate(header)
        ]
        context = {
            "draft": draft,
            "names": names,
            "columns": [
                {"key": key, "label": label, "needed": needed, "place": places.get(key)}
                for key, (label, _, needed) in COLUMNS.items()
            ],
            "refused": refused,
            "problems": getattr(refused, "problems", [])[:100],
        }
        return render(self.request, self.template_name, context, status=status)


def _described(place: int, name: Any, below: list[Any]) -> str:
    """«E: Nilai DPA (412500000)»: the column with its first value."""
    sample = next((str(value) for value in below if value is not None), "")
    shown = f" ({sample[:40]})" if sample else ""
    return f"{letter(place)}: {name or 'tanpa judul'}{shown}"
