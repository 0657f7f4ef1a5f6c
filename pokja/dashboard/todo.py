"""What this person must do today: the home page prints it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from focal_points.appointments.queries import uncovered
from focal_points.campaigns import todo as campaign_todo
from focal_points.pprg.queries import waiting_for as pprg_waiting_for
from focal_points.progress import todo as progress_todo
from pokja.decrees.queries import missing_kinds
from pokja.meetings import tasks_due as meeting_tasks
from pokja.radar.endings import BANDS, decrees_ending
from pokja.radar.moves import needing_decree
from pokja.regulations.queries import late_follow_ups
from prasyarat.assessments.duties import overdue as overdue_duties
from prasyarat.assessments.queries import needing_work, waiting_for
from pug_portal.access.actor import Actor
from pug_portal.access.checks import can
from pug_portal.access.permissions import Permission
from pug_portal.audit.fresh import until_next_event
from pug_portal.lib.counting import count_together
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region

# The first screen answers «what must I do today», and no more.
MOST_TASKS = 7


@dataclass(frozen=True)
class HomeTask:
    """One line of «Perlu tindakan Anda»: the whole line is a link."""

    title: str
    text: str
    url: str
    icon: str
    tone: str
    label: str
    label_icon: str = "chevron-right"


def tasks_for(actor: Actor, day: dt.date) -> list[HomeTask]:
    return until_next_event(actor, "tasks", lambda: open_tasks(actor, day)[:MOST_TASKS])


def open_tasks(actor: Actor, day: dt.date) -> list[HomeTask]:
    """All of them; the home page shows the first few."""
    numbers = count_together(_what_waits(actor, day))
    found = [
        *_progress(actor),
        *_campaigns(actor),
        *_answers(numbers),
        *_documents(actor, numbers),
        *_meetings(actor, day),
    ]
    if can(actor, Permission.DECREE_EDIT):
        found += _decrees(actor, day)
    return [*found, *_coverage(actor, numbers), *_regulations(numbers)]


def _what_waits(actor: Actor, day: dt.date) -> dict[str, QuerySet[Any]]:
    """What is told as a number, by name: counted in one statement."""
    waits: dict[str, QuerySet[Any]] = {}
    if can(actor, Permission.ANSWER_VERIFY):
        waits["to_verify"] = waiting_for(actor)
    if can(actor, Permission.ANSWER_FILL):
        waits["to_mend"] = needing_work(actor)
        waits["late_duties"] = overdue_duties(actor)
    if actor.region is None:
        return waits
    if can(actor, Permission.PPRG_VIEW):
        waits["documents"] = pprg_waiting_for(actor)
    if can(actor, Permission.DECREE_EDIT):
        waits["uncovered"] = uncovered(actor.region, day)
    if can(actor, Permission.REGULATION_EDIT):
        waits["late_follow_ups"] = late_follow_ups(actor.region, day)
    return waits


def _progress(actor: Actor) -> list[HomeTask]:
    return [
        HomeTask(
            task.title,
            f"{task.text}, tenggat {tanggal(task.due)}" if task.due else task.text,
            task.url,
            task.icon,
            task.tone,
            task.label,
            task.icon,
        )
        for task in progress_todo.tasks_for(actor)
    ]


def _campaigns(actor: Actor) -> list[HomeTask]:
    return [
        HomeTask(
            task.title,
            task.text,
            task.url,
            "inbox",
            "lat" if task.is_late else "aju",
            "Terlambat" if task.is_late else "Perlu tindakan",
            "clock-exclamation" if task.is_late else "circle-dashed",
        )
        for task in campaign_todo.tasks_for(actor)
    ]


def _meetings(actor: Actor, day: dt.date) -> list[HomeTask]:
    return [
        HomeTask(
            task.title,
            task.detail,
            task.url,
            task.icon,
            "lat" if task.is_late else "aju",
            "Terlambat" if task.is_late else "Perlu tindakan",
            "clock-exclamation" if task.is_late else "circle-dashed",
        )
        for task in meeting_tasks.tasks_for(actor, day)
    ]


def _documents(actor: Actor, numbers: dict[str, int]) -> list[HomeTask]:
    """The OPD mends what came back; the driver team reviews what was handed in."""
    waiting = numbers.get("documents")
    if not waiting:
        return []
    if can(actor, Permission.PPRG_REVIEW):
        told = (
            f"{waiting} dokumen PPRG menunggu telaah",
            "Baca tiap langkah, beri catatan, lalu sampaikan pendapat.",
        )
        return [
            HomeTask(*told, reverse("pprg-list"), "coins", "aju", "Diajukan", "send")
        ]
    told = (
        f"{waiting} dokumen PPRG perlu diperbaiki",
        "Baca catatan penelaah, perbaiki, lalu ajukan ulang.",
    )
    tone = ("kem", "Perlu perbaikan", "arrow-back-up")
    return [HomeTask(*told, reverse("pprg-list"), "coins", *tone)]


def _answers(numbers: dict[str, int]) -> list[HomeTask]:
    found = []
    if waiting := numbers.get("to_verify"):
        found.append(
            HomeTask(
                f"{waiting} jawaban indikator menunggu verifikasi",
                "Diisi pihak lain; Anda yang memeriksanya.",
                reverse("answer-queue"),
                "target",
                "aju",
                "Diajukan",
                "send",
            )
        )
    if mend := numbers.get("to_mend"):
        found.append(
            HomeTask(
                f"{mend} jawaban indikator perlu diperbaiki",
                "Baca catatan pemeriksa, perbaiki, lalu ajukan lagi.",
                reverse("assessment"),
                "target",
                "kem",
                "Perlu perbaikan",
                "arrow-back-up",
            )
        )
    if late := numbers.get("late_duties"):
        found.append(
            HomeTask(
                f"{late} tugas indikator melewati tenggat",
                "Isi dan ajukan jawabannya.",
                reverse("answer-tasks"),
                "target",
                "lat",
                "Terlambat",
                "clock-exclamation",
            )
        )
    return found


def _decrees(actor: Actor, day: dt.date) -> list[HomeTask]:
    region = actor.region
    if region is None:
        return []
    found = [*_endings(region, day), *_moves(region, day)]
    if missing := missing_kinds(region, day):
        names = ", ".join(kind.label for kind in missing)
        found.append(
            HomeTask(
                "SK yang berlaku belum lengkap",
                f"Belum ada: {names}.",
                reverse("decree-list"),
                "certificate",
                "lat",
                "Belum ada",
                "alert-triangle",
            )
        )
    return found


def _endings(region: Region, day: dt.date) -> list[HomeTask]:
    """The most urgent decree by name, the others as a number."""
    rows = sorted(decrees_ending(region, day), key=lambda each: each.last_day)
    coming = [row for row in rows if not row.is_over]
    if not coming or (first := coming[0].decree) is None:
        return []
    more = f" {len(coming) - 1} SK lain menyusul." if len(coming) > 1 else ""
    return [
        HomeTask(
            f"{first.get_kind_display()} {first.number} berakhir dalam "
            f"{coming[0].band} hari",
            f"Berlaku sampai {tanggal(coming[0].last_day)}.{more}",
            reverse("decree-expiry"),
            "certificate",
            "lat" if coming[0].band == BANDS[0] else "kem",
            "Perbarui",
            "clock",
        )
    ]


def _moves(region: Region, day: dt.date) -> list[HomeTask]:
    if not (moved := needing_decree(region, day)):
        return []
    return [
        HomeTask(
            f"{moved} anggota yang disebut dalam SK sudah mutasi",
            "Akhiri keanggotaannya atau siapkan SK perubahan.",
            reverse("decree-expiry"),
            "user-minus",
            "kem",
            "Perbarui",
            "user-minus",
        )
    ]


def _regulations(numbers: dict[str, int]) -> list[HomeTask]:
    if not (late := numbers.get("late_follow_ups")):
        return []
    return [
        HomeTask(
            f"{late} tindak lanjut produk hukum melewati tenggat",
            "Nyatakan selesai, atau betulkan tenggatnya.",
            reverse("regulation-list"),
            "gavel",
            "lat",
            "Terlambat",
            "clock-exclamation",
        )
    ]


def _coverage(actor: Actor, numbers: dict[str, int]) -> list[HomeTask]:
    if actor.region is None or not (bare := numbers.get("uncovered")):
        return []
    return [
        HomeTask(
            f"{bare} {actor.region.opd_word} belum punya focal point yang berlaku",
            "Mintalah SK penunjukan kepada kepalanya.",
            reverse("decree-coverage"),
            "users",
            "kem",
            "Lengkapi",
            "user-plus",
        )
    ]
