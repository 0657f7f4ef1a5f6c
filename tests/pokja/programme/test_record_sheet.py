"""Realisasi of a programme in force through Excel."""

from __future__ import annotations

import pytest
from django.urls import reverse

from pokja.programme import line_actions, programme_actions
from pokja.programme.models import LineRecord
from pokja.programme.record_sheet import RecordImporter
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import imports
from tests.make import programme as make


@pytest.fixture
def importer(world) -> RecordImporter:
    return RecordImporter(make.programme(world, lines=2), world.siti)


def problems(importer, world, **cells: str | None) -> dict[str, str]:
    content = imports.edited(
        importer, lambda page: imports.put(page, importer, 2, **cells)
    )
    plan = imports.plan_of(importer, content, world.siti)
    return {problem.address: problem.sentence for problem in plan.problems}


def test_an_unchanged_export_changes_nothing(importer, world):
    plan = imports.plan_of(importer, imports.edited(importer), world.siti)

    assert plan.counts == {"salah": 0, "berubah": 0, "baru": 0, "sama": 2}


@pytest.mark.slow
def test_status_realisation_and_obstacles_come_in_with_their_event(importer, world):
    content = imports.edited(
        importer,
        lambda page: imports.put(
            page,
            importer,
            2,
            status="Berjalan",
            realisation="Rapat pertama.\nRapat kedua.",
        ),
    )

    imports.apply(importer, content, world.joko)

    kept = LineRecord.objects.get(line=importer.lines[0])
    assert (kept.status, kept.revision) == ("berjalan", 1)
    assert kept.realisation == "Rapat pertama.\nRapat kedua."
    assert kept.touched_by == world.joko.user
    event = Event.objects.get(verb="programme.line_reported")
    assert event.reason == "Impor Excel: isian.xlsx"
    assert event.changes["status"] == ["direncanakan", "berjalan"]


@pytest.mark.parametrize(
    ("cells", "address", "told"),
    [
        ({"status": "Ditunda"}, "F2", "Tulis kendala"),
        ({"status": "Batal total"}, "D2", "tidak ada dalam daftar"),
        ({"status": None}, "D2", "wajib diisi"),
        ({"activity": "Kegiatan lain"}, "B2", "tidak diubah di sini"),
        ({"target": "9 kali"}, "C2", "tidak diubah di sini"),
    ],
)
def test_every_refusal_stands_at_its_cell(importer, world, cells, address, told):
    assert told in problems(importer, world, **cells)[address]


def test_a_move_the_table_of_states_does_not_know_is_refused(importer, world):
    line_actions.report_line(
        line=importer.lines[0],
        status="selesai",
        realisation="",
        obstacles="",
        by=world.siti,
    )

    assert "D2" in problems(imports.fresh(importer), world, status="Direncanakan")


def test_a_line_that_is_not_in_the_programme_is_refused(importer, world):
    content = imports.edited(
        importer,
        lambda page: imports.add_row(
            page, importer, activity="Kegiatan baru", status="Selesai"
        ),
    )

    plan = imports.plan_of(importer, content, world.siti)

    assert [problem.address for problem in plan.problems] == ["B4"]


@pytest.mark.slow
def test_what_another_person_wrote_meanwhile_is_never_overwritten(importer, world):
    content = imports.edited(
        importer,
        lambda page: imports.put(page, importer, 2, realisation="Ditulis di Excel"),
    )
    line_actions.report_line(
        line=importer.lines[0],
        status="berjalan",
        realisation="Ditulis Joko",
        obstacles="",
        by=world.joko,
    )

    plan = imports.plan_of(importer, content, world.siti)

    assert [problem.address for problem in plan.problems] == ["E2"]
    assert "Ditulis Joko" in next(plan.problems).sentence
    assert plan.rows[0].values["status"] == "berjalan"


@pytest.mark.slow
def test_a_programme_that_gave_way_takes_nothing(importer, world, client_of):
    content = imports.edited(
        importer, lambda page: imports.put(page, importer, 2, status="Berjalan")
    )
    draft = imports.upload(importer, world.siti, content)
    revised = programme_actions.revise_programme(
        programme=importer.document, reason="Anggaran", by=world.siti
    )
    make.settled(world, revised)

    seen = imports.fresh(importer).plan(imports.unpacked(draft.reading)).fingerprint
    with pytest.raises(Refusal, match="sedang berlaku"):
        imports.apply_draft(
            draft=draft, importer=importer, fingerprint=seen, by=world.siti
        )
    url = reverse("record-sheet", args=[importer.document.pk])
    assert client_of(world.siti).get(url).status_code == 404


@pytest.mark.slow
def test_the_pages_lead_from_the_programme_to_the_workbook_and_back(
    importer, world, client_of
):
    client = client_of(world.joko)
    home = reverse("programme-detail", args=[importer.document.pk])
    start = reverse("record-sheet", args=[importer.document.pk])
    assert start in client.get(home).content.decode()
    content = imports.edited(
        importer, lambda page: imports.put(page, importer, 3, status="Selesai")
    )
    preview = imports.send(client, start, content).url
    seen = client.get(preview).context["plan"].fingerprint

    answer = client.post(preview, {"sidik": seen})

    assert (answer.status_code, answer.url) == (302, home)
    assert LineRecord.objects.filter(status="selesai").count() == 1
