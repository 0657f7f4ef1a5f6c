from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pug_portal.lib.dates import (
    Semester,
    hari_tanggal,
    jam,
    rentang_jam,
    rentang_tanggal,
    romawi,
    tanggal,
    tanggal_pendek,
    tanggal_waktu,
    waktu,
)

NBSP = "\N{NO-BREAK SPACE}"
DASH = "\N{EN DASH}"
NEW_YEAR_IN_JAKARTA = datetime(2020, 12, 31, 18, 5, tzinfo=UTC)


def test_tanggal_is_the_long_form():
    assert tanggal(date(2020, 10, 26)) == "26 Oktober 2020"


def test_tanggal_pendek_is_the_short_form():
    assert tanggal_pendek(date(2026, 8, 21)) == "21 Agu"
    assert tanggal_pendek(date(2026, 11, 21), with_year=True) == "21 Nov 2026"


def test_hari_tanggal_names_the_day():
    assert hari_tanggal(date(2026, 11, 21)) == "Sabtu, 21 November 2026"
    assert hari_tanggal(date(2026, 11, 22)) == "Minggu, 22 November 2026"


def test_a_moment_is_dated_where_it_happened():
    assert tanggal(NEW_YEAR_IN_JAKARTA) == "1 Januari 2021"
    assert tanggal(NEW_YEAR_IN_JAKARTA, "Etc/UTC") == "31 Desember 2020"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2026, 11, 28), date(2026, 11, 29), "28~29 November 2026"),
        (date(2026, 11, 30), date(2026, 12, 2), "30 November ~ 2 Desember 2026"),
        (date(2026, 12, 30), date(2027, 1, 2), "30 Desember 2026 ~ 2 Januari 2027"),
        (date(2025, 11, 28), date(2026, 11, 29), "28 November 2025 ~ 29 November 2026"),
        (date(2026, 11, 28), date(2026, 11, 28), "28 November 2026"),
        (date(2026, 11, 28), None, "sejak 28 November 2026"),
        (None, date(2026, 11, 28), "sampai 28 November 2026"),
        (None, None, "~"),
    ],
)
def test_rentang_tanggal_writes_once_what_both_ends_share(start, end, text):
    assert rentang_tanggal(start, end) == text.replace("~", DASH)


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        ("WIB", "01.05 WIB"),
        ("WITA", "02.05 WITA"),
        ("WIT", "03.05 WIT"),
        ("Asia/Makassar", "02.05 WITA"),
    ],
)
def test_waktu_is_told_in_the_zone_of_the_region(zone, text):
    assert waktu(NEW_YEAR_IN_JAKARTA, zone) == text.replace(" ", NBSP)


def test_a_bare_time_already_belongs_to_its_zone():
    assert waktu(time(14, 32), "WITA") == f"14.32{NBSP}WITA"
    assert jam(time(7, 5)) == "07.05"


def test_rentang_jam_may_be_open():
    assert rentang_jam(time(7, 30), time(15, 30)) == f"07.30{DASH}15.30{NBSP}WIB"
    assert rentang_jam(time(7, 30), None, "WITA") == f"07.30{NBSP}WITA {DASH} selesai"


def test_tanggal_waktu_joins_both():
    assert tanggal_waktu(NEW_YEAR_IN_JAKARTA) == f"1 Januari 2021 pukul 01.05{NBSP}WIB"


@pytest.mark.parametrize(
    "show", [tanggal, tanggal_pendek, hari_tanggal, jam, waktu, tanggal_waktu]
)
def test_no_date_is_a_dash(show):
    assert show(None) == DASH


def test_no_starting_time_is_a_dash():
    assert rentang_jam(None, time(9)) == DASH


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "I"), (4, "IV"), (7, "VII"), (9, "IX"), (40, "XL"), (2026, "MMXXVI")],
)
def test_romawi(number, text):
    assert romawi(number) == text


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_romawi_refuses_what_has_no_numeral(number):
    with pytest.raises(ValueError, match="Roman"):
        romawi(number)


def test_a_semester_knows_its_ends_and_its_names():
    second = Semester(2020, 2)

    assert (second.start, second.end) == (date(2020, 7, 1), date(2020, 12, 31))
    assert (second.label, str(second), second.code) == (
        "Semester II 2020",
        "Semester II 2020",
        "2020-2",
    )
    assert (Semester(2021, 1).start, Semester(2021, 1).end) == (
        date(2021, 1, 1),
        date(2021, 6, 30),
    )


@pytest.mark.parametrize("half", [0, 3])
def test_a_year_has_two_semesters(half):
    with pytest.raises(ValueError, match="two halves"):
        Semester(2020, half)


@pytest.mark.parametrize(
    "text", ["2020-2", "2020-II", "Semester II 2020", "semester 2 2020", " 2020/2 "]
)
def test_a_semester_is_read_from_its_names(text):
    assert Semester.parse(text) == Semester(2020, 2)


@pytest.mark.parametrize(
    "text", ["", "2020", "2020-3", "2020-III", "20-1", "Semester 2020", "2020-22"]
)
def test_what_names_no_semester_is_refused(text):
    with pytest.raises(ValueError, match="not a semester"):
        Semester.parse(text)


def test_semesters_sort_by_time():
    assert max(Semester(2021, 1), Semester(2020, 2), Semester(2020, 1)) == Semester(
        2021, 1
    )


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_lies_in_exactly_its_semester(day):
    semester = Semester.from_date(day)

    assert day in semester
    assert day not in semester.previous()
    assert day not in semester.next()


@given(st.integers(1900, 2100), st.sampled_from([1, 2]))
def test_semesters_follow_each_other_without_a_gap(year, half):
    semester = Semester(year, half)

    assert semester.next().previous() == semester
    assert semester.end + timedelta(days=1) == semester.next().start
    assert Semester.parse(semester.code) == Semester.parse(semester.label) == semester
