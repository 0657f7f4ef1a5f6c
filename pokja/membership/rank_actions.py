"""Keeping the list of kedudukan of a region. Other regions' lists are never touched."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from pokja.membership.rank_models import Rank, Standing
from pokja.membership.ranks import stored_ranks
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.audit.record import Verb, changed, record
from pug_portal.regions.models import Region

ADDED = Verb("rank.added", "menambah kedudukan {object}")
CHANGED = Verb("rank.changed", "mengubah kedudukan {object}")
MOVED = Verb("rank.moved", "mengubah urutan kedudukan {object}")
RETIRED = Verb("rank.retired", "menghentikan kedudukan {object}")
OFFERED = Verb("rank.offered", "menawarkan lagi kedudukan {object}")
MOST_RANKS = 60


@transaction.atomic
def add_rank(*, region: Region, label: str, kind: str, by: Actor) -> Rank:
    """At the end of its kind's rows, or of the list."""
    ranks = _locked(region, by)
    if len(ranks) >= MOST_RANKS:
        raise Refusal(f"Daftar memuat paling banyak {MOST_RANKS} kedudukan.")
    rank = Rank(region=region, label=_tidy(label), kind=kind)
    rank.code = _free_code(rank.label, {each.code for each in ranks})
    alike = [place for place, each in enumerate(ranks) if each.kind == kind]
    ranks.insert(alike[-1] + 1 if alike else len(ranks), rank)
    rank.order = ranks.index(rank) + 1
    _save(rank)
    _renumber(ranks)
    told = {"label": (None, rank.label), "kind": (None, Standing(kind).label)}
    record(by=by, verb=ADDED, obj=rank, region=region, changes=told)
    return rank


@transaction.atomic
def change_rank(*, region: Region, code: str, label: str, kind: str, by: Actor) -> Rank:
    """The new words stand wherever the kedudukan stands, in older susunan too."""
    rank = _one(_locked(region, by), code)
    changes = changed(rank, {"label": _tidy(label), "kind": kind})
    for name, (_, value) in changes.items():
        setattr(rank, name, value)
    if changes:
        _save(rank)
        if "kind" in changes:
            old, new = changes["kind"]
            changes["kind"] = (Standing(old).label, Standing(new).label)
        record(by=by, verb=CHANGED, obj=rank, region=region, changes=changes)
    return rank


@transaction.atomic
def move_rank(*, region: Region, code: str, step: int, by: Actor) -> Rank:
    """`step` −1 goes up, +1 down; at the end of the list nothing happens."""
    ranks = _locked(region, by)
    rank = _one(ranks, code)
    place = ranks.index(rank)
    target = place + step
    if 0 <= target < len(ranks):
        ranks.insert(target, ranks.pop(place))
        _renumber(ranks)
        told = {"order": (place + 1, target + 1)}
        record(by=by, verb=MOVED, obj=rank, region=region, changes=told)
    return rank


@transaction.atomic
def retire_rank(*, region: Region, code: str, by: Actor) -> Rank:
    """No longer offered; whoever sits under it stays there."""
    ranks = _locked(region, by)
    rank = _one(ranks, code)
    if rank.is_retired:
        return rank
    if sum(not each.is_retired for each in ranks) == 1:
        raise Refusal("Sedikitnya satu kedudukan tetap ditawarkan.")
    return _offer(rank, False, by)


@transaction.atomic
def offer_rank(*, region: Region, code: str, by: Actor) -> Rank:
    rank = _one(_locked(region, by), code)
    return _offer(rank, True, by) if rank.is_retired else rank


def _offer(rank: Rank, is_offered: bool, by: Actor) -> Rank:
    rank.is_retired = not is_offered
    rank.save(update_fields=["is_retired"])
    verb = OFFERED if is_offered else RETIRED
    told = {"is_retired": (is_offered, not is_offered)}
    record(by=by, verb=verb, obj=rank, region=rank.region, changes=told)
    return rank


def _locked(region: Region, by: Actor) -> list[Rank]:
    """Of two people who order the list at once the second sees the first one's order."""
    require_in(by, region, Permission.MEMBER_EDIT)
    Region.objects.select_for_update(of=("self",)).get(pk=region.pk)
    ranks = stored_ranks(region).values()
    return sorted(ranks, key=lambda rank: (rank.order, rank.pk))


def _one(ranks: list[Rank], code: str) -> Rank:
    found = next((rank for rank in ranks if rank.code == code), None)
    if found is None:
        raise Refusal("Kedudukan ini tidak ada dalam daftar daerah.")
    return found


def _renumber(ranks: list[Rank]) -> None:
    moved = []
    for place, rank in enumerate(ranks, 1):
        if rank.order != place:
            rank.order = place
            moved.append(rank)
    Rank.objects.bulk_update(moved, ["order"])


def _save(rank: Rank) -> None:
    if not rank.label:
        raise Refusal("Tulis sebutan kedudukannya.", field="label")
    try:
        with transaction.atomic():
            rank.save()
    except IntegrityError as twin:
        raise Refusal(
            f"«{rank.label}» sudah ada dalam daftar.", field="label"
        ) from twin


def _tidy(label: str) -> str:
    return " ".join(label.split())


def _free_code(label: str, taken: set[str]) -> str:
    base = slugify(label).replace("-", "_")[:50] or "kedudukan"
    code, number = base, 2
    while code in taken:
        code, number = f"{base}_{number}", number + 1
    return code
