"""A region's own target, where the instrument leaves it open."""

from __future__ import annotations

from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction

from prasyarat.answer_checks import region_target_problem
from prasyarat.assessments.models import RegionTarget
from prasyarat.assessments.rights import why_not_aim
from prasyarat.assessments.writing import lock_region, raise_problem
from prasyarat.instruments.models import Indicator
from prasyarat.instruments.stored import rule_of
from pug_portal.access.actor import Actor
from pug_portal.audit.record import Verb, record
from pug_portal.regions.models import Region

SET = Verb("target.set", "menetapkan target daerah {object}")
DROPPED = Verb("target.dropped", "menghapus target daerah {object}")


@transaction.atomic
def set_region_target(
    *, region: Region, indicator: Indicator, target: Decimal | None, by: Actor
) -> RegionTarget | None:
    """An empty target takes the item out of the sum again."""
    if sentence := why_not_aim(region, by):
        raise PermissionDenied(sentence)
    lock_region(region)
    row = RegionTarget.objects.filter(region=region, indicator=indicator).first()
    if target is None:
        _drop(row, by)
        return None
    raise_problem(region_target_problem(rule_of(indicator), target))
    old = row.target if row else None
    if row is not None and old == target:
        return row
    row = row or RegionTarget(region=region, indicator=indicator)
    row.target = target
    row.save()
    record(by=by, verb=SET, obj=row, region=region, changes={"target": (old, target)})
    return row


def _drop(row: RegionTarget | None, by: Actor) -> None:
    if row is not None:
        changes = {"target": (row.target, None)}
        record(by=by, verb=DROPPED, obj=row, region=row.region, changes=changes)
        row.delete()
