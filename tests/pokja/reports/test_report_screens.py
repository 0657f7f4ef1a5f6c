"""The screens: who sees which rows, what they offer, and that they stay light."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from pokja.reports.models import JobState, PokjaReport, State
from pug_portal.health import pulse
from tests.make import reports as make

pytestmark = pytest.mark.usefixtures("january")

ASK = "?semester=2020-2"


def page(client, name: str, **kwargs) -> str:
    answer = client.get(reverse(name, kwargs=kwargs))
    assert answer.status_code == 200
    return answer.content.decode()


def shown(client_of, actor) -> list[PokjaReport]:
    return list(client_of(actor).get(reverse("report-list")).context["reports"])


class TestList:
    @pytest.mark.parametrize("name", ["siti", "joko"])
    def test_the_desks_see_drafts(self, world, client_of, name):
        report = make.ready(world)

        assert shown(client_of, getattr(world, name)) == [report]

    @pytest.mark.parametrize("name", ["wati", "yusuf", "prov"])
    def test_others_see_a_report_once_it_is_settled(self, world, client_of, name):
        report = make.ready(world)
        assert shown(client_of, getattr(world, name)) == []

        for target in (State.SUBMITTED, State.SETTLED):
            make.actions.move_report(report=report, target=target, by=world.joko)

        assert shown(client_of, getattr(world, name)) == [report]

    def test_another_regency_never_sees_it(self, world, client_of):
        make.ready(world, State.SENT)

        assert shown(client_of, world.budi) == []

    def test_a_newer_edition_makes_the_older_one_outdated(self, world, client_of):
        make.ready(world, State.SETTLED)
        make.ready(world)

        newest, older = shown(client_of, world.siti)
        assert (newest.is_outdated, older.is_outdated) == (False, True)
        assert "Usang" in page(client_of(world.siti), "report-list")

    def test_an_answer_with_an_older_edition_is_no_edition(self, world, client_of):
        first = make.ready(world)
        make.ready(world, same_as=first)

        assert shown(client_of, world.siti) == [first]

    def test_only_desks_are_offered_to_ask(self, world, client_of):
        assert "Susun laporan baru" in page(client_of(world.joko), "report-list")
        assert "Susun laporan baru" not in page(client_of(world.wati), "report-list")

    def test_its_queries_do_not_grow_with_its_rows(self, world, client_of):
        client = client_of(world.siti)
        for year in range(2018, 2020):
            make.ready_for(world, year)
        few = queries(client, "report-list")
        for year in range(2001, 2018):
            make.ready_for(world, year)

        assert queries(client, "report-list") == few <= 12


def queries(client, name: str, **kwargs) -> int:
    page(client, name, **kwargs)
    with CaptureQueriesContext(connection) as seen:
        page(client, name, **kwargs)
    return len(seen)


class TestAsking:
    def test_what_is_missing_is_said_first(self, world, client_of):
        make.blora(world)

        text = client_of(world.joko).get(reverse("report-request") + ASK).content
        text = text.decode()

        assert "1 dari 4 perangkat daerah terverifikasi" in text
        assert "1 dalam verifikasi, 1 dalam perbaikan, 1 belum melapor" in text
        assert "SK Pokja PUG berlaku" in text
        assert "1 dari 1 rapat notulennya disahkan" in text
        assert "1 dari 2 jawaban tujuh prasyarat terverifikasi" in text

    def test_it_leads_to_the_job_at_once(self, world, client_of, sent):
        answer = client_of(world.joko).post(
            reverse("report-request") + ASK,
            {"issues": "Upah", "role_2": "Forum RPJMD"},
        )

        report = PokjaReport.objects.get()
        assert answer.url == reverse("report-detail", kwargs={"pk": report.pk})
        assert report.inputs == {"issues": "Upah", "roles": {"2": "Forum RPJMD"}}

    def test_asked_twice_one_is_led_to_the_running_job(self, world, client_of):
        client = client_of(world.joko)
        client.post(reverse("report-request") + ASK)

        answer = client.post(reverse("report-request") + ASK, follow=True)

        assert PokjaReport.objects.count() == 1
        assert "sedang disusun" in answer.content.decode()

    def test_what_was_written_last_is_filled_in(self, world, client_of):
        make.requested(world, issues="Kesenjangan upah", roles={"2": "Forum RPJMD"})

        text = client_of(world.joko).get(reverse("report-request") + ASK).content

        assert b"Kesenjangan upah" in text
        assert b"Forum RPJMD" in text

    def test_a_text_that_is_too_long_is_kept_and_refused(self, world, client_of):
        answer = client_of(world.joko).post(
            reverse("report-request") + ASK, {"issues": "x" * 5001}
        )

        assert answer.status_code == 422
        assert "x" * 5001 in answer.content.decode()
        assert not PokjaReport.objects.exists()

    @pytest.mark.parametrize("semester", ["2021-2", "1999-1"])
    def test_a_semester_out_of_reach_is_refused_on_the_page(
        self, world, client_of, semester
    ):
        answer = client_of(world.joko).post(
            reverse("report-request") + f"?semester={semester}"
        )

        assert answer.status_code == 422
        assert "Pilih semester lain" in answer.content.decode()

    @pytest.mark.parametrize("semester", ["", "abc", "2020-3", "<script>", "0-1"])
    def test_a_semester_that_is_none_is_not_found(self, world, client_of, semester):
        answer = client_of(world.joko).get(
            reverse("report-request"), {"semester": semester}
        )

        assert answer.status_code == 404

    def test_its_queries_do_not_grow_with_the_region(self, world, client_of):
        make.blora(world, opds=3)
        client, url = client_of(world.joko), reverse("report-request") + ASK
        client.get(url)
        with CaptureQueriesContext(connection) as few:
            client.get(url)
        for number in range(20):
            make.Opd.objects.create(
                region=world.blora, name=f"B {number}", short_name=f"B{number}"
            )

        with CaptureQueriesContext(connection) as many:
            client.get(url)

        assert len(many) == len(few) <= 18


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
