"""Two instruments beside each other: what one answer tells the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import TemplateView

from prasyarat.instruments.mapping import map_item, mapping_between, may_map, unmap_item
from prasyarat.instruments.models import Indicator, Instrument, MapKind
from prasyarat.instruments.words import points
from pug_portal.access.checks import can
from pug_portal.access.form_views import VerbFormView
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView

READ = Instrument.objects.select_related("region")


@dataclass(frozen=True)
class MappedLine:
    indicator: Indicator
    pairs: list[tuple[Indicator, str]]
    points: str


class PairView(PermissionView):
    """`pk` holds the answers, `other` asks."""

    @cached_property
    def source(self) -> Instrument:
        return get_object_or_404(READ, pk=self.kwargs["pk"])

    @cached_property
    def target(self) -> Instrument:
        if self.kwargs["other"] == self.kwargs["pk"]:
            raise Http404
        return get_object_or_404(READ, pk=self.kwargs["other"])

    def items_of(self, instrument: Instrument) -> dict[str, Indicator]:
        rows = Indicator.objects.filter(prerequisite__instrument=instrument)
        ordered = rows.order_by("prerequisite__order", "order")
        return {row.code: row for row in ordered.select_related("prerequisite")}

    def page_url(self) -> str:
        return reverse("instrument-mapping", args=[self.source.pk, self.target.pk])


class MappingPage(PairView, TemplateView):
    permission = Permission.INSTRUMENT_VIEW
    template_name = "prasyarat/instruments/mapping.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mapping = mapping_between(self.source, self.target)
        ours, theirs = self.items_of(self.source), self.items_of(self.target)
        lines = [
            MappedLine(
                item,
                [(ours[one], kind) for one, kind in mapping.by_target.get(code, ())],
                points(item),
            )
            for code, item in theirs.items()
        ]
        carried = {one for pairs in mapping.by_target.values() for one, _ in pairs}
        return super().get_context_data(
            source=self.source,
            target=self.target,
            share=mapping.share,
            lines=[line for line in lines if line.pairs],
            unmapped=[line for line in lines if not line.pairs],
            left=[item for code, item in ours.items() if code not in carried],
            may_edit=can(self.actor, Permission.INSTRUMENT_EDIT)
            and may_map(self.actor, self.source, self.target),
            may_look=can(self.actor, Permission.ASSESSMENT_VIEW),
        )


class MapForm(forms.Form):
    source = forms.ChoiceField(
        label="Dijawab oleh",
        error_messages={"required": "Pilih butir yang menjawabnya."},
    )
    kind = forms.ChoiceField(
        label="Pemetaan",
        choices=MapKind.choices,
        widget=forms.RadioSelect,
        help_text="Sama: jawabannya langsung dihitung. Sebagian: jawabannya ditunjukkan, "
        "tetapi tidak dihitung.",
        error_messages={"required": "Pilih sama atau sebagian."},
    )

    def __init__(self, *args: Any, items: dict[str, Indicator], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [(code, f"{code} {row.text}"[:120]) for code, row in items.items()]
        self.fields["source"].choices = [("", "Pilih butir"), *listed]  # type: ignore[attr-defined]


class MapItem(PairView, VerbFormView):
    permission = Permission.INSTRUMENT_EDIT
    form_class = MapForm
    template_name = "prasyarat/instruments/map_item.html"
    done_message = "Pemetaan tersimpan."

    @cached_property
    def item(self) -> Indicator:
        rows = Indicator.objects.filter(prerequisite__instrument=self.target)
        found = rows.select_related("prerequisite")
        return get_object_or_404(found, code=self.kwargs["kode"])

    @cached_property
    def sources(self) -> dict[str, Indicator]:
        return self.items_of(self.source)

    def get_form_kwargs(self) -> dict[str, Any]:
        self.item  # noqa: B018  (404 comes before the form)
        return {**super().get_form_kwargs(), "items": self.sources}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pairs = mapping_between(self.source, self.target).by_target
        return super().get_context_data(
            source=self.source,
            target=self.target,
            item=self.item,
            pairs=[
                (self.sources[one], kind) for one, kind in pairs.get(self.item.code, ())
            ],
            page_url=self.page_url(),
            **{k: v for k, v in kwargs.items() if k not in self.kwargs},
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "hapus" not in request.POST:
            return super().post(request, *args, **kwargs)
        source = self.sources.get(request.POST["hapus"])
        if source is not None:
            unmap_item(source=source, target=self.item, by=self.actor)
            messages.success(request, f"{source.code} tidak lagi dipetakan.")
        return HttpResponseRedirect(self.page_url())

    def perform(self, form: MapForm) -> str:
        map_item(
            source=self.sources[form.cleaned_data["source"]],
            target=self.item,
            kind=form.cleaned_data["kind"],
            by=self.actor,
        )
        return self.page_url()
