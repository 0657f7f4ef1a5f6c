"""Lines of a draft RAD and of a draft work programme through Excel."""

from __future__ import annotations

import pytest
from django.urls import reverse

from pokja.programme.line_sheet import LineImporter
from pokja.programme.rad_sheet import RadImporter
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import imports
from tests.make import programme as make


@pytest.fixture
def lines(world) -> LineImporter:
    return LineImporter(make.programme(world, "draf", year=2022))


@pytest.fixture
def rad(world) -> RadImporter:
    return RadImporter(make.rad(world, "draf", lines=2))


@pytest.mark.parametrize("which", ["lines", "rad"])
def test_an_unchanged_export_changes_nothing(which, world, request):
    importer = request.getfixturevalue(which)

    plan = imports.plan_of(importer, imports.edited(importer), world.siti)

    assert not plan.is_wrong
    assert not plan.new
    assert not plan.changed


@pytest.mark.slow
def test_a_line_comes_in_with_its_offices_duties_and_money(lines, world):
    content = imports.edited(
        lines,
        lambda page: imports.add_row(
            page,
            lines,
            activity="Bimtek PPRG",
            duties="d, a",
            executors="dinkes; DLH",
            budget="12.500.000",
            from_month="Maret",
            to_month="April",
        ),
    )

    imports.apply(lines, content, world.siti)

    made = lines.document.lines.get(activity="Bimtek PPRG")
    assert made.duties == ["a", "d"]
    assert {opd.pk for opd in made.executors.all()} == {world.dinkes.pk, world.dlh.pk}
    assert (made.budget, made.months) == (12_500_000, "Maret–April")
    assert made.progress_record.status == "direncanakan"
    event = Event.objects.get(verb="programme.line_added", object_id=made.pk)
    assert event.reason == "Impor Excel: isian.xlsx"


def test_a_changed_line_keeps_what_the_file_does_not_hold(lines, world):
    line = lines.document.lines.get()
    content = imports.edited(
        lines, lambda page: imports.put(page, lines, 2, target="4 kali")
    )

    imports.apply(lines, content, world.siti)

    line.refresh_from_db()
    assert line.target == "4 kali"
    assert line.root_id is None


@pytest.mark.slow
def test_all_errors_are_told_at_once_with_their_cells(lines, world):
    def spoil(page):
        imports.put(page, lines, 2, duties="a; z", executors="Dinas Antah")
        imports.add_row(
            page, lines, activity="Mundur", from_month="Mei", to_month="Maret"
        )
        imports.add_row(page, lines, activity="Kode", sub_activity_code="2.08")

    plan = imports.plan_of(lines, imports.edited(lines, spoil), world.siti)

    told = {problem.address: problem.sentence for problem in plan.problems}
    assert "bukan huruf tugas" in told["C2"]
    assert "bukan nama OPD" in told["K2"]
    assert "mendahului" in told["I3"]
    assert "Pilih aturan" in told["P4"]


def test_a_settled_programme_takes_nothing(lines, world):
    content = imports.edited(
        lines, lambda page: imports.put(page, lines, 2, target="4 kali")
    )
    draft = imports.upload(lines, world.siti, content)
    make.programme_actions.settle_programme(
        programme=lines.document, settled_on=make.SETTLED, basis="SK", by=world.joko
    )

    seen = imports.fresh(lines).plan(imports.unpacked(draft.reading)).fingerprint
    with pytest.raises(Refusal, match="sudah ditetapkan"):
        imports.apply_draft(
            draft=draft, importer=lines, fingerprint=seen, by=world.siti
        )


def test_the_page_of_a_settled_programme_is_not_there(world, client_of):
    settled = make.programme(world)

    url = reverse("line-sheet", args=[settled.pk])

    assert client_of(world.siti).get(url).status_code == 404


@pytest.mark.slow
def test_a_rad_line_has_a_target_per_year(rad, world):
    content = imports.edited(
        rad,
        lambda page: imports.put(page, rad, 2, target_2023="30 OPD", target_2021=None),
    )

    imports.apply(rad, content, world.siti)

    first = rad.objects()[0]
    assert first.targets == {"2022": "20 OPD", "2023": "30 OPD"}


def test_the_lines_of_a_long_text_stay_lines(rad, world):
    content = imports.edited(
        rad, lambda page: imports.put(page, rad, 2, strategy="Latih.\nDampingi.")
    )

    imports.apply(rad, content, world.siti)

    assert rad.objects()[0].strategy == "Latih.\nDampingi."


def test_a_rad_line_has_one_responsible(rad, world):
    content = imports.edited(rad, lambda page: imports.put(page, rad, 2, lead="PUSPA"))

    plan = imports.plan_of(rad, content, world.siti)

    assert "tidak keduanya" in plan.rows[0].problems[0].sentence
