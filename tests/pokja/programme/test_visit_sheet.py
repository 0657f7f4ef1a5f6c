"""Monev visits of a year, with what was found, through Excel."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from pokja.programme import visit_actions
from pokja.programme.models import Finding, MonevVisit
from pokja.programme.visit_sheet import VisitImporter
from pug_portal.audit.models import Event
from tests.make import imports
from tests.make import programme as make

D = dt.date
DLH = {
    "opd": "DLH",
    "visited_on": "10 Mei 2021",
    "team": "Siti Rahmawati, Dinsos P3A; Joko Purwanto, Bappeda",
}
FINDING = {
    "opd": "DLH",
    "visited_on": D(2021, 5, 10),
    "text": "GAP belum disusun",
    "follow_up": "Susun GAP",
}


@pytest.fixture
def importer(world) -> VisitImporter:
    line = make.programme(world).lines.get()
    visit = make.visit(world, line=line)
    make.finding(world, visit)
    return VisitImporter(world.blora, make.YEAR)


def test_an_unchanged_export_changes_nothing(importer, world):
    plan = imports.plan_of(importer, imports.edited(importer), world.siti)

    assert plan.counts == {"salah": 0, "berubah": 0, "baru": 0, "sama": 2}


@pytest.mark.slow
def test_a_visit_comes_in_with_its_team_line_and_findings(importer, world):
    content = imports.edited(
        importer,
        lambda page: imports.add_row(
            page,
            importer,
            **DLH,
            summary="Melihat data.\nBertemu Kadis.",
            line="Rapat koordinasi Pokja",
        ),
        lambda page: imports.add_row(page, importer, **FINDING, due_on="1/7/2021"),
    )

    imports.apply(importer, content, world.siti)

    made = MonevVisit.objects.get(opd=world.dlh)
    assert made.members == ["Siti Rahmawati, Dinsos P3A", "Joko Purwanto, Bappeda"]
    assert made.visited_on == D(2021, 5, 10)
    assert made.summary == "Melihat data.\nBertemu Kadis."
    assert made.line == MonevVisit.objects.get(opd=world.dinkes).line
    finding = made.findings.get()
    assert (finding.order, finding.due_on) == (1, D(2021, 7, 1))
    told = Event.objects.filter(reason="Impor Excel: isian.xlsx")
    assert set(told.values_list("verb", flat=True)) == {
        "visit.recorded",
        "visit.found",
    }


@pytest.mark.slow
def test_a_finding_is_closed_and_a_second_one_follows_it(importer, world):
    content = imports.edited(
        importer,
        beside=lambda page: (
            imports.put(
                page, importer, 2, done_on=D(2021, 6, 1), result="Formulir diganti"
            ),
            imports.add_row(
                page,
                importer,
                **{**FINDING, "opd": "Dinkes", "visited_on": D(2021, 5, 4)},
            ),
        ),
    )

    imports.apply(importer, content, world.siti)

    first, second = Finding.objects.order_by("order")
    assert (first.result, second.order) == ("Formulir diganti", 2)
    closed = Event.objects.get(verb="visit.finding_closed")
    assert closed.changes["result"] == ["", "Formulir diganti"]


@pytest.mark.slow
@pytest.mark.parametrize("is_told_twice", [True, False])
def test_a_visit_on_another_day_keeps_its_findings(importer, world, is_told_twice):
    """Whether the second tab tells the new day as well, or still the old one."""

    def move(page):
        imports.put(page, importer, 2, visited_on=D(2021, 5, 6))

    content = imports.edited(importer, move, move if is_told_twice else None)

    imports.apply(importer, content, world.siti)

    visit = MonevVisit.objects.get()
    assert visit.visited_on == D(2021, 5, 6)
    assert visit.findings.count() == 1
    assert Event.objects.get(verb="visit.changed").changes == {
        "visited_on": ["2021-05-04", "2021-05-06"]
    }
    assert not Event.objects.filter(verb="visit.finding_changed").exists()


@pytest.mark.slow
def test_all_errors_are_told_at_once_with_their_tab_and_cell(importer, world):
    make.visit(world, opd=world.dlh)
    day = {**DLH, "visited_on": D(2021, 5, 11)}
    content = imports.edited(
        importer,
        lambda page: (
            imports.put(page, importer, 2, team=None),
            imports.add_row(page, importer, **{**DLH, "visited_on": D(2021, 7, 1)}),
            imports.add_row(page, importer, **{**DLH, "visited_on": D(2020, 7, 1)}),
            imports.add_row(page, importer, **day, line="Kegiatan lain"),
            imports.add_row(page, importer, **day),
        ),
        lambda page: (
            imports.put(page, importer, 2, due_on=D(2021, 1, 1)),
            imports.add_row(page, importer, **FINDING),
            imports.add_row(
                page, importer, **{**FINDING, "visited_on": day["visited_on"]}, result=1
            ),
            imports.add_row(
                page,
                importer,
                **{**FINDING, "visited_on": day["visited_on"]},
                done_on=D(2021, 6, 1),
            ),
        ),
    )

    plan = imports.plan_of(importer, content, world.siti)

    told = {(p.tab, p.address): p.sentence for p in plan.problems}
    assert "wajib diisi" in told.pop(("Kunjungan", "D2"))
    assert "sesudah berlangsung" in told.pop(("Kunjungan", "C4"))
    assert "hanya untuk tahun 2021" in told.pop(("Kunjungan", "C5"))
    assert "tidak ada dalam daftar" in told.pop(("Kunjungan", "F6"))
    assert "sudah ada pada baris 6" in told.pop(("Kunjungan", "B7"))
    assert "mendahului" in told.pop(("Temuan", "F2"))
    assert "lembar «Kunjungan»" in told.pop(("Temuan", "B3"))
    assert "hasil tindak lanjut" in told.pop(("Temuan", "H5"))
    assert told == {}
    assert MonevVisit.objects.count() == 2


def test_a_place_that_is_taken_stays_so_until_the_file_is_written(importer, world):
    make.visit(world, opd=world.dlh)
    content = imports.edited(
        importer,
        lambda page: (
            imports.put(page, importer, 2, opd="DLH"),
            imports.put(page, importer, 3, opd="Dinkes"),
        ),
    )

    plan = imports.plan_of(importer, content, world.siti)

    assert [p.address for p in plan.problems] == ["C2", "C3"]
    assert "sudah tercatat" in next(plan.problems).sentence


def test_a_finding_is_not_moved_to_another_visit(importer, world):
    make.visit(world, opd=world.dlh)
    content = imports.edited(
        importer, beside=lambda page: imports.put(page, importer, 2, opd="DLH")
    )

    plan = imports.plan_of(importer, content, world.siti)

    assert "tidak dapat dipindahkan" in next(plan.problems).sentence


@pytest.mark.slow
def test_a_visit_deleted_meanwhile_is_told_at_its_rows(importer, world):
    content = imports.edited(
        importer,
        lambda page: imports.put(page, importer, 2, summary="x"),
        lambda page: imports.put(page, importer, 2, result="y"),
    )
    visit_actions.delete_visit(
        visit=MonevVisit.objects.get(), reason="Salah", by=world.joko
    )

    plan = imports.plan_of(importer, content, world.siti)

    assert [problem.tab for problem in plan.problems] == ["Kunjungan", "Temuan"]
    assert all("tidak ada lagi" in problem.sentence for problem in plan.problems)


@pytest.mark.slow
def test_the_pages_lead_from_list_to_workbook_and_back(importer, world, client_of):
    client = client_of(world.joko)
    start = reverse("visit-sheet", args=[make.YEAR])
    assert start in client.get(reverse("visit-list")).content.decode()
    assert reverse("visit-sheet", args=[2020]) in client.get(start).content.decode()
    content = imports.edited(
        importer, lambda page: imports.add_row(page, importer, **DLH)
    )
    preview = imports.send(client, start, content).url
    seen = client.get(preview).context["plan"].fingerprint

    answer = client.post(preview, {"sidik": seen})

    assert (answer.status_code, answer.url) == (302, reverse("visit-list"))
    assert MonevVisit.objects.count() == 2


@pytest.mark.parametrize("year", [1999, 2022, 2101])
def test_a_year_that_cannot_have_visits_is_not_there(world, client_of, year):
    url = reverse("visit-sheet", args=[year])

    assert client_of(world.siti).get(url).status_code == 404


@pytest.mark.slow
def test_as_many_queries_for_thirty_findings_as_for_three(importer, world):
    def asked(first: int, last: int) -> int:
        content = imports.edited(
            imports.fresh(importer),
            beside=lambda page: [
                imports.add_row(
                    page,
                    importer,
                    opd="Dinkes",
                    visited_on=D(2021, 5, 4),
                    text=f"Temuan {n}",
                    follow_up="Perbaiki",
                )
                for n in range(first, last)
            ],
        )
        return imports.queries_to_apply(importer, content, world.siti)

    assert asked(0, 3) == asked(3, 33)
