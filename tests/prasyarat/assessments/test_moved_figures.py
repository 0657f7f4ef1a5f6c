"""A figure that moves under a verified answer: the answer stays, the change is told."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.urls import reverse

from prasyarat import facts
from prasyarat.assessments.actions import submit_answer
from prasyarat.assessments.figure_actions import count_figures
from prasyarat.assessments.judge_actions import reopen_answer, verify_answer
from prasyarat.assessments.models import Answer
from prasyarat.assessments.queries import opd_book
from prasyarat.consistency.core import cases_of
from prasyarat.facts import Fact
from pug_portal.access.actor import SYSTEM
from tests.make import prasyarat as make

D = Decimal
LATER = dt.date(2021, 1, 4)


@pytest.fixture
def share(clock, world, monkeypatch):
    """What the portal counts for SDA-3 of Dinkes; a test changes it."""
    clock("2020-12-31")
    make.instrument()
    told = {world.dinkes.pk: Fact("30 dari 100.", D(30), D(100))}
    spent = {facts.ARG_OF_OPD: lambda region, on: told}
    monkeypatch.setattr(facts, "_providers", {})
    monkeypatch.setattr(facts, "_opd_providers", spent)
    count_figures(region=world.blora, by=SYSTEM)
    return told


@pytest.fixture
def verified(world, share) -> Answer:
    make.evidence(make.item("SDA-3", world.blora, world.dinkes), world.ratih)
    answer = submit_answer(answer=Answer.objects.get(), by=world.ratih)
    return verify_answer(answer=answer, by=world.siti)


def moves(world, share, clock, fact: Fact | None) -> None:
    clock(LATER.isoformat())
    share.clear()
    if fact is not None:
        share[world.dinkes.pk] = fact
    count_figures(region=world.blora, by=SYSTEM)


def page(world, client_of) -> str:
    code = {"pk": world.dinkes.pk, "kode": "SDA-3"}
    return client_of(world.siti).get(reverse("opd-indicator", kwargs=code)).text


def told_by_rule(world) -> list[str]:
    return [case.sentence for case in cases_of(world.blora, LATER)["J19"]]


def test_the_page_and_the_rule_name_the_figure_then_and_now(
    world, share, verified, clock, client_of
):
    assert "berubah sejak diverifikasi" not in page(world, client_of)

    moves(world, share, clock, Fact("10 dari 100.", D(10), D(100)))

    text = page(world, client_of)
    assert "Angka portal berubah sejak diverifikasi pada 31 Desember 2020" in text
    assert "dahulu Rp30 dari Rp100" in text.replace("\N{NO-BREAK SPACE}", "")
    assert "Rp10 dari Rp100" in told_by_rule(world)[0].replace("\N{NO-BREAK SPACE}", "")


def test_the_answer_stays_verified_and_keeps_counting(world, share, verified, clock):
    moves(world, share, clock, Fact("10 dari 100.", D(10), D(100)))

    verified.refresh_from_db()
    assert verified.is_verified
    assert "SDA-3" in opd_book(world.dinkes, make.instrument()).standing(LATER)


def test_verifying_anew_ends_it(world, share, verified, clock, client_of):
    moves(world, share, clock, Fact("10 dari 100.", D(10), D(100)))
    reopen_answer(answer=verified, reason="Angkanya berubah.", by=world.siti)
    assert told_by_rule(world) == []
    submit_answer(answer=verified, by=world.ratih)
    verify_answer(answer=verified, by=world.siti)

    assert told_by_rule(world) == []
    assert "berubah sejak diverifikasi" not in page(world, client_of)


def test_what_the_portal_no_longer_knows_is_told_too(
    world, share, verified, clock, client_of
):
    moves(world, share, clock, None)

    assert "kini tidak diketahui" in told_by_rule(world)[0]
    assert "kini tidak diketahui lagi" in page(world, client_of)


def test_a_figure_counted_again_without_change_is_no_news(
    world, share, verified, clock
):
    moves(world, share, clock, Fact("Masih 30 dari 100.", D(30), D(100)))

    assert told_by_rule(world) == []
