"""Taking in an export of SIPD: all lines or none; and telling which of them are ARG."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Sum

from focal_points.appointments.scope import opd_ids_of
from focal_points.budgets.actions import check_year, record_arg
from focal_points.budgets.line_models import BudgetLine, SipdDraft, SipdMapping
from focal_points.budgets.models import ArgBudget, Stage
from focal_points.budgets.sipd import COLUMNS, RULE_VERSIONS, Problem, header_row, parse
from focal_points.opd.models import Opd
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require_in
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import OPD_ROLES
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now
from pug_portal.lib.sheets import BookRefused
from pug_portal.lib.sheets.foreign import grid
from pug_portal.regions.models import Region

IMPORTED = Verb("sipd.imported", "mengimpor baris anggaran SIPD {object}")
TAGGED = Verb("sipd.tagged", "menandai ARG pada baris anggaran {object}")
LIFETIME = dt.timedelta(hours=24)


class UnreadableLines(Refusal):
    """Every problem with its cell; nothing was written."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(
            f"Ada {len(problems)} sel yang belum terbaca, jadi belum ada yang disimpan."
        )
        self.problems = problems


def require_to_edit(opd: Opd, by: Actor) -> None:
    require_in(by, opd.region, Permission.ARG_EDIT)
    if by.role in OPD_ROLES and opd.pk not in opd_ids_of(by):
        raise PermissionDenied("Anggaran ini milik OPD lain.")


@transaction.atomic
def keep_sipd(
    *,
    opd: Opd,
    year: int,
    stage: str,
    rule_version: str,
    upload: UploadedFile,
    by: Actor,
) -> SipdDraft:
    require_to_edit(opd, by)
    if by.user is None:
        raise PermissionDenied("Unggahan ini milik seseorang.")
    check_year(year)
    if rule_version not in dict(RULE_VERSIONS):
        raise Refusal("Pilih aturan kodenya.", field="rule_version")
    upload.seek(0)
    try:
        rows = grid(upload.read(), upload.name or "sipd.xlsx")
    except BookRefused as refused:
        raise Refusal(refused.sentence, field="file") from refused
    SipdDraft.objects.filter(created_at__lt=now() - LIFETIME).delete()
    SipdDraft.objects.of(by).delete()
    return SipdDraft.objects.create(
        user=by.user,
        opd=opd,
        year=year,
        stage=Stage(stage),
        rule_version=rule_version,
        name=(upload.name or "sipd.xlsx")[:200],
        rows=rows,
        header=header_row(rows),
        created_at=now(),
    )


@dataclass(frozen=True)
class Taken:
    """`lost`: codes that were marked as ARG and are not in the newer export."""

    count: int
    lost: list[str]


@transaction.atomic
def apply_sipd(*, draft: SipdDraft, places: Mapping[str, int], by: Actor) -> Taken:
    """Takes the place of the lines of the same office, year and stage; tags stay."""
    opd = Opd.objects.select_for_update(of=("self",)).get(pk=draft.opd_id)
    require_to_edit(opd, by)
    for key, (label, _, is_needed) in COLUMNS.items():
        if is_needed and key not in places:
            raise Refusal(f"Pilih kolom {label}.", field=key)
    lines, problems = parse(draft.rows, draft.header, places)
    if problems:
        raise UnreadableLines(problems)
    if not lines:
        raise Refusal("Tidak ada baris sub kegiatan di berkas ini. Periksa kolomnya.")
    rows = BudgetLine.objects.filter(opd=opd, year=draft.year, stage=draft.stage)
    tagged = set(rows.filter(is_arg=True).values_list("sub_code", flat=True))
    before = rows.count()
    rows.delete()
    BudgetLine.objects.bulk_create(
        BudgetLine(
            opd=opd,
            year=draft.year,
            stage=draft.stage,
            rule_version=draft.rule_version,
            is_arg=line.sub_code in tagged,
            **vars(line),
        )
        for line in lines
    )
    _remember(opd.region, draft, places)
    lost = sorted(tagged - {line.sub_code for line in lines})
    changes = {
        "baris": (before or None, len(lines)),
        "berkas": (None, draft.name),
        "tanda ARG yang hilang": (lost or None, None),
    }
    record(by=by, verb=IMPORTED, obj=opd, region=opd.region, changes=changes)
    draft.delete()
    return Taken(len(lines), lost)


@transaction.atomic
def tag_lines(
    *,
    opd: Opd,
    year: int,
    stage: str,
    chosen: Collection[int],
    by: Actor,
    shown: Collection[int] | None = None,
) -> int:
    """Which lines are gender responsive; gives their sum.

    `shown`: those tagged when the page was opened. Only what was ticked or unticked since
    then is changed, so what another person did meanwhile stays.
    """
    require_to_edit(opd, by)
    rows = BudgetLine.objects.select_for_update().filter(
        opd=opd, year=year, stage=Stage(stage)
    )
    there = dict(rows.order_by("pk").values_list("pk", "is_arg"))
    before = {pk for pk, is_arg in there.items() if is_arg}
    was = before if shown is None else set(shown)
    added, dropped = set(chosen) - was, was - set(chosen)
    if gone := (added | dropped) - there.keys():
        raise Refusal(
            f"{len(gone)} baris yang Anda tandai sudah diganti impor yang lebih baru. "
            "Periksa daftar di bawah, lalu tandai lagi."
        )
    rows.filter(pk__in=dropped).update(is_arg=False)
    rows.filter(pk__in=added).update(is_arg=True)
    tagged = rows.filter(is_arg=True)
    changes = {"baris ARG": (len(before), tagged.count())}
    if added - before or dropped & before:
        record(by=by, verb=TAGGED, obj=opd, region=opd.region, changes=changes)
    total: int = tagged.aggregate(found=Sum("ceiling"))["found"] or 0
    return total


@transaction.atomic
def use_as_ceiling(*, opd: Opd, year: int, stage: str, by: Actor) -> ArgBudget:
    """The sum of the tagged lines becomes the ARG of that budget."""
    rows = BudgetLine.objects.filter(opd=opd, year=year, stage=Stage(stage))
    total = rows.filter(is_arg=True).aggregate(found=Sum("ceiling"))["found"]
    if total is None:
        raise Refusal("Belum ada baris yang ditandai ARG.")
    return record_arg(opd=opd, year=year, by=by, **{f"{stage}_arg": total})


def _remember(region: Region, draft: SipdDraft, places: Mapping[str, int]) -> None:
    header = draft.rows[draft.header]
    names = {key: str(header[place] or "") for key, place in places.items()}
    SipdMapping.objects.update_or_create(region=region, defaults={"columns": names})
