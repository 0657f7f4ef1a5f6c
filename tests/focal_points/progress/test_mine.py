"""The OPD's own page: after the head's yes the next step stands there."""

from __future__ import annotations

import pytest
from django.urls import reverse

from focal_points.progress import actions
from focal_points.progress.models import State

NEXT = "Ajukan sekarang ke sekretariat Pokja"


def page(client, name: str, *args) -> str:
    return client.get(reverse(name, args=args)).content.decode()


@pytest.fixture
def approved(world, report_at):
    report = report_at(State.AWAITING_HEAD)
    actions.approve_as_head(progress=report, by=world.hasan)
    return report


def test_a_report_that_waits_says_for_whom(world, report_at, client_of):
    report_at(State.AWAITING_HEAD)

    told = page(client_of(world.ratih), "progress-mine")

    assert "menunggu persetujuan Kepala OPD" in told
    assert NEXT not in told


def test_after_the_yes_the_focal_point_is_asked_to_send(world, approved, client_of):
    told = page(client_of(world.ratih), "progress-mine")

    assert "Disetujui Hasan Basri, akun Kepala OPD." in told
    assert NEXT in told
    assert reverse("progress-check", args=[approved.pk]) in told


def test_after_the_yes_the_head_has_nothing_left_to_do(world, approved, client_of):
    told = page(client_of(world.hasan), "progress-mine")

    assert "Focal point tinggal mengajukannya." in told
    assert reverse("progress-approve", args=[approved.pk]) not in told


def test_the_report_itself_says_what_comes_next(world, approved, client_of):
    told = page(client_of(world.ratih), "progress-detail", approved.pk)

    assert "Berikutnya: focal point mengajukan laporan ini" in told


def test_a_yes_is_gone_once_the_draft_is_taken_back(world, approved, client_of):
    actions.stop_asking(progress=approved, by=world.ratih)

    assert "Disetujui" not in page(client_of(world.ratih), "progress-mine")
