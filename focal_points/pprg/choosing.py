"""Which template a document follows."""

from __future__ import annotations

from focal_points.pprg.fields import Template
from focal_points.pprg.gap import GAP4, GAP9
from focal_points.pprg.gbs import GBS, KAK
from focal_points.pprg.models import GapFormat, Kind, PprgDocument
from focal_points.pprg.team_models import GapChoice
from pug_portal.regions.models import Region


def template_of(document: PprgDocument) -> Template:
    if document.kind == Kind.GAP:
        return GAP4 if document.gap_format == GapFormat.FOUR else GAP9
    return GBS if document.kind == Kind.GBS else KAK


def gap_format_for(region: Region, year: int) -> GapFormat:
    found = GapChoice.objects.filter(region=region, year=year).first()
    return GapFormat(found.gap_format) if found else GapFormat.NINE
