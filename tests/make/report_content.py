"""A report's content by hand: Blora-like, of any size. People are invented."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from focal_points.progress.duties import DUTIES
from pokja.reports.content import (
    CONTENT_VERSION,
    Cover,
    ReportContent,
    Signature,
    Stamp,
    Texts,
)
from pokja.reports.roles import role_rows
from pokja.reports.rows import (
    Assessment,
    AttendanceRow,
    DecreeRow,
    DutyRow,
    FileRow,
    FollowUpRow,
    IndexRow,
    IndicatorRow,
    MeetingRow,
    MemberRow,
    MinutesPoint,
    PrerequisiteRow,
)
from pokja.reports.rows_opd import (
    EXEMPT,
    IN_REPAIR,
    IN_VERIFICATION,
    NOT_REPORTED,
    VERIFIED,
    ActivityRow,
    Figures,
    FocalPointRow,
    OpdRow,
)
from pokja.reports.rows_programme import (
    ProgrammeLineRow,
    ProgrammeMatrix,
    VisitRow,
)

AS_OF = dt.date(2020, 12, 31)
PREREQUISITES = {
    "KOM": "Komitmen",
    "KEB": "Kebijakan",
    "KEL": "Kelembagaan",
    "PSM": "Peran Serta Masyarakat",
    "SDA": "Sumber Daya (Dana dan SDM)",
    "DAT": "Data dan Informasi Terpilah",
    "ALA": "Alat Analisis",
}
NAMES = (
    ("Dinas Kesehatan", "Dinkes"),
    ("Dinas Pendidikan", "Disdik"),
    ("Badan Perencanaan Pembangunan Daerah", "Bappeda"),
    ("Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak", "Dinsos P3A"),
    ("Dinas Lingkungan Hidup", "DLH"),
    ("Dinas Pangan, Pertanian, Peternakan dan Perikanan", "DP4"),
    ("Dinas Perdagangan, Koperasi dan Usaha Kecil dan Menengah", "Dindagkop UKM"),
    ("Badan Pendapatan, Pengelolaan Keuangan dan Aset Daerah", "BPPKAD"),
)
OTHERS = (NOT_REPORTED, IN_VERIFICATION, IN_REPAIR, EXEMPT)


def blora(opds: int = 26, *, text: str = "") -> ReportContent:
    """`text` is put where people type, so that a test can smuggle something in."""
    rows = tuple(_opd(place, text) for place in range(opds))
    assessment = _assessment(text)
    meetings = (_meeting(text),)
    return ReportContent(
        version=CONTENT_VERSION,
        stamp=Stamp(
            code="7F3K-09QW-ZX4M-TB2C",
            verify_url="http://127.0.0.1:8000/verifikasi/7F3K-09QW-ZX4M-TB2C/",
            edition=1,
            collected_on=dt.date(2021, 1, 18),
        ),
        cover=_cover(),
        texts=Texts(
            local_rules=("Peraturan Bupati Blora Nomor 5 Tahun 2014.",),
            issues=text,
            conclusion=text,
        ),
        decrees=_decrees(text),
        members=_members(),
        assessment=assessment,
        opds=rows,
        meetings=meetings,
        follow_ups=_follow_ups(text),
        roles=role_rows(
            secretariat="Dinsos P3A",
            assessment=assessment,
            opds=rows,
            meetings=meetings,
            notes={"2": text or "Forum RPJMD memakai data terpilah."},
        ),
        duties=tuple(DutyRow(a, b, 1, 0) for a, b in DUTIES.items()),
        indices=_indices(),
        files=tuple(_file(place, text) for place in range(opds)),
        programme=_programme(text),
    )


def without_anything(content: ReportContent) -> ReportContent:
    """A region that has recorded nothing yet: every part says «nihil»."""
    return replace(
        content,
        cover=replace(content.cover, signatures=()),
        texts=Texts(),
        decrees=(),
        members=(),
        assessment=None,
        opds=(),
        meetings=(),
        follow_ups=(),
        roles=(),
        files=(),
        programme=None,
    )


def _programme(text: str) -> ProgrammeMatrix:
    planned = ProgrammeLineRow(
        duties=("a", "l"),
        activity=text or "Rapat koordinasi Pokja",
        aim=text,
        beneficiaries="Focal point",
        indicator="Rapat terlaksana",
        target="2 kali",
        months="Oktober",
        responsible="Sekretaris Pokja PUG",
        executors="Dinsos P3A, Bappeda",
        budget=25_000_000,
        fund_source="APBD",
        sub_activity_code="2.08.02.2.01.0001",
        code_rule="Permendagri 90/2019",
        status="Selesai",
        realisation=text or "Rakor 26 Oktober 2020.",
        obstacles=text,
        meetings=1,
        men=27,
        women=35,
        activities=2,
        realized=18_500_000,
        visits=0,
    )
    later = replace(
        planned,
        activity="Penyusunan profil gender",
        duties=("h",),
        budget=None,
        status="Direncanakan",
        meetings=0,
        activities=0,
        realized=None,
        realisation="",
    )
    return ProgrammeMatrix(
        title="Program kerja 2020",
        settled_on=dt.date(2020, 3, 23),
        basis="Keputusan Ketua Pokja",
        lines=(planned, later),
        visits=(
            VisitRow(
                opd="Dinas Kesehatan",
                visited_on=dt.date(2020, 11, 10),
                team=("Tim Teknis PUG",),
                findings=((text or "Data belum terpilah", "Ubah formulir", "Selesai"),),
            ),
        ),
        note=text,
    )


def _indices() -> tuple[IndexRow, ...]:
    """BPS as published: one index with values, one without."""
    return (
        IndexRow(
            code="IPG",
            name="Indeks Pembangunan Gender",
            method="UHH lama",
            direction="makin dekat 100 makin setara",
            places=2,
            newest=2020,
            two_before=None,
            one_before=Decimal("83.960"),
            current=Decimal("83.880"),
            province=Decimal("92.180"),
            nation=Decimal("91.060"),
            source="BPS, tabel IPG 2010–2021",
        ),
        IndexRow(
            code="IKG",
            name="Indeks Ketimpangan Gender",
            method="",
            direction="dari 0 sampai 1, makin rendah makin setara",
            places=3,
            newest=None,
            two_before=None,
            one_before=None,
            current=None,
            province=None,
            nation=None,
            source="",
        ),
    )


def _cover() -> Cover:
    return Cover(
        title="Laporan Pokja PUG Kabupaten Blora Semester II 2020",
        region="Kabupaten Blora",
        head_of_region="Bupati Blora",
        semester="Semester II 2020",
        starts_on=dt.date(2020, 7, 1),
        ends_on=AS_OF,
        as_of=AS_OF,
        place="Blora",
        letterhead=(
            "PEMERINTAH KABUPATEN BLORA",
            "KELOMPOK KERJA PENGARUSUTAMAAN GENDER",
            "Sekretariat: Dinsos P3A Kabupaten Blora",
        ),
        secretariat="Dinsos P3A",
        planning_office="Bappeda",
        signatures=(
            Signature("Ketua", "Kepala Bappeda", "Bambang Suryono", "", "Pembina"),
            Signature("Sekretaris", "Kepala Dinsos P3A", "Sri Lestari", "", ""),
        ),
    )


def _opd(place: int, text: str) -> OpdRow:
    name, short = NAMES[place % len(NAMES)]
    if place >= len(NAMES):
        name, short = f"{name} {place}", f"{short} {place}"
    is_verified = place % 3 != 2
    group = VERIFIED if is_verified else OTHERS[place // 3 % len(OTHERS)]
    return OpdRow(
        name=name,
        short_name=short,
        group=group,
        note=text or "Terverifikasi 15 Januari 2021",
        figures=_figures(place, text) if is_verified else None,
        focal_points=(_focal_point(place, "L"), _focal_point(place, "P")),
    )


def _focal_point(place: int, sex: str) -> FocalPointRow:
    return FocalPointRow(
        name=f"Orang Contoh {place}{sex}",
        sex=sex,
        position="Kasubbag Program",
        decree="800/12/2020 tanggal 2 Maret 2020",
        trained_on=dt.date(2020, 3, 10) if sex == "P" else None,
    )


def _figures(place: int, text: str) -> Figures:
    return Figures(
        gap=place % 4,
        gbs=place % 3,
        kak=None,
        renstra=("Ya", "Sebagian", "Tidak")[place % 3],
        renja=("Sebagian", "Ya", "Tidak")[place % 3],
        rka="Ya",
        spending=4_500_000_000 + place * 7_250_000,
        arg_ceiling=412_500_000 + place * 1_000_000,
        arg_realized=None if place == 0 else 301_250_000,
        arg_note="",
        denominator="Belanja OPD",
        tables_available=place,
        tables_updated=0,
        trained_men=3,
        trained_women=5,
        obstacles=text or "Data terpilah kecamatan belum lengkap.",
        efforts=text or "Meminta data dari seluruh puskesmas.",
        support_asked=text or "Pendampingan penyusunan GAP.",
        recommendation=text or "Bimtek penyusun anggaran.",
        verified_on=dt.date(2021, 1, 15),
        activities=tuple(_activity(place, number, text) for number in (1, 2)),
    )


def _activity(place: int, number: int, text: str) -> ActivityRow:
    return ActivityRow(
        name=text or f"Pelatihan kader kesehatan ibu dan anak angkatan {number}",
        code="2.08.02.2.01.0006",
        held="12 – 13 Oktober 2020",
        beneficiaries=text or "Kader posyandu di 16 kecamatan",
        institutions=text or "TP PKK, PUSPA Ceria",
        men=14 + place,
        women=26,
        ceiling=96_000_000,
        realized=91_250_000,
        realized_note="",
        fund_source="APBD" if number == 1 else "APBN",
        stage="Pelaksanaan",
        duties=("b", "i"),
        result=text or "40 kader menyusun rencana tindak lanjut.",
    )


def _assessment(text: str) -> Assessment:
    rows = []
    for order, (code, name) in enumerate(PREREQUISITES.items(), start=1):
        indicators = tuple(_indicator(code, place, text) for place in range(1, 4))
        rows.append(
            PrerequisiteRow(
                code=code,
                order=order,
                name=name,
                applicable=9,
                filled=6,
                self_value=Decimal("48.61") + order,
                verified_value=Decimal("22.22") + order,
                indicators=indicators,
            )
        )
    return Assessment(
        instrument="Daftar Periksa Internal v1",
        as_of=AS_OF,
        self_value=Decimal("52.6"),
        verified_value=Decimal("26.2"),
        prerequisites=tuple(rows),
    )


def _indicator(code: str, place: int, text: str) -> IndicatorRow:
    is_answered, is_verified = place % 3 != 0, place % 3 == 1
    return IndicatorRow(
        code=f"{code}-{place}",
        text="RPJMD memuat isu gender" if place == 1 else "Perda tentang PUG",
        answer="Ya" if is_answered else "",
        self_score=Decimal(1) if is_answered else Decimal(0),
        verified_score=Decimal(1) if is_verified else Decimal(0),
        maximum=Decimal(1),
        state="Terverifikasi" if is_verified else "Diajukan",
        note=text or "Belum menguat sampai Renstra, RKPD, Renja, RKA, dan DPA.",
        evidence=1 if is_verified else 0,
    )


def _meeting(text: str) -> MeetingRow:
    status = MinutesPoint(
        "Status Kabupaten Blora:",
        (
            MinutesPoint("Perda PUG belum ada."),
            MinutesPoint("Peraturan Bupati Nomor 5 Tahun 2014 belum optimal."),
            MinutesPoint(
                "RPJMD sudah responsif gender:", (MinutesPoint("belum menguat."),)
            ),
        ),
    )
    points = tuple(MinutesPoint(f"Butir {place}.") for place in range(1, 5))
    return MeetingRow(
        title="Rakor Peningkatan Kapasitas SDM Kelembagaan PUG",
        kind="Rapat koordinasi",
        theme=text or "Penguatan focal point",
        held="Senin, 26 Oktober 2020, 09.00–12.00 WIB",
        date="26 Oktober 2020",
        place="Ruang Pertemuan Bappeda Lantai 2",
        organiser="Dinsos P3A",
        host="Bappeda",
        chair="Kepala Bappeda",
        notulis="Sari Utami",
        opened_by="",
        speakers=("Bappeda",),
        state="Disahkan",
        is_settled=True,
        settled_on=dt.date(2020, 11, 2),
        duties=("a", "l"),
        agenda=(("09.00", "Pembukaan", ""), ("09.30", "Paparan", "Bappeda")),
        outcomes=(("SDM kelembagaan PUG lebih cakap", "Tercapai"),),
        attendance=tuple(
            AttendanceRow(name, text, 1, place % 3, place == 0)
            for place, (name, _) in enumerate(NAMES)
        ),
        summary=text or "Rapat dibuka pukul 09.00.",
        minutes=(*points, status, MinutesPoint(text or "Enam peran Bappeda.")),
        photos=(),
    )


def _decrees(text: str) -> tuple[DecreeRow, ...]:
    facts = (
        ("SK Pokja PUG", "463.23/160/2020", "Bupati Blora", "Pokja PUG"),
        ("SK Tim Teknis PUG", "050.13/14/2020", "Kepala Bappeda", "Tim Teknis PUG"),
        ("SK Forum PUSPA «Ceria»", "463/172/2020", "Bupati Blora", "Forum PUSPA"),
    )
    return tuple(
        DecreeRow(
            kind=kind,
            number=number,
            signed_on=dt.date(2020, 3, 2),
            title=text or title,
            signatory=signatory,
            effective_from=dt.date(2020, 3, 2),
            effective_until=dt.date(2023, 3, 1) if place else None,
            status="Berlaku",
            scan=_file(place, text),
        )
        for place, (kind, number, signatory, title) in enumerate(facts)
    )


def _members() -> tuple[MemberRow, ...]:
    def member(standing: str, position: str, name: str, sex: str) -> MemberRow:
        return MemberRow(
            team="SK Pokja PUG",
            name=name,
            position=position,
            institution="",
            sex=sex,
            standing=standing,
            note="" if name else "karena jabatan",
        )

    rest = [member("Anggota", f"Kepala {name}", "", "") for name, _ in NAMES]
    return (
        member("Ketua", "Kepala Bappeda", "Bambang Suryono", "L"),
        member("Sekretaris", "Kepala Dinsos P3A", "Sri Lestari", "P"),
        *rest,
    )


def _follow_ups(text: str) -> tuple[FollowUpRow, ...]:
    return tuple(
        FollowUpRow(
            number=f"{place}/2020",
            text=text or "Menetapkan Perda PUG dan memasukkannya dalam Propemperda.",
            proposer="Dinsos P3A",
            responsible="Bappeda",
            due_on=dt.date(2020, 12, 15),
            status="Selesai" if place == 1 else "Belum, terlambat 16 hari",
            is_open=place != 1,
            is_example=True,
            latest_note=text,
        )
        for place in (1, 2, 3)
    )


def _file(place: int, text: str) -> FileRow:
    return FileRow(
        group="SK Pokja PUG",
        caption=text or "pindaian",
        name=f"BERKAS_CONTOH_2020_{place}.pdf",
        pages=12,
        size=1_800_000,
        sha256=f"{place:064x}",
        dated=dt.date(2020, 3, 2),
    )
