"""Who signs on a day."""

import datetime as dt

from focal_points.offices.models import Office
from focal_points.offices.queries import (
    holder_on,
    holders_on,
    signatory,
    signatory_of,
)
from tests.make import focal_points as make

MAY, JUNE, JULY = (dt.date(2020, month, 15) for month in (5, 6, 7))


def away_in_june(region, **facts) -> Office:
    """Definitive all the time, with a Plt. from 1 to 30 June."""
    office = make.office(region, **facts)
    make.holder(
        office, "Agus Prasetyo", nip="197508172000031004", rank="Pembina (IV/a)"
    )
    make.holder(
        office,
        "Rina Susanti",
        kind="plt",
        start=dt.date(2020, 6, 1),
        end=dt.date(2020, 6, 30),
    )
    return office


def test_the_plt_signs_while_the_definitive_holder_is_away(world):
    office = away_in_june(world.blora)

    found = [holder_on(office, day).name for day in (MAY, JUNE, JULY)]

    assert found == ["Agus Prasetyo", "Rina Susanti", "Agus Prasetyo"]


def test_the_loaded_office_answers_the_same(world):
    office = away_in_june(world.blora)

    assert office.holder_on(JUNE) == holder_on(office, JUNE)
    assert office.holder_on(MAY) == holder_on(office, MAY)


def test_first_and_last_day_belong_to_the_plt(world):
    office = away_in_june(world.blora)

    for day in (dt.date(2020, 6, 1), dt.date(2020, 6, 30)):
        assert holder_on(office, day).name == "Rina Susanti"


def test_many_offices_are_read_in_one_query(world, django_assert_num_queries):
    offices = [
        away_in_june(world.blora),
        make.office(world.blora, "Sekretaris Daerah", kind="sekda"),
    ]

    with django_assert_num_queries(1):
        found = holders_on(offices, JUNE)

    assert {pk: holder.name for pk, holder in found.items()} == {
        offices[0].pk: "Rina Susanti"
    }


def test_a_signature_block_bears_the_prefix_and_leaves_out_what_is_unknown(world):
    block = signatory(away_in_june(world.blora), JUNE)

    assert (block.title, block.name) == ("Plt. Kepala Bappeda", "Rina Susanti")
    assert (block.nip_line, block.rank) == ("", "")


def test_a_definitive_block_prints_rank_and_spaced_nip(world):
    block = signatory(away_in_june(world.blora), MAY)

    assert block.title == "Kepala Bappeda"
    assert block.nip_line == "NIP 19750817 200003 1 004"
    assert block.rank == "Pembina (IV/a)"


def test_an_office_is_found_by_kind_and_opd(world):
    away_in_june(world.blora, kind="kepala_opd", opd=world.bappeda)

    block = signatory_of(world.blora, "kepala_opd", MAY, world.bappeda)

    assert block.name == "Agus Prasetyo"
    assert signatory_of(world.blora, "kepala_opd", MAY, world.dinkes) is None
    assert signatory_of(world.rembang, "kepala_opd", MAY) is None


def test_an_office_nobody_holds_still_gives_its_title(world):
    block = signatory(make.office(world.blora), MAY)

    assert (block.title, block.name) == ("Kepala Bappeda", "")
