"""Which three years stand in the report's table, and that methods stay apart."""

from __future__ import annotations

from decimal import Decimal

from pug_portal.regions.indices.queries import series_of, three_years
from pug_portal.regions.models import Index
from tests.make.indices import index_values, ipg_of_three_levels


def rows_of(world, index: Index, until: int):
    return [row for row in three_years(world.blora, until) if row.index == index]


def test_n_is_the_newest_year_up_to_the_report(world):
    ipg_of_three_levels(world)

    (row,) = rows_of(world, Index.IPG, 2020)

    assert row.newest == 2020
    assert row.own == (Decimal("83.79"), Decimal("83.96"), Decimal("83.88"))
    assert (row.province, row.nation) == (Decimal("92.18"), Decimal("91.06"))
    assert row.sources == ("BPS, tabel IPG",)


def test_an_older_year_serves_when_the_report_is_newer(world):
    ipg_of_three_levels(world)

    (row,) = rows_of(world, Index.IPG, 2026)

    assert row.newest == 2021
    assert row.nation is None


def test_every_index_has_a_row_even_without_values(world):
    rows = three_years(world.blora, 2020)

    assert [row.index for row in rows] == list(Index)
    assert all(row.newest is None and row.own == (None,) * 3 for row in rows)


def test_methods_never_share_a_row(world):
    index_values(world.blora, Index.IPG, {2021: "84.59"}, method="UHH lama")
    index_values(world.blora, Index.IPG, {2022: "85.1", 2023: "85.68"}, method="SP2020")

    full, older = rows_of(world, Index.IPG, 2023)

    assert (full.method, full.own) == (
        "SP2020",
        (None, Decimal("85.1"), Decimal("85.68")),
    )
    assert (older.method, older.own) == ("UHH lama", (Decimal("84.59"), None, None))


def test_a_value_above_of_another_method_is_not_borrowed(world):
    index_values(world.blora, Index.IPG, {2022: "85"}, method="UHH lama")
    index_values(world.province, Index.IPG, {2022: "92"}, method="UHH LF SP2020")

    (row,) = rows_of(world, Index.IPG, 2022)

    assert row.province is None


def test_a_province_is_not_compared_with_itself(world):
    index_values(world.province, Index.IDG, {2020: "71.73"})

    (row,) = [r for r in three_years(world.province, 2020) if r.index == Index.IDG]

    assert row.own[2] == Decimal("71.73")
    assert row.province is None


def test_a_neighbour_is_not_read(world):
    index_values(world.rembang, Index.IDG, {2020: "60"})

    assert series_of(world.blora) == []


def test_one_query_reads_all_levels(world, django_assert_num_queries):
    ipg_of_three_levels(world)

    with django_assert_num_queries(1):
        three_years(world.blora, 2020)
