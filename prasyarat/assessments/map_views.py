"""OPD × prerequisite: the table on the screen and as a workbook, of all or of some OPD."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.views.generic import TemplateView, View

from focal_points.opd.models import OpdTag
from prasyarat.assessments.map_sheet import workbook_of
from prasyarat.assessments.opd_map import OpdMatrix, opd_matrix
from prasyarat.assessments.pages import RegionPage
from pug_portal.access.roles import OPD_ROLES
from pug_portal.audit.fresh import until_next_event
from pug_portal.files.views import attachment


class MapForm(forms.Form):
    """Which OPD are shown. What nobody offered counts as not asked."""

    tugas = forms.ChoiceField(
        label="Tugas", required=False, choices=[("", "Semua"), *OpdTag.choices]
    )
    celah = forms.BooleanField(label="Hanya yang belum terpenuhi", required=False)

    @property
    def asked(self) -> dict[str, Any]:
        self.is_valid()
        return {
            "tag": self.cleaned_data.get("tugas", ""),
            "only_gaps": self.cleaned_data.get("celah", False),
        }


class MapPage(RegionPage):
    """Not for OPD people: it shows every OPD side by side."""

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if self.actor.role in OPD_ROLES:
            raise PermissionDenied(
                "Peta semua OPD dibaca sekretariat, Bappeda, penelaah, dan pimpinan. "
                "Indikator OPD Anda ada di menu «Tujuh prasyarat»."
            )
        return super().dispatch(request, *args, **kwargs)

    @property
    def claims(self) -> bool:
        return self.with_claims and self.request.GET.get("nilai") == "mandiri"

    @cached_property
    def map_form(self) -> MapForm:
        return MapForm(self.request.GET)

    def matrix(self) -> OpdMatrix:
        found = opd_matrix(
            self.scored_region,
            self.on,
            self.instrument,
            verified_only=not self.claims,
        )
        if found is None:
            raise Http404
        return found.narrowed(**self.map_form.asked)


class OpdMap(MapPage, TemplateView):
    template_name = "prasyarat/assessments/map.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.map_form.asked
        return super().get_context_data(
            table=self.table(),
            claims=self.claims,
            map_form=self.map_form,
            tags=OpdTag.choices,
            asked=asked,
            kept=self.kept(claims=self.claims),
            kept_claims=self.kept(claims=True),
            kept_proven=self.kept(claims=False),
            **kwargs,
        )

    def kept(self, *, claims: bool) -> str:
        """The address of this view of the map, for its links."""
        asked = self.map_form.asked
        parts = {
            "daerah": ""
            if self.scored_region == self.actor.region
            else self.scored_region.code,
            "per": self.on.isoformat(),
            "nilai": "mandiri" if claims else "",
            "tugas": asked["tag"],
            "celah": "on" if asked["only_gaps"] else "",
        }
        return urlencode({name: part for name, part in parts.items() if part})

    def table(self) -> SafeString:
        """The costly part; for the own region it stands until somebody writes there."""

        def draw() -> SafeString:
            context = {
                "matrix": self.matrix(),
                "scored_region": self.scored_region,
                "tail": self.tail,
                "is_narrowed": any(self.map_form.asked.values()),
            }
            return render_to_string("prasyarat/assessments/_map.html", context)

        if self.scored_region != self.actor.region:
            return draw()
        return until_next_event(
            self.actor, f"map:{self.kept(claims=self.claims)}", draw
        )


class OpdMapSheet(MapPage, View):
    def get(self, request: HttpRequest) -> HttpResponse:
        name = f"Peta OPD {self.scored_region.short_name} {self.on.isoformat()}"
        return attachment(workbook_of(self.matrix()), name, "xlsx")
