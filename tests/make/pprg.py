"""PPRG documents brought to a state, through the real actions."""

from __future__ import annotations

import datetime as dt
from typing import Any

from focal_points.opd.models import Opd
from focal_points.pprg import actions
from focal_points.pprg.actions.filling import step_values
from focal_points.pprg.choosing import template_of
from focal_points.pprg.models import PprgDocument
from focal_points.pprg.team_models import Reviewer
from pug_portal.access.actor import Actor
from pug_portal.lib.clock import today
from pug_portal.lib.seen import fingerprint
from tests.make.progress import pdf

CAUSE_IN = "Petugas belum dilatih melibatkan suami"
CAUSE_OUT = "Kehamilan dianggap urusan istri saja"
GAP9: dict[str, Any] = {
    "policy": "Program Pemenuhan Upaya Kesehatan",
    "program_code": "1.02.02",
    "activity": "Penyediaan Layanan Kesehatan",
    "sub_activity": "Pengelolaan Pelayanan Kesehatan Ibu Hamil",
    "sub_activity_code": "1.02.02.2.02.0001",
    "objective": "Meningkatkan cakupan layanan ibu hamil",
    "opening_data": "Pendamping pemeriksaan kehamilan jarang suami.",
    "opening_rows": [
        {"label": "Peserta kelas ibu hamil", "men": 12, "women": 88, "source": "2025"}
    ],
    "gap_access": "Jadwal kelas hanya pagi hari kerja.",
    "gap_participation": "Suami jarang ikut kelas.",
    "gap_control": None,
    "gap_benefit": None,
    "internal_causes": CAUSE_IN,
    "external_causes": CAUSE_OUT,
    "reformulated_objective": "Cakupan layanan naik dengan keterlibatan suami.",
    "action_plan": [
        {
            "about": CAUSE_IN,
            "action": "Pelatihan petugas",
            "output": "40 petugas dilatih",
        },
        {"about": CAUSE_OUT, "action": "Kelas suami siaga", "output": "16 kelas"},
    ],
    "baseline": "Suami hadir 12% (L 12, P 88) pada 2025",
    "gender_indicator": [
        {
            "about": "gap_access",
            "indicator": "Puskesmas dengan kelas sore",
            "target": "10 puskesmas",
        },
        {
            "about": "gap_participation",
            "indicator": "Kehadiran suami di kelas",
            "target": "40%",
        },
    ],
}
GAP4: dict[str, Any] = {
    "policy": "Program Pemenuhan Upaya Kesehatan",
    "objective": "Meningkatkan cakupan layanan",
    "gender_issue": "Suami tidak terlibat.",
    "opening_data": "Suami hadir 12, istri 88 (L 12, P 88).",
    "gap_access": "Jadwal pagi\nLokasi jauh",
    "impact": "Kematian ibu turun",
    "outcome": "Suami terlibat",
    "action_plan": [
        {"about": "Jadwal pagi", "action": "Kelas sore", "output": "10 kelas"},
        {"about": "Lokasi jauh", "action": "Kelas keliling", "output": "4 titik"},
    ],
    "institutions": "Kementerian Agama: bimbingan calon pengantin",
}
GBS_REST: dict[str, Any] = {
    "activity_budget": 412_500_000,
    "signatory_place": "Blora",
    "signatory_name": "Hasan Basri",
    "signatory_title": "Kepala Dinas Kesehatan",
}
KAK_REST: dict[str, Any] = {
    "beneficiaries": "Ibu hamil (P 4.000) dan suaminya (L 4.000)",
    "location": "16 kecamatan",
    "schedule": "Januari sampai November",
}


def gap(opd: Opd, by: Actor, title: str = "Kelas ibu hamil", **facts) -> PprgDocument:
    year = facts.pop("year", today().year + 1)
    return actions.start_gap(opd=opd, year=year, title=title, by=by)


def fill(document: PprgDocument, by: Actor, answers: dict[str, Any]) -> PprgDocument:
    """Only what `answers` names is changed, step by step."""
    for step in template_of(document):
        stored = step_values(document, step)
        given = {key: answers.get(key, stored[key]) for key in stored}
        document = actions.save_step(
            document=document,
            step=step,
            values=given,
            seen=fingerprint(stored),
            by=by,
        )
    return document


def filled_gap(opd: Opd, by: Actor, **facts) -> PprgDocument:
    return fill(gap(opd, by, **facts), by, GAP9)


def sent_gap(opd: Opd, by: Actor, **facts) -> PprgDocument:
    return actions.submit(document=filled_gap(opd, by, **facts), by=by)


def reviewing(opd: Opd, by: Actor, judge: Actor) -> PprgDocument:
    return actions.begin_review(document=sent_gap(opd, by), by=judge)


def approved(document: PprgDocument, judge: Actor) -> PprgDocument:
    actions.begin_review(document=document, by=judge)
    return actions.approve(document=document, by=judge)


def gbs(opd: Opd, by: Actor) -> PprgDocument:
    made = actions.derive(source=filled_gap(opd, by), by=by)
    rows = [{**row, "input": 200_000_000} for row in made.content["actions"]]
    rows[0]["input"] = 212_500_000
    return fill(made, by, {**GBS_REST, "actions": rows})


def signed(document: PprgDocument, by: Actor) -> PprgDocument:
    return actions.attach_signed_page(
        document=document,
        upload=pdf("lembar.pdf"),
        signed_on=today(),
        signed_by_name="Hasan Basri",
        by=by,
    )


def seat(who: Actor, office: str, opds: list[Opd], by: Actor) -> Reviewer:
    assert who.user is not None
    assert who.region is not None
    return actions.name_reviewer(
        region=who.region,
        user=who.user,
        office=office,
        decree_number="050/21/2026",
        decree_date=dt.date(2020, 1, 2),
        opds=opds,
        by=by,
    )
