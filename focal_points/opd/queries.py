"""Reading the list of OPD."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q

from focal_points.opd.models import Opd, OpdQuerySet
from pug_portal.access.actor import Actor
from pug_portal.regions.models import Region


class Standing(models.TextChoices):
    """The filter of the list page."""

    REPORTING = "melapor", "Ikut melapor"
    ACTIVE = "aktif", "Semua yang aktif"
    OFF = "tidak_melapor", "Aktif, tidak ikut melapor"
    CLOSED = "tidak_aktif", "Tidak aktif"
    GUESS = "dugaan", "Masih dugaan"
    ALL = "semua", "Semua"


def active_on(region: Region, day: dt.date) -> OpdQuerySet:
    """The denominator of everything: OPD that exist on `day` and are asked to report."""
    return Opd.objects.filter(region=region).active_on(day)


def opd_list(
    actor: Actor,
    *,
    region: Region,
    day: dt.date,
    words: str = "",
    tag: str = "",
    standing: str = Standing.ACTIVE,
) -> OpdQuerySet:
    rows = Opd.objects.for_actor(actor).filter(region=region)
    rows = _with_standing(rows, standing, day)
    if tag:
        rows = rows.filter(tag=tag)
    for word in words.split():
        rows = rows.filter(Q(name__icontains=word) | Q(short_name__icontains=word))
    existing = Opd.objects.existing_on(day).filter(pk=OuterRef("pk"))
    rows = with_appointed(rows, day).annotate(is_closed=~Exists(existing))
    # Named here, for a counted query drops the model's own order.
    return rows.order_by("name", "pk")


def with_appointed(rows: OpdQuerySet, day: dt.date) -> OpdQuerySet:
    """Adds `focal_point_count` and `head_count`: appointments valid on `day`."""
    valid = Q(appointments__start__lte=day) & (
        Q(appointments__end=None) | Q(appointments__end__gte=day)
    )
    return rows.annotate(
        focal_point_count=Count(
            "appointments", filter=valid & Q(appointments__kind="focal_point")
        ),
        head_count=Count(
            "appointments", filter=valid & Q(appointments__kind="kepala_opd")
        ),
    )


def _with_standing(rows: OpdQuerySet, standing: str, day: dt.date) -> OpdQuerySet:
    if standing == Standing.ALL:
        return rows
    if standing == Standing.GUESS:
        return rows.filter(is_guess=True)
    if standing == Standing.CLOSED:
        return rows.exclude(pk__in=rows.existing_on(day).values("pk"))
    if standing == Standing.REPORTING:
        return rows.active_on(day)
    if standing == Standing.OFF:
        return rows.existing_on(day).filter(takes_part=False)
    return rows.existing_on(day)
