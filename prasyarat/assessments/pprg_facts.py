"""PPRG documents and ARG as the list of documents and the ARG recap count them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from django.urls import reverse

from focal_points.budgets.models import ArgBudget
from focal_points.budgets.sums import groups
from focal_points.opd.queries import active_on
from focal_points.pprg.models import Kind, State
from focal_points.pprg.queries import counted_by_opd, sent_in
from prasyarat.facts import Fact
from pug_portal.lib.dates import tanggal
from pug_portal.lib.numbers import rupiah
from pug_portal.regions.models import Region


def gap_of_opd(region: Region, on: dt.date) -> Mapping[int, Fact]:
    return _of_kind(Kind.GAP, region, on)


def gbs_of_opd(region: Region, on: dt.date) -> Mapping[int, Fact]:
    return _of_kind(Kind.GBS, region, on)


def _of_kind(kind: Kind, region: Region, on: dt.date) -> Mapping[int, Fact]:
    """Only OPD that have any: none in the portal may still be some on paper."""
    rule = "disetujui dan bertanda tangan" if kind == Kind.GBS else "disetujui"
    return {
        opd_id: Fact(
            f"{found[kind]} {kind.label} tahun {on.year} {rule} menurut daftar PPRG per "
            f"{tanggal(on)}.",
            value=Decimal(found[kind]),
            documented=True,
            url=f"{reverse('pprg-list')}?tahun={on.year}&jenis={kind.value}",
        )
        for opd_id, found in counted_by_opd(region, on.year).items()
        if found.get(kind)
    }


def opd_with_pprg(region: Region, on: dt.date) -> Fact | None:
    """OPD with a GAP and a GBS that count, of those active on the day."""
    offices = set(active_on(region, on).values_list("pk", flat=True))
    by_opd = counted_by_opd(region, on.year)
    if not offices or not by_opd:
        return None
    having = [
        opd_id
        for opd_id, found in by_opd.items()
        if opd_id in offices and found.get(Kind.GAP) and found.get(Kind.GBS)
    ]
    return Fact(
        f"{len(having)} dari {len(offices)} {region.opd_word} mempunyai GAP disetujui dan "
        f"GBS bertanda tangan tahun {on.year} menurut daftar PPRG per {tanggal(on)}.",
        value=Decimal(len(having)),
        denominator=Decimal(len(offices)),
        url=f"{reverse('pprg-list')}?tahun={on.year}",
    )


def approved_share(region: Region, on: dt.date) -> Fact | None:
    sent = sent_in(region, on.year)
    count = sent.count()
    if not count:
        return None
    approved = sent.filter(state=State.APPROVED).count()
    return Fact(
        f"{approved} dari {count} dokumen PPRG tahun {on.year} yang diajukan sudah "
        f"disetujui menurut daftar PPRG per {tanggal(on)}.",
        value=Decimal(approved),
        denominator=Decimal(count),
        url=f"{reverse('pprg-list')}?tahun={on.year}",
    )


def arg_share(region: Region, on: dt.date) -> Fact | None:
    """As the recap adds up; unlike denominators are never added."""
    found = groups(_budgets(region, on))
    if not found:
        return None
    if len(found) > 1:
        return Fact(
            f"Rekap ARG {on.year} memakai pembagi yang berbeda-beda, jadi portal tidak "
            "menjumlahkannya.",
            url=_recap_url(on),
        )
    [group] = found
    if not group.base_total:
        return None
    return Fact(
        f"ARG {rupiah(group.base_arg)} dari {rupiah(group.base_total)} ({group.phrase}) "
        f"menurut rekap ARG {on.year} dari {group.offices} {region.opd_word}, per "
        f"{tanggal(on)}.",
        value=Decimal(group.base_arg),
        denominator=Decimal(group.base_total),
        url=_recap_url(on),
    )


def arg_of_opd(region: Region, on: dt.date) -> Mapping[int, Fact]:
    return {
        row.opd_id: Fact(
            f"ARG {rupiah(row.arg)} dari {rupiah(row.total)} menurut rekap ARG {on.year}, "
            f"per {tanggal(on)}.",
            value=Decimal(row.arg),
            denominator=Decimal(row.total),
            url=_recap_url(on),
        )
        for row in _budgets(region, on)
        if row.arg is not None and row.total
    }


def arg_spent_by_opd(region: Region, on: dt.date) -> Mapping[int, Fact]:
    return {
        row.opd_id: Fact(
            f"Realisasi {rupiah(row.realized)} dari pagu ARG {rupiah(row.arg)} menurut "
            f"rekap ARG {on.year}, per {tanggal(on)}.",
            value=Decimal(row.realized),
            denominator=Decimal(row.arg),
            url=_recap_url(on),
        )
        for row in _budgets(region, on)
        if row.realized is not None and row.arg
    }


def _budgets(region: Region, on: dt.date) -> list[ArgBudget]:
    """The rows of the recap page: offices that were active."""
    rows = ArgBudget.objects.filter(year=on.year, opd__in=active_on(region, on))
    return list(rows.order_by("pk"))


def _recap_url(on: dt.date) -> str:
    return f"{reverse('arg-recap')}?tahun={on.year}"
