"""Changing how a region presents itself: names, letterhead, zone, and whether it takes part."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.roles import Role
from pug_portal.audit.record import Verb, changed, record
from pug_portal.regions.models import Region

CHANGED = Verb("region.changed", "mengubah pengaturan {object}")

FIELDS = (
    "secretariat_office",
    "planning_office",
    "opd_word",
    "capital",
    "zone",
    "letterhead",
    "focal_points_advised",
    "arg_target",
)


@transaction.atomic
def change_settings(*, region: Region, by: Actor, **new: Any) -> Region:
    """New values for any of FIELDS, and `uses_portal` for the administrator alone."""
    require_in(by, region, Permission.REGION_EDIT)
    region = Region.objects.select_for_update().get(pk=region.pk)
    changes = changed(region, new)
    if "uses_portal" in changes and by.role != Role.ADMINISTRATOR:
        raise PermissionDenied(
            "Hanya administrator yang menetapkan daerah mana yang memakai portal."
        )
    unknown = set(changes) - {*FIELDS, "uses_portal"}
    if unknown:
        raise TypeError(f"no setting of a region: {', '.join(sorted(unknown))}")
    if not changes:
        return region
    for name, value in new.items():
        setattr(region, name, value)
    region.save(update_fields=list(changes))
    record(by=by, verb=CHANGED, obj=region, region=region, changes=changes)
    return region
