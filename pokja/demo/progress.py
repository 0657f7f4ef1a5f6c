"""Reports of OPD in every state, through the real actions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from focal_points.opd.models import Opd
from focal_points.periods.models import ReportingPeriod
from focal_points.progress import actions
from focal_points.progress.models import Progress, State
from focal_points.progress.review_models import Approval
from pokja.demo.papers import upload
from pug_portal.access.actor import Actor

TOPICS = (
    (
        "Kelas ibu hamil dengan pelibatan suami",
        "Ibu hamil dan suami",
        "Puskesmas, TP PKK",
    ),
    (
        "Pelatihan usaha bagi perempuan kepala keluarga",
        "Pelaku UMKM",
        "Forum PUSPA, perbankan",
    ),
    ("Musyawarah kelompok perempuan", "Warga desa", "Pemerintah desa, TP PKK"),
    ("Bimbingan teknis penyusunan GAP dan GBS", "Perencana OPD", "Bappeda, Dinsos P3A"),
    (
        "Penyediaan ruang laktasi dan jalur landai",
        "Pengguna layanan",
        "Organisasi disabilitas",
    ),
    (
        "Sosialisasi pencegahan perkawinan anak",
        "Remaja dan orang tua",
        "Kantor Kementerian Agama",
    ),
)
OBSTACLES = (
    "Data layanan belum terpilah menurut jenis kelamin dan umur.",
    "Perencana yang dilatih PUG sudah pindah tugas.",
    "Anggaran kegiatan responsif gender berkurang karena penyesuaian.",
    "GBS belum dilampirkan pada semua RKA.",
)
EFFORTS = (
    "Formulir layanan diubah agar mencatat laki-laki dan perempuan.",
    "Mengirim perencana baru ke bimbingan teknis.",
    "Menggabungkan kegiatan dengan program yang sudah berjalan.",
    "Menyusun GBS bersama Bappeda untuk tahun berikutnya.",
)
CHOICES = ("ya", "sebagian", "tidak")
# The topic that realises a line of Blora's programme; SIPD writes the code with four digits.
MENTORING, MENTORING_CODE = 3, "2.08.02.2.01.0002"


@dataclass(frozen=True)
class Office:
    """An OPD with its two people."""

    opd: Opd
    focal_point: Actor
    head: Actor


def answers(number: int) -> dict[str, Any]:
    """Plausible, invented figures; the same number gives the same figures."""
    spending = 2_000_000_000 + number * 731_000_000
    arg = spending * (4 + number % 9) // 100
    return {
        "renstra_responsive": CHOICES[number % 3],
        "renja_responsive": CHOICES[(number + 1) % 3],
        # RKA cannot hold a GBS where there is none.
        "rka_has_gbs": CHOICES[(number // 2) % 2] if number % 3 else "tidak",
        "gap_count": number % 4,
        "gbs_count": number % 3,
        "kak_count": number % 2,
        "spending_ceiling": spending,
        "arg_ceiling": arg,
        "arg_realized": arg * (62 + number % 30) // 100,
        "tables_available": 3 + number % 6,
        "tables_updated": 1 + number % 3,
        "trained_men": number % 5,
        "trained_women": 1 + number % 6,
        "active_focal_points": 1 + number % 2,
        "obstacles": OBSTACLES[number % len(OBSTACLES)],
        "efforts": EFFORTS[number % len(EFFORTS)],
        "support_asked": "Pendampingan penyusunan GAP dan GBS.",
        "recommendation": "Pelatihan analisis gender dianggarkan setiap tahun.",
    }


def activity(number: int, period: ReportingPeriod) -> dict[str, Any]:
    name, beneficiaries, institutions = TOPICS[number % len(TOPICS)]
    held = period.semester.start + dt.timedelta(days=10 + number * 3 % 100)
    ceiling = 20_000_000 + number * 3_500_000
    is_mentoring = number % len(TOPICS) == MENTORING
    return {
        "name": name,
        "sub_activity_code": MENTORING_CODE if is_mentoring else "",
        "held_from": held,
        "held_to": held + dt.timedelta(days=number % 3),
        "beneficiaries": beneficiaries,
        "institutions": institutions,
        "men": 10 + number * 3 % 40,
        "women": 15 + number * 7 % 60,
        "ceiling": ceiling,
        "realized": ceiling * (70 + number % 25) // 100,
        "fund_source": "apbn" if number % 7 == 0 else "apbd",
        "stage": "pelaksanaan",
        "duties": ["a", "d"] if number % 2 else ["b"],
        "result": f"Peserta memahami isu gender pada {beneficiaries.lower()}.",
    }


def bring_to(
    state: str, office: Office, period: ReportingPeriod, number: int, verifier: Actor
) -> Progress:
    """One report from nothing to `state`."""
    by = office.focal_point
    made = actions.start_draft(period=period, opd=office.opd, by=by)
    given = answers(number)
    if state == State.DRAFT:
        given = dict(list(given.items())[: 4 + number % 8])
    actions.save(progress=made, version=made.version, answers=given, by=by)
    if state == State.DRAFT:
        return made
    made.refresh_from_db()
    actions.add_activity(
        progress=made, version=made.version, by=by, **activity(number, period)
    )
    actions.attach_file(
        progress=made,
        upload=upload(
            "daftar-hadir.pdf", f"Daftar hadir kegiatan contoh {number % 5 + 1}"
        ),
        caption="Daftar hadir dan dokumentasi",
        by=by,
    )
    actions.ask_head_approval(
        progress=made,
        kind=Approval.Kind.ACCOUNT,
        head_name=office.head.name,
        by=by,
    )
    if state == State.AWAITING_HEAD:
        return made
    actions.approve_as_head(progress=made, by=office.head)
    actions.submit(progress=made, by=by)
    if state == State.SUBMITTED:
        return made
    actions.open_for_review(progress=made, by=verifier)
    if state == State.RETURNED:
        actions.add_note(
            progress=made,
            field="obstacles",
            text="Uraikan permasalahan menurut laki-laki dan perempuan, beserta datanya.",
            by=verifier,
        )
        return actions.return_to_opd(progress=made, by=verifier)
    return actions.verify(progress=made, by=verifier)


def fill_period(
    period: ReportingPeriod,
    offices: Sequence[Office],
    plan: Sequence[str],
    *,
    verifier: Actor,
    verifier_of_pppa: Actor,
) -> None:
    """`plan`: one state per office in order; an empty one sends nothing.

    The women's office is verified by Bappeda, everybody else by the sekretariat.
    """
    for number, (office, state) in enumerate(zip(offices, plan, strict=False)):
        if state:
            is_pppa = office.opd.tag == "pppa"
            judge = verifier_of_pppa if is_pppa else verifier
            bring_to(state, office, period, number, judge)
