"""Dates and times as Indonesian letters write them, and the semester that everything here is counted in."""

from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

from pug_portal.lib.semesters import Semester

__all__ = [
    "BULAN",
    "EMPTY",
    "HARI",
    "ZONES",
    "Semester",
    "hari_tanggal",
    "jam",
    "lama",
    "nama_bulan",
    "nama_hari",
    "rentang_jam",
    "rentang_tanggal",
    "romawi",
    "tanggal",
    "tanggal_pendek",
    "tanggal_waktu",
    "waktu",
    "zone_of",
]

EMPTY = "\N{EN DASH}"  # stands for "no value"
DASH = "\N{EN DASH}"  # between the ends of a range
NBSP = "\N{NO-BREAK SPACE}"

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
BULAN_PENDEK = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Mei",
    "Jun",
    "Jul",
    "Agu",
    "Sep",
    "Okt",
    "Nov",
    "Des",
)
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

# The label is what people read in an invitation; the name behind it is what the computer calculates with.
ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
_LABELS = {name: label for label, name in ZONES.items()}

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def nama_bulan(month: int) -> str:
    return BULAN[month - 1]


def nama_hari(day: date) -> str:
    return HARI[day.weekday()]


@cache
def zone_of(label: str) -> ZoneInfo:
    """The zone behind a label such as WITA; a full zone name is taken as it is."""
    return ZoneInfo(ZONES.get(label, label))


def tanggal(day: date | None, zone: str = "WIB") -> str:
    """`26 Oktober 2020`. A moment is shown as the date it was in that zone."""
    if day is None:
        return EMPTY
    day = _day(day, zone)
    return f"{day.day} {nama_bulan(day.month)} {day.year}"


def tanggal_pendek(
    day: date | None, zone: str = "WIB", *, with_year: bool = False
) -> str:
    """`21 Nov`, or `21 Nov 2026`."""
    if day is None:
        return EMPTY
    day = _day(day, zone)
    short = f"{day.day} {BULAN_PENDEK[day.month - 1]}"
    return f"{short} {day.year}" if with_year else short


def hari_tanggal(day: date | None, zone: str = "WIB") -> str:
    """`Sabtu, 21 November 2026`."""
    if day is None:
        return EMPTY
    day = _day(day, zone)
    return f"{nama_hari(day)}, {tanggal(day)}"


def rentang_tanggal(start: date | None, end: date | None, zone: str = "WIB") -> str:
    """ "28 to 29 November 2026" with a dash: what both ends share is written once. An open end is said in words."""
    if start is None and end is None:
        return EMPTY
    if start is None:
        return f"sampai {tanggal(end, zone)}"
    if end is None:
        return f"sejak {tanggal(start, zone)}"
    first, last = _day(start, zone), _day(end, zone)
    if first == last:
        return tanggal(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{DASH}{tanggal(last)}"
    if first.year == last.year:
        return f"{first.day} {nama_bulan(first.month)} {DASH} {tanggal(last)}"
    return f"{tanggal(first)} {DASH} {tanggal(last)}"


def jam(moment: time | datetime | None, zone: str = "WIB") -> str:
    """`14.32`: hours and minutes stand apart by a dot."""
    if moment is None:
        return EMPTY
    return f"{_local(moment, zone):%H.%M}"


def waktu(moment: time | datetime | None, zone: str = "WIB") -> str:
    """`14.32 WIB`. A moment is turned to that zone; a bare time already belongs to it."""
    return (
        EMPTY
        if moment is None
        else f"{jam(moment, zone)}{NBSP}{_LABELS.get(zone, zone)}"
    )


def rentang_jam(
    start: time | datetime | None, end: time | datetime | None, zone: str = "WIB"
) -> str:
    """ "07.30 to 15.30 WIB" with a dash, or "07.30 WIB - selesai" as invitations have it."""
    if start is None:
        return EMPTY
    if end is None:
        return f"{waktu(start, zone)} {DASH} selesai"
    return f"{jam(start, zone)}{DASH}{waktu(end, zone)}"


def lama(minutes: int | None) -> str:
    """`2 jam 45 menit`."""
    if minutes is None:
        return EMPTY
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} jam" if hours else "", f"{rest} menit" if rest else ""]
    return " ".join(filter(None, parts)) or "0 menit"


def tanggal_waktu(moment: datetime | None, zone: str = "WIB") -> str:
    """`21 November 2026 pukul 14.32 WIB`."""
    return (
        EMPTY
        if moment is None
        else f"{tanggal(moment, zone)} pukul {waktu(moment, zone)}"
    )


def romawi(number: int) -> str:
    """Chapter and semester numbers: 4 → IV."""
    if not 0 < number < 4000:
        raise ValueError(f"no Roman numeral for {number}")
    text = ""
    for value, letters in _ROMAN:
        many, number = divmod(number, value)
        text += letters * many
    return text


def _day(day: date, zone: str) -> date:
    # A datetime is a date too, and after 17.00 UTC it already is tomorrow in Jakarta.
    if not isinstance(day, datetime):
        return day
    return (day.astimezone(zone_of(zone)) if day.tzinfo else day).date()


def _local(moment: time | datetime, zone: str) -> time | datetime:
    if isinstance(moment, datetime) and moment.tzinfo:
        return moment.astimezone(zone_of(zone))
    return moment
