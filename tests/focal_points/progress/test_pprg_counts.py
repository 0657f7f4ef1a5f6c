"""The numbers of GAP, GBS and KAK against the documents made in the portal."""

from __future__ import annotations

import pytest
from django.urls import reverse

from focal_points.pprg.models import Kind
from focal_points.pprg.queries import Made
from focal_points.progress import actions
from focal_points.progress.pprg_counts import InPortal, contradictions
from tests.make import pprg as make_pprg
from tests.make import progress as make


def known(kind: Kind, **numbers: int) -> InPortal:
    return InPortal(
        Made(**{"all": 3, "counted": 2, "unsigned": 0, **numbers}), kind, 2020
    )


@pytest.fixture
def told(monkeypatch):
    def of(portal: dict[str, InPortal], **fields) -> list[str]:
        name = "focal_points.progress.pprg_counts.in_portal"
        monkeypatch.setattr(name, lambda progress: portal)
        return [found.anchor for found in contradictions(None, fields)]

    return of


def test_fewer_than_the_portal_holds_is_a_contradiction_and_more_is_none(told):
    gap = {"gap_count": known(Kind.GAP)}

    assert told(gap, gap_count=1) == ["id_gap_count"]
    assert told(gap, gap_count=2) == told(gap, gap_count=5) == []
    assert told(gap, gap_count=None) == told({}, gap_count=1) == []


def test_a_gbs_without_its_signed_page_does_not_count(told):
    unsigned = {"gbs_count": known(Kind.GBS, counted=1, unsigned=1)}
    signed = {"gbs_count": known(Kind.GBS)}

    assert told(unsigned, gbs_count=2) == ["id_gbs_count"]
    assert told(signed, gbs_count=2, rka_has_gbs="tidak") == ["id_rka_has_gbs"]


@pytest.mark.slow
def test_a_new_report_begins_with_the_numbers_of_the_portal(world, clock, client_of):
    clock(make.WITHIN)
    sent = make_pprg.sent_gap(world.dinkes, world.ratih, year=2020)
    make_pprg.approved(sent, world.joko)
    make_pprg.gap(world.dinkes, world.ratih, "Posyandu remaja", year=2020)
    report = make.draft(world.dinkes, world.ratih)
    client = client_of(world.ratih)

    form = client.get(reverse("progress-form", args=[report.pk])).content.decode()

    assert (report.gap_count, report.gbs_count) == (1, None)
    assert "Di portal: 1 dari 2 GAP tahun 2020 disetujui." in form
    make.filled(report, world.ratih, gap_count=0, gbs_count=0, rka_has_gbs="tidak")
    page = client.get(reverse("progress-check", args=[report.pk])).content.decode()
    assert "Jumlah GAP ditulis 0, padahal 1 GAP tahun 2020" in page
    assert "?tahun=2020&amp;jenis=gap" in page


@pytest.mark.slow
def test_the_verifier_reads_them_too_and_verifies_such_a_report_by_itself(
    world, clock, client_of
):
    clock(make.WITHIN)
    sent = make_pprg.sent_gap(world.dinkes, world.ratih, year=2020)
    make_pprg.approved(sent, world.joko)
    report = make.filled(make.draft(world.dinkes, world.ratih), world.ratih)
    make.filled(report, world.ratih, gap_count=0)
    make.sent(report, world.ratih)
    siti = client_of(world.siti)

    page = siti.get(reverse("progress-review", args=[report.pk])).content.decode()
    done, told = actions.verify_together(pks=[report.pk], by=world.siti)

    assert "Jumlah GAP ditulis 0, padahal 1 GAP tahun 2020" in page
    assert "?tahun=2020&amp;jenis=gap" in page
    # The other one: more GBS than GAP.
    assert (done, told) == (
        [],
        ["Dinkes: 2 hal untuk diperiksa, tinjau satu per satu."],
    )
    queue = siti.get(reverse("progress-queue")).content.decode()
    assert "2 hal untuk diperiksa" in queue
