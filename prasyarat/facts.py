"""Named facts the portal itself knows, asked by name: the arrow stays one-way.

The slice that owns a fact registers its provider in its AppConfig.ready(). Where nobody
did, or the provider knows nothing, a person answers the indicator.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region

POKJA_DECREE = "sk_pokja_berlaku"
TECHNICAL_DECREE = "sk_tim_teknis_berlaku"
PUSPA_DECREE = "sk_puspa_berlaku"
FOCAL_POINT_DECREES = "opd_ber_sk_focal_point"
TRAINED_FOCAL_POINTS = "focal_point_terlatih"
SETTLED_MEETINGS = "rapat_disahkan"
LEADER_AT_MEETINGS = "rapat_dihadiri_pimpinan"
SOCIETY_AT_MEETINGS = "lembaga_masyarakat_hadir"
FOLLOW_UPS_DONE = "rekomendasi_ditindaklanjuti"
SEMESTER_REPORT = "laporan_semester_terkirim"
PROGRAMME_SETTLED = "program_kerja_ditetapkan"
PROGRAMME_DONE = "kegiatan_program_terlaksana"
OPD_WITH_PPRG = "opd_menyusun_pprg"
PPRG_APPROVED = "dokumen_pprg_disetujui"
ARG_SHARE = "persentase_arg_daerah"
WOMEN_ECHELON_2 = "perempuan_eselon_2"
WOMEN_ECHELON_3 = "perempuan_eselon_3"
WOMEN_ECHELON_4 = "perempuan_eselon_4"
WOMEN_IN_COUNCIL = "perempuan_dprd"
OPD_WITH_DATA = "opd_memutakhirkan_data"
# Of each OPD apart.
GAP_OF_OPD = "gap_opd"
GBS_OF_OPD = "gbs_opd"
ARG_OF_OPD = "persentase_arg_opd"
ARG_SPENT_BY_OPD = "realisasi_arg_opd"
TABLES_OF_OPD = "tabel_terpilah_opd"

# Which fact speaks to which indicator of the list shipped with the portal. An instrument
# of another code names its facts itself, in its rule.
HINTS = {
    "KEL-1": POKJA_DECREE,
    "KEL-2": TECHNICAL_DECREE,
    "KEL-3": FOCAL_POINT_DECREES,
    "KEL-5": PROGRAMME_SETTLED,
    "KEL-6": PROGRAMME_DONE,
    "KEL-7": SETTLED_MEETINGS,
    "KEL-8": FOLLOW_UPS_DONE,
    "KEL-10": SEMESTER_REPORT,
    "KOM-4": LEADER_AT_MEETINGS,
    "KOM-5": WOMEN_ECHELON_2,
    "KOM-6": WOMEN_ECHELON_3,
    "KOM-7": WOMEN_ECHELON_4,
    "KOM-9": WOMEN_IN_COUNCIL,
    "PSM-1": PUSPA_DECREE,
    "PSM-3": SOCIETY_AT_MEETINGS,
    "SDA-2": ARG_SHARE,
    "SDA-7": TRAINED_FOCAL_POINTS,
    "DAT-4": OPD_WITH_DATA,
    "ALA-4": OPD_WITH_PPRG,
    "ALA-7": PPRG_APPROVED,
}
OPD_HINTS = {
    "SDA-3": ARG_OF_OPD,
    "SDA-4": ARG_SPENT_BY_OPD,
    "DAT-5": TABLES_OF_OPD,
    "ALA-1": GAP_OF_OPD,
    "ALA-2": GBS_OF_OPD,
}
NAMES = frozenset(HINTS.values())
OPD_NAMES = frozenset(OPD_HINTS.values())


@dataclass(frozen=True)
class Fact:
    """`sentence` is shown behind «Menurut portal:»; `files` may serve as evidence.

    With `yes`, a `value`, or a `value` of a `denominator` the fact answers its indicator;
    without any of them it is a hint. `documented`: the portal itself holds the proof.
    `url`: the page that counts it.
    """

    sentence: str
    value: Decimal | None = None
    denominator: Decimal | None = None
    files: tuple[StoredFile, ...] = ()
    yes: bool | None = None
    documented: bool = False
    url: str = ""


Provider = Callable[[Region, dt.date], Fact | None]
# By primary key of the OPD: one provider counts them all, in as many queries as for one.
OpdProvider = Callable[[Region, dt.date], Mapping[int, Fact]]
_providers: dict[str, Provider] = {}
_opd_providers: dict[str, OpdProvider] = {}


def register(name: str, provider: Provider) -> None:
    if name not in NAMES:
        raise ValueError(f"no fact is called {name!r}")
    _providers[name] = provider


def register_by_opd(name: str, provider: OpdProvider) -> None:
    if name not in OPD_NAMES:
        raise ValueError(f"no fact of an OPD is called {name!r}")
    _opd_providers[name] = provider


def ask(name: str, region: Region, on: dt.date) -> Fact | None:
    provider = _providers.get(name)
    return provider(region, on) if provider else None


def ask_by_opd(name: str, region: Region, on: dt.date) -> Mapping[int, Fact]:
    provider = _opd_providers.get(name)
    return provider(region, on) if provider else {}


def hint_for(indicator_code: str, region: Region, on: dt.date) -> Fact | None:
    name = HINTS.get(indicator_code)
    return ask(name, region, on) if name else None
