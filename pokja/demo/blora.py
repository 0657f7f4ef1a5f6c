"""Kabupaten Blora: the half-year of the rakor of 26 Oktober 2020, and a living semester."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import prasyarat
from focal_points.opd.loading import load_opd
from focal_points.opd.models import Opd
from focal_points.periods.actions import open_period
from focal_points.periods.models import ReportingPeriod
from focal_points.progress.models import State
from pokja.decrees.actions import record_decree
from pokja.decrees.models import Kind
from pokja.demo.arg import tell_arg, tell_cascade
from pokja.demo.attendance import by_name
from pokja.demo.decrees import opds_by_short_name, record_blora
from pokja.demo.gender_data import tell_gender_data
from pokja.demo.living import (
    draft_next_decree,
    hand_over_a_desk,
    invite_to_coming_meeting,
)
from pokja.demo.papers import picture, upload
from pokja.demo.people import Cast
from pokja.demo.planning import (
    collect_documents,
    give_time,
    record_planning_year,
)
from pokja.demo.pprg import tell_pprg
from pokja.demo.programme import record_programme_file
from pokja.demo.progress import Office, fill_period
from pokja.demo.regulations import judge_regulations, record_regulations
from pokja.demo.scenes import record_scene_file
from pokja.regulations.queries import legal_basis
from pokja.reports.actions import request_report
from prasyarat.assessments.example import record_blora as record_answers
from prasyarat.instruments.example import read_example
from prasyarat.instruments.loading import read_instrument
from pug_portal.access.actor import SYSTEM, Actor
from pug_portal.access.roles import Role
from pug_portal.accounts.actions import assign
from pug_portal.accounts.hats import actor_under
from pug_portal.accounts.models import Basis
from pug_portal.lib.clock import standing_at, today
from pug_portal.lib.dates import Semester
from pug_portal.regions.models import Region

ANSWERS = Path(prasyarat.__file__).resolve().parent / "data"
THEN = Semester(2020, 2)
DECREED = dt.date(2020, 3, 2)
# Verified, sent, sent back, and four offices that sent nothing.
PLAN_2020 = [State.VERIFIED] * 18 + [State.SUBMITTED] * 2 + [State.RETURNED] * 2
PLAN_NOW = (
    [State.VERIFIED] * 6
    + [State.SUBMITTED] * 5
    + [State.RETURNED] * 3
    + [State.AWAITING_HEAD] * 3
    + [State.DRAFT] * 4
)


@dataclass
class Blora:
    region: Region
    sekretariat: Actor
    bappeda: Actor
    offices: list[Office]
    reviewer: Actor


def build(region: Region, cast: Cast) -> Blora:
    region.uses_portal = True
    region.secretariat_office, region.planning_office = "Dinsos P3A", "Bappeda"
    region.capital = "Blora"
    region.letterhead = (
        "PEMERINTAH KABUPATEN BLORA\nKELOMPOK KERJA PENGARUSUTAMAAN GENDER"
    )
    region.save()
    with standing_at("2020-01-06T09:00"):
        load_opd(region=region, by=SYSTEM)
        blora = _people(region, cast)
    with standing_at("2020-03-05T09:00"):
        record_blora(region, blora.sekretariat)
        record_regulations(region, blora.sekretariat)
        _record_focal_point_decrees(blora)
    return blora


def _people(region: Region, cast: Cast) -> Blora:
    sekretariat = cast.hat("sekretariat.blora", Role.SEKRETARIAT, region)
    bappeda = cast.hat("bappeda.blora", Role.BAPPEDA, region)
    cast.hat("pimpinan.blora", Role.PIMPINAN, region)
    reviewer = cast.hat("telaah.blora", Role.TELAAH, region)
    _second_hat(sekretariat, region)
    offices = []
    rows = Opd.objects.filter(region=region, takes_part=True).order_by("pk")
    for number, opd in enumerate(rows):
        slug = "".join(c for c in opd.short_name.lower() if c.isalnum())
        decree = f"800/{number + 1:03d}/2020 (contoh)"
        told = (opd, Role.FOCAL_POINT, decree, DECREED)
        focal_point = cast.appointed(f"fp.{slug}", *told)
        head = cast.appointed(f"kepala.{slug}", opd, Role.KEPALA_OPD, decree)
        offices.append(Office(opd, focal_point, head))
    return Blora(region, sekretariat, bappeda, offices, reviewer)


def _second_hat(sekretariat: Actor, region: Region) -> None:
    """One official wears several hats: here to show the switch in the header."""
    if sekretariat.user is not None:
        given = assign(
            user=sekretariat.user,
            role=Role.PIMPINAN,
            region=region,
            basis=Basis.LETTER,
            basis_number="contoh/02",
            start=dt.date(2020, 1, 2),
            by=SYSTEM,
        )
        actor_under(given, sekretariat.user)


def _record_focal_point_decrees(blora: Blora) -> None:
    for number, office in enumerate(blora.offices[:22]):
        record_decree(
            region=blora.region,
            by=blora.sekretariat,
            kind=Kind.FOCAL_POINT,
            opd=office.opd,
            number=f"800/{number + 1:03d}/2020 (contoh)",
            title=f"Penunjukan Focal Point PUG {office.opd.short_name}",
            issuer_position=f"Kepala {office.opd.name}",
            signed_place="Blora",
            signed_on=DECREED,
            effective_from=DECREED,
        )


def tell_2020(blora: Blora) -> None:
    """The half-year of the source: reports, rakor, answers, then the Pokja report."""
    with standing_at("2021-01-04T09:00"):
        period = open_period(
            region=blora.region,
            year=2020,
            half=2,
            figures_as_of=dt.date(2020, 12, 31),
            opens_on=dt.date(2021, 1, 1),
            due_on=dt.date(2021, 1, 31),
            locks_on=dt.date(2021, 2, 15),
            by=blora.sekretariat,
        )
    with standing_at("2021-01-18T10:00"):
        _fill(blora, period, PLAN_2020)
    with standing_at("2020-10-26T15:30"):
        record_scene_file(
            blora.region,
            "contoh_blora_rakor_2020.json",
            opds_by_short_name(blora.region),
            by_sekretariat=blora.sekretariat,
            by_bappeda=blora.bappeda,
            photos=[
                (picture("pembukaan.jpg", 1), "Pembukaan rakor (gambar contoh)"),
                (picture("diskusi.jpg", 2), "Diskusi kelompok (gambar contoh)"),
            ],
            attend=by_name(blora.sekretariat),
        )
        judge_regulations(blora.region, blora.bappeda)
        _record_answers(blora)
    record_programme_file(
        blora.region,
        "contoh_program_blora_2020.json",
        opds_by_short_name(blora.region),
        by=blora.sekretariat,
        chair=blora.bappeda,
    )


def _fill(blora: Blora, period: ReportingPeriod, plan: list[State]) -> None:
    fill_period(
        period,
        blora.offices,
        plan,
        verifier=blora.sekretariat,
        verifier_of_pppa=blora.bappeda,
    )


def _record_answers(blora: Blora) -> None:
    instrument = read_instrument(ANSWERS / "daftar_periksa_internal_v1.json")
    data = read_example(ANSWERS / "contoh_blora_2020.json", instrument)
    evidence = {item for answer in data.answers for item in answer.evidence}
    files = {item.code: upload(item.file_name, item.name) for item in evidence}
    record_answers(
        region=blora.region,
        data=data,
        files=files,
        by_sekretariat=blora.sekretariat,
        by_bappeda=blora.bappeda,
    )


def living_period(region: Region, by: Actor) -> ReportingPeriod:
    """The semester of the day of loading, open now and due in twelve days."""
    day = today()
    semester = Semester.from_date(day)
    opens = max(semester.start, day - dt.timedelta(days=21))
    return open_period(
        region=region,
        year=semester.year,
        half=semester.half,
        figures_as_of=day,
        opens_on=opens,
        due_on=day + dt.timedelta(days=12),
        locks_on=day + dt.timedelta(days=30),
        by=by,
    )


def tell_today(blora: Blora, cast: Cast) -> None:
    _fill(blora, living_period(blora.region, blora.sekretariat), PLAN_NOW)
    record_planning_year(blora.region, blora.offices, blora.bappeda)
    collect_documents(blora.region, blora.offices, blora.bappeda, blora.sekretariat)
    then = ReportingPeriod.objects.get(
        region=blora.region, year=THEN.year, half=THEN.half
    )
    give_time(then, blora.offices[-1], blora.sekretariat)
    tell_pprg(
        blora.offices,
        bappeda=blora.bappeda,
        sekretariat=blora.sekretariat,
        reviewer=blora.reviewer,
    )
    tell_arg(blora.offices, blora.bappeda)
    tell_cascade(blora.offices, blora.bappeda)
    tell_gender_data(
        blora.region,
        blora.offices,
        desk=blora.sekretariat,
        other_desk=blora.bappeda,
    )
    invite_to_coming_meeting(blora.region, blora.sekretariat)
    draft_next_decree(blora.region, blora.sekretariat)
    hand_over_a_desk(blora.offices[len(PLAN_NOW)], cast, blora.sekretariat)
    request_report(
        region=blora.region,
        semester=THEN,
        inputs={
            "conditions": "Kabupaten Blora terdiri atas 16 kecamatan.",
            "local_rules": "\n".join(legal_basis(blora.region, THEN.end)),
        },
        by=blora.bappeda,
    )
