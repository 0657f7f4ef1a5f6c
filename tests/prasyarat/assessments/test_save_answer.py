from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from prasyarat.assessments.actions import save_answer
from prasyarat.assessments.item import Item, Reply
from prasyarat.assessments.models import Answer, Evidence, State
from prasyarat.assessments.writing import version_of
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import prasyarat as make
from tests.make.prasyarat import DAY

LATER = dt.date(2020, 12, 31)


def save(item: Item, by, *, as_of: dt.date = DAY, seen: str | None = None, **reply):
    words = Reply(**make.exact(reply))
    return save_answer(item=item, as_of=as_of, reply=words, by=by, seen=seen)


@pytest.fixture
def kel1(world) -> Item:
    return make.item("KEL-1", world.blora)


@pytest.fixture
def kom5(world) -> Item:
    return make.item("KOM-5", world.blora)


@pytest.fixture
def kel4(world) -> Item:
    return make.item("KEL-4", world.blora, world.dinkes)


def test_the_sekretariat_writes_a_draft(kel1, world):
    answer = save(kel1, world.siti, choice="ada", note="  Berlaku 2020.  ")

    assert (answer.state, answer.choice, answer.note) == (
        State.DRAFT,
        "ada",
        "Berlaku 2020.",
    )
    assert (answer.filled_by, answer.filled_role) == (world.siti.user, "sekretariat")
    assert Event.objects.about(answer).get().verb == "answer.saved"


def test_bappeda_fills_its_own_indicators(world):
    answer = save(make.item("KEB-6", world.blora), world.joko, choice="ya")

    assert answer.filled_role == "bappeda"


def test_bappeda_does_not_fill_what_the_sekretariat_answers_for(kel1, world):
    with pytest.raises(PermissionDenied, match="diisi sekretariat"):
        save(kel1, world.joko, choice="ada")


def test_a_focal_point_fills_an_item_of_the_own_opd(kel4, world):
    assert save(kel4, world.ratih, choice="ada").opd == world.dinkes


@pytest.mark.parametrize("name", ["dewi", "hasan", "joko", "wati", "yusuf", "admin"])
def test_nobody_else_fills_an_item_of_that_opd(name, kel4, world):
    with pytest.raises(PermissionDenied):
        save(kel4, getattr(world, name), choice="ada")


@pytest.mark.parametrize("name", ["ratih", "budi", "prov", "wati", "admin", "baru"])
def test_nobody_outside_the_desk_fills_an_item_of_the_region(name, kel1, world):
    with pytest.raises(PermissionDenied):
        save(kel1, getattr(world, name), choice="ada")


def test_the_sekretariat_fills_for_an_opd_and_the_trail_says_so(kel4, world):
    answer = save(kel4, world.siti, choice="ada")

    event = Event.objects.about(answer).get()
    assert event.verb == "answer.saved_for"
    assert "atas nama OPD" in event.says


def test_a_draft_of_the_opd_is_not_overwritten_by_the_sekretariat(kel4, world):
    save(kel4, world.ratih, choice="ada")

    with pytest.raises(Refusal, match="sedang menulis draf"):
        save(kel4, world.siti, choice="belum")


def test_saving_the_same_twice_leaves_one_event(kel1, world):
    answer = save(kel1, world.siti, choice="ada")
    save(kel1, world.siti, choice="ada")

    assert Event.objects.about(answer).count() == 1
    assert Answer.objects.count() == 1


def test_a_note_alone_is_kept_as_a_draft(kom5, world):
    answer = save(kom5, world.siti, note="Belum dihitung BKPSDM.")

    assert answer.state == State.DRAFT
    assert answer.numerator is None


@pytest.mark.parametrize(
    ("reply", "field", "words"),
    [
        ({"numerator": 9, "denominator": 5}, "numerator", "tidak boleh melebihi"),
        ({"numerator": 3}, "denominator", "pembilang dan penyebut"),
        ({"denominator": 3}, "numerator", "pembilang dan penyebut"),
        ({"numerator": 0, "denominator": 0}, "denominator", "lebih dari 0"),
        ({"numerator": -1, "denominator": 5}, "numerator", "0 atau lebih"),
        ({"numerator": 10**12, "denominator": 10**12}, "numerator", "terlalu besar"),
    ],
)
def test_a_share_that_cannot_be_is_refused_beside_its_field(
    reply, field, words, kom5, world
):
    with pytest.raises(Refusal, match=words) as refused:
        save(kom5, world.siti, **reply)

    assert refused.value.field == field
    assert not Answer.objects.exists()


def test_more_realised_than_planned_needs_a_note(world):
    item = make.item("SDA-4", world.blora, world.dinkes)
    figures = {"numerator": 12, "denominator": 10}

    with pytest.raises(Refusal, match="penjelasannya") as refused:
        save(item, world.ratih, **figures)

    assert refused.value.field == "note"
    assert save(item, world.ratih, **figures, note="Pagu perubahan.").numerator == 12


def test_the_kind_of_denominator_has_to_be_named(world):
    item = make.item("SDA-2", world.blora)
    figures = {"numerator": 5, "denominator": 100}

    with pytest.raises(Refusal) as refused:
        save(item, world.joko, **figures)
    with pytest.raises(Refusal):
        save(item, world.joko, **figures, denominator_kind="lain")

    assert refused.value.field == "denominator_kind"
    saved = save(item, world.joko, **figures, denominator_kind="total_belanja_apbd")
    assert saved.denominator_kind == "total_belanja_apbd"


def test_a_choice_that_is_not_offered_is_refused(kel1, world):
    with pytest.raises(Refusal, match="Pilih salah satu"):
        save(kel1, world.siti, choice="mungkin")


def test_a_text_that_belongs_to_a_yes_is_asked_for(world):
    with pytest.raises(Refusal) as refused:
        save(make.item("DAT-2", world.blora), world.siti, choice="ya")

    assert refused.value.field == "text"


def test_a_day_to_come_is_refused(kel1, world, clock):
    clock("2020-10-26")

    with pytest.raises(Refusal) as refused:
        save(kel1, world.siti, as_of=dt.date(2020, 10, 27), choice="ada")

    assert refused.value.field == "as_of"


def test_an_item_is_asked_only_at_its_level(world):
    opd_only = make.item("KEL-4", world.blora)
    region_only = make.item("KEL-1", world.blora, world.dinkes)
    other_region = make.item("KEL-4", world.blora, world.dinkes_rembang)

    for item, by in (
        (opd_only, world.siti),
        (region_only, world.siti),
        (other_region, world.siti),
    ):
        with pytest.raises(Refusal, match="tidak ditanyakan"):
            save(item, by, choice="ada")


def test_a_verified_answer_stays_and_a_later_one_is_opened(kel1, world):
    old = make.answer_at("terverifikasi", kel1, world.siti, judge=world.joko)

    new = save(kel1, world.siti, as_of=LATER, choice="belum")

    old.refresh_from_db()
    assert (old.choice, old.state) == ("ada", State.VERIFIED)
    assert (new.choice, new.state, new.as_of) == ("belum", State.DRAFT, LATER)


def test_a_new_dated_answer_brings_along_the_evidence_that_still_holds(kel1, world):
    make.answer_at("draf", kel1, world.siti, documented=False)
    make.evidence(kel1, world.siti, valid_until=dt.date(2020, 11, 30))
    make.evidence(kel1, world.siti)
    old = Answer.objects.get()
    make.answer_at("terverifikasi", kel1, world.siti, judge=world.joko)

    new = save(kel1, world.siti, as_of=LATER, choice="ada")

    assert old.evidence.count() == 2
    assert Evidence.objects.filter(answer=new).count() == 1


@pytest.mark.parametrize("as_of", [DAY, dt.date(2020, 1, 1)])
def test_a_date_at_or_before_the_verified_answer_is_refused(as_of, kel1, world):
    make.answer_at("terverifikasi", kel1, world.siti, judge=world.joko)

    with pytest.raises(Refusal, match="Isi tanggal sesudahnya") as refused:
        save(kel1, world.siti, as_of=as_of, choice="belum")

    assert refused.value.field == "as_of"


def test_a_submitted_answer_waits_untouched(kel1, world):
    make.answer_at("diajukan", kel1, world.siti)

    with pytest.raises(Refusal, match="menunggu verifikasi"):
        save(kel1, world.siti, choice="belum")


def test_two_writers_of_one_draft_notice_each_other(kel1, world):
    draft = save(kel1, world.siti, choice="ada")
    seen_by_both = version_of(draft)
    save(kel1, world.siti, seen=seen_by_both, choice="proses")

    with pytest.raises(Refusal, match="baru saja diubah"):
        save(kel1, world.siti, seen=seen_by_both, choice="belum")

    assert Answer.objects.get().choice == "proses"


def test_money_is_kept_exactly_up_to_its_limit(world):
    item = make.item("SDA-1", world.blora)

    saved = save(item, world.siti, value=10**15)
    with pytest.raises(Refusal, match="terlalu besar"):
        save(item, world.siti, value=10**15 + 1)

    saved.refresh_from_db()
    assert saved.value == Decimal(10**15)
