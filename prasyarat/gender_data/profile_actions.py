"""Asking for the profile; the work itself is in profile_jobs."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from prasyarat.gender_data.checks import check_year
from prasyarat.gender_data.profile_models import GenderProfile
from prasyarat.gender_data.tasks import build_gender_profile
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now
from pug_portal.lib.leases import IN_QUEUE
from pug_portal.regions.models import Region

REQUESTED = Verb("gender_profile.requested", "meminta {object}")


@transaction.atomic
def request_profile(*, region: Region, year: int, by: Actor) -> GenderProfile:
    """Who asks while one is in work gets that one: two clicks, one job."""
    require_in(by, region, Permission.GENDER_DATA_VERIFY)
    check_year(year)
    Region.objects.select_for_update().get(pk=region.pk)
    running = GenderProfile.objects.running().filter(region=region, year=year).first()
    if running is not None:
        return running
    made = GenderProfile.objects.create(
        region=region,
        year=year,
        requested_by=by.user,
        requested_at=now(),
        lease_until=timezone.now() + IN_QUEUE,
    )
    record(by=by, verb=REQUESTED, obj=made, region=region)
    _enqueue(made)
    return made


def _enqueue(made: GenderProfile) -> None:
    """Without harm when the broker is down: beat finds the row when its time runs out."""

    def send() -> None:
        build_gender_profile.apply_async((made.pk,), retry=False)

    transaction.on_commit(send, robust=True)
