"""The programme of a year: drafting, filling from the RAD, settling, changing."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from pokja.programme import line_actions, programme_actions, rad_actions
from pokja.programme.models import LineRecord, Programme, ProgrammeLine
from pug_portal.audit.models import Event
from tests.make import programme as make
from tests.pokja.decrees.told import refused

DAY = dt.date(2021, 6, 1)


def test_one_programme_per_year(world):
    make.programme(world, "draf")

    assert refused(lambda: make.programme(world, "draf")).field == "year"
    assert Programme.objects.count() == 1


def test_lines_with_a_target_of_the_year_come_from_the_rad(world):
    rad = make.rad(world, "draf")
    make.rad_line(world, rad, activity="Baru tahun 2022", targets={"2022": "1"})
    rad_actions.settle_rad(rad=rad, settled_on=make.SETTLED, basis="", by=world.joko)
    programme = make.programme(world, "draf")

    assert programme_actions.fill_from_rad(programme=programme, by=world.siti) == 1
    line = programme.lines.get(rad_line__isnull=False)
    assert (line.activity, line.target, line.responsible) == (
        "Bimbingan teknis PPRG",
        "12 OPD",
        "Dinsos P3A",
    )
    assert set(line.executors.all()) == {world.dinsos, world.bappeda}
    assert line.record.status == "direncanakan"


def test_pressed_twice_it_takes_nothing_twice_also_after_a_perubahan_of_the_rad(world):
    rad = make.rad(world)
    programme = make.programme(world, "draf")
    take = lambda: programme_actions.fill_from_rad(programme=programme, by=world.siti)

    assert (take(), take()) == (1, 0)
    newer = rad_actions.revise_rad(rad=rad, reason="Naik", by=world.siti)
    make.rad_line(world, newer, activity="Tambahan")
    rad_actions.settle_rad(rad=newer, settled_on=DAY, basis="", by=world.joko)
    assert take() == 1
    assert programme.lines.count() == 3


def test_without_a_settled_rad_there_is_nothing_to_take(world):
    make.rad(world, "draf")
    programme = make.programme(world, "draf")

    told = refused(
        lambda: programme_actions.fill_from_rad(programme=programme, by=world.siti)
    )
    assert "Belum ada RAD" in told.sentence


def test_a_line_without_tugas_keeps_the_draft_from_being_settled(world):
    make.rad(world)
    programme = make.programme(world, "draf")
    programme_actions.fill_from_rad(programme=programme, by=world.siti)

    told = refused(lambda: make.settled(world, programme))
    sentences = [each.sentence for each in (told, *told.others)]
    assert "«Bimbingan teknis PPRG» belum menyebut tugas Pokja." in sentences
    line = programme.lines.get(rad_line__isnull=False)
    line_actions.change_line(line=line, duties=["d"], by=world.siti)
    assert make.settled(world, programme).state == "ditetapkan"


def test_settling_twice_is_refused_and_done_once(world):
    programme = make.programme(world)

    assert (
        "tidak dapat berubah"
        in refused(lambda: make.settled(world, programme)).sentence
    )
    assert Event.objects.filter(verb="programme.settled").count() == 1


def test_a_settled_programme_is_not_edited(world):
    programme = make.programme(world)
    line = programme.lines.get()

    for verb in (
        lambda: make.line(world, programme),
        lambda: line_actions.change_line(line=line, activity="x", by=world.siti),
        lambda: line_actions.remove_line(line=line, by=world.siti),
        lambda: programme_actions.fill_from_rad(programme=programme, by=world.siti),
        lambda: programme_actions.delete_programme(
            programme=programme, reason="x", by=world.siti
        ),
    ):
        assert "sudah ditetapkan" in refused(verb).sentence


@pytest.mark.slow
def test_a_perubahan_keeps_status_identity_and_history_of_the_lines(world, client_of):
    old = make.programme(world, lines=2)
    first = old.lines.first()
    new = programme_actions.revise_programme(
        programme=old, reason="Anggaran bergeser", by=world.siti
    )
    line_actions.report_line(
        line=ProgrammeLine.objects.get(pk=first.pk),
        status="berjalan",
        realisation="Satu rapat",
        obstacles="",
        by=world.siti,
    )
    make.settled(world, new)

    old = Programme.objects.get(version=1)
    copy = new.lines.first()
    assert (old.state, new.version, new.predecessor_id) == ("perubahan", 2, old.pk)
    assert str(new) == "Program kerja 2021 (perubahan ke-1)"
    assert (copy.key, copy.record.realisation) == (first.pk, "Satu rapat")
    assert LineRecord.objects.count() == 2
    # What was told of the line in version 1 is told on its page in version 2.
    address = f"/program-kerja/baris/{copy.pk}/"
    page = client_of(world.siti).get(address).content.decode()
    assert "realisasi: Satu rapat</p>" in page
    assert (
        "Riwayat perubahan" not in client_of(world.ratih).get(address).content.decode()
    )


def test_the_database_holds_one_draft_and_one_in_force_per_year(world):
    programme = make.programme(world)
    for state in ("draf", "ditetapkan"):
        if state == "draf":
            make.programme_actions.revise_programme(
                programme=programme, reason="x", by=world.siti
            )
        with pytest.raises(IntegrityError), transaction.atomic():
            Programme.objects.create(
                region=world.blora,
                year=2021,
                version=9,
                state=state,
                predecessor=None,
            )


def test_only_the_own_desk_writes_and_only_bappeda_settles(world):
    programme = make.programme(world, "draf")

    for stranger in (world.budi, world.prov, world.wati, world.ratih, world.admin):
        with pytest.raises(PermissionDenied):
            programme_actions.draft_programme(
                region=world.blora, year=2024, by=stranger
            )
        with pytest.raises(PermissionDenied):
            make.line_actions.add_line(programme=programme, activity="x", by=stranger)
    with pytest.raises(PermissionDenied):
        programme_actions.settle_programme(
            programme=programme, settled_on=DAY, basis="", by=world.siti
        )
