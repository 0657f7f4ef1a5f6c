"""Comparison: year to year and region to region on one page, a province's regions on another.

A kabupaten or kota reads itself and the average of its province, never a neighbour.
"""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Any

from django import forms
from django.views.generic import TemplateView

from prasyarat.assessments.pages import RegionPage
from prasyarat.assessments.queries import NOT_OFFICIAL
from prasyarat.assessments.rights import sees_claims
from prasyarat.pictures.average import AgainstAverage, against_average, lines_of
from prasyarat.pictures.compare import compare
from prasyarat.pictures.regions import FEWEST_REGIONS, RegionScores, region_scores
from prasyarat.scoring import Stage
from pug_portal.lib.fields import TanggalField
from pug_portal.regions.choice import chosen_region, regions_offered
from pug_portal.regions.models import Region
from pug_portal.regions.moves import parent_on

WORDS = {
    Stage.VERIFIED: "Nilai terverifikasi",
    Stage.FINAL: "Nilai akhir",
    Stage.SELF: "Nilai mandiri",
}


class OtherForm(forms.Form):
    dengan_per = TanggalField(label="Per tanggal", required=False)


class ScoreCompare(RegionPage, TemplateView):
    """`?daerah=…&per=…` beside `&dengan=…&dengan_per=…`."""

    template_name = "prasyarat/pictures/compare.html"

    @cached_property
    def offered(self) -> list[Region]:
        return list(regions_offered(self.actor))

    @cached_property
    def other_region(self) -> Region:
        """404 for a region the reader does not see."""
        code = self.request.GET.get("dengan", "")
        if not code:
            return self.scored_region
        at_hand = next((one for one in self.offered if one.code == code), None)
        return at_hand or chosen_region(self.actor, code)

    @cached_property
    def other_form(self) -> OtherForm:
        return OtherForm(self.request.GET if "dengan_per" in self.request.GET else None)

    @cached_property
    def other_day(self) -> dt.date:
        """A year before, unless asked otherwise; of another region the same day."""
        if self.other_form.is_valid() and self.other_form.cleaned_data["dengan_per"]:
            found: dt.date = self.other_form.cleaned_data["dengan_per"]
            return found
        if self.other_region != self.scored_region:
            return self.on
        return year_before(self.on)

    @property
    def offered_stages(self) -> list[Stage]:
        both = (self.scored_region.pk, self.other_region.pk)
        own = all(sees_claims(self.actor, pk) for pk in both)
        return [Stage.VERIFIED, Stage.FINAL, *([Stage.SELF] if own else [])]

    @property
    def stage(self) -> Stage:
        asked = self.request.GET.get("nilai", "")
        found = (each for each in self.offered_stages if each.value == asked)
        return next(found, Stage.VERIFIED)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = compare(
            (self.scored_region, self.on),
            (self.other_region, self.other_day),
            self.stage,
        )
        plot = found.plot() if found and not found.is_refused else None
        return super().get_context_data(
            found=found,
            plot=plot,
            radar=plot.radar() if plot else "",
            bars=plot.bars() if plot else "",
            regions=self.offered,
            other_region=self.other_region,
            other_form=self.other_form,
            other_day=self.other_day,
            stages=[(each.value, WORDS[each]) for each in self.offered_stages],
            stage_word=WORDS[found.stage if found else self.stage],
            asked_stage=self.stage.value,
            note=NOT_OFFICIAL,
            **kwargs,
        )


class RegionScoresPage(RegionPage, TemplateView):
    """Of a province or the nation all below it; of a kabupaten or kota the average alone."""

    template_name = "prasyarat/pictures/regions.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        above = above_of(self.scored_region, self.on)
        found = region_scores(above, self.on) if above else None
        is_wide = self.scored_region.has_children
        against = None if is_wide else self.against(found)
        return super().get_context_data(
            above=above,
            is_wide=is_wide,
            found=found,
            lines=lines_of(found) if found and is_wide else [],
            against=against,
            plot=against.plot if against else None,
            radar=against.plot.radar() if against else "",
            bars=against.plot.bars() if against else "",
            fewest=FEWEST_REGIONS,
            regions=regions_offered(self.actor),
            note=NOT_OFFICIAL,
            **kwargs,
        )

    def against(self, found: RegionScores | None) -> AgainstAverage | None:
        """Its own score is among those read for the average: not a query more."""
        own = found.row_of(self.scored_region) if found else None
        if found is None or own is None or not found.is_told_below:
            return None
        return against_average(own, found)


def above_of(region: Region, on: dt.date) -> Region | None:
    """The region whose average is told: one's province of that day, or oneself."""
    return region if region.has_children else parent_on(region, on)


def year_before(day: dt.date) -> dt.date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)
