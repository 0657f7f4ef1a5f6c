"""A recommendation becomes a line of the draft programme by one button."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from pokja.meetings import line_actions
from pokja.meetings.follow_up_actions import cancel_follow_up
from pokja.programme.programme_actions import delete_programme
from tests.make import meetings as make
from tests.make import programme as make_programme
from tests.pokja.decrees.told import refused


@pytest.fixture(autouse=True)
def in_february(clock):
    clock("2021-02-02")


@pytest.fixture
def draft(world):
    return make_programme.programme(world, "draf", year=2021)


@pytest.fixture
def row(world):
    return make.follow_up_of(world)


def turned(row, world):
    return line_actions.turn_into_line(recommendation=row, by=world.siti)


@pytest.mark.slow
def test_the_line_takes_over_text_office_and_source(draft, row, world):
    line = turned(row, world)

    row.refresh_from_db()
    assert row.programme_line == line
    assert line.programme == draft
    assert line.activity == " ".join(row.text.split())
    assert list(line.executors.all()) == [row.responsible_opd]
    assert str(row) in line.aim


@pytest.mark.slow
def test_without_a_draft_the_way_on_is_told(row, world):
    told = refused(lambda: turned(row, world))

    assert "Belum ada draf program kerja" in told.sentence


def test_twice_is_refused(draft, row, world):
    turned(row, world)

    assert "sudah terkait" in refused(lambda: turned(row, world)).sentence


def test_a_cancelled_follow_up_becomes_nothing(draft, row, world):
    cancel_follow_up(recommendation=row, reason="Sudah tercakup", by=world.siti)

    assert "masih berjalan" in refused(lambda: turned(row, world)).sentence


@pytest.mark.slow
def test_a_focal_point_has_no_such_button(draft, row, world, client_of):
    with pytest.raises(PermissionDenied):
        line_actions.turn_into_line(recommendation=row, by=world.ratih)
    page = client_of(world.ratih).get(reverse("follow-up", args=[row.pk]))

    assert "Jadikan baris" not in page.content.decode()


@pytest.mark.slow
def test_the_button_leads_to_the_new_line(draft, row, world, client_of):
    client = client_of(world.siti)
    assert (
        "Jadikan baris"
        in client.get(reverse("follow-up", args=[row.pk])).content.decode()
    )

    answer = client.post(reverse("follow-up-to-line", args=[row.pk]))

    row.refresh_from_db()
    assert answer["Location"] == reverse("line-change", args=[row.programme_line_id])


def test_the_draft_is_not_deleted_under_it(draft, row, world):
    turned(row, world)

    told = refused(
        lambda: delete_programme(programme=draft, reason="Salah tahun", by=world.siti)
    )
    assert "1 rekomendasi" in told.sentence


@pytest.mark.slow
def test_the_link_stays_when_its_form_is_saved_unchanged(draft, row, world, client_of):
    line = turned(row, world)

    client_of(world.siti).post(
        reverse("follow-up-programme", args=[row.pk]), {"programme_line": str(line.pk)}
    )

    row.refresh_from_db()
    assert row.programme_line == line
