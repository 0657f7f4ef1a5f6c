"""A region that changes its instrument: old days keep theirs, nothing begun is lost."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from pokja.reports.queries import checklist
from prasyarat.assessments.figure_models import PortalFigure
from prasyarat.assessments.history import (
    history,
    met_instruments,
    period_days,
    used_books,
)
from prasyarat.assessments.models import Answer
from prasyarat.assessments.through import through
from prasyarat.instruments.converting import converted
from prasyarat.instruments.models import InstrumentUse
from prasyarat.instruments.use import current_instrument
from prasyarat.rules import AnswerType, Choice, GivenAnswer, IndicatorRule
from pug_portal.lib.clock import now, today
from pug_portal.lib.dates import Semester
from tests.make import instruments as make
from tests.make import prasyarat as make_sheet

D = Decimal
YEAR = dt.timedelta(days=365)


def change(world, instrument, since):
    """The days before stay with the first one."""
    InstrumentUse.objects.create(
        region=world.blora, instrument=instrument, since=since, chosen_at=now()
    )


@pytest.fixture
def pair(world):
    variant = make.variant()
    return make_sheet.instrument(), variant


def test_each_period_is_scored_by_the_instrument_of_its_day(world, pair):
    used, variant = pair
    item = make_sheet.item("KEB-2", world.blora)
    long_ago = today() - YEAR
    make_sheet.answer_at(
        "terverifikasi", item, world.siti, judge=world.joko, as_of=long_ago
    )
    before = history(None, today(), used=used_books(world.blora, period_days(today())))
    change(world, variant, today())

    after = history(None, today(), used=used_books(world.blora, period_days(today())))

    old = [row for row in after if row.day < today()]
    assert {row.instrument for row in old} == {used}
    assert [row.pair.terverifikasi.total for row in old] == [
        row.pair.terverifikasi.total for row in before if row.day < today()
    ]
    assert any(row.pair.terverifikasi.earned for row in old)
    assert {row.instrument for row in after if row.day == today()} == {variant}
    assert met_instruments(after) == [variant, used]
    assert met_instruments(before) == []


def test_several_instruments_cost_no_query_more(world, pair, django_assert_num_queries):
    _, variant = pair
    days = period_days(today())
    used_books(world.blora, days)
    with django_assert_num_queries(4):
        used_books(world.blora, days)
    change(world, variant, today())
    used_books(world.blora, days)
    with django_assert_num_queries(4):
        used_books(world.blora, days)


@pytest.mark.slow
def test_what_waits_under_the_old_instrument_opens_and_is_finished(
    world, pair, client_of
):
    used, variant = pair
    waiting = make_sheet.answer_at(
        "diajukan", make_sheet.item("KEB-2", world.blora), world.siti
    )
    returned = make_sheet.answer_at(
        "perlu_perbaikan",
        make_sheet.item("KOM-2", world.blora),
        world.siti,
        judge=world.joko,
    )
    change(world, variant, today())
    joko, siti = client_of(world.joko), client_of(world.siti)

    queue = joko.get("/prasyarat/verifikasi/").content.decode()
    url = f"/prasyarat/indikator/KEB-2/?instrumen={used.pk}"
    assert url in queue
    assert used.name in queue
    page = joko.get(url)
    assert f"Instrumen: {used.name}" in page.content.decode()
    done = joko.post(f"/prasyarat/jawaban/{waiting.pk}/verifikasi/", follow=True)
    assert done.redirect_chain[0][0] == url
    assert done.status_code == 200

    home = siti.get("/prasyarat/").content.decode()
    url = f"/prasyarat/indikator/KOM-2/?instrumen={used.pk}"
    assert url in home
    assert "nilai dari instrumen yang berbeda tidak dapat dibandingkan" in home
    form = siti.get(url).context["form"]
    typed = {"choice": "ada", "as_of": "26-10-2020", "seen": form["seen"].value()}
    siti.post(url, {**typed, "ajukan": "1"})
    returned.refresh_from_db()
    assert returned.state == "diajukan"
    # Codes repeat: without its name the question of the instrument in use is opened.
    assert siti.get("/prasyarat/indikator/KEB-2/").context["item"].indicator == (
        returned.indicator.__class__.objects.get(pk=waiting.indicator_id)
    )


@pytest.mark.slow
def test_nothing_new_is_begun_under_an_instrument_out_of_use(world, pair, client_of):
    used, variant = pair
    make_sheet.answer_at("draf", make_sheet.item("KEB-2", world.blora), world.siti)
    change(world, variant, today())
    client = client_of(world.siti)
    url = f"/prasyarat/indikator/KEB-1/?instrumen={used.pk}"

    assert client.get(url).context["writable"] is False
    refused = client.post(url, {"choice": "ada", "as_of": "26-10-2020"})
    assert refused.status_code == 403
    assert Answer.objects.count() == 1


def test_the_report_counts_the_answers_of_its_instrument(world, pair):
    _, variant = pair
    make_sheet.answer_at("diajukan", make_sheet.item("KEB-2", world.blora), world.siti)
    now_on = Semester.from_date(today())

    def told():
        rows = checklist(world.blora, now_on)
        return next(row.text for row in rows if row.url_name == "assessment")

    assert told() == "0 dari 1 jawaban tujuh prasyarat terverifikasi"
    change(world, variant, today())
    assert current_instrument(world.blora) == variant
    assert told() == "0 dari 0 jawaban tujuh prasyarat terverifikasi"


def test_figures_of_the_portal_are_carried_over(world, pair):
    used, variant = pair
    item = make_sheet.item("KEB-2", world.blora)
    choice = item.rule.choices[0]
    PortalFigure.objects.create(
        region=world.blora,
        indicator=item.indicator,
        as_of=today(),
        choice=choice.code,
        documented=True,
        sentence="Perbup berlaku.",
        counted_at=now(),
    )

    seen = through(world.blora, today(), used, variant)

    assert seen.figures["KK-3"].indicator == item.indicator
    scores = {score.code: score for score in seen.terverifikasi.items}
    assert scores["KK-3"].earned == 2


def test_a_judgement_keeps_its_part_of_the_most():
    def rule(most):
        one = Choice("ya", "Ya", D(most))
        return IndicatorRule("A-1", "A", AnswerType.YN, choices=(one,), max=D(most))

    given = GivenAnswer(choice="ya", verifier_score=D("0.5"), final_score=D("0.75"))

    there = converted(rule(1), rule(4), given)

    assert there is not None
    assert (there.verifier_score, there.final_score) == (2, 3)
    back = converted(rule(4), rule(1), there)
    assert back == given


def test_a_stranger_opens_no_instrument_that_his_region_never_answered(
    world, pair, client_of
):
    _, variant = pair
    client = client_of(world.budi)
    for strange in (variant.pk, variant.pk + 100):
        url = f"/prasyarat/indikator/KK-3/?instrumen={strange}"
        assert client.get(url).status_code == 404


@pytest.mark.slow
def test_what_an_opd_began_is_found_on_its_sheet(world, pair, client_of):
    used, variant = pair
    item = make_sheet.item("KEL-4", world.blora, world.dinkes)
    make_sheet.answer_at("draf", item, world.ratih)
    change(world, variant, today())
    url = f"/prasyarat/opd/{world.dinkes.pk}/"
    link = f"{url}KEL-4/?instrumen={used.pk}"
    client = client_of(world.ratih)

    assert link in client.get(url).content.decode()
    assert client.get(link).context["writable"]
    assert link not in client_of(world.siti).get(url).content.decode()
