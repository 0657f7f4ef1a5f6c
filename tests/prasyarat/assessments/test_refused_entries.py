"""What is typed into an answer and cannot be: kept, with its sentence."""

from __future__ import annotations

import html

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from prasyarat.assessments.models import Answer, Evidence
from tests.make import prasyarat as make

SCRIPT = "<script>alert(1)</script>"
KEL1 = "/prasyarat/indikator/KEL-1/"
DAY = "2020-10-26"


def text(response) -> str:
    return html.unescape(response.content.decode())


def sent(client, url, **data):
    return client.post(url, {"as_of": DAY, "seen": "", **data})


@pytest.mark.slow
def test_what_is_not_ready_is_kept_as_a_draft_and_told(kel1, world, client_of):
    client = client_of(world.siti)

    page = client.post(
        KEL1, {"as_of": DAY, "seen": "", "choice": "ada", "ajukan": "1"}, follow=True
    )

    assert "Disimpan sebagai draf, belum diajukan" in text(page)
    assert Answer.objects.get().choice == "ada"


MONEY = {
    "1.234.567,89": "tanpa sen",
    "1.23.4": "tidak memisahkan ribuan",
    "abc": "bukan angka",
    "-5": "kurang dari nol",
    "1000000000000000000": "paling banyak",
}


@pytest.mark.parametrize("typed", MONEY)
def test_money_that_cannot_be_comes_back_as_typed_with_its_sentence(
    typed, world, client_of
):
    make.instrument()

    page = sent(client_of(world.siti), "/prasyarat/indikator/SDA-1/", value=typed)

    assert page.status_code == 422
    assert MONEY[typed] in text(page)
    assert f'value="{typed}"' in text(page)
    assert not Answer.objects.exists()


@pytest.mark.parametrize("typed", ["Rp 1.000", "1000"])
def test_money_typed_the_indonesian_way_is_taken(typed, world, client_of):
    make.instrument()

    sent(client_of(world.siti), "/prasyarat/indikator/SDA-1/", value=typed)

    assert Answer.objects.get().value == 1000


def test_a_refused_answer_keeps_every_word_that_was_typed(world, client_of):
    make.instrument()

    page = sent(
        client_of(world.siti),
        "/prasyarat/indikator/KOM-5/",
        numerator="9",
        denominator="5",
        note="Dihitung dua kali",
    )

    assert page.status_code == 422
    assert "tidak boleh melebihi penyebut" in text(page)
    assert "Dihitung dua kali" in text(page)


@pytest.mark.slow
def test_script_typed_anywhere_is_shown_as_text(kel1, world, client_of):
    make.answer_at("diajukan", kel1, world.siti, choice="ada", note=SCRIPT)

    page = client_of(world.joko).get(KEL1).content.decode()

    assert SCRIPT not in page
    assert html.escape(SCRIPT) in page


def test_a_file_that_is_html_is_refused_beside_its_field(kel1, world, client_of):
    upload = SimpleUploadedFile("sk.pdf", b"<html><script>1</script></html>")

    page = client_of(world.siti).post(f"{KEL1}bukti/", {"upload": upload})

    assert page.status_code == 422
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    "data",
    [{}, {"url": "javascript:alert(1)"}, {"url": "https://a.id", "accessed_on": "x"}],
)
def test_evidence_that_cannot_be_is_refused(data, kel1, world, client_of):
    page = client_of(world.siti).post(f"{KEL1}bukti/", data)

    assert page.status_code == 422
    assert not Answer.objects.exists()
