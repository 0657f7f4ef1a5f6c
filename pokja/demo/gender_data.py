"""Sex-disaggregated tables of three years; every number is invented and says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from focal_points.appointments.scope import opd_ids_appointing
from focal_points.opd.models import Opd
from pokja.demo.progress import Office
from prasyarat.gender_data.actions import save_table, submit_table
from prasyarat.gender_data.duty_actions import assign_usual
from prasyarat.gender_data.judge_actions import verify_table
from prasyarat.gender_data.places import kecamatan_of, places_of
from prasyarat.gender_data.rights import Place
from pug_portal.access.actor import Actor
from pug_portal.lib.clock import standing_at, today
from pug_portal.regions.models import Region

YEARS = 3
SOURCE = "Angka contoh, bukan angka resmi"
# L and P of the newest year, row by row.
TOLD: dict[str, Sequence[tuple[float, float]]] = {
    "DUK-1": [(29100, 27400), (30200, 28600), (31900, 30100), (32400, 30900),
              (33100, 32000), (33800, 33000), (33500, 33300), (33200, 33500),
              (32700, 33400), (31500, 32600), (30100, 31400), (27600, 28900),
              (22800, 23700), (34900, 39600)],
    "DUK-4": [(1820, 1610), (640, 590), (910, 780), (1120, 1060), (310, 270)],
    "DIK-1": [(13100, 12800), (34200, 32100), (19300, 18700), (17600, 17900)],
    "DIK-3": [(0, 0), (14, 9), (31, 18), (47, 29)],
    "DIK-5": [(99.1, 99.4), (95.2, 96.3), (70.8, 73.1), (96.8, 97.0), (78.9, 80.2), (57.6, 60.4)],
    "KES-1": [(72.4, 76.3), (12.5, 12.7), (7.3, 6.5)],
    "KES-2": [(0, 4), (0, 5), (0, 1), (0, 3)],
    "KES-3": [(61, 44), (22, 17), (9, 6)],
    "KES-7": [(2, 1), (24, 9), (71, 28), (18, 7)],
    "EKO-1": [(83.6, 57.9), (4.1, 3.3)],
    "EKO-3": [(8120, 11340), (410, 260), (37, 9)],
    "POL-1": [(3, 1), (9, 3), (24, 5)],
    "POL-2": [(26, 5), (118, 41), (164, 132), (2980, 4310), (1740, 1120)],
    "POL-3": [(14, 2), (19, 5), (241, 30), (1510, 420)],
    "HUK-3": [(820, 1130), (270, 240), (190, 170), (63, 21), (340, 390)],
    "KEK-1": [(1, 4), (5, 11), (7, 26), (2, 9), (3, 21), (1, 5), (0, 2)],
    "KEK-2": [(7, 24), (5, 31), (2, 29), (4, 12), (0, 1), (1, 3), (0, 2)],
    "ANK-1": [(94100, 89800), (2110, 1990)],
    "ANK-3": [(0, 6), (1, 14), (4, 39), (12, 81)],
}  # fmt: skip
BREAKDOWN = "KEK-1"


def tell_gender_data(
    region: Region, offices: Sequence[Office], *, desk: Actor, other_desk: Actor
) -> None:
    """Three years; of the newest some wait, some are drafts, some are missing."""
    assign_usual(region=region, by=desk)
    people = {office.opd.pk: office.focal_point for office in offices}
    last = today().year - 1
    held = places_of(region)
    for year in range(last - YEARS + 1, last + 1):
        moment = min(dt.date(year + 1, 3, 10), today())
        with standing_at(f"{moment}T09:00"):
            for number, code in enumerate(TOLD):
                is_last = year == last
                place = held[code]
                filler = people.get(place.opd_id or 0, desk)
                judge = other_desk if filler == desk else desk
                _tell(place, year, last, filler, judge, number if is_last else 0)


def _tell(
    place: Place, year: int, last: int, filler: Actor, judge: Actor, number: int
) -> None:
    """Of the newest year: every sixth stays a draft, every fifth waits, one is missing."""
    if number == 7:
        return
    row = save_table(
        place=place,
        year=year,
        figures=dict(_figures(place, last - year)),
        source=SOURCE,
        note="",
        by=filler,
    )
    if number % 6 == 5:
        return
    row = submit_table(row=row, place=place, by=filler)
    if number % 5 != 4 and not _is_of(judge, place.duty.opd if place.duty else None):
        verify_table(row=row, place=place, by=judge)


def _is_of(judge: Actor, opd: Opd | None) -> bool:
    return opd is not None and opd.pk in opd_ids_appointing(judge)


def _figures(
    place: Place, years_ago: int
) -> Iterator[tuple[tuple[str, str], tuple[Decimal | None, Decimal | None]]]:
    told = TOLD[place.table.code]
    found = [_pair(place, pair, years_ago) for pair in told]
    for category, pair in zip(place.table.rows, found, strict=True):
        yield ("", category.code), pair
    if place.table.code == BREAKDOWN:
        yield from _by_kecamatan(place, found).items()


def _pair(
    place: Place, pair: tuple[float, float], years_ago: int
) -> tuple[Decimal | None, Decimal | None]:
    men, women = (_earlier(place, value, years_ago) for value in pair)
    return (men if place.table.has_men else None), women


def _earlier(place: Place, value: float, years_ago: int) -> Decimal:
    """A little more or less each year, the same on every day the demo is loaded."""
    if not place.table.is_count:
        return Decimal(str(round(value - 0.3 * years_ago, 2)))
    return Decimal(max(0, round(value * (1 + 0.04 * years_ago * (-1) ** int(value)))))


def _by_kecamatan(
    place: Place, found: Sequence[tuple[Decimal | None, Decimal | None]]
) -> Mapping[tuple[str, str], tuple[Decimal | None, Decimal | None]]:
    """The same victims spread over the kecamatan, so that both tables add up."""
    names = kecamatan_of(place.region)
    spread = [[0, 0] for _ in names]
    for sex in (0, 1):
        whole = int(sum(pair[sex] or 0 for pair in found))
        for turn in range(whole if names else 0):
            spread[(turn * 5 + sex * 3) % len(names) // (1 + turn % 2)][sex] += 1
    return {
        ("kecamatan", each.code): (Decimal(men), Decimal(women))
        for each, (men, women) in zip(names, spread, strict=True)
    }
