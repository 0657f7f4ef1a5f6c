"""A date as people write it into a cell: 26 Oktober 2020, 26/10/2020, or a real Excel date."""

import datetime as dt
import re

from pug_portal.lib.dates import BULAN, BULAN_PENDEK

FIRST_YEAR, LAST_YEAR = 1945, 2100
NOT_KNOWN = "tanggal tidak dikenal, tulis 26/10/2020"

_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_IN_WORDS = re.compile(
    r"(?:[a-z]+['’]?[a-z]*,?\s+)?(\d{1,2})[\s\-]+([a-z]+)\.?[\s\-]+(\d{4})"
)
# Variants met in letters, and the English months of a program in English.
_VARIANTS = {
    "pebruari": 2,
    "nopember": 11,
    "agt": 8,
    "agst": 8,
    "ags": 8,
    "sept": 9,
    "january": 1,
    "february": 2,
    "march": 3,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "aug": 8,
    "october": 10,
    "oct": 10,
    "december": 12,
    "dec": 12,
}
_MONTHS = {
    **{name.lower(): number for number, name in enumerate(BULAN, 1)},
    **{name.lower(): number for number, name in enumerate(BULAN_PENDEK, 1)},
    **_VARIANTS,
}


class DateRefused(ValueError):
    """`sentence`: half a sentence that follows a cell address."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def parse_date(text: str) -> dt.date:
    typed = " ".join(text.lower().split())
    day = _from_words(typed) or _from_digits(typed)
    if day is None:
        raise DateRefused(NOT_KNOWN)
    return within_years(day)


def within_years(day: dt.date) -> dt.date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise DateRefused(
            f"tahun {day.year} tidak mungkin, tulis tahun {FIRST_YEAR} sampai {LAST_YEAR}"
        )
    return day


def _from_words(typed: str) -> dt.date | None:
    match = _IN_WORDS.fullmatch(typed)
    if match is None or match[2] not in _MONTHS:
        return None
    return _real(int(match[3]), _MONTHS[match[2]], int(match[1]))


def _from_digits(typed: str) -> dt.date | None:
    if match := _DAY_FIRST.fullmatch(typed):
        return _real(int(match[3]), int(match[2]), int(match[1]))
    if match := _YEAR_FIRST.fullmatch(typed):
        return _real(int(match[1]), int(match[2]), int(match[3]))
    return None


def _real(year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError as impossible:
        raise DateRefused(
            f"tanggal {day}/{month}/{year} tidak ada, periksa tanggal dan bulannya"
        ) from impossible
