"""Turning the public roster on and off, and deciding about names."""

from __future__ import annotations

from django.db import transaction

from pokja.public_roster.models import RosterSwitch
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.regions.models import Region

SWITCHED = Verb("roster.switched", "mengubah {object}")


@transaction.atomic
def switch_roster(
    *,
    region: Region,
    is_on: bool,
    shows_names: bool,
    by: Actor,
    shows_photos: bool = False,
) -> RosterSwitch:
    """Off hides the page and the PDF at once: no cache may keep them."""
    require_in(by, region, Permission.MEMBER_EDIT)
    if shows_photos and not shows_names:
        raise Refusal(
            "Foto hanya tampil bersama nama. Centang juga «Tayangkan nama anggota».",
            field="shows_photos",
        )
    Region.objects.select_for_update(of=("self",)).get(pk=region.pk)
    switch, _made = RosterSwitch.objects.get_or_create(region=region)
    given = {"is_on": is_on, "shows_names": shows_names, "shows_photos": shows_photos}
    changes = changed(switch, given)
    if changes:
        for name, value in given.items():
            setattr(switch, name, value)
        switch.save()
        record(by=by, verb=SWITCHED, obj=switch, region=region, changes=changes)
    return switch
