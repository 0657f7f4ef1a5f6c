"""A table from draft to verified: saved, handed in, judged by somebody else."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from prasyarat.gender_data.actions import save_table, submit_table, withdraw_table
from prasyarat.gender_data.duty_actions import assign_table, assign_usual
from prasyarat.gender_data.judge_actions import send_back, verify_table
from prasyarat.gender_data.models import Figure, State, TableDuty
from prasyarat.gender_data.queries import late_tables, waiting
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import gender_data as make


@pytest.fixture
def place(world):
    return make.supplied(world.blora, world.dinkes)


def test_a_focal_point_fills_and_another_desk_verifies(world, place):
    row = make.verified(place, world.ratih, world.siti)

    assert row.state == State.VERIFIED
    assert row.supplier == "Dinas Kesehatan"
    verbs = [event.verb for event in Event.objects.about(row).order_by("pk")]
    assert verbs == [
        "gender_table.saved",
        "gender_table.submitted",
        "gender_table.verified",
    ]


def test_empty_is_not_zero(world, place):
    make.saved(place, world.ratih, (0, None), (None, None), (3, 4))

    kept = list(Figure.objects.order_by("pk").values_list("men", "women"))
    assert kept == [(Decimal(0), None), (Decimal(3), Decimal(4))]


def test_an_emptied_category_is_unknown_again(world, place):
    make.saved(place, world.ratih, (5, 12), (4, 9))
    make.saved(place, world.ratih, (5, 12), (None, None))

    assert Figure.objects.count() == 1


def test_saving_the_same_again_leaves_no_trace(world, place):
    row = make.saved(place, world.ratih)
    make.saved(place, world.ratih)

    assert Event.objects.about(row).count() == 1


def test_the_trail_of_the_region_does_not_tell_the_numbers(world, place):
    row = make.saved(place, world.ratih, (1, 12))

    event = Event.objects.about(row).get()
    assert event.is_sealed
    assert event.changes["0-5 L"] == [None, "1"]


def test_two_people_at_once_overwrite_nothing_unseen(world, place):
    row = make.saved(place, world.ratih)

    with pytest.raises(Refusal, match="diubah orang lain"):
        make.saved(place, world.ratih, (9, 9), revision=row.revision - 1)


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ({("", "tak-ada"): (Decimal(1), None)}, "tidak ada pada tabel"),
        ({("", "0-5"): (Decimal(-1), None)}, "kurang dari nol"),
        ({("", "0-5"): (Decimal("1.5"), None)}, "bilangan bulat"),
    ],
)
def test_bad_figures_are_refused(world, place, figures, sentence):
    with pytest.raises(Refusal, match=sentence):
        make.saved(place, world.ratih, figures=figures)


def test_the_future_has_no_data(world, place, clock):
    clock("2020-10-26")

    with pytest.raises(Refusal, match="Tahun data"):
        make.saved(place, world.ratih, year=2021)


def test_a_table_of_women_takes_no_men(world):
    place = make.supplied(world.blora, world.dinkes, make.WOMEN_ONLY)

    with pytest.raises(Refusal, match="hanya memuat perempuan"):
        make.saved(place, world.ratih, (1, 2))


def test_nothing_is_handed_in_without_figures_or_source(world, place):
    empty = make.saved(place, world.ratih, (None, None))
    with pytest.raises(Refusal, match="belum berisi angka"):
        submit_table(row=empty, place=place, by=world.ratih)

    unsourced = make.saved(place, world.ratih, source="", year=2018)
    with pytest.raises(Refusal, match="sumber"):
        submit_table(row=unsourced, place=place, by=world.ratih)


def test_a_breakdown_must_add_up_to_the_table(world, place):
    whole = make.pairs(place, *[(2, 3)] * 7)
    parts = make.pairs(place, *[(2, 3)] * 6, axis="disabilitas")
    row = make.saved(place, world.ratih, figures=whole | parts)

    with pytest.raises(
        Refusal, match="menurut disabilitas 12, sedangkan tabel utamanya 14"
    ):
        submit_table(row=row, place=place, by=world.ratih)


def test_another_opd_is_refused(world, place):
    with pytest.raises(PermissionDenied, match="tidak dipasok OPD Anda"):
        make.saved(place, world.dewi)


def test_the_desk_does_not_touch_what_an_opd_is_drafting(world, place):
    make.saved(place, world.ratih)

    with pytest.raises(PermissionDenied, match="sedang diisi Dinas Kesehatan"):
        make.saved(place, world.siti, (9, 9))


@pytest.mark.parametrize("who", ["ratih", "wati", "budi", "prov", "yusuf"])
def test_strangers_verify_nothing(who, world, place):
    row = make.sent(place, world.ratih)

    with pytest.raises(PermissionDenied):
        verify_table(row=row, place=place, by=getattr(world, who))
    with pytest.raises(PermissionDenied):
        send_back(row=row, place=place, note="Salah.", by=getattr(world, who))


def test_nobody_verifies_what_he_filled(world, place):
    row = make.sent(place, world.siti)

    with pytest.raises(PermissionDenied, match="ikut mengisi"):
        verify_table(row=row, place=place, by=world.siti)
    assert verify_table(row=row, place=place, by=world.joko).state == State.VERIFIED


def test_a_returned_table_says_why_and_comes_back(world, place):
    row = make.sent(place, world.ratih)
    with pytest.raises(Refusal, match="Tulis apa"):
        send_back(row=row, place=place, note=" ", by=world.siti)

    row = send_back(row=row, place=place, note="Umur 18–24 belum diisi.", by=world.siti)

    assert (row.state, row.review_note) == (State.NEEDS_WORK, "Umur 18–24 belum diisi.")
    assert submit_table(row=row, place=place, by=world.ratih).state == State.SUBMITTED


def test_what_is_verified_is_opened_again_with_a_reason(world, place):
    row = make.verified(place, world.ratih, world.siti)
    with pytest.raises(Refusal, match="belum dapat diubah"):
        make.saved(place, world.ratih, (1, 1))

    row = send_back(row=row, place=place, note="Angka salah.", by=world.joko)

    assert row.state == State.NEEDS_WORK
    assert row.verified_by is None


def test_who_handed_in_takes_back(world, place):
    row = make.sent(place, world.ratih)
    with pytest.raises(Refusal, match="ditarik oleh pengisinya"):
        withdraw_table(row=row, place=place, by=world.siti)

    assert withdraw_table(row=row, place=place, by=world.ratih).state == State.DRAFT


def test_a_table_is_late_until_it_is_handed_in(world, place, clock):
    clock("2020-03-31")
    assert [row.owed_year for row in late_tables(world.blora)] == [2018]
    clock("2020-04-01")
    (late,) = late_tables(world.blora)
    assert (late.owed_year, late.days_late) == (2019, 1)
    assert [waiting(each).count() for each in (world.siti, world.ratih)] == [1, 1]
    assert waiting(world.dewi).count() == 0

    make.sent(place, world.ratih, year=2019)

    assert late_tables(world.blora) == []
    assert waiting(world.siti).count() == 0
    assert waiting(world.joko).count() == 1


def test_the_usual_suppliers_follow_the_names_of_the_offices(world):
    made = assign_usual(region=world.blora, by=world.siti)

    held = {
        duty.table: duty.supplier for duty in TableDuty.objects.select_related("opd")
    }
    assert made == len(held) == 36
    assert held["KES-3"] == "Dinas Kesehatan"
    assert held["KEK-1"] == world.dinsos.name
    assert held["EKO-1"] == "BPS"
    assert assign_usual(region=world.blora, by=world.siti) == 0


def test_a_supplier_is_one_opd_or_one_institution(world, place):
    table = place.table
    for opd, institution in (
        (None, ""),
        (world.dinkes, "BPS"),
        (world.dinkes_rembang, ""),
    ):
        with pytest.raises(Refusal):
            assign_table(
                region=world.blora,
                table=table,
                opd=opd,
                institution=institution,
                by=world.siti,
            )
    with pytest.raises(PermissionDenied):
        assign_table(
            region=world.blora,
            table=table,
            opd=world.dlh,
            institution="",
            by=world.joko,
        )


def test_a_region_above_changes_nothing(world, place):
    with pytest.raises(PermissionDenied, match="milik daerah lain"):
        save_table(
            place=place,
            year=2019,
            figures=make.pairs(place, (1, 1)),
            source="",
            note="",
            by=world.prov,
        )
