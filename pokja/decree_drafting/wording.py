"""The usual words of a decree that forms a team; the person changes what differs."""

from __future__ import annotations

import datetime as dt
import re

from focal_points.progress.duties import DUTIES
from pokja.decrees.models import Decree, Kind, Relation
from pokja.regulations.national import NATIONAL_RULES
from pokja.regulations.queries import legal_basis

TEAMS = {
    Kind.POKJA: "Kelompok Kerja Pengarusutamaan Gender",
    Kind.TECHNICAL_TEAM: "Tim Teknis Pengarusutamaan Gender",
    Kind.DRIVER_TEAM: "Tim Penggerak Perencanaan dan Penganggaran Responsif Gender",
    Kind.PUSPA: "Forum Partisipasi Publik untuk Kesejahteraan Perempuan dan Anak",
    Kind.DATA_FORUM: "Forum Data Gender dan Anak",
    Kind.FACILITATOR: "Fasilitator Pengarusutamaan Gender dan Perencanaan dan "
    "Penganggaran Responsif Gender",
}
_YEAR = re.compile(r"\b(20\d\d)\b")


def usual_text(decree: Decree, day: dt.date) -> dict[str, str]:
    team = TEAMS[Kind(decree.kind)]
    return {
        "considering": "\n".join(_considering(decree, team)),
        "recalling": "\n".join([*NATIONAL_RULES, *legal_basis(decree.region, day)]),
        "dictums": "\n".join(_dictums(decree, team)),
        "copies": "\n".join(_copies(decree)),
    }


def usual_title(kind: str, region_name: str) -> str:
    return f"Pembentukan {TEAMS[Kind(kind)]} {region_name}"


def next_year(title: str) -> str:
    """«… Tahun 2026» a year on; a span such as «2026-2030» stays for the person."""
    years = _YEAR.findall(title)
    if len(years) != 1:
        return title
    return _YEAR.sub(str(int(years[0]) + 1), title)


def _considering(decree: Decree, team: str) -> list[str]:
    found = [
        (
            "bahwa pengarusutamaan gender merupakan strategi untuk mewujudkan kesetaraan dan "
            f"keadilan gender dalam pembangunan di {decree.region.name}"
        )
    ]
    if decree.related is not None:
        found.append(
            f"bahwa {decree.related} perlu disesuaikan dengan keadaan saat ini"
        )
    return [
        *found,
        f"bahwa untuk melaksanakannya perlu ditetapkan {team}",
        (
            "bahwa berdasarkan pertimbangan tersebut perlu menetapkan Keputusan "
            f"{decree.issuer_position}"
        ),
    ]


def _dictums(decree: Decree, team: str) -> list[str]:
    is_pokja = decree.kind == Kind.POKJA
    tasks = [f"- {task}" for task in DUTIES.values()] if is_pokja else []
    found = [
        (
            f"Membentuk {team} {decree.region.name} dengan susunan sebagaimana tercantum "
            "dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini."
        ),
    ]
    if tasks:
        found += [f"{team} sebagaimana dimaksud dalam Diktum KESATU bertugas:", *tasks]
    found.append(
        f"Dalam melaksanakan tugasnya {team} bertanggung jawab kepada "
        f"{decree.issuer_position}."
    )
    found.append(
        "Segala biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada "
        f"Anggaran Pendapatan dan Belanja Daerah {decree.region.name}."
    )
    if decree.relation == Relation.REPLACES and decree.related is not None:
        found.append(
            f"Pada saat Keputusan ini mulai berlaku, {decree.related} dicabut dan "
            "dinyatakan tidak berlaku."
        )
    found.append("Keputusan ini mulai berlaku pada tanggal ditetapkan.")
    return found


def _copies(decree: Decree) -> list[str]:
    parent = decree.region.parent
    above = [f"Gubernur {parent.name.removeprefix('Provinsi ')}"] if parent else []
    return [*above, f"Ketua DPRD {decree.region.name}", "Yang bersangkutan"]
