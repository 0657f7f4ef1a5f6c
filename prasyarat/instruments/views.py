"""Published instruments, for reading: what is asked and how answers become scores."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count, Prefetch
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.generic import TemplateView

from prasyarat.instruments import words
from prasyarat.instruments.draft_actions import begin_version
from prasyarat.instruments.drafts import document_of_published
from prasyarat.instruments.models import (
    DraftState,
    Indicator,
    Instrument,
    Prerequisite,
)
from prasyarat.instruments.owners import drafts_of, is_seen_by, seen_or_404
from prasyarat.instruments.sheet import workbook_of
from prasyarat.instruments.use import choose_instrument, current_use
from pug_portal.access.checks import can
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.views import PermissionView
from pug_portal.imports.views import workbook
from pug_portal.lib.clock import today
from pug_portal.lib.fields import TanggalField


@dataclass(frozen=True)
class IndicatorLine:
    indicator: Indicator
    scores: str
    levels: str


@dataclass(frozen=True)
class Group:
    prerequisite: Prerequisite
    lines: tuple[IndicatorLine, ...]


def groups_of(instrument: Instrument) -> tuple[Group, ...]:
    rows = instrument.prerequisites.order_by("order").prefetch_related(
        Prefetch("indicators", Indicator.objects.order_by("order"))
    )
    return tuple(
        Group(
            prerequisite,
            tuple(
                IndicatorLine(one, words.scores(one), words.levels(one))
                for one in prerequisite.indicators.all()
            ),
        )
        for prerequisite in rows
    )


class InstrumentList(PermissionView, TemplateView):
    """What is published, which of it is in use here, and for editors the drafts."""

    permission = Permission.INSTRUMENT_VIEW
    template_name = "prasyarat/instruments/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_edit = can(self.actor, Permission.INSTRUMENT_EDIT)
        use = current_use(self.actor.region)
        rows = Instrument.objects.annotate(
            parts=Count("prerequisites", distinct=True),
            items=Count("prerequisites__indicators"),
        )
        drafts = drafts_of(self.actor).filter(state=DraftState.DRAFT)
        return super().get_context_data(
            instruments=[
                row
                for row in rows.select_related("region")
                if is_seen_by(self.actor, row)
            ],
            use=use,
            used=use.instrument if use else None,
            drafts=list(drafts.defer("content").select_related("changed_by"))
            if may_edit
            else [],
            may_edit=may_edit,
            **kwargs,
        )


class InstrumentPage(PermissionView, TemplateView):
    """With `pk` that one, else the one in use."""

    permission = Permission.INSTRUMENT_VIEW
    template_name = "prasyarat/instruments/detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        use = current_use(self.actor.region)
        used = use.instrument if use else None
        shown = used
        if "pk" in self.kwargs:
            shown = seen_or_404(self.actor, self.kwargs["pk"])
        groups = groups_of(shown) if shown else ()
        asked = {
            letter
            for g in groups
            for line in g.lines
            for letter in line.indicator.levels
        }
        return super().get_context_data(
            instrument=shown,
            groups=groups,
            levels=[label for letter, label in words.LEVELS.items() if letter in asked],
            is_used=shown == used,
            others=self.others(shown) if shown else (),
            may_edit=can(self.actor, Permission.INSTRUMENT_EDIT),
            may_look=can(self.actor, Permission.ASSESSMENT_VIEW),
            use=use,
            **{k: v for k, v in kwargs.items() if k != "pk"},
        )  # fmt: skip

    def others(self, shown: Instrument) -> list[Instrument]:
        rows = Instrument.objects.exclude(pk=shown.pk).select_related("region")
        return [row for row in rows if is_seen_by(self.actor, row)]


class InstrumentExport(PermissionView):
    permission = Permission.INSTRUMENT_VIEW

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        instrument = seen_or_404(self.actor, pk)
        try:
            document = document_of_published(instrument)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
            return HttpResponseRedirect(reverse("instrument-detail", args=[pk]))
        return workbook(workbook_of(document), f"Instrumen {instrument.name}")


class InstrumentVersion(PermissionView):
    permission = Permission.INSTRUMENT_EDIT

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        instrument = seen_or_404(self.actor, pk)
        try:
            draft = begin_version(instrument=instrument, by=self.actor)
        except Refusal as refusal:
            messages.error(request, refusal.sentence)
            return HttpResponseRedirect(reverse("instrument-detail", args=[pk]))
        messages.success(request, f"Draf {draft.name} dimulai dari {instrument.name}.")
        return HttpResponseRedirect(reverse("instrument-draft", args=[draft.pk]))


class UseForm(forms.Form):
    since = TanggalField(
        label="Dipakai sejak",
        help_text="Paling awal hari ini. Nilai tanggal sebelumnya tetap menurut "
        "instrumen yang dipakai saat itu.",
        error_messages={"required": "Isi tanggal mulai instrumen dipakai."},
    )


class InstrumentUsePage(VerbFormView):
    """From when on the administrator's region is scored by this instrument."""

    permission = Permission.INSTRUMENT_EDIT
    form_class = UseForm
    template_name = "prasyarat/instruments/use.html"

    @cached_property
    def instrument(self) -> Instrument:
        return seen_or_404(self.actor, self.kwargs["pk"])

    def get_initial(self) -> dict[str, Any]:
        return {"since": today()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            instrument=self.instrument, use=current_use(self.actor.region), **kwargs
        )

    def perform(self, form: UseForm) -> str:
        region = self.actor.region
        if region is None:
            raise Refusal("Peran ini tidak terikat pada daerah.")
        use = choose_instrument(
            instrument=self.instrument,
            region=region,
            since=form.cleaned_data["since"],
            by=self.actor,
        )
        messages.success(self.request, f"{use} dipakai untuk {region.name}.")
        return reverse("instrument-list")
