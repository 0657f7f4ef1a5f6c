"""An answer given once shows in both instruments, with the share of mapped points."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from prasyarat.assessments.through import through
from prasyarat.instruments.converting import converted, is_convertible, share_of
from prasyarat.instruments.mapping import map_item, mapping_between, unmap_item
from prasyarat.instruments.models import Indicator, InstrumentUse, ItemMapping
from prasyarat.instruments.use import choose_instrument
from prasyarat.rules import AnswerType, Choice, GivenAnswer, IndicatorRule
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.lib.clock import now, today
from tests.make import instruments as make
from tests.make import prasyarat as make_sheet
from tests.make.prasyarat import DAY

ONE, HALF, NONE = Decimal(1), Decimal("0.5"), Decimal(0)
YES = (Choice("ya", "Ya", ONE), Choice("tidak", "Tidak", NONE))
THERE = (Choice("ada", "Ada", Decimal(2)), Choice("proses", "Proses", ONE))


def rule(kind: str, unit: str = "", choices=(), most=ONE, weight=ONE, code="A-1"):
    return IndicatorRule(
        code=code,
        prerequisite="A",
        answer_type=AnswerType(kind),
        unit=unit,
        choices=choices,
        max=most,
        weight=weight,
    )


@pytest.mark.parametrize(
    ("source", "target", "fits"),
    [
        (rule("YN"), rule("YNP"), True),
        (rule("YN"), rule("N", "OPD"), False),
        (rule("PCT", "OPD"), rule("PCT", "OPD"), True),
        (rule("PCT", "OPD"), rule("N", "OPD"), True),
        (rule("N", "OPD"), rule("PCT", "OPD"), False),
        (rule("N", "rapat"), rule("N", "OPD"), False),
        (rule("TXT"), rule("TXT"), True),
    ],
)
def test_only_like_answers_like(source, target, fits):
    assert is_convertible(source, target) is fits


def test_a_choice_is_found_again_by_its_worth():
    source, target = (
        rule("YN", choices=YES),
        rule("YNP", choices=THERE, most=Decimal(2)),
    )

    there = converted(source, target, GivenAnswer(choice="ya", verified=True))

    assert there is not None
    assert (there.choice, there.verified) == ("ada", True)
    assert converted(source, target, GivenAnswer(choice="tidak")) is None


def test_a_share_tells_its_own_count():
    given = GivenAnswer(numerator=Decimal(12), denominator=Decimal(30))
    there = converted(rule("PCT", "OPD"), rule("N", "OPD"), given)
    assert there is not None
    assert (there.value, there.numerator) == (Decimal(12), None)


def test_the_share_is_counted_in_points():
    rules = (
        rule("YN", code="A-1", weight=Decimal(2)),
        rule("YN", code="A-2"),
        rule("YN", code="A-3"),
    )
    share = share_of(rules, {"A-1": "sama", "A-2": "sebagian"})
    assert (share.percent, share.percent_equal, share.percent_part) == (75, 50, 25)


@pytest.fixture
def pair(world):
    variant = make.variant()
    return make_sheet.instrument(), variant


def test_an_answer_given_once_shows_in_both(world, pair):
    used, variant = pair
    item = make_sheet.item("KEB-2", world.blora)
    make_sheet.answer_at(
        "terverifikasi", item, world.siti, judge=world.joko, choice="ada"
    )
    part = make_sheet.item("KOM-2", world.blora)
    make_sheet.answer_at("diajukan", part, world.siti, choice="ada")

    seen = through(world.blora, DAY, used, variant)

    assert seen.answers["KK-3"].indicator.code == "KEB-2"
    # KEB-2 is worth 2 of the 24 points that are mapped as equal; SDA-2 waits for a target.
    scores = {score.code: score for score in seen.terverifikasi.items}
    assert (scores["KK-3"].earned, seen.terverifikasi.possible) == (2, 22)
    assert seen.mandiri.total == seen.terverifikasi.total
    # Mapped in part: shown beside the question, not counted.
    assert seen.answers["KK-7"].indicator.code == "KOM-2"
    assert "KK-7" not in scores
    unmapped = [r.code for r in seen.rules if r.code not in seen.mapping.kinds]
    assert unmapped == ["KK-8", "KP-8", "SA-9"]
    assert (seen.share.total, seen.share.equal, seen.share.part) == (29, 24, 2)


@pytest.mark.slow
def test_it_shows_the_other_way_as_well(world, pair):
    used, variant = pair
    InstrumentUse.objects.create(
        region=world.blora, instrument=variant, since="2020-01-01", chosen_at=now()
    )
    asked = Indicator.objects.get(prerequisite__instrument=variant, code="KK-3")
    item = replace(make_sheet.item("KEB-2", world.blora), indicator=asked)
    make_sheet.answer_at(
        "terverifikasi", item, world.siti, judge=world.joko, choice="ada"
    )

    seen = through(world.blora, DAY, variant, used)

    assert seen.answers["KEB-2"].indicator.code == "KK-3"
    scores = {score.code: score for score in seen.terverifikasi.items}
    assert (scores["KEB-2"].earned, scores["KEB-2"].possible) == (1, 1)


def test_an_answer_that_is_not_the_readers_is_as_if_not_given(world, pair):
    item = make_sheet.item("KEB-2", world.blora)
    make_sheet.answer_at("diajukan", item, world.siti, choice="ada")

    seen = through(world.blora, DAY, *pair, may_read=lambda answer: answer.is_verified)

    assert seen.answers == {}
    assert seen.mandiri.earned == 0


def test_the_way_back_reads_the_same_rows(pair):
    used, variant = pair
    back = mapping_between(variant, used)
    assert back.by_target["KEB-2"] == (("KK-3", "sama"),)


def item_of(instrument, code: str) -> Indicator:
    rows = Indicator.objects.select_related("prerequisite")
    return rows.get(code=code, prerequisite__instrument=instrument)


def test_an_administrator_maps_and_unmaps(world, pair):
    used, variant = pair
    source, target = item_of(used, "KEB-1"), item_of(variant, "KK-8")

    map_item(source=source, target=target, kind="sama", by=world.admin)
    map_item(source=source, target=target, kind="sama", by=world.admin)
    assert mapping_between(used, variant).by_target["KK-8"] == (("KEB-1", "sama"),)
    assert Event.objects.filter(verb="instrument.mapped").count() == 1

    unmap_item(source=source, target=target, by=world.admin)
    assert "KK-8" not in mapping_between(used, variant).by_target


def test_what_cannot_be_carried_over_is_not_equal(world, pair):
    used, variant = pair
    source, target = item_of(used, "KEL-7"), item_of(variant, "KK-8")
    before = ItemMapping.objects.count()
    with pytest.raises(Refusal, match="jenis atau satuannya berbeda"):
        map_item(source=source, target=target, kind="sama", by=world.admin)
    with pytest.raises(PermissionDenied):
        map_item(source=source, target=target, kind="sebagian", by=world.siti)
    assert ItemMapping.objects.count() == before


@pytest.mark.slow
def test_the_screens_name_the_share_and_what_is_unmapped(world, pair, client_of):
    used, variant = pair
    client = client_of(world.siti)

    page = client.get(f"/prasyarat/instrumen/{used.pk}/pemetaan/{variant.pk}/")
    text = page.content.decode()
    assert "Terpetakan 89,7% dari poin" in text
    assert "KP-8" in text.split("Tidak terpetakan")[2]

    page = client.get(f"/prasyarat/instrumen/{variant.pk}/jawaban/?per=2020-10-26")
    assert "Terpetakan 89,7% dari poin" in page.content.decode()
    # A last word was agreed upon for one question, so it is not carried to another's.
    assert "Tidak dibawa: nilai akhir disepakati" in page.content.decode()
    assert "Nilai internal, bukan nilai APE resmi" in page.content.decode()


@pytest.mark.slow
def test_what_was_answered_before_a_change_of_instrument_shows_after_it(
    world, pair, client_of
):
    _, variant = pair
    item = make_sheet.item("KEB-2", world.blora)
    make_sheet.answer_at(
        "terverifikasi", item, world.siti, judge=world.joko, choice="ada", as_of=today()
    )
    choose_instrument(
        instrument=variant, region=world.blora, since=today(), by=world.admin
    )
    client = client_of(world.siti)

    page = client.get(f"/prasyarat/instrumen/{variant.pk}/jawaban/")

    shown = {
        line.indicator.code: line.answer
        for group in page.context["groups"]
        for line in group.lines
    }
    assert shown["KK-3"].indicator.code == "KEB-2"
    for url in ("/prasyarat/", "/prasyarat/peta/", "/prasyarat/target/"):
        assert client.get(url).status_code == 200
    opd = client.get(f"/prasyarat/opd/{world.dinkes.pk}/")
    assert opd.status_code == 200  # asks the OPD nothing
