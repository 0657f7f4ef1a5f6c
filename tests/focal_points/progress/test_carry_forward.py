"""Last semester as a start: each carried answer is marked until somebody looks at it."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from focal_points.progress import actions
from focal_points.progress.models import State
from focal_points.progress.typed import base_text, stored_texts
from pug_portal.access.refusal import Refusal
from tests.make import progress as make


@pytest.fixture
def draft(world, clock):
    """Semester I 2020 was sent; Semester II 2020 has begun."""
    clock("2020-07-10")
    first = make.draft(world.dinkes, world.ratih, make.period(world.blora, half=1))
    make.sent(make.filled(first, world.ratih), world.ratih)
    clock(make.WITHIN)
    return make.draft(world.dinkes, world.ratih)


def test_lasting_answers_are_carried_and_this_semesters_figures_are_not(world, draft):
    actions.save(progress=draft, version=1, answers={"gap_count": 9}, by=world.ratih)

    carried = actions.carry_forward(progress=draft, by=world.ratih)

    row = carried.activities.get()
    assert (carried.gap_count, carried.obstacles) == (9, make.ANSWERS["obstacles"])
    assert carried.spending_ceiling == make.ANSWERS["spending_ceiling"]
    assert (carried.arg_realized, carried.trained_men) == (None, None)
    assert (row.duties, row.men, row.held_from) == (["a", "i"], None, None)
    assert "gap_count" not in carried.carried
    assert {"obstacles", f"kegiatan-{row.pk}-name"} <= set(carried.carried)


@pytest.mark.slow
def test_each_mark_goes_when_the_answer_is_changed_or_found_right(
    world, draft, client_of
):
    carried = actions.carry_forward(progress=draft, by=world.ratih)
    url = reverse("progress-form", args=[draft.pk])
    ratih = client_of(world.ratih)
    assert b"Dari Semester I 2020, belum diperiksa" in ratih.get(url).content
    with pytest.raises(Refusal, match="dari Semester I 2020 belum diperiksa"):
        make.ask(carried, world.ratih)

    shown = stored_texts(carried, list(carried.activities.all()))
    rest = [name for name in carried.carried if name != "obstacles"]
    data = {"dasar": base_text({"obstacles": shown["obstacles"]}), "obstacles": "Baru"}
    ratih.post(url, {**data, "tetap": rest})

    left = make.fresh(draft)
    assert left.carried == []
    assert left.obstacles == "Baru"
    assert left.efforts == make.ANSWERS["efforts"]


@pytest.mark.slow
def test_it_is_done_once_and_only_from_what_was_sent(world, draft):
    actions.carry_forward(progress=draft, by=world.ratih)
    with pytest.raises(Refusal, match="sudah dibawa"):
        actions.carry_forward(progress=draft, by=world.ratih)
    other = make.draft(world.dinsos, world.siti)
    with pytest.raises(Refusal, match="Belum ada laporan semester sebelumnya"):
        actions.carry_forward(progress=other, by=world.siti)
    with pytest.raises(PermissionDenied):
        actions.carry_forward(progress=draft, by=world.dewi)
    assert make.fresh(draft).state == State.DRAFT


@pytest.mark.slow
def test_the_button_stands_while_there_is_something_to_carry(world, draft, client_of):
    url = reverse("progress-form", args=[draft.pk])
    ratih = client_of(world.ratih)
    assert b"Bawa isian Semester I 2020" in ratih.get(url).content

    ratih.post(url, {"aksi": "bawa", "gap_count": "4"})

    kept = make.fresh(draft)
    assert (kept.gap_count, kept.gbs_count) == (4, make.ANSWERS["gbs_count"])
    assert b"Bawa isian" not in ratih.get(url).content
