"""The list of follow-ups, and the page on which one is answered."""

from __future__ import annotations

import pytest
from django.urls import reverse

from pokja.meetings import follow_up_actions
from tests.make import meetings as make

LIST = reverse("follow-up-list")


@pytest.fixture
def row(world, clock):
    clock("2021-01-20")
    return make.follow_up_of(world)


def own_page(row) -> str:
    return reverse("follow-up", args=[row.pk])


@pytest.mark.slow
def test_an_opd_sees_what_falls_to_it(world, client_of, row):
    assert "Terlambat 20 hari" in client_of(world.ratih).get(LIST).content.decode()
    assert "Belum ada tindak lanjut" in client_of(world.dewi).get(LIST).content.decode()
    assert client_of(world.dewi).get(own_page(row)).status_code == 404


def test_drafts_are_in_no_list(world, client_of, clock):
    clock("2021-01-20")
    make.meeting_at("koreksi", world)

    assert "Belum ada tindak lanjut" in client_of(world.siti).get(LIST).content.decode()


@pytest.mark.slow
def test_filters_narrow_the_list(world, client_of, row):
    siti = client_of(world.siti)

    def found(**filters) -> int:
        return len(siti.get(LIST, filters).context["lines"])

    assert found(opd=world.dinkes.pk, status="belum", terlambat="1") == 1
    assert found(status="selesai") == 0
    assert found(opd="lain") == 0
    assert found(opd="bukan angka", status="entah") == 1


@pytest.mark.slow
def test_the_focal_point_answers_with_proof(world, client_of, row):
    ratih = client_of(world.ratih)

    sent = ratih.post(own_page(row), {"text": "Sudah disusun", "file": make.png()})

    assert sent.url == own_page(row)
    html = ratih.get(own_page(row)).content.decode()
    assert "Sudah disusun" in html
    assert "foto.png" in html


@pytest.mark.slow
def test_an_empty_answer_comes_back(world, client_of, row):
    sent = client_of(world.ratih).post(own_page(row), {"text": " "})

    assert sent.status_code == 422
    assert "perlu diisi" in sent.content.decode() or "Perlu diperbaiki" in sent.content.decode()  # fmt: skip


@pytest.mark.slow
def test_what_an_opd_wrote_is_read_by_others_once_it_is_confirmed(
    world, client_of, row
):
    follow_up_actions.report_follow_up(
        recommendation=row, text="Catatan internal <b>OPD</b>", by=world.ratih
    )
    for who in ("wati", "prov"):
        html = client_of(getattr(world, who)).get(own_page(row)).content.decode()
        assert "Catatan internal" not in html, who
    assert "&lt;b&gt;OPD" in client_of(world.siti).get(own_page(row)).content.decode()

    siti = client_of(world.siti)
    siti.post(reverse("follow-up-confirm", args=[row.pk]), {"done_on": "2021-01-20"})
    html = client_of(world.wati).get(own_page(row)).content.decode()
    assert "Catatan internal" in html


@pytest.mark.slow
def test_the_secretariat_decides_from_the_page(world, client_of, row):
    siti = client_of(world.siti)
    cancel = reverse("follow-up-cancel", args=[row.pk])

    assert cancel in siti.get(own_page(row)).content.decode()
    assert cancel not in client_of(world.joko).get(own_page(row)).content.decode()
    siti.post(cancel, {"reason": "Digabung dengan rekomendasi lain"})
    assert "Digabung dengan" in siti.get(own_page(row)).content.decode()
    siti.post(reverse("follow-up-reopen", args=[row.pk]), {"reason": "Keliru"})
    row.refresh_from_db()
    assert row.state == "belum"
