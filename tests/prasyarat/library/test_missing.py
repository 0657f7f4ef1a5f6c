"""What is missing, from whom, and the words that go out."""

from __future__ import annotations

import datetime as dt

import pytest

from prasyarat.assessments.duty_models import AnswerDuty
from prasyarat.assessments.evidence_actions import add_file
from prasyarat.library.missing import missing_by_responsible, recap, reminder
from prasyarat.library.queries import documents
from tests.make import evidence as make
from tests.make import prasyarat as make_answer

DAY = dt.date(2020, 10, 27)


@pytest.fixture
def instrument(world):
    return make_answer.instrument()


def found(world, instrument, name="siti", on=DAY):
    groups = missing_by_responsible(world.blora, instrument, getattr(world, name), on)
    return {
        (group.name, each.item.indicator.code): each.why
        for group in groups
        for each in group.items
    }


def test_an_item_leaves_the_list_with_evidence_and_returns_when_it_expires(
    world, instrument, clock
):
    clock("2020-10-26")
    item = make_answer.item("KEL-1", world.blora)
    key = next(key for key in found(world, instrument) if key[1] == "KEL-1")
    assert found(world, instrument)[key] == "belum dijawab"
    make_answer.answer_at("draf", item, world.siti, documented=False)
    assert found(world, instrument)[key] == "belum ada bukti"

    document = make.document(world.blora, world.siti, valid_until=dt.date(2020, 12, 31))
    add_file(item=item, file=document.versions.get().file, by=world.siti)

    assert key not in found(world, instrument)
    later = found(world, instrument, on=dt.date(2021, 1, 1))
    assert later[key] == "bukti kedaluwarsa sejak 31 Desember 2020"


def test_the_sekretariat_is_not_told_what_an_opd_drafts(world, instrument, clock):
    clock("2020-10-26")
    item = make_answer.item("KEL-4", world.blora, world.dinkes)
    make_answer.answer_at("draf", item, world.ratih)

    assert found(world, instrument)["Dinkes", "KEL-4"] == "masih draf, belum diajukan"
    assert ("Dinkes", "KEL-4") not in found(world, instrument, "ratih")


def test_opd_people_see_their_own_list_alone(world, instrument):
    assert {who for who, _ in found(world, instrument, "ratih")} == {"Dinkes"}


def test_the_messages_name_every_item(world, instrument):
    groups = missing_by_responsible(world.blora, instrument, world.siti, DAY)
    dinkes = next(group for group in groups if group.name == "Dinkes")

    message = reminder(dinkes, "Sekretariat Pokja", "https://portal.example/", DAY)
    summary = recap(groups, world.blora, DAY, "Sekretariat Pokja")

    assert message.startswith("Yth. Dinkes,")
    assert all(each.item.indicator.code in message for each in dinkes.items)
    assert "https://portal.example/" in message
    assert str(sum(len(group.items) for group in groups)) in summary
    assert ". Dinkes: " in summary


@pytest.mark.slow
@pytest.mark.parametrize(
    ("state", "readers"),
    [
        ("draf", "ratih hasan"),
        ("diajukan", "ratih hasan siti joko"),
        ("terverifikasi", "ratih hasan siti joko wati yusuf prov"),
    ],
)
def test_a_document_of_an_opd_is_seen_with_the_answer_that_uses_it(
    state, readers, world
):
    item = make_answer.item("KEL-4", world.blora, world.dinkes)
    make_answer.answer_at(state, item, world.ratih, judge=world.joko)

    seeing = [
        name
        for name, actor in world.everyone().items()
        if documents(actor, world.blora).exists()
    ]

    assert sorted(seeing) == sorted(readers.split())


def test_a_duty_names_its_holder_and_its_day(world, instrument):
    item = make_answer.item("KEL-1", world.blora)
    usual = item.indicator.responsible
    assert (usual, "KEL-1") in found(world, instrument)
    AnswerDuty.objects.create(
        region=world.blora,
        indicator=item.indicator,
        opd=world.dinkes,
        since=DAY,
        due_on=dt.date(2020, 11, 30),
    )

    groups = missing_by_responsible(world.blora, instrument, world.siti, DAY)
    group = next(group for group in groups if group.name == "Dinkes")
    told = reminder(group, "Sekretariat", "https://pug.example/", DAY)

    assert (usual, "KEL-1") not in found(world, instrument)
    assert "belum dijawab" in found(world, instrument)["Dinkes", "KEL-1"]
    assert "KEL-1" in told
    assert "tenggat 30 November 2020" in told
    # The OPD it was given to sees it among its own; no other OPD does.
    assert ("Dinkes", "KEL-1") in found(world, instrument, "ratih")
    assert "KEL-1" not in {code for _, code in found(world, instrument, "dewi")}
