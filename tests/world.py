"""The cast: named once, met in every test. All people are invented."""

from __future__ import annotations

from dataclasses import dataclass

from focal_points.opd.models import Opd, OpdTag
from pug_portal.access.actor import Actor
from pug_portal.access.roles import Role
from pug_portal.regions.models import Level, Region
from tests.make import focal_points as make_fp
from tests.make import pug_portal as make


@dataclass
class World:
    nation: Region
    province: Region
    blora: Region
    rembang: Region
    dinkes: Opd
    dlh: Opd
    dinsos: Opd
    bappeda: Opd
    dinkes_rembang: Opd
    siti: Actor  # sekretariat, Blora
    joko: Actor  # Bappeda, Blora
    ratih: Actor  # focal point, Dinkes Blora
    dewi: Actor  # focal point, DLH Blora
    hasan: Actor  # Kepala OPD, Dinkes Blora
    wati: Actor  # pimpinan/peninjau, Blora
    yusuf: Actor  # penelaah, Blora
    budi: Actor  # Bappeda, Rembang
    prov: Actor  # sekretariat, Jawa Tengah
    admin: Actor  # administrator, nasional
    baru: Actor  # account without any hat

    def everyone(self) -> dict[str, Actor]:
        return {k: v for k, v in vars(self).items() if isinstance(v, Actor)}


def build() -> World:
    nation = make.region("00", "Republik Indonesia", Level.NATION, None)
    province = make.region("33", "Provinsi Jawa Tengah", Level.PROVINCE, nation)
    blora = make.region(
        "33.16",
        "Kabupaten Blora",
        Level.REGENCY,
        province,
        secretariat_office="Dinsos P3A",
        planning_office="Bappeda",
        capital="Blora",
    )
    rembang = make.region("33.17", "Kabupaten Rembang", Level.REGENCY, province)
    dinkes = make_fp.opd(blora, "Dinas Kesehatan", "Dinkes")
    dlh = make_fp.opd(blora, "Dinas Lingkungan Hidup", "DLH")
    dinsos = make_fp.opd(
        blora,
        "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak",
        "Dinsos P3A",
        OpdTag.PPPA,
    )
    bappeda = make_fp.opd(
        blora, "Badan Perencanaan Pembangunan Daerah", "Bappeda", OpdTag.PLANNING
    )
    dinkes_rembang = make_fp.opd(rembang, "Dinas Kesehatan", "Dinkes")

    def person(name: str, role: Role, region: Region) -> Actor:
        return make.hat(make.user(name, region), role, region)

    return World(
        nation=nation,
        province=province,
        blora=blora,
        rembang=rembang,
        dinkes=dinkes,
        dlh=dlh,
        dinsos=dinsos,
        bappeda=bappeda,
        dinkes_rembang=dinkes_rembang,
        siti=person("Siti Rahmawati", Role.SEKRETARIAT, blora),
        joko=person("Joko Purwanto", Role.BAPPEDA, blora),
        ratih=make_fp.appointed(make.user("Ratih Kusuma", blora), dinkes),
        dewi=make_fp.appointed(make.user("Dewi Anggraini", blora), dlh),
        hasan=make_fp.appointed(make.user("Hasan Basri", blora), dinkes, "kepala_opd"),
        wati=person("Wati Lestari", Role.PIMPINAN, blora),
        yusuf=person("Yusuf Hidayat", Role.TELAAH, blora),
        budi=person("Budi Santoso", Role.BAPPEDA, rembang),
        prov=person("Prov Wulandari", Role.SEKRETARIAT, province),
        admin=person("Admin Nusantara", Role.ADMINISTRATOR, nation),
        baru=Actor(user=make.user("Baru Saja", blora)),
    )
