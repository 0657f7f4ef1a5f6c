"""The Excel pages of a year's driver offices and of a year's monev visits."""

from __future__ import annotations

from django.http import Http404
from django.urls import reverse

from pokja.programme.choices import State
from pokja.programme.driver_sheet import DriverImporter
from pokja.programme.guard import FIRST_YEAR, LAST_YEAR, today_in
from pokja.programme.models import DriverPlan, MonevVisit, Rad
from pokja.programme.view_bases import own_region
from pokja.programme.visit_sheet import VisitImporter
from pokja.programme.year_sheet import YearSheet
from pug_portal.access.permissions import Permission
from pug_portal.imports import views
from pug_portal.regions.models import Region


class _YearSheet(views.SheetPage):
    """The writer's own region; other years are a press away."""

    permission = Permission.PROGRAMME_EDIT
    importer_class: type[YearSheet]

    def build_importer(self) -> YearSheet:
        year = self.kwargs["year"]
        if not FIRST_YEAR <= year <= self.last_year():
            raise Http404
        return self.importer_class(own_region(self.actor), year)

    def last_year(self) -> int:
        return LAST_YEAR

    def years(self, region: Region) -> set[int]:
        raise NotImplementedError

    def other_years(self) -> list[tuple[str, str]]:
        years = self.years(self.importer.region) - {self.kwargs["year"]}
        return [
            (str(year), reverse(self.names, args=[year]))
            for year in sorted(years, reverse=True)
        ]


class _DriverSheet(_YearSheet):
    names = "driver-sheet"
    back_label = "OPD penggerak"
    importer_class = DriverImporter

    def back_url(self) -> str:
        return reverse("driver-list")

    def years(self, region: Region) -> set[int]:
        """This one, those of a RAD in force, and those that have a plan."""
        held = DriverPlan.objects.filter(region=region).values_list("year", flat=True)
        covered = Rad.objects.filter(region=region, state=State.SETTLED)
        years = {year for rad in covered for year in rad.years}
        return {*held, today_in(region).year, *years}


class DriverSheetStart(_DriverSheet, views.SheetStart):
    pass


class DriverSheetTemplate(_DriverSheet, views.SheetTemplate):
    pass


class DriverSheetData(_DriverSheet, views.SheetData):
    pass


class DriverSheetPreview(_DriverSheet, views.SheetPreview):
    pass


class DriverSheetMarked(_DriverSheet, views.SheetMarked):
    pass


class _VisitSheet(_YearSheet):
    names = "visit-sheet"
    back_label = "Kunjungan monev"
    importer_class = VisitImporter

    def back_url(self) -> str:
        return reverse("visit-list")

    def last_year(self) -> int:
        """A visit is recorded once it has been."""
        return today_in(own_region(self.actor)).year

    def years(self, region: Region) -> set[int]:
        this = today_in(region).year
        visits = MonevVisit.objects.filter(region=region)
        return {this, this - 1, *(d.year for d in visits.dates("visited_on", "year"))}


class VisitSheetStart(_VisitSheet, views.SheetStart):
    pass


class VisitSheetTemplate(_VisitSheet, views.SheetTemplate):
    pass


class VisitSheetData(_VisitSheet, views.SheetData):
    pass


class VisitSheetPreview(_VisitSheet, views.SheetPreview):
    pass


class VisitSheetMarked(_VisitSheet, views.SheetMarked):
    pass
