"""A report brought on paper: entered by the sekretariat, marked so, judged by Bappeda."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from focal_points.progress import actions
from focal_points.progress.models import State
from focal_points.progress.paper import paper_of
from focal_points.progress.queries import content_for
from pug_portal.access.roles import Role
from tests.make import progress as make
from tests.make import pug_portal as make_floor

MARK = "Diinput oleh sekretariat atas nama DLH"


@pytest.mark.slow
def test_what_the_sekretariat_enters_is_marked_wherever_it_is_read(world, client_of):
    siti, joko = client_of(world.siti), client_of(world.joko)
    period = make.period(world.blora)
    siti.post(reverse("progress-start", args=[period.pk, world.dlh.pk]))
    report = period.progress_reports.get()
    form = siti.get(reverse("progress-form", args=[report.pk])).content.decode()
    assert MARK in form
    assert "pindaian laporan kertasnya" in form

    # Answers, the scanned paper, the page the head signed: all by her hand.
    report = make.sent(make.filled(report, world.siti), world.siti)

    report = make.fresh(report)
    assert report.sender == "Siti Rahmawati"
    board = siti.get(reverse("progress-board")).content.decode()
    assert "diinput oleh sekretariat" in board
    assert (
        MARK in siti.get(reverse("progress-detail", args=[report.pk])).content.decode()
    )
    assert (
        MARK in joko.get(reverse("progress-review", args=[report.pk])).content.decode()
    )
    told = dict(paper_of(report, content_for(report, world.joko)).authors)
    assert told["Pengisian"] == MARK
    assert told["Disetujui oleh"] == "Hasan Basri (lembar bertanda tangan)"


def test_neither_she_nor_her_colleague_verifies_it_and_bappeda_does(world):
    report = make.progress_at(State.SUBMITTED, opd=world.dlh, filler=world.siti)
    colleague = make_floor.hat(
        make_floor.user("Nur Aini", world.blora), Role.SEKRETARIAT, world.blora
    )
    # Not under another hat either: it is the person who is remembered.
    as_bappeda = make_floor.hat(world.siti.user, Role.BAPPEDA, world.blora)
    for who in (world.siti, colleague, as_bappeda):
        with pytest.raises(PermissionDenied):
            actions.verify(progress=report, by=who)
    done = actions.verify(progress=report, by=world.joko)
    assert done.verified_by == world.joko.user
