"""Starting a report and typing into it. Every save counts up `version`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from focal_points.appointments.scope import opd_ids_of
from focal_points.opd.models import Opd
from focal_points.periods.models import Exemption, ReportingPeriod
from focal_points.progress.actions.locking import NOT_YOURS, remember, take_to_fill
from focal_points.progress.conflict import StaleVersion
from focal_points.progress.content import ACTIVITY_QUESTIONS, QUESTIONS
from focal_points.progress.lock import day_in, is_closed_for
from focal_points.progress.models import EDITABLE, Activity, Progress
from focal_points.progress.pprg_counts import proposed
from focal_points.progress.workflow import FILLERS
from pug_portal.access.actor import Actor
from pug_portal.access.checks import require
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import now
from pug_portal.lib.dates import tanggal

STARTED = Verb("progress.started", "mulai mengisi laporan kemajuan {object}")
STARTED_FOR = Verb(
    "progress.started_for", "mulai mengisi laporan kemajuan {object} atas nama OPD"
)
SAVED = Verb("progress.saved", "menyimpan draf laporan kemajuan {object}")
ACTIVITY_ADDED = Verb("progress.activity_added", "menambah kegiatan di {object}")
ACTIVITY_REMOVED = Verb("progress.activity_removed", "menghapus kegiatan di {object}")

MAX_ACTIVITIES = 60
Answers = Mapping[str, Any]


@transaction.atomic
def start_draft(*, period: ReportingPeriod, opd: Opd, by: Actor) -> Progress:
    """The OPD's own draft, or one the sekretariat fills for it. Asked twice: the same."""
    require(by, *FILLERS)
    _check_opd(period, opd, by)
    is_on_behalf = by.role == Role.SEKRETARIAT
    if found := Progress.objects.filter(period=period, opd=opd).first():
        if is_on_behalf and not found.is_on_behalf:
            raise Refusal(
                f"{opd.short_name} sudah mulai mengisi sendiri. Yang sudah mulai diisi "
                "OPD tidak dapat diisi atas namanya."
            )
        return found
    check_startable(period, opd)
    try:
        with transaction.atomic():
            progress = Progress.objects.create(
                period=period,
                opd=opd,
                is_on_behalf=is_on_behalf,
                created_by=by.user,
                touched_at=now(),
            )
    except IntegrityError:
        return Progress.objects.get(period=period, opd=opd)
    for key, value in proposed(progress).items():
        setattr(progress, key, value)
        progress.save(update_fields=[key])
    remember(progress, by)
    verb = STARTED_FOR if is_on_behalf else STARTED
    record(by=by, verb=verb, obj=progress, region=opd.region)
    return progress


def _check_opd(period: ReportingPeriod, opd: Opd, by: Actor) -> None:
    if opd.region_id != period.region_id:
        raise Refusal("OPD ini bukan OPD daerah yang membuka periode itu.")
    if by.is_system:
        return
    is_own_region = by.region is not None and by.region.pk == opd.region_id
    if not is_own_region or (
        by.role != Role.SEKRETARIAT and opd.pk not in opd_ids_of(by)
    ):
        raise PermissionDenied(NOT_YOURS)


def check_startable(period: ReportingPeriod, opd: Opd) -> None:
    if day_in(period.region) < period.opens_on:
        raise Refusal(f"{period} baru dibuka {tanggal(period.opens_on)}.")
    if is_closed_for(period, opd.pk):
        raise Refusal(
            f"{period} sudah dikunci sejak {tanggal(period.locks_on)}. "
            "Hubungi sekretariat Pokja."
        )
    if not Opd.objects.active_on(period.figures_as_of).filter(pk=opd.pk).exists():
        raise Refusal(f"{opd.short_name} tidak ikut melapor pada {period}.")
    if Exemption.objects.filter(period=period, opd=opd).exists():
        raise Refusal(f"{opd.short_name} tidak wajib melapor pada {period}.")


@transaction.atomic
def save(
    *,
    progress: Progress,
    version: int,
    answers: Answers,
    by: Actor,
    activities: Mapping[int, Answers] | None = None,
    unread: Mapping[str, str] | None = None,
) -> Progress:
    """Keep what could be read; `unread` is the text that could not, kept as typed.

    Raises StaleVersion when somebody saved since this form was opened.
    """
    require(by, *FILLERS)
    progress = take_editable(progress, version, by)
    return store(
        progress,
        answers=answers,
        activities=activities or {},
        unread=unread or {},
        by=by,
    )


def store(
    progress: Progress,
    *,
    answers: Answers,
    activities: Mapping[int, Answers],
    unread: Mapping[str, str],
    by: Actor,
    reason: str = "",
) -> Progress:
    """Write what changed into a report that is held already."""
    changes = _apply(progress, answers)
    names = set(changes)
    told = {QUESTIONS[key].label: pair for key, pair in changes.items()}
    for row in progress.activities.filter(pk__in=activities.keys()):
        changed = _apply(row, activities[row.pk])
        if changed:
            row.save(update_fields=list(changed))
            told |= _told_of_activity(row, changed)
            names |= {f"kegiatan-{row.pk}-{key}" for key in changed}
    kept = dict(unread)
    if not told and kept == progress.unread:
        return progress
    progress.unread = kept
    progress.carried = [name for name in progress.carried if name not in names]
    touch(progress, by, *changes, "unread", "carried")
    record(
        by=by,
        verb=SAVED,
        obj=progress,
        region=progress.opd.region,
        changes=told,
        reason=reason,
        sealed=True,
    )
    return progress


@transaction.atomic
def add_activity(
    *,
    progress: Progress,
    version: int | None,
    name: str,
    by: Actor,
    reason: str = "",
    **answers: Any,
) -> Activity:
    require(by, *FILLERS)
    progress = take_editable(progress, version, by)
    name = name.strip()
    if not name:
        raise Refusal("Tulis nama kegiatan.", field="new_activity")
    last = progress.activities.order_by("-order").first()
    if last and last.name == name and not answers and _is_untouched(last):
        # The button was pressed twice.
        return last
    if progress.activities.count() >= MAX_ACTIVITIES:
        raise Refusal(
            f"Paling banyak {MAX_ACTIVITIES} kegiatan per laporan. Gabungkan yang serupa.",
            field="new_activity",
        )
    row = Activity.objects.create(
        progress=progress, order=last.order + 1 if last else 1, name=name, **answers
    )
    touch(progress, by)
    record(
        by=by,
        verb=ACTIVITY_ADDED,
        obj=progress,
        region=progress.opd.region,
        changes={f"Kegiatan {row.order}": (None, row.name)},
        reason=reason,
        sealed=True,
    )
    return row


@transaction.atomic
def remove_activity(
    *, progress: Progress, version: int | None, activity_id: int, by: Actor
) -> None:
    require(by, *FILLERS)
    progress = take_editable(progress, version, by)
    row = progress.activities.filter(pk=activity_id).first()
    if row is None:
        return
    record(
        by=by,
        verb=ACTIVITY_REMOVED,
        obj=progress,
        region=progress.opd.region,
        changes={f"Kegiatan {row.order}": (row.name, None)},
        sealed=True,
    )
    row.delete()
    prefix = f"kegiatan-{activity_id}-"
    progress.unread = _without(progress.unread, prefix)
    progress.writers = _without(progress.writers, prefix)
    progress.carried = [n for n in progress.carried if not n.startswith(prefix)]
    touch(progress, by, "unread", "writers", "carried")


def take_editable(progress: Progress, version: int | None, by: Actor) -> Progress:
    taken = take_to_fill(progress, by=by)
    if taken.state not in EDITABLE:
        raise Refusal(
            f"Laporan ini berstatus «{taken.status.label}», jadi isiannya tidak dapat "
            "diubah sekarang."
        )
    if version is not None and version != taken.version:
        raise StaleVersion(taken)
    return taken


def _is_untouched(row: Activity) -> bool:
    keys = (
        question.key for question in ACTIVITY_QUESTIONS if hasattr(row, question.key)
    )
    return all(getattr(row, k) in (None, "", []) for k in keys if k != "name")


def _without(kept: dict[str, Any], prefix: str) -> dict[str, Any]:
    return {k: v for k, v in kept.items() if not k.startswith(prefix)}


def _told_of_activity(
    row: Activity, changes: dict[str, tuple[Any, Any]]
) -> dict[str, tuple[Any, Any]]:
    labels = {
        "held_from": "Tanggal mulai",
        "held_to": "Tanggal selesai",
        **{question.key: question.label for question in ACTIVITY_QUESTIONS},
    }
    return {
        f"Kegiatan {row.order}, {labels[key]}": pair for key, pair in changes.items()
    }


def _apply(row: Progress | Activity, answers: Answers) -> dict[str, tuple[Any, Any]]:
    changes = {
        key: (getattr(row, key), value)
        for key, value in answers.items()
        if getattr(row, key) != value
    }
    for key, (_, value) in changes.items():
        setattr(row, key, value)
    return changes


def touch(progress: Progress, by: Actor, *fields: str) -> None:
    progress.version += 1
    progress.touched_at = now()
    if by.role == Role.SEKRETARIAT:
        progress.is_on_behalf = True
    progress.save(update_fields=["version", "touched_at", "is_on_behalf", *fields])
    remember(progress, by)
