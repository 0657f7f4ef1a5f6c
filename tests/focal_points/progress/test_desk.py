"""The verifier's desk: next, evidence in the page, sound reports together."""

from __future__ import annotations

import pytest
from django.urls import reverse

from focal_points.progress import actions
from focal_points.progress.desk import next_after
from focal_points.progress.models import State
from focal_points.progress.queries import queue_for
from pug_portal.audit.models import Event
from tests.make import focal_points as make_fp
from tests.make import progress as make
from tests.make import pug_portal as make_floor


@pytest.fixture
def two(world, report_at):
    """Reports of Dinkes and of Dinas Pendidikan, both waiting for Siti."""
    first = report_at(State.SUBMITTED)
    schools = make_fp.opd(world.blora, "Dinas Pendidikan", "Disdik")
    filler = make_fp.appointed(make_floor.user("Lina Marlina", world.blora), schools)
    second = make.progress_at(State.SUBMITTED, opd=schools, filler=filler)
    return first, second


@pytest.mark.slow
def test_a_decision_leads_to_the_next_report(world, two, client_of):
    first, second = two
    siti = client_of(world.siti)

    answer = siti.post(
        reverse("progress-review", args=[first.pk]), {"aksi": "verifikasi"}
    )

    assert answer.url == reverse("progress-review", args=[second.pk])
    assert next_after(make.fresh(second), world.siti) is None
    assert next_after(make.fresh(second), world.ratih) is None


@pytest.mark.slow
def test_only_sound_reports_are_verified_together_each_with_its_event(
    world, two, client_of
):
    first, second = two
    actions.add_note(progress=second, field="", text="Bukti?", by=world.siti)
    siti = client_of(world.siti)
    shown = siti.get(reverse("progress-queue")).content.decode()
    assert f'name="laporan" value="{first.pk}"' in shown
    assert f'name="laporan" value="{second.pk}"' not in shown
    assert "1 catatan terbuka" in shown

    siti.post(
        reverse("progress-verify-together"),
        {"laporan": [first.pk, second.pk, "x", "9" * 30]},
    )

    assert make.fresh(first).state == State.VERIFIED
    assert make.fresh(second).state == State.SUBMITTED
    assert Event.objects.filter(verb="progress.verified").count() == 1


@pytest.mark.slow
def test_a_report_with_doubts_is_read_by_itself(world, two):
    first, _ = two
    make.fresh(first).activities.update(listed_men=1)

    done, told = actions.verify_together(pks=[first.pk], by=world.siti)

    assert done == []
    assert told == ["Dinkes: 1 hal untuk diperiksa, tinjau satu per satu."]


@pytest.mark.slow
def test_who_is_appointed_to_an_opd_verifies_it_neither_alone_nor_together(
    world, two, client_of
):
    first, _ = two
    make_fp.appointed(world.siti.user, world.dinkes)

    done, told = actions.verify_together(pks=[first.pk], by=world.siti)
    answer = client_of(world.siti).get(reverse("progress-review", args=[first.pk]))

    assert (done, told) == ([], [])
    assert first.pk not in queue_for(world.siti).values_list("pk", flat=True)
    assert answer.status_code == 403


@pytest.mark.slow
def test_evidence_is_shown_in_a_frame_of_our_own_pages_only(world, two, client_of):
    first, _ = two
    row = first.files.get()
    siti = client_of(world.siti)

    page = siti.get(reverse("progress-review", args=[first.pk]))
    shown = siti.get(reverse("file-view", args=[row.file_id]))

    assert "frame-src 'self'" in page["Content-Security-Policy"]
    assert "frame-src" not in siti.get("/")["Content-Security-Policy"]
    assert shown["Content-Disposition"].startswith("inline")
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
    assert shown["Content-Type"] == "application/pdf"
    assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]
    assert "default-src 'none'" in shown["Content-Security-Policy"]
    shown.close()
    stranger = client_of(world.dewi).get(reverse("file-view", args=[row.file_id]))
    assert stranger.status_code == 404


@pytest.mark.slow
def test_notes_are_kept_once_and_handed_back_when_the_report_went_away(
    world, two, client_of
):
    first, _ = two
    siti = client_of(world.siti)
    url = reverse("progress-review", args=[first.pk])
    typed = {"catatan-umum": "Lampirkan\r\ndaftar hadir."}

    siti.post(url, typed)
    siti.post(url, typed)
    assert first.notes.get().text == "Lampirkan\ndaftar hadir."
    actions.return_to_opd(progress=first, open_until=None, by=world.siti)
    late = {**typed, "catatan-gap_count": "Hitung lagi <b>GAP</b>"}
    shown = siti.post(url, late, follow=True).content.decode()

    assert "belum tersimpan: «Hitung lagi &lt;b&gt;GAP&lt;/b&gt;»" in shown
    assert "belum tersimpan: «Lampirkan" not in shown
