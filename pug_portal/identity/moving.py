"""A region comes under another province: announced, done on its day, taken back."""

from __future__ import annotations

import datetime as dt
import logging

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from pug_portal.access.actor import Actor
from pug_portal.access.checks import may_change, require
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now, today
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Level, Region, RegionMove

ANNOUNCED = Verb("region.move_announced", "mencatat pindah provinsi {object}")
MOVED = Verb("region.moved", "memindahkan {object} ke provinsi lain")
UNDONE = Verb("region.move_undone", "membatalkan pindah provinsi {object}")

logger = logging.getLogger(__name__)

EARLIEST = dt.date(1945, 8, 17)
LATEST_YEARS = 5


@transaction.atomic
def move_region(
    *,
    region: Region,
    to: Region,
    starts_on: dt.date,
    new_code: str,
    legal_basis: str,
    by: Actor,
) -> RegionMove:
    """At once when the day has come, else the night of that day does it."""
    region = _locked(region)
    require_mover(by, region, to)
    move = RegionMove(
        region=region,
        from_parent=region.parent,
        to_parent=to,
        starts_on=starts_on,
        old_code=region.code,
        new_code=new_code.strip(),
        old_path=region.path,
        legal_basis=" ".join(legal_basis.split()),
        made_at=now(),
    )
    _check(move)
    move.save()
    told = {"parent": (region.parent, to), "starts_on": (None, starts_on)}
    record(
        by=by,
        verb=ANNOUNCED,
        obj=region,
        region=region,
        changes=told,
        reason=move.legal_basis,
    )
    if starts_on <= today():
        _apply(move, by)
    return move


def require_mover(by: Actor, *regions: Region) -> None:
    """Both provinces must lie in the administrator's width."""
    require(by, Permission.REGION_EDIT)
    inside = all(may_change(by, region) for region in regions)
    if not by.is_system and (by.role != Role.ADMINISTRATOR or not inside):
        raise PermissionDenied(
            "Hanya administrator nasional yang memindahkan daerah ke provinsi lain."
        )


def _locked(region: Region) -> Region:
    rows = Region.objects.select_for_update(of=("self",)).select_related("parent")
    return rows.get(pk=region.pk)


def _check(move: RegionMove) -> None:
    region, to = move.region, move.to_parent
    if region.level not in {Level.REGENCY, Level.CITY}:
        raise Refusal("Hanya kabupaten atau kota yang pindah provinsi.")
    if region.moves.standing().filter(applied_at=None).exists():
        raise Refusal(
            "Pindah provinsi daerah ini sudah dicatat dan menunggu tanggalnya. "
            "Batalkan dahulu yang itu.",
            field="to",
        )
    if to.level != Level.PROVINCE:
        raise Refusal("Pilih sebuah provinsi.", field="to")
    if to.pk == region.parent_id:
        raise Refusal(f"{region.name} sudah di bawah {to.name}.", field="to")
    if not move.legal_basis:
        raise Refusal(
            "Isi dasar hukumnya, misalnya nomor undang-undang.", field="legal_basis"
        )
    _check_day(move)
    _check_code(move)


def _check_day(move: RegionMove) -> None:
    last = move.region.moves.done().order_by("-starts_on").first()
    if last is not None and move.starts_on <= last.starts_on:
        raise Refusal(
            f"Daerah ini terakhir pindah {tanggal(last.starts_on)}. Isi tanggal "
            "sesudahnya.",
            field="starts_on",
        )
    far = today().year + LATEST_YEARS
    if move.starts_on < EARLIEST or move.starts_on.year > far:
        raise Refusal(
            f"Isi tanggal antara {tanggal(EARLIEST)} dan akhir {far}.",
            field="starts_on",
        )


def _check_code(move: RegionMove) -> None:
    code, province = move.new_code, move.to_parent.code
    tail = code.removeprefix(f"{province}.")
    if tail == code or len(tail) != 2 or not (tail.isascii() and tail.isdecimal()):
        raise Refusal(
            f"Kode daerah di provinsi ini ditulis {province}.xx, misalnya "
            f"{province}.09.",
            field="new_code",
        )
    owner = Region.objects.filter(code=code).exclude(pk=move.region.pk).first()
    if owner is not None:
        raise Refusal(f"Kode {code} sudah dipakai {owner.name}.", field="new_code")
    # The trail and old addresses know a region by its code of then: another one under
    # the same code would read that trail, and its own would be read by the other.
    others = RegionMove.objects.exclude(region=move.region)
    others = others.exclude(applied_at=None, undone_at__isnull=False)
    held = others.filter(Q(old_code=code) | Q(new_code=code)).select_related("region")
    if (other := held.first()) is not None:
        raise Refusal(
            f"Kode {code} dahulu atau kelak kode {other.region.name}, jadi tidak "
            "diberikan kepada daerah lain.",
            field="new_code",
        )


def apply_due_moves(*, by: Actor) -> int:
    """The announced moves whose day has come; may run as often as it likes.

    One that is refused waits for the administrator and holds up no other region.
    """
    waiting = RegionMove.objects.standing().filter(
        applied_at=None, starts_on__lte=today()
    )
    return sum(_apply_alone(pk, by) for pk in waiting.values_list("pk", flat=True))


def _apply_alone(pk: int, by: Actor) -> bool:
    try:
        with transaction.atomic():
            rows = RegionMove.objects.standing().filter(pk=pk, applied_at=None)
            locked = rows.select_for_update(of=("self",)).select_related("to_parent")
            if (move := locked.first()) is None:
                return False
            move.region = _locked(move.region)
            _apply(move, by)
    except Refusal as refusal:
        logger.warning("Region move %s: %s", pk, refusal)
        return False
    return True


def _apply(move: RegionMove, by: Actor) -> None:
    path = f"{move.to_parent.path}.{move.new_code[-2:]}"
    _place(move.region, move.to_parent, move.new_code, path)
    move.applied_at = now()
    move.save(update_fields=["applied_at"])
    # With the new path, so that the new province reads of it too.
    told = {"code": (move.old_code, move.new_code)}
    region = move.region
    record(by=by, verb=MOVED, obj=region, region=region, changes=told)


def _place(region: Region, parent: Region, code: str, path: str) -> None:
    owner = Region.objects.filter(path=path).exclude(pk=region.pk).first()
    if owner is not None:
        raise Refusal(f"Kode {code} sudah dipakai {owner.name}.", field="new_code")
    region.parent, region.code, region.path = parent, code, path
    region.save(update_fields=["parent", "code", "path"])


@transaction.atomic
def undo_move(*, move: RegionMove, by: Actor) -> RegionMove:
    """Recorded by mistake: as if it had never been. Only the latest can be taken back."""
    region = _locked(move.region)
    rows = RegionMove.objects.select_for_update(of=("self",))
    move = rows.select_related("from_parent", "to_parent").get(pk=move.pk)
    move.region = region
    require_mover(by, region, move.from_parent, move.to_parent)
    if move.undone_at is not None:
        raise Refusal("Pindah provinsi ini sudah dibatalkan.")
    if region.moves.standing().filter(starts_on__gt=move.starts_on).exists():
        raise Refusal("Batalkan dahulu perpindahan yang sesudahnya.")
    if move.applied_at is not None:
        _place(region, move.from_parent, move.old_code, move.old_path)
    move.undone_at = now()
    move.save(update_fields=["undone_at"])
    told = {"parent": (move.to_parent, move.from_parent)}
    record(by=by, verb=UNDONE, obj=region, region=region, changes=told)
    return move
