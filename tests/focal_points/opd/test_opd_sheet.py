"""The list of OPD through Excel: rows, rules and the bulk verb."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from focal_points.opd.models import Opd
from focal_points.opd.sheet import OpdImporter
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.imports.actions import apply_draft
from tests.make import imports as make


@pytest.fixture
def importer(world) -> OpdImporter:
    return OpdImporter(world.blora)


def with_new(importer, *names: str) -> bytes:
    def add(page):
        for name in names:
            make.add_row(page, importer, name=name, short_name=name[:20])

    return make.edited(importer, add)


def test_an_unchanged_export_changes_nothing(importer, world):
    plan = make.plan_of(importer, make.edited(importer), world.siti)

    assert plan.counts == {"salah": 0, "berubah": 0, "baru": 0, "sama": 4}


def test_new_and_changed_rows_are_written_with_their_events(importer, world):
    content = make.edited(
        importer,
        lambda page: (
            make.add_row(
                page, importer, name="Dinas Pertanian", short_name="Dispertan"
            ),
            make.put(page, importer, 2, note="sudah dipastikan", takes_part="Tidak"),
        ),
    )

    make.apply(importer, content, world.siti)

    made = Opd.objects.get(name="Dinas Pertanian")
    assert (made.region, made.tag, made.takes_part) == (world.blora, "lain", True)
    first = importer.objects()[0]
    assert (first.note, first.takes_part) == ("sudah dipastikan", False)
    added, changed = Event.objects.filter(reason="Impor Excel: isian.xlsx").order_by(
        "verb"
    )
    assert (added.verb, added.object_id) == ("opd.added", str(made.pk))
    assert changed.changes == {
        "takes_part": [True, False],
        "note": ["", "sudah dipastikan"],
    }
    assert added.actor_name == world.siti.name


def test_every_problem_is_told_and_nothing_is_written(importer, world):
    content = make.edited(
        importer,
        lambda page: (
            make.put(page, importer, 2, name=None, tag="Ketua"),
            make.put(page, importer, 4, active_from="2/1/2021", active_to="1/1/2020"),
            make.add_row(
                page,
                importer,
                name="dinas kesehatan",
                short_name="X",
                active_from="lusa",
            ),
            make.add_row(page, importer, name="Dinas Baru", short_name="Baru"),
        ),
    )

    plan = make.plan_of(importer, content, world.siti)

    assert [problem.address for problem in plan.problems] == [
        "B2",
        "E2",
        "H4",
        "G6",
        "B6",
    ]
    with pytest.raises(Refusal, match="tidak ada yang disimpan"):
        make.apply(importer, content, world.siti)
    assert not Opd.objects.filter(name="Dinas Baru").exists()


def test_two_new_rows_of_one_name_are_refused(importer, world):
    plan = make.plan_of(
        importer, with_new(importer, "Dinas Baru", "DINAS BARU"), world.siti
    )

    assert [problem.row for problem in plan.problems] == [6, 7]


def test_a_row_that_collides_while_writing_leaves_nothing(importer, world, monkeypatch):
    def unjudged(self, rows, objects):
        for row in rows:
            row.made = self._as_opd(row)

    monkeypatch.setattr(OpdImporter, "check", unjudged)
    content = with_new(importer, "Dinas Baru", "Dinas Kesehatan")

    with pytest.raises(Refusal, match="berubah sejak"):
        make.apply(importer, content, world.siti)

    assert not Opd.objects.filter(name="Dinas Baru").exists()


def test_a_row_of_another_region_cannot_be_smuggled_in(importer, world):
    content = make.edited(
        importer, lambda page: page.__setitem__("A2", str(world.dinkes_rembang.pk))
    )

    told = [str(each) for each in make.plan_of(importer, content, world.siti).problems]

    assert told[0].startswith("B2: baris ini tidak ada lagi di portal")


@pytest.mark.parametrize("who", ["joko", "prov", "budi"])
def test_the_verb_itself_refuses_strangers(importer, world, who):
    draft = make.upload(importer, world.siti)

    with pytest.raises(PermissionDenied):
        apply_draft(
            draft=draft, importer=importer, fingerprint="", by=world.everyone()[who]
        )


def queries_of(world, count: int) -> int:
    importer = OpdImporter(world.blora)
    names = [f"Dinas {count} ke {number}" for number in range(count)]
    draft = make.upload(importer, world.siti, with_new(importer, *names))
    seen = make.fresh(importer).plan(make.unpacked(draft.reading)).fingerprint
    with CaptureQueriesContext(
        connection,
    ) as queries:
        apply_draft(
            draft=draft, importer=make.fresh(importer), fingerprint=seen, by=world.siti
        )
    return len(queries)


@pytest.mark.slow
def test_as_many_queries_for_forty_rows_as_for_three(world):
    assert queries_of(world, 3) == queries_of(world, 40)
