"""Stages of the planning calendar, Musrenbang, and collections, through the real actions."""

from __future__ import annotations

import datetime as dt

from focal_points.campaigns.actions import open_campaign, upload_document
from focal_points.campaigns.models import Campaign, CampaignDocument
from focal_points.opd.models import Opd
from focal_points.planning.actions import fill_calendar, record_musrenbang
from focal_points.planning.models import Musrenbang, Stage, StageKind
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region
from tests.make.progress import pdf


def stage(
    region: Region, kind: str = StageKind.RKA, budget_year: int | None = None
) -> Stage:
    """Of next year's budget unless told."""
    year = budget_year or today().year + 1
    fill_calendar(region=region, budget_year=year, by=SYSTEM)
    return Stage.objects.get(region=region, kind=kind, budget_year=year)


def musrenbang(region: Region, kecamatan: str = "Cepu", **counted) -> Musrenbang:
    """Of this year's planning, for next year's budget, held on 1 January."""
    held = stage(region, StageKind.DISTRICT)
    return record_musrenbang(
        stage=held,
        kecamatan=kecamatan,
        held_on=dt.date(held.planning_year, 1, 1),
        men=counted.get("men"),
        women=counted.get("women"),
        by=SYSTEM,
    )


def campaign(region: Region, *kinds: str, days: int = 10, **facts) -> Campaign:
    """GAP and GBS of the RKA unless told."""
    return open_campaign(
        stage=facts.pop("stage", None) or stage(region),
        title=facts.pop("title", "Pengumpulan GAP dan GBS"),
        kinds=kinds or ("gap", "gbs"),
        due_on=today() + dt.timedelta(days=days),
        by=facts.pop("by", SYSTEM),
        **facts,
    )


def uploaded(
    campaign: Campaign, opd: Opd, by: Actor, kind: str = "gap", name: str = "gap.pdf"
) -> CampaignDocument:
    return upload_document(
        campaign=campaign, opd=opd, kind=kind, upload=pdf(name), by=by
    )
