"""The trail of a region does not tell what an OPD drafts; the OPD itself reads it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from focal_points.progress import actions
from focal_points.progress.models import State
from prasyarat.assessments.evidence_actions import add_address, remove_evidence
from pug_portal.identity.actions import change_settings
from tests.make import prasyarat as make_answers
from tests.make import progress as make

SECRET = "rahasia-dapur-dinas"
READERS = ("siti", "joko", "prov", "admin")


def trail(client) -> str:
    answer = client.get(reverse("audit-list"))
    assert answer.status_code == 200
    return answer.text


@pytest.mark.slow
@pytest.mark.parametrize("who", READERS)
def test_what_the_head_says_of_a_draft_is_not_in_the_trail(
    world, clock, client_of, who
):
    clock(make.WITHIN)
    report = make.progress_at(State.AWAITING_HEAD, opd=world.dinkes, filler=world.ratih)
    actions.return_by_head(progress=report, reason=SECRET, by=world.hasan)
    url = reverse("progress-detail", args=[report.pk])

    assert SECRET not in trail(client_of(world.everyone()[who]))
    assert SECRET not in client_of(world.siti).get(url).text
    assert SECRET in client_of(world.ratih).get(url).text


@pytest.mark.parametrize("who", READERS)
def test_the_evidence_of_a_draft_answer_is_not_in_the_trail(
    world, clock, client_of, who
):
    clock(make.WITHIN)
    item = make_answers.item("KEL-4", world.blora, world.dinkes)
    url = f"https://contoh.example/{SECRET}"
    evidence = add_address(item=item, url=url, by=world.ratih)
    kept = trail(client_of(world.everyone()[who]))
    remove_evidence(evidence=evidence, by=world.ratih)

    assert SECRET not in kept
    assert SECRET not in trail(client_of(world.everyone()[who]))


def test_the_name_of_a_drafts_evidence_is_not_in_the_trail(world, client_of, clock):
    clock(make.WITHIN)
    report = make.draft(world.dinkes, world.ratih)
    make.evidence(report, world.ratih, name="rahasia-dapur.pdf")

    trail = client_of(world.siti).get(reverse("audit-list")).content.decode()

    assert "rahasia-dapur" not in trail
    assert "berkas PDF" in trail


@pytest.mark.slow
def test_a_province_reads_what_happened_below_without_the_values(world, client_of):
    change_settings(region=world.blora, by=world.siti, capital="Cepu")

    below = client_of(world.prov).get(reverse("audit-list")).content.decode()
    own = client_of(world.siti).get(reverse("audit-list")).content.decode()

    assert "mengubah pengaturan Kabupaten Blora" in below
    assert "Cepu" not in below
    assert "Cepu" in own


def test_a_nul_in_an_address_is_a_bad_request(world, client_of):
    answer = client_of(world.siti).get(reverse("audit-list") + "?q=%00")

    assert answer.status_code == 400
