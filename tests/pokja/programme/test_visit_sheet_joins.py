"""Findings beside their visits: which one is meant, and by which of its days they go."""

from __future__ import annotations

import datetime as dt

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pokja.programme import line_actions, programme_actions
from pokja.programme.models import Finding, MonevVisit
from pokja.programme.visit_sheet import VisitImporter
from tests.make import imports
from tests.make import programme as make

D = dt.date
FINDING = {"text": "GAP belum disusun", "follow_up": "Susun GAP"}


@pytest.fixture
def importer(world) -> VisitImporter:
    make.finding(world, make.visit(world))
    return VisitImporter(world.blora, make.YEAR)


def sentences(importer, world, change=None, beside=None) -> dict[tuple[str, str], str]:
    content = imports.edited(importer, change, beside)
    plan = imports.plan_of(importer, content, world.siti)
    return {(p.tab, p.address): p.sentence for p in plan.problems}


@pytest.mark.slow
def test_a_finding_changes_while_its_visit_moves(importer, world):
    """The second tab still tells the day of the export."""
    content = imports.edited(
        importer,
        lambda page: imports.put(page, importer, 2, visited_on=D(2021, 5, 6)),
        lambda page: imports.put(page, importer, 2, follow_up="Ubah semua formulir"),
    )

    imports.apply(importer, content, world.siti)

    finding = Finding.objects.select_related("visit").get()
    assert finding.visit.visited_on == D(2021, 5, 6)
    assert finding.follow_up == "Ubah semua formulir"


@pytest.mark.slow
@pytest.mark.parametrize(("day", "is_refused"), [(D(2021, 5, 30), True), (None, False)])
def test_a_changed_finding_goes_by_the_day_its_visit_will_have(
    importer, world, day, is_refused
):
    def move(page: Worksheet) -> None:
        if day:
            imports.put(page, importer, 2, visited_on=day)

    told = sentences(
        importer,
        world,
        move,
        lambda page: imports.put(page, importer, 2, due_on=D(2021, 5, 20)),
    )

    assert bool(told) == is_refused


@pytest.mark.slow
def test_findings_alone_come_in_through_the_template(importer, world):
    book = imports.opened_template(importer)
    imports.add_row(
        book["Temuan"], importer, opd="Dinkes", visited_on=D(2021, 5, 4), **FINDING
    )
    book["Kunjungan"].delete_rows(2)

    imports.apply(importer, imports.saved(book), world.siti)

    assert MonevVisit.objects.get().findings.count() == 2


def test_a_workbook_that_says_nothing_is_refused(importer, world, client_of):
    book = imports.opened_template(importer)

    answer = imports.send(
        client_of(world.siti), "/program-kerja/monev/excel/2021/", imports.saved(book)
    )

    assert "belum berisi baris" in answer.content.decode()


@pytest.mark.slow
def test_what_a_row_without_id_leaves_empty_stays(importer, world):
    """A template's row that names a finding of the portal does not open it again."""
    finding = Finding.objects.get()
    make.visit_actions.change_finding(
        finding=finding,
        by=world.siti,
        text=finding.text,
        follow_up=finding.follow_up,
        due_on=finding.due_on,
        done_on=D(2021, 6, 1),
        result="Sudah",
    )
    content = imports.edited(
        importer,
        lambda page: imports.put(page, importer, 2, summary=None, line=None),
        lambda page: (
            page.delete_rows(2),
            imports.add_row(
                page,
                importer,
                opd="Dinkes",
                visited_on=D(2021, 5, 4),
                text=finding.text,
                follow_up=finding.follow_up,
            ),
        ),
    )

    plan = imports.plan_of(importer, content, world.siti)

    assert plan.counts == {"salah": 0, "berubah": 0, "baru": 0, "sama": 2}


@pytest.mark.slow
def test_two_rows_for_one_free_day_are_told_apart_in_either_order(importer, world):
    make.visit(world, visited_on=D(2021, 5, 5))

    for first, second in ((2, 3), (3, 2)):
        told = sentences(
            importer,
            world,
            lambda page, rows=(first, second): [
                imports.put(page, importer, row, visited_on=D(2021, 5, 20))
                for row in rows
            ],
        )
        assert told == {("Kunjungan", "B3"): "sudah ada pada baris 2"}


def test_rows_whose_day_is_missing_are_no_twins(importer, world):
    told = sentences(
        importer,
        world,
        lambda page: [
            imports.add_row(page, importer, opd="DLH", team="Siti", visited_on=day)
            for day in (None, "lusa")
        ],
    )

    assert set(told) == {("Kunjungan", "C3"), ("Kunjungan", "C4")}


@pytest.mark.slow
def test_a_broken_day_is_told_once_and_not_beside_as_well(importer, world):
    told = sentences(
        importer,
        world,
        beside=lambda page: imports.add_row(
            page, importer, opd="DLH", visited_on="lusa", **FINDING
        ),
    )

    assert set(told) == {("Temuan", "C3")}


@pytest.mark.slow
def test_a_misspelt_heading_of_the_second_tab_is_told(importer, world, client_of):
    def misspell(page: Worksheet) -> None:
        page["H1"] = "Hasilnya"

    client = client_of(world.siti)
    preview = imports.send(
        client,
        "/program-kerja/monev/excel/2021/",
        imports.edited(importer, beside=misspell),
    ).url

    assert "Hasilnya (lembar Temuan)" in client.get(preview).content.decode()


def test_visits_of_a_neighbour_stay_out(importer, world):
    MonevVisit.objects.update(region=world.rembang)

    again = imports.fresh(importer)
    assert (again.documents, again.hanging) == ([], [])


def test_a_line_where_there_is_no_programme_is_told_at_its_cell(importer, world):
    told = sentences(
        importer, world, lambda page: imports.put(page, importer, 2, line="Rapat")
    )

    assert "daftarnya masih kosong" in told["Kunjungan", "F2"]


@pytest.mark.slow
def test_a_visit_hangs_on_the_root_of_a_line_that_was_revised(importer, world):
    root = make.programme(world).lines.get()
    revised = programme_actions.revise_programme(
        programme=root.programme, reason="Anggaran", by=world.siti
    )
    make.settled(world, revised)
    content = imports.edited(
        importer,
        lambda page: imports.put(page, importer, 2, line="Rapat koordinasi Pokja"),
    )

    imports.apply(importer, content, world.siti)

    assert MonevVisit.objects.get().line == root


@pytest.mark.slow
def test_lines_called_the_same_keep_their_visits(importer, world):
    """One was dropped by a perubahan that wrote it anew, with its name and number."""
    first = make.programme(world, lines=2)
    old = first.lines.get(activity="Kegiatan 2")
    draft = programme_actions.revise_programme(
        programme=first, reason="Ditulis ulang", by=world.siti
    )
    line_actions.remove_line(line=draft.lines.get(root=old), by=world.siti)
    make.line(world, draft, activity="Kegiatan 2")
    visit = make.visit(world, opd=world.dlh, line=old)
    make.settled(world, draft)

    plan = imports.plan_of(importer, imports.edited(importer), world.siti)

    assert plan.to_do == 0
    assert not plan.is_wrong
    labels = importer.sheet.by_key["line"].kind.options
    assert labels[1:] == ("Kegiatan 2 (baris 2)", "Kegiatan 2 (baris 2) (2)")
    assert visit.line == old


@pytest.mark.slow
def test_new_visits_cost_as_many_queries_however_many(importer, world):
    def asked(first: int, last: int) -> int:
        content = imports.edited(
            imports.fresh(importer),
            lambda page: [
                imports.add_row(
                    page, importer, opd="DLH", team="Siti", visited_on=D(2021, 4, day)
                )
                for day in range(first, last)
            ],
        )
        return imports.queries_to_apply(importer, content, world.siti)

    assert asked(1, 3) == asked(3, 28)
