"""One report: its job live, its steps, its file, and who sees it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from pokja.reports.models import JobState, PokjaReport, State
from pug_portal.health import pulse
from tests.make import reports as make
from tests.pokja.reports.screens import page, queries

pytestmark = pytest.mark.usefixtures("january")


class TestDetail:
    def test_it_shows_step_and_percent_and_asks_again_every_two_seconds(
        self, world, client_of
    ):
        report = make.requested(world)
        PokjaReport.objects.update(
            job_state=JobState.RENDERING, job_step="Menata halaman", job_percent=62
        )

        text = page(client_of(world.joko), "report-detail", pk=report.pk)

        assert "<b>62%</b> Dirender: Menata halaman" in text
        assert 'hx-trigger="every 2s"' in text

    def test_it_works_without_javascript(self, world, client_of):
        report = make.requested(world)

        text = page(client_of(world.joko), "report-detail", pk=report.pk)

        assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in text
        assert "Muat ulang</a>" in text

    def test_a_worker_that_is_down_is_told(self, world, client_of):
        report = make.requested(world)
        client = client_of(world.joko)
        sentence = "Pekerjaan menunggu, pekerja belum berjalan"

        assert sentence in page(client, "report-detail", pk=report.pk)
        pulse.beat(pulse.WORKER)
        assert sentence not in page(client, "report-detail", pk=report.pk)

    def test_the_fragment_reloads_the_page_when_the_job_has_ended(
        self, world, client_of
    ):
        report = make.requested(world)
        client = client_of(world.joko)
        url = reverse("report-progress", kwargs={"pk": report.pk})

        running = client.get(url)
        PokjaReport.objects.update(job_state=JobState.FAILED, job_error="Gagal")
        ended = client.get(url)

        assert "HX-Refresh" not in running.headers
        assert ended.headers["HX-Refresh"] == "true"
        assert "<html" not in running.content.decode()

    def test_a_failure_names_its_step_and_offers_a_retry(self, world, client_of):
        report = make.requested(world)
        PokjaReport.objects.update(
            job_state=JobState.FAILED, job_error="Gagal pada langkah «Menata halaman»."
        )

        text = page(client_of(world.joko), "report-detail", pk=report.pk)

        assert "Gagal pada langkah «Menata halaman»." in text
        assert "Ulangi penyusunan" in text

    def test_retry_and_cancel_go_back_to_the_report(self, world, client_of):
        report = make.requested(world)
        client = client_of(world.joko)

        client.post(reverse("report-cancel", kwargs={"pk": report.pk}))
        report.refresh_from_db()
        assert report.has_failed

        client.post(reverse("report-retry", kwargs={"pk": report.pk}))
        report.refresh_from_db()
        assert report.is_running

    def test_a_double_click_on_cancel_is_told_gently(self, world, client_of):
        report = make.ready(world)

        answer = client_of(world.joko).post(
            reverse("report-cancel", kwargs={"pk": report.pk}), follow=True
        )

        assert "sudah selesai" in answer.content.decode()

    def test_bappeda_settles_and_the_secretariat_does_not(self, world, client_of):
        report = make.ready(world, State.SUBMITTED)
        url = reverse("report-move", kwargs={"pk": report.pk})

        refused = client_of(world.siti).post(url, {"target": "disahkan"})
        assert refused.status_code == 403
        client_of(world.joko).post(url, {"target": "disahkan"})

        report.refresh_from_db()
        assert report.state == State.SETTLED

    @pytest.mark.parametrize("target", ["", "hapus", "<script>"])
    def test_an_unknown_step_is_refused(self, world, client_of, target):
        report = make.ready(world)

        answer = client_of(world.joko).post(
            reverse("report-move", kwargs={"pk": report.pk}),
            {"target": target},
            follow=True,
        )

        assert "Pilih langkah yang tersedia" in answer.content.decode()

    def test_an_answer_with_an_older_edition_leads_there(self, world, client_of):
        first = make.ready(world)
        second = make.ready(world, same_as=first)

        answer = client_of(world.joko).get(
            reverse("report-detail", kwargs={"pk": second.pk}), follow=True
        )

        assert answer.redirect_chain[0][0].endswith(f"/{first.pk}/")
        assert "Tidak ada data yang berubah" in answer.content.decode()

    def test_the_province_sees_a_settled_report_and_no_button(self, world, client_of):
        report = make.ready(world, State.SETTLED)

        text = page(client_of(world.prov), "report-detail", pk=report.pk)

        assert "Langkah berikutnya" not in text
        assert 'id="jejak"' not in text

    def test_it_is_light(self, world, client_of):
        report = make.ready(world)
        make.ready(world)

        count = queries(client_of(world.joko), "report-detail", pk=report.pk)

        assert count <= 12


class TestDownload:
    def test_it_is_an_attachment_under_its_title(self, world, client_of):
        report = make.ready(world)

        answer = client_of(world.joko).get(
            reverse("report-download", kwargs={"pk": report.pk})
        )
        answer.close()

        told = answer.headers["Content-Disposition"]
        assert told.startswith("attachment")
        assert "Laporan Pokja PUG Kabupaten Blora Semester II 2020.pdf" in told
        assert answer.headers["X-Content-Type-Options"] == "nosniff"

    def test_before_it_is_ready_there_is_nothing(self, world, client_of):
        report = make.requested(world)

        answer = client_of(world.joko).get(
            reverse("report-download", kwargs={"pk": report.pk})
        )

        assert answer.status_code == 404

    @pytest.mark.parametrize(
        ("name", "status"),
        [("joko", 200), ("wati", 404), ("ratih", 404), ("budi", 404)],
    )
    def test_the_file_itself_has_the_same_gate(self, world, client_of, name, status):
        report = make.ready(world)

        answer = client_of(getattr(world, name)).get(
            reverse("file-download", kwargs={"pk": report.pdf_id})
        )
        answer.close()

        assert answer.status_code == status


def test_the_lease_is_real_time_even_where_the_portal_stands_still(world):
    report = make.requested(world)

    assert report.lease_until > timezone.now()
    assert report.requested_at.date() == dt.date(2021, 1, 18)
