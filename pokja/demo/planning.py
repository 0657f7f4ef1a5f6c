"""The planning year of Blora: Musrenbang, a collection of GAP and GBS, a dispensation.

Kecamatan are real places; attendance and proposals are invented.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from focal_points.campaigns import actions as collecting
from focal_points.periods.dispensation_actions import grant
from focal_points.periods.models import ReportingPeriod
from focal_points.planning import actions
from focal_points.planning.models import ProposalState, Stage, StageKind
from pokja.demo.papers import upload
from pokja.demo.progress import Office
from pug_portal.access.actor import Actor
from pug_portal.lib.clock import now, today
from pug_portal.regions.models import Region

ATTENDANCE = (
    ("Cepu", 74, 51),
    ("Randublatung", 69, 33),
    ("Kunduran", 58, 41),
    ("Jepon", 62, None),
)
PROPOSALS = (
    ("Penerangan jalan menuju pasar desa", "TP PKK Kecamatan", ProposalState.TAKEN),
    (
        "Pelatihan usaha perempuan kepala keluarga",
        "Kelompok PEKKA",
        ProposalState.TAKEN,
    ),
    ("Tempat penitipan anak di pasar", "Forum Anak", ProposalState.LEFT),
    ("Jalur landai di kantor kecamatan", "Kelompok difabel", ProposalState.OPEN),
)
ASKED = ("gap", "gbs", "kak", "sk_fp")


def record_planning_year(region: Region, offices: Sequence[Office], by: Actor) -> None:
    """This year's budget, whose Musrenbang were held last year, and the next one."""
    year = today().year
    for budget_year in (year, year + 1):
        actions.fill_calendar(region=region, budget_year=budget_year, by=by)
    stage = Stage.objects.get(region=region, kind=StageKind.DISTRICT, budget_year=year)
    pairs = zip(ATTENDANCE, PROPOSALS, offices, strict=False)
    for number, ((place, men, women), told, office) in enumerate(pairs, 1):
        held = actions.record_musrenbang(
            stage=stage,
            kecamatan=place,
            held_on=dt.date(stage.planning_year, 2, 2 + number),
            men=men,
            women=women,
            by=by,
        )
        title, proposer, state = told
        made = actions.add_proposal(
            musrenbang=held, title=f"{title} (contoh)", proposer=proposer, by=by
        )
        if state == ProposalState.OPEN:
            continue
        is_taken = state == ProposalState.TAKEN
        actions.change_proposal(
            proposal=made,
            title=made.title,
            proposer=proposer,
            state=state,
            opd=office.opd if is_taken else None,
            reason="" if is_taken else "Belum ada lahan milik pemerintah daerah.",
            by=by,
        )


def collect_documents(
    region: Region, offices: Sequence[Office], bappeda: Actor, sekretariat: Actor
) -> None:
    """Some offices complete, some checked, one sent back, the others silent."""
    stage = Stage.objects.get(
        region=region, kind=StageKind.RKA, budget_year=today().year + 1
    )
    campaign = collecting.open_campaign(
        stage=stage,
        title=f"Pengumpulan GAP dan GBS untuk {stage}",
        kinds=ASKED,
        due_on=today() + dt.timedelta(days=14),
        message="Format sembilan langkah. Dikumpulkan bersama oleh Bappeda dan Dinsos P3A.",
        by=bappeda,
    )
    for number, office in enumerate(offices[:6]):
        for place, kind in enumerate(ASKED[: 4 - number % 3]):
            paper = upload(
                f"{kind}.pdf", f"{kind.upper()} {office.opd.short_name} (contoh)"
            )
            document = collecting.upload_document(
                campaign=campaign,
                opd=office.opd,
                kind=kind,
                upload=paper,
                by=office.focal_point,
            )
            if number == 3 and place == 0:
                note = "Langkah 3 belum memuat data laki-laki dan perempuan."
                collecting.return_document(document=document, note=note, by=sekretariat)
            elif number < 3:
                collecting.accept_document(document=document, by=bappeda)


def give_time(period: ReportingPeriod, office: Office, by: Actor) -> None:
    """For a long locked semester: an office brings its old report after all."""
    grant(
        period=period,
        opd=office.opd,
        until=(now() + dt.timedelta(days=7)).replace(
            hour=9, minute=0, second=0, microsecond=0
        ),
        reason="Arsip laporan semester ini baru ditemukan (contoh).",
        by=by,
    )
