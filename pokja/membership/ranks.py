"""The kedudukan of a region: what is offered, and the row behind a code."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count

from pokja.membership.models import Member
from pokja.membership.rank_models import Rank, Standing, usual_ranks
from pug_portal.access.refusal import Refusal
from pug_portal.regions.models import Region

Choices = list[tuple[str, str]]


def ranks_of(region: Region | None) -> list[Rank]:
    """In order, retired ones too. Unsaved while the region has not written any."""
    if region is None:
        return []
    stored = Rank.objects.filter(region=region).order_by("order", "pk")
    return list(stored) or usual_ranks(region)


def choices_of(ranks: Iterable[Rank], also: Iterable[str] = ()) -> Choices:
    """What a form offers; `also`: codes in use, which stay although retired."""
    kept = set(also)
    return [
        (rank.code, rank.label)
        for rank in ranks
        if not rank.is_retired or rank.code in kept
    ]


def usual_code(ranks: Iterable[Rank], kind: str = Standing.MEMBER) -> str:
    """The first kedudukan of a kind that is still offered; "" where there is none."""
    offered = (rank for rank in ranks if not rank.is_retired)
    return next((rank.code for rank in offered if rank.kind == kind), "")


def code_called(ranks: Iterable[Rank], words: str, kind: str) -> str:
    """As a decree prints it: by the region's own words, else by what it is for."""
    wanted = " ".join(words.split()).casefold().strip(" :;.,")
    ranks = list(ranks)
    for rank in ranks:
        if wanted and not rank.is_retired and rank.label.casefold() == wanted:
            return rank.code
    return usual_code(ranks, kind) if kind else ""


def stored_ranks(region: Region) -> dict[str, Rank]:
    """By code. The first write of a region lays down the list it was shown."""
    found = {rank.code: rank for rank in Rank.objects.filter(region=region)}
    if found:
        return found
    # Somebody else may do the same at this moment.
    Rank.objects.bulk_create(usual_ranks(region), ignore_conflicts=True)
    return {rank.code: rank for rank in Rank.objects.filter(region=region)}


def rank_coded(ranks: dict[str, Rank], code: str) -> Rank:
    try:
        return ranks[code]
    except KeyError:
        raise Refusal("Pilih kedudukan dari daftar daerah.", field="standing") from None


def uses_of(region: Region) -> dict[int, int]:
    """How many rows of members stand under each kedudukan."""
    rows = Member.objects.filter(decree__region=region).order_by().values_list("rank")
    return dict(rows.annotate(count=Count("pk")))
