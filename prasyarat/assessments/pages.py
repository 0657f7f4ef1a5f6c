"""What the views of this slice share: which region, which day, which item."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.models import Opd
from prasyarat.assessments.forms import DateForm
from prasyarat.assessments.item import Item, item_of
from prasyarat.assessments.models import Answer
from prasyarat.assessments.rights import sees_claims
from prasyarat.instruments.models import Indicator, Instrument
from prasyarat.instruments.use import current_instrument
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import OPD_ROLES
from pug_portal.access.views import PermissionView
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region


class RegionPage(PermissionView):
    """`?daerah=33.16` looks at a region below, `?per=2020-10-26` at another day."""

    permission = Permission.ASSESSMENT_VIEW

    @cached_property
    def scored_region(self) -> Region:
        code = self.request.GET.get("daerah", "")
        own = self.actor.region
        if own is None:
            raise Http404
        if not code or code == own.code:
            return own
        return get_object_or_404(Region.objects.for_actor(self.actor), code=code)

    @cached_property
    def date_form(self) -> DateForm:
        return DateForm(self.request.GET if "per" in self.request.GET else None)

    @cached_property
    def on(self) -> dt.date:
        return self.date_form.day()

    @cached_property
    def used_instrument(self) -> Instrument | None:
        return current_instrument(self.scored_region, self.on)

    @cached_property
    def instrument(self) -> Instrument:
        """The one in use, or another that this region answered (`?instrumen=3`)."""
        asked = self.request.GET.get("instrumen", "")
        found = self.used_instrument
        if asked.isdecimal() and (found is None or int(asked) != found.pk):
            return get_object_or_404(answered_in(self.scored_region), pk=int(asked))
        if found is None:
            raise Http404
        return found

    @property
    def is_other(self) -> bool:
        """Not the instrument in use: what was begun under it is finished, nothing new."""
        asked = "instrumen" in self.request.GET
        return asked and self.instrument != self.used_instrument

    @property
    def shown_instrument(self) -> Instrument:
        return self.instrument

    @property
    def with_claims(self) -> bool:
        return sees_claims(self.actor, self.scored_region.pk)

    def regions(self) -> QuerySet[Region]:
        """A province may look at those below it; asked only where a page offers them."""
        if self.actor.region is None or not self.actor.region.has_children:
            return Region.objects.none()
        return Region.objects.for_actor(self.actor).in_use()

    @property
    def tail(self) -> str:
        """Carried by every link, so that region and day stay."""
        kept = {}
        if self.actor.region is None or self.scored_region.pk != self.actor.region.pk:
            kept["daerah"] = self.scored_region.code
        if self.on != today():
            kept["per"] = self.on.isoformat()
        if self.is_other:
            kept["instrumen"] = str(self.shown_instrument.pk)
        return f"?{urlencode(kept)}" if kept else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shared = {
            "scored_region": self.scored_region,
            "regions": self.regions(),
            "on": self.on,
            "date_form": self.date_form,
            "with_claims": self.with_claims,
            "tail": self.tail,
            "other_instrument": self.shown_instrument if self.is_other else None,
        }
        return super().get_context_data(  # type: ignore[misc]
            **{**shared, **kwargs}
        )


class ItemPage(RegionPage):
    """One indicator of a region, or of one of its OPD (`pk`)."""

    @cached_property
    def opd(self) -> Opd | None:
        if "pk" not in self.kwargs:
            return None
        return opd_or_404(self, self.kwargs["pk"])

    @cached_property
    def item(self) -> Item:
        item = Item(self.scored_region, self.indicator, self.opd)
        if not item.is_asked:
            raise Http404
        return item

    @cached_property
    def indicator(self) -> Indicator:
        """Of the instrument; a code it does not know, of the one it was answered in."""
        rows = Indicator.objects.select_related("prerequisite__instrument")
        rows = rows.filter(code=self.kwargs["kode"])
        found = rows.filter(prerequisite__instrument=self.instrument).first()
        if found is None and "instrumen" not in self.request.GET:
            answered = rows.filter(answers__region=self.scored_region)
            found = answered.order_by("-answers__as_of", "-pk").first()
        if found is None:
            raise Http404
        return found

    @property
    def is_other(self) -> bool:
        return self.indicator.prerequisite.instrument != self.used_instrument

    @property
    def shown_instrument(self) -> Instrument:
        return self.indicator.prerequisite.instrument

    @property
    def item_url(self) -> str:
        return item_url(self.item, named=self.is_other)


def opd_or_404(page: RegionPage, pk: int) -> Opd:
    """An OPD of the region on the page; OPD people reach their own alone."""
    opds = Opd.objects.filter(region=page.scored_region).select_related("region")
    if page.actor.role in OPD_ROLES:
        opds = opds.filter(pk__in=opd_ids_of(page.actor))
    return get_object_or_404(opds, pk=pk)


def item_url(item: Item, name: str = "indicator", *, named: bool = False) -> str:
    """The address of an item's page or verb, for the region or for its OPD.

    `named`: with its instrument, where that is not the one in use: codes repeat.
    """
    code = item.indicator.code
    tail = f"?instrumen={item.indicator.prerequisite.instrument_id}" if named else ""
    if item.opd is None:
        return reverse(name, kwargs={"kode": code}) + tail
    return reverse(f"opd-{name}", kwargs={"pk": item.opd.pk, "kode": code}) + tail


def answer_url(answer: Answer) -> str:
    """Where an answer stands, also one of an instrument that is no longer in use."""
    used = current_instrument(answer.region)
    theirs = answer.indicator.prerequisite.instrument_id
    return item_url(item_of(answer), named=used is None or used.pk != theirs)


def answered_in(region: Region) -> QuerySet[Instrument]:
    answers = Answer.objects.filter(
        region=region, indicator__prerequisite__instrument=OuterRef("pk")
    )
    return Instrument.objects.filter(Exists(answers.order_by()))
