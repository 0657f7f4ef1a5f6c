"""RPJMD → Renstra → Renja → RKA → DPA: answered with evidence, reviewed by Bappeda."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from focal_points.cascade.actions import answer_plan, review
from focal_points.cascade.models import CascadeEntry, Plan
from focal_points.cascade.queries import counts, matrix
from focal_points.opd.models import Opd
from pug_portal.access.refusal import Refusal
from pug_portal.lib.clock import now, today
from tests.make.progress import pdf

YEAR = today().year + 1


def answered(world, plan="renja", answer="ya", evidence="Bab III", by=None):
    by = by or world.ratih
    told = {"plan": plan, "answer": answer, "evidence": evidence}
    return answer_plan(opd=world.dinkes, year=YEAR, by=by, **told)


def test_an_answer_needs_its_place_and_no_answer_none(world):
    with pytest.raises(Refusal) as refused:
        answered(world, evidence=" ")
    assert refused.value.field == "renja-evidence"
    assert answered(world, answer="belum", evidence="").answer == "belum"
    for by in (world.dewi, world.hasan, world.joko, world.budi):
        with pytest.raises(PermissionDenied):
            answered(world, by=by)


def test_bappeda_finds_otherwise_and_a_new_answer_is_reviewed_anew(world):
    entry = answered(world)
    with pytest.raises(Refusal, match="berbeda"):
        review(entry=entry, found="belum", note="", by=world.joko)
    entry = review(entry=entry, found="sebagian", note="Tanpa L/P", by=world.joko)

    row = next(
        r for r in matrix(world.joko, world.blora, YEAR) if r.opd == world.dinkes
    )
    cell = row.cells[2]
    assert (cell.shown, cell.mark) == ("sebagian", "berbeda")
    assert dict(counts([row]))[Plan.RENJA]["sebagian"] == 1
    assert answered(world, evidence="Bab IV").found == ""
    for by in (world.ratih, world.wati, world.budi, world.prov):
        with pytest.raises(PermissionDenied):
            review(entry=entry, found="ya", note="", by=by)


def test_nobody_reviews_the_own_office(world):
    entry = CascadeEntry.objects.create(
        opd=world.bappeda, year=YEAR, plan="dpa", answer="ya", touched_at=now()
    )

    with pytest.raises(PermissionDenied, match="kantor Anda sendiri"):
        review(entry=entry, found="ya", note="", by=world.joko)
    assert review(entry=entry, found="ya", note="", by=world.siti).is_agreed


def test_who_typed_the_answer_reviews_it_under_no_hat(world):
    entry = answered(world)
    CascadeEntry.objects.update(touched_by=world.joko.user)

    with pytest.raises(Refusal, match="ditinjau orang lain"):
        review(entry=entry, found="ya", note="", by=world.joko)


@pytest.mark.slow
def test_the_page_is_filled_by_the_office_and_reviewed_by_bappeda(world, client_of):
    url = reverse("cascade-office", args=[world.dinkes.pk, YEAR])
    client = client_of(world.ratih)
    told = {"renja-answer": "ya", "renja-evidence": "<b>Bab</b>", "rka-answer": "ya"}
    assert client.post(url, told).status_code == 422
    assert not CascadeEntry.objects.exists()  # all or nothing
    told |= {"rka-evidence": "1.02.02", "rka-upload": pdf()}
    assert client.post(url, told).status_code == 302

    desk = client_of(world.joko)
    page = desk.get(url).content.decode()
    assert "<b>Bab</b>" not in page
    assert desk.post(url, {"renja-found": "belum"}).status_code == 422
    desk.post(url, {"renja-found": "ya", "rka-found": "ya"})
    assert [row.found for row in CascadeEntry.objects.order_by("plan")] == ["ya", "ya"]


@pytest.mark.slow
def test_the_matrix_asks_as_often_for_forty_offices(world, client_of):
    client, url = client_of(world.joko), reverse("cascade")

    def asked():
        client.get(url)
        with CaptureQueriesContext(connection) as found:
            client.get(url)
        return len(found)

    few = asked()
    made = Opd.objects.bulk_create(
        Opd(region=world.blora, name=f"Dinas {n}", short_name=f"D{n}")
        for n in range(37)
    )
    CascadeEntry.objects.bulk_create(
        CascadeEntry(opd=opd, year=YEAR, plan=plan, answer="ya", touched_at=now())
        for opd in made
        for plan in Plan
    )

    assert asked() == few <= 12


def tokens(page: str, plan: str = "renja") -> dict[str, str]:
    found = re.findall(rf'name="({plan}-(?:seen|own))" value="(\w+)"', page)
    return dict(found)


@pytest.mark.slow
def test_a_cell_changed_meanwhile_is_shown_and_not_overwritten(world, client_of):
    answered(world)
    url = reverse("cascade-office", args=[world.dinkes.pk, YEAR])
    desk, office = client_of(world.joko), client_of(world.ratih)
    held = tokens(desk.get(url).content.decode())
    answered(world, answer="sebagian", evidence="Bab V")

    stale = desk.post(url, {"renja-found": "ya", **held})

    page = stale.content.decode()
    assert stale.status_code == 409
    assert "Sebagian, Bab V" in page
    entry = CascadeEntry.objects.get()
    assert entry.found == ""
    assert (
        desk.post(url, {"renja-found": "sebagian", **tokens(page)}).status_code == 302
    )

    # The office's page was opened before the review: its answer does not drop it unseen.
    review(entry=entry, found="belum", note="Tanpa L/P", by=world.joko)
    old = {**tokens(office.get(url).content.decode()), "renja-seen": held["renja-seen"]}
    told = {"renja-answer": "ya", "renja-evidence": "Bab VI", **old}
    assert office.post(url, told).status_code == 409
    # Nothing typed in that cell: another cell is saved and this one stays as it is.
    told |= {"renja-answer": "sebagian", "renja-evidence": "Bab V"}
    assert office.post(url, {**told, "dpa-answer": "belum"}).status_code == 302
    assert CascadeEntry.objects.get(plan="renja").found == "belum"


def test_words_without_an_answer_are_not_dropped_in_silence(world, client_of):
    url = reverse("cascade-office", args=[world.dinkes.pk, YEAR])
    page = client_of(world.ratih).post(url, {"rka-evidence": "Bab II"})
    assert page.status_code == 422
    assert "pilih jawabannya" in page.content.decode()
    answered(world)

    page = client_of(world.joko).post(url, {"renja-review_note": "Tanpa L/P"})

    assert page.status_code == 422
    assert "Tanpa L/P" in page.content.decode()
