"""GAP, GBS and KAK of a few offices in every state, through the real actions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from focal_points.pprg import actions
from focal_points.pprg.actions.filling import step_values
from focal_points.pprg.choosing import template_of
from focal_points.pprg.models import PprgDocument
from focal_points.pprg.team_models import Driver
from pokja.demo.papers import upload
from pokja.demo.progress import Office
from pug_portal.access.actor import Actor
from pug_portal.lib.clock import today
from pug_portal.lib.seen import fingerprint

TEAM_DECREE = "050/021/contoh"
REVIEWED = 12

CLASSES: dict[str, Any] = {
    "policy": "Program Pemenuhan Upaya Kesehatan Perorangan dan Masyarakat",
    "program_code": "1.02.02",
    "activity": "Penyediaan Layanan Kesehatan untuk UKM dan UKP",
    "sub_activity": "Pengelolaan Pelayanan Kesehatan Ibu Hamil",
    "sub_activity_code": "1.02.02.2.02.0001",
    "objective": "Meningkatnya cakupan pelayanan kesehatan ibu hamil.",
    "opening_data": "Kelas ibu hamil hampir tidak dihadiri suami, padahal keputusan merujuk "
    "dan biaya persalinan diambil suami (angka contoh).",
    "opening_rows": [
        {
            "label": "Peserta kelas ibu hamil",
            "men": 214,
            "women": 1786,
            "source": "2025, contoh",
        },
        {
            "label": "Kader kesehatan desa",
            "men": 61,
            "women": 1422,
            "source": "2025, contoh",
        },
    ],
    "gap_access": "Kelas diadakan pagi hari kerja, saat suami bekerja.",
    "gap_participation": "Suami hanya 11 persen dari peserta kelas.",
    "gap_control": "Keputusan merujuk ke puskesmas sering menunggu suami.",
    "gap_benefit": None,
    "internal_causes": "Jadwal kelas mengikuti jam kerja puskesmas\n"
    "Bidan belum dilatih melibatkan suami",
    "external_causes": "Kehamilan dianggap urusan perempuan",
    "reformulated_objective": "Meningkatnya cakupan pelayanan kesehatan ibu hamil dengan "
    "keterlibatan suami dalam kelas dan pengambilan keputusan.",
    "action_plan": [
        {
            "about": "Jadwal kelas mengikuti jam kerja puskesmas",
            "action": "Kelas ibu hamil sore dan akhir pekan",
            "output": "16 puskesmas membuka kelas sore",
        },
        {
            "about": "Bidan belum dilatih melibatkan suami",
            "action": "Pelatihan bidan tentang pelibatan suami",
            "output": "80 bidan dilatih",
        },
        {
            "about": "Kehamilan dianggap urusan perempuan",
            "action": "Kampanye suami siaga bersama pemerintah desa",
            "output": "48 desa melaksanakan kampanye",
        },
    ],
    "baseline": "Suami hadir 214 dari 2.000 peserta (L 214, P 1.786) pada 2025.",
    "gender_indicator": [
        {
            "about": "gap_access",
            "indicator": "Puskesmas yang membuka kelas sore",
            "target": "16 puskesmas",
        },
        {
            "about": "gap_participation",
            "indicator": "Persentase kehadiran suami di kelas ibu hamil",
            "target": "40 persen",
        },
        {
            "about": "gap_control",
            "indicator": "Ibu hamil yang menyusun rencana persalinan bersama suami",
            "target": "70 persen",
        },
    ],
}
INPUTS = (180_000_000, 92_500_000, 140_000_000)
GBS_REST: dict[str, Any] = {
    "activity_budget": sum(INPUTS),
    "signatory_place": "Blora",
}
KAK_REST: dict[str, Any] = {
    "beneficiaries": "Ibu hamil (P 9.800) dan suaminya (L 9.800), perkiraan contoh.",
    "location": "16 kecamatan di Kabupaten Blora",
    "limits": "Tidak termasuk pengadaan alat kesehatan.",
    "schedule": "Februari sampai November.",
}


def tell_pprg(
    offices: Sequence[Office], *, bappeda: Actor, sekretariat: Actor, reviewer: Actor
) -> None:
    judged = [each for each in offices if each.opd.tag == "lain"]
    judged.sort(key=lambda each: "Kesehatan" not in each.opd.name)
    _name_team(judged, bappeda, reviewer)
    _whole_chain(judged[0], bappeda, reviewer)
    sent = _gap(judged[1], "Kelas calon pengantin")
    actions.submit(document=sent, by=judged[1].focal_point)
    _in_repair(judged[2], sekretariat, reviewer)
    _gap(
        judged[3], "Pelatihan usaha bagi perempuan kepala keluarga", {"baseline": None}
    )
    office = judged[4]
    under = _gap(office, "Sekolah ramah anak")
    actions.submit(document=under, by=office.focal_point)
    actions.begin_review(document=under, by=bappeda)


def _name_team(judged: Sequence[Office], by: Actor, reviewer: Actor) -> None:
    assert reviewer.user is not None  # noqa: S101 -- narrows for mypy
    actions.name_reviewer(
        region=judged[0].opd.region,
        user=reviewer.user,
        office=Driver.INSPECTORATE,
        decree_number=TEAM_DECREE,
        decree_date=dt.date(today().year, 1, 5),
        opds=[each.opd for each in judged[:REVIEWED]],
        by=by,
    )


def _gap(
    office: Office, title: str, more: dict[str, Any] | None = None
) -> PprgDocument:
    by = office.focal_point
    year = today().year + 1
    made = actions.start_gap(opd=office.opd, year=year, title=title, by=by)
    return _fill(made, by, {**CLASSES, **(more or {})})


def _fill(document: PprgDocument, by: Actor, answers: dict[str, Any]) -> PprgDocument:
    for step in template_of(document):
        stored = step_values(document, step)
        document = actions.save_step(
            document=document,
            step=step,
            values={key: answers.get(key, stored[key]) for key in stored},
            seen=fingerprint(stored),
            by=by,
        )
    return document


def _whole_chain(office: Office, judge: Actor, reviewer: Actor) -> None:
    """GAP and GBS approved, the GBS signed, the KAK waiting."""
    by = office.focal_point
    gap = _gap(office, "Pengelolaan pelayanan kesehatan ibu hamil")
    _approve(gap, by, judge, reviewer)
    gbs = actions.derive(source=gap, by=by)
    rows = [
        {**row, "input": money}
        for row, money in zip(gbs.content["actions"], INPUTS, strict=True)
    ]
    head = {
        "signatory_name": gbs.content.get("signatory_name") or office.head.name,
        "signatory_title": gbs.content.get("signatory_title"),
    }
    gbs = _fill(gbs, by, {**GBS_REST, **head, "actions": rows})
    _approve(gbs, by, judge, reviewer)
    actions.attach_signed_page(
        document=gbs,
        upload=upload("gbs-bertanda-tangan.pdf", "GBS bertanda tangan"),
        signed_on=today(),
        signed_by_name=office.head.name,
        by=by,
    )
    kak = _fill(actions.derive(source=gbs, by=by), by, KAK_REST)
    actions.submit(document=kak, by=by)


def _approve(document: PprgDocument, by: Actor, judge: Actor, reviewer: Actor) -> None:
    actions.submit(document=document, by=by)
    actions.begin_review(document=document, by=judge)
    for who in (judge, reviewer):
        actions.give_verdict(document=document, answer="setuju", text="", by=who)
    actions.approve(document=document, by=judge)


def _in_repair(office: Office, judge: Actor, reviewer: Actor) -> None:
    by = office.focal_point
    plan = CLASSES["action_plan"][:2]
    gap = _gap(office, "Penyuluhan gizi keluarga", {"action_plan": plan})
    actions.submit(document=gap, by=by)
    actions.begin_review(document=gap, by=reviewer)
    text = "Sebab eksternal belum dijawab kegiatan apa pun."
    actions.add_note(document=gap, step="7", text=text, by=reviewer)
    actions.give_verdict(document=gap, answer="perbaiki", text=text, by=reviewer)
    actions.ask_repair(document=gap, by=judge)
