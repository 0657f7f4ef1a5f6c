"""All tables of a year as one workbook, out and in again."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prasyarat.gender_data.models import Figure, TableYear
from prasyarat.gender_data.sheet import TableImporter
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.imports.actions import apply_draft
from pug_portal.imports.codec import unpacked
from pug_portal.lib.sheets import RowState
from tests.make import gender_data as make
from tests.make.imports import edited, put, upload

YEAR = 2019


@pytest.fixture
def place(world):
    return make.supplied(world.blora, world.dinkes)


def importer(world) -> TableImporter:
    return TableImporter(world.blora, YEAR, world.ratih)


def plan(world, change=None):
    content = edited(importer(world), change)
    draft = upload(importer(world), world.ratih, content)
    return importer(world).plan(unpacked(draft.reading))


def applied(world, change):
    content = edited(importer(world), change)
    draft = upload(importer(world), world.ratih, content)
    seen = importer(world).plan(unpacked(draft.reading)).fingerprint
    return apply_draft(
        draft=draft, importer=importer(world), fingerprint=seen, by=world.ratih
    )


def test_the_workbook_holds_the_tables_of_this_opd_alone(world, place):
    make.supplied(world.blora, world.dlh, "LIN-1")

    tables = {row.place.table.code for row in importer(world).objects()}

    assert tables == {make.TABLE}


def test_an_unchanged_export_changes_nothing(world, place):
    make.saved(place, world.ratih, (0, None), (4, 9))

    found = plan(world)

    assert (
        found.counts[RowState.SAME] == len(found.rows) == 13
    )  # 7 ages, 6 disabilities


def test_filled_cells_become_figures_with_one_event(world, place):
    def change(page):
        put(page, importer(world), 2, men=0, women="1.284", source="SIMFONI PPA")
        put(page, importer(world), 3, men=5, women=7, control=12)

    applied(world, change)

    row = TableYear.objects.get()
    told = [(f.category, int(f.men), int(f.women)) for f in row.figures.all()]
    assert told == [("0-5", 0, 1284), ("6-12", 5, 7)]
    assert (row.source, row.state) == ("SIMFONI PPA", "draf")
    assert Event.objects.about(row).count() == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"men": 5, "women": 7, "control": 13}, "L 5 + P 7 = 12, bukan 13"),
        ({"men": 5, "control": 5}, "tidak dapat diperiksa"),
        ({"men": 1.5}, "bilangan bulat"),
        ({"men": -1}, "kurang dari nol"),
        ({"men": 1e13}, "paling besar"),
        ({"men": "lima"}, "bukan angka"),
        ({"category": "Remaja"}, "tidak diubah"),
    ],
)
def test_a_wrong_cell_is_named(world, place, cells, sentence):
    found = plan(world, lambda page: put(page, importer(world), 2, **cells))

    assert any(sentence in str(problem) for problem in found.problems)


@pytest.mark.slow
def test_a_table_already_handed_in_is_left_alone(world, place):
    make.sent(place, world.ratih)

    found = plan(world, lambda page: put(page, importer(world), 2, men=99))

    assert "sudah diajukan" in str(next(found.problems))
    with pytest.raises(Refusal, match="kesalahan"):
        applied(world, lambda page: put(page, importer(world), 2, men=99))
    assert Figure.objects.filter(men=99).count() == 0


@pytest.mark.slow
def test_as_many_queries_for_a_full_workbook_as_for_one_table(world, place):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            plan(world)
        return len(asked)

    queries()  # the first look remembers whose tables these are
    few = queries()
    for code in ("KES-1", "KES-3", "KES-5", "DUK-1"):
        make.supplied(world.blora, world.dinkes, code)

    assert queries() == few
