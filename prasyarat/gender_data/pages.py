"""What the pages of this slice share: the region, the table, its years, its supplier."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import Http404
from django.urls import reverse

from prasyarat.gender_data.definitions import Axis
from prasyarat.gender_data.models import TableYear
from prasyarat.gender_data.places import place_of, region_axes
from prasyarat.gender_data.rights import Place
from pug_portal.access.permissions import Permission
from pug_portal.access.views import PermissionView
from pug_portal.regions.choice import chosen_region
from pug_portal.regions.models import Region


class RegionPage(PermissionView):
    """`?daerah=33.16` looks at a region below."""

    permission = Permission.GENDER_DATA_VIEW

    @cached_property
    def shown_region(self) -> Region:
        return chosen_region(self.actor, self.request.GET.get("daerah"))

    @property
    def is_own(self) -> bool:
        own = self.actor.region
        return own is not None and own.pk == self.shown_region.pk

    @property
    def tail(self) -> str:
        return "" if self.is_own else f"?daerah={self.shown_region.code}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(  # type: ignore[misc]
            shown_region=self.shown_region, is_own=self.is_own, tail=self.tail, **kwargs
        )


class TablePage(RegionPage):
    """One table of a region; 404 for a code nobody defined."""

    kwargs: dict[str, Any]

    @cached_property
    def place(self) -> Place:
        found = place_of(self.shown_region, self.kwargs["kode"])
        if found is None:
            raise Http404
        return found

    @cached_property
    def axes(self) -> list[Axis]:
        return region_axes(self.shown_region, self.place.table)

    @cached_property
    def row(self) -> TableYear:
        """Of the year in the address."""
        rows = TableYear.objects.filter(
            region=self.shown_region,
            table=self.place.table.code,
            year=self.kwargs["tahun"],
        )
        found = rows.select_related("region").first()
        if found is None:
            raise Http404
        return found

    def table_url(self, year: int | None = None) -> str:
        url = reverse("gender-table", kwargs={"kode": self.place.table.code})
        return f"{url}?tahun={year}" if year else url

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            place=self.place, table=self.place.table, **kwargs
        )
