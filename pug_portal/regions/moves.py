"""Where a region stood on a day. Old papers stay with who read them then."""

from __future__ import annotations

import datetime as dt

from django.db.models import Exists, OuterRef, Q

from pug_portal.access.actor import Actor
from pug_portal.lib.clock import today
from pug_portal.regions.models import Region, RegionMove


def paths_on(day: dt.date) -> dict[int, str]:
    """{region: its path on `day`}, of those alone that have moved since."""
    later = RegionMove.objects.done().filter(starts_on__gt=day)
    rows = later.order_by("-starts_on", "-pk")
    # The earliest of the later moves is written last, and wins.
    return dict(rows.values_list("region_id", "old_path"))


def path_on(region: Region, day: dt.date) -> str:
    move = _next_move(region, day)
    return move.old_path if move else region.path


def moves_of(region: Region) -> tuple[tuple[dt.date, str], ...]:
    """(day of the move, path until then), oldest first."""
    done = RegionMove.objects.done().filter(region=region).order_by("starts_on", "pk")
    return tuple(done.values_list("starts_on", "old_path"))


def parent_on(region: Region, day: dt.date) -> Region | None:
    move = _next_move(region, day)
    return move.from_parent if move else region.parent


def _next_move(region: Region, day: dt.date) -> RegionMove | None:
    """The first that came after the day: it tells where the region stood until then."""
    if day >= today():
        return None
    later = RegionMove.objects.done().filter(region=region, starts_on__gt=day)
    return later.select_related("from_parent").order_by("starts_on", "pk").first()


def regions_below_on(here: Region, day: dt.date) -> list[tuple[Region, str]]:
    """Regions in use below `here` on `day`, each with its path of that day, in code order."""
    then = paths_on(day)
    rows = Region.objects.in_use().filter(
        Q(path__startswith=f"{here.path}.") | Q(pk__in=then)
    )
    placed = [(region, then.get(region.pk, region.path)) for region in rows]
    found = [each for each in placed if each[1].startswith(f"{here.path}.")]
    return sorted(found, key=lambda each: each[1])


def below_on(here: Region, day: dt.date, *, region: str) -> Q:
    """Rows whose region stood below `here` on `day`; `region`: the lookup of it."""
    then = paths_on(day)
    inside = [pk for pk, path in then.items() if path.startswith(f"{here.path}.")]
    still = Q(**{f"{region}__path__startswith": f"{here.path}."})
    return (still & ~Q(**{f"{region}__in": list(then)})) | Q(
        **{f"{region}__in": inside}
    )


def own_paths(region: Region) -> list[str]:
    """Its path of today and those it had: the trail is written with the path of its day."""
    # Also those of a move that was taken back: what was written meanwhile bears its path.
    moves = RegionMove.objects.filter(region=region).exclude(applied_at=None)
    found = {region.path}
    facts = ("old_path", "to_parent__path", "new_code")
    for old_path, above, code in moves.values_list(*facts):
        found |= {old_path, f"{above}.{code[-2:]}"}
    return sorted(found)


def current_code(code: str) -> str:
    """A code that a region left behind leads to the one it has now."""
    left = RegionMove.objects.done().filter(old_code=code)
    found = left.order_by("-starts_on", "-pk").values_list("region__code", flat=True)
    return found.first() or code


def formerly_below(actor: Actor, *, region: str, year: str, half: str) -> Q:
    """Rows of a semester that ended while their region stood below the actor's.

    The three names are the lookups of a row's region, year and half.
    """
    here = actor.region
    if actor.is_system or here is None or not here.has_children:
        return Q(pk__in=[])
    moves = RegionMove.objects.done().filter(
        region=OuterRef(region), old_path__startswith=f"{here.path}."
    )
    same_year = moves.filter(starts_on__year=OuterRef(year), starts_on__month__gt=6)
    later = moves.filter(starts_on__year__gt=OuterRef(year))
    return Q(Exists(later)) | (Q(**{half: 1}) & Q(Exists(same_year)))
