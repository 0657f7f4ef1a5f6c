"""The pages: what each shows to whom, and what happens to bad input."""

from __future__ import annotations

import html

import pytest

from prasyarat.assessments.judge_actions import verify_answer
from prasyarat.assessments.models import Answer, Evidence, RegionTarget, State
from tests.make import prasyarat as make

KEL1 = "/prasyarat/indikator/KEL-1/"
DAY = "2020-10-26"


def text(response) -> str:
    return html.unescape(response.content.decode())


def sent(client, url, **data):
    return client.post(url, {"as_of": DAY, "seen": "", **data})


def test_before_an_instrument_is_published_the_page_says_so(world, client_of):
    page = client_of(world.siti).get("/prasyarat/")

    assert "Instrumen belum diterbitkan" in text(page)


@pytest.mark.slow
def test_the_overview_shows_both_values_on_a_day_and_what_they_are_not(
    kel1, world, client_of
):
    make.answer_at("terverifikasi", kel1, world.siti, judge=world.joko)

    page = text(client_of(world.siti).get(f"/prasyarat/?per={DAY}"))

    assert "Nilai internal, bukan nilai APE resmi" in page
    assert "keadaan per 26 Oktober 2020" in page
    assert "Nilai mandiri" in page
    assert "Nilai terverifikasi" in page
    assert "Mawar tujuh prasyarat. Keseluruhan 2,1 dari 100." in page


def test_an_unreadable_day_is_told_and_today_is_shown(world, client_of):
    make.instrument()

    page = text(client_of(world.siti).get("/prasyarat/?per=kemarin"))

    assert "Tanggal tidak terbaca" in page


@pytest.mark.slow
@pytest.mark.parametrize("name", ["wati", "yusuf"])
def test_readers_of_the_settled_see_only_what_is_verified(name, kel1, world, client_of):
    make.answer_at("diajukan", kel1, world.siti, choice="ada", note="Rahasia dapur")
    client = client_of(getattr(world, name))

    overview = text(client.get("/prasyarat/"))
    page = text(client.get(KEL1))

    assert "Nilai mandiri" not in overview
    assert "Rahasia dapur" not in page
    assert "isinya terbaca setelah terverifikasi" in page


@pytest.mark.slow
def test_the_province_reads_counts_at_any_time_and_content_once_verified(
    kel1, world, client_of
):
    answer = make.answer_at(
        "diajukan", kel1, world.siti, choice="ada", note="Rahasia dapur"
    )
    client = client_of(world.prov)
    before = text(client.get(f"{KEL1}?daerah=33.16"))
    counts = text(client.get("/prasyarat/?daerah=33.16"))

    verify_answer(answer=answer, by=world.joko)
    after = text(client.get(f"{KEL1}?daerah=33.16"))

    assert "Rahasia dapur" not in before
    assert "Rahasia dapur" in after
    assert "Kabupaten Blora" in counts
    assert "Nilai mandiri" not in counts


@pytest.mark.slow
def test_another_kabupaten_finds_nothing_of_blora(kel1, world, client_of):
    client = client_of(world.budi)

    for url in ("/prasyarat/", "/prasyarat/KEL/", KEL1, "/prasyarat/peta/"):
        assert client.get(f"{url}?daerah=33.16").status_code == 404


def test_the_province_edits_nothing_below(kel1, world, client_of):
    client = client_of(world.prov)

    assert sent(client, f"{KEL1}?daerah=33.16", choice="ada").status_code == 403
    assert not Answer.objects.exists()


def test_a_draft_of_an_opd_shows_that_it_is_there_and_nothing_more(world, client_of):
    item = make.item("KEL-4", world.blora, world.dinkes)
    make.answer_at("draf", item, world.ratih, note="Rahasia dapur")

    page = text(client_of(world.siti).get(f"/prasyarat/opd/{world.dinkes.pk}/KEL-4/"))

    assert "sedang menulis draf" in page
    assert "Rahasia dapur" not in page


def test_a_focal_point_finds_no_other_opd(world, client_of):
    make.instrument()

    assert (
        client_of(world.dewi).get(f"/prasyarat/opd/{world.dinkes.pk}/").status_code
        == 404
    )


def test_saving_keeps_a_draft_and_submitting_sends_it(world, client_of):
    make.instrument()
    client = client_of(world.siti)
    url = "/prasyarat/indikator/KOM-4/"

    first = sent(client, url, value="1")
    second = client.post(url, {
        "as_of": DAY, "value": "2", "ajukan": "1",
        "seen": Answer.objects.get().filled_at.isoformat(),
    })  # fmt: skip

    assert (first.status_code, second.status_code) == (302, 302)
    assert (Answer.objects.get().value, Answer.objects.get().state) == (
        2,
        State.SUBMITTED,
    )


@pytest.mark.slow
def test_an_upload_is_attached_and_taken_off_again(kel1, world, client_of):
    client = client_of(world.siti)

    client.post(f"{KEL1}bukti/", {"upload": make.pdf(), "page": "hlm. 3"})
    evidence = Evidence.objects.get()
    shown = text(client.get(KEL1))
    client.post(f"/prasyarat/bukti/{evidence.pk}/lepas/")

    assert "hlm. 3" in shown
    assert not Evidence.objects.exists()


@pytest.mark.slow
def test_all_that_is_ready_is_sent_with_one_button(kel1, world, client_of):
    make.answer_at("draf", kel1, world.siti)
    make.answer_at("draf", make.item("KEB-7", world.blora), world.siti, note="Belum.")

    page = client_of(world.siti).post("/prasyarat/ajukan/", follow=True)

    assert "1 jawaban diajukan." in text(page)
    assert "1 jawaban belum siap" in text(page)


@pytest.mark.parametrize("opd", ["x", "999999", "²"])
def test_sending_for_an_opd_that_is_none_is_404(opd, world, client_of):
    make.instrument()

    page = client_of(world.siti).post("/prasyarat/ajukan/", {"opd": opd})

    assert page.status_code == 404


@pytest.mark.slow
def test_the_queue_leads_to_the_answer_and_verifying_empties_it(kel1, world, client_of):
    answer = make.answer_at("diajukan", kel1, world.siti)
    client = client_of(world.joko)
    before = text(client.get("/prasyarat/verifikasi/"))

    client.post(f"/prasyarat/jawaban/{answer.pk}/verifikasi/")
    again = client.post(f"/prasyarat/jawaban/{answer.pk}/verifikasi/", follow=True)

    assert "SK Pokja PUG berlaku" in before
    assert "sudah terverifikasi" in text(again)
    assert "Tidak ada yang menunggu" in text(client.get("/prasyarat/verifikasi/"))


def test_a_return_without_a_note_comes_back_with_its_sentence(kel1, world, client_of):
    answer = make.answer_at("diajukan", kel1, world.siti)

    page = client_of(world.joko).post(
        f"/prasyarat/jawaban/{answer.pk}/kembalikan/", {"note": " "}
    )

    assert page.status_code == 422
    assert "Tulis apa yang perlu diperbaiki" in text(page)


@pytest.mark.slow
def test_targets_are_typed_with_a_comma_and_kept(world, client_of):
    make.instrument()
    client = client_of(world.siti)

    client.post("/prasyarat/target/", {"SDA-2": "7,5", "SDA-3": ""})
    refused = client.post("/prasyarat/target/", {"SDA-2": "0", "SDA-3": "abc"})

    assert str(RegionTarget.objects.get().target) == "7.50"
    assert refused.status_code == 422


def test_the_instrument_lists_all_63_with_their_rules(world, client_of):
    make.instrument()

    page = text(client_of(world.wati).get("/prasyarat/instrumen/"))

    assert page.count('scope="row"') == 63
    assert "Ada = 1; Sebagian = 0,5; Dalam proses = 0,5; Belum ada = 0" in page
    assert "2 rapat per semester" in page


@pytest.mark.slow
def test_the_map_shows_every_opd_with_fulfilled_of_total(world, client_of):
    item = make.item("KEL-4", world.blora, world.dinkes)
    make.answer_at("terverifikasi", item, world.ratih, judge=world.siti)

    page = text(client_of(world.wati).get("/prasyarat/peta/"))

    assert '1<span class="dari"> dari </span>1' in page
    assert "Dinas Lingkungan Hidup" in page
