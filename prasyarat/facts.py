"""Named facts the portal itself knows, asked by name: the arrow stays one-way.

The slice that owns a fact registers its provider in its AppConfig.ready(). Where nobody
did, or the provider knows nothing, the page simply shows no hint.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from pug_portal.files.models import StoredFile
from pug_portal.regions.models import Region

POKJA_DECREE = "sk_pokja_berlaku"
TECHNICAL_DECREE = "sk_tim_teknis_berlaku"
PUSPA_DECREE = "sk_puspa_berlaku"
FOCAL_POINT_DECREES = "opd_ber_sk_focal_point"
SETTLED_MEETINGS = "rapat_disahkan"
LEADER_AT_MEETINGS = "rapat_dihadiri_pimpinan"
SOCIETY_AT_MEETINGS = "lembaga_masyarakat_hadir"
FOLLOW_UPS_DONE = "rekomendasi_ditindaklanjuti"
SEMESTER_REPORT = "laporan_semester_terkirim"

NAMES = frozenset(
    {
        POKJA_DECREE,
        TECHNICAL_DECREE,
        PUSPA_DECREE,
        FOCAL_POINT_DECREES,
        SETTLED_MEETINGS,
        LEADER_AT_MEETINGS,
        SOCIETY_AT_MEETINGS,
        FOLLOW_UPS_DONE,
        SEMESTER_REPORT,
    }
)

# Which fact speaks to which indicator. A hint only: the score reads answers alone.
HINTS = {
    "KEL-1": POKJA_DECREE,
    "KEL-2": TECHNICAL_DECREE,
    "KEL-3": FOCAL_POINT_DECREES,
    "KEL-7": SETTLED_MEETINGS,
    "KEL-8": FOLLOW_UPS_DONE,
    "KEL-10": SEMESTER_REPORT,
    "KOM-4": LEADER_AT_MEETINGS,
    "PSM-1": PUSPA_DECREE,
    "PSM-3": SOCIETY_AT_MEETINGS,
}


@dataclass(frozen=True)
class Fact:
    """`sentence` is shown behind «Menurut portal:»; `files` may serve as evidence."""

    sentence: str
    value: Decimal | None = None
    denominator: Decimal | None = None
    files: tuple[StoredFile, ...] = ()


Provider = Callable[[Region, dt.date], Fact | None]
_providers: dict[str, Provider] = {}


def register(name: str, provider: Provider) -> None:
    if name not in NAMES:
        raise ValueError(f"no fact is called {name!r}")
    _providers[name] = provider


def ask(name: str, region: Region, on: dt.date) -> Fact | None:
    provider = _providers.get(name)
    return provider(region, on) if provider else None


def hint_for(indicator_code: str, region: Region, on: dt.date) -> Fact | None:
    name = HINTS.get(indicator_code)
    return ask(name, region, on) if name else None
