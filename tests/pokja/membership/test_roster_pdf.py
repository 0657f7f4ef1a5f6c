"""«Susunan per tanggal» on paper."""

from __future__ import annotations

import datetime as dt
import io
import re

import pytest
from django.urls import reverse
from pypdf import PdfReader

from pokja.decrees.models import Kind
from pokja.membership import printing
from pokja.membership.models import Standing
from pokja.membership.queries import members_on
from tests.make import pokja as make

D = dt.date


def html_of(world, day: D) -> str:
    roster = members_on(world.blora, Kind.POKJA, day)
    return printing.roster_html(world.blora, Kind.POKJA, roster)


def test_it_stands_in_the_order_of_kedudukan_on_the_letterhead(world):
    world.blora.letterhead = "PEMERINTAH KABUPATEN BLORA\nBAPPEDA"
    decree = make.decree(world)
    for standing in (Standing.MEMBER, Standing.PATRON, Standing.CHAIR):
        make.member(world, decree, standing=standing, position=standing.label)

    html = html_of(world, D(2020, 10, 26))

    assert "<div>BAPPEDA</div>" in html
    assert re.findall(r'<th scope="row">[^<]*</th><td>(\w+)</td>', html) == [
        "Pembina",
        "Ketua",
        "Anggota",
    ]
    assert "per 26 Oktober 2020" in html


def test_amendments_are_read_together_with_their_base(world):
    base = make.decree(world)
    make.member(world, base)
    make.amendment(world, base)

    assert "463.23/300/2020" not in html_of(world, D(2020, 8, 2))
    assert "dibaca bersama SK Bupati Blora Nomor 463.23/300/2020" in html_of(
        world, D(2020, 8, 3)
    )


def test_script_in_a_name_stays_text_and_nothing_wraps_the_table(world):
    make.member(
        world, make.decree(world), name="<script>x</script>", sex="P", position=""
    )

    html = html_of(world, D(2020, 10, 26))

    assert "<script>" not in html
    assert not re.search(r"display:\s*(flex|grid)", html)


@pytest.mark.slow
def test_the_reader_gets_a_pdf_and_the_same_paper_is_not_rendered_twice(
    world, client_of, monkeypatch
):
    decree = make.decree(world)
    for number in range(60):
        make.member(world, decree, position=f"Kepala Dinas {number}")
    renders = []
    real = printing.pdf.render
    monkeypatch.setattr(
        printing.pdf, "render", lambda *a, **k: renders.append(1) or real(*a, **k)
    )
    url = f"{reverse('member-roster-pdf')}?tanggal=2020-10-26"

    one, two = client_of(world.wati).get(url), client_of(world.siti).get(url)

    assert one["Content-Type"] == "application/pdf"
    assert "susunan-pokja-blora-2020-10-26.pdf" in one["Content-Disposition"]
    assert (one.content, len(renders)) == (two.content, 1)
    pages = PdfReader(io.BytesIO(one.content)).pages
    assert 2 <= len(pages) <= 4


def test_without_a_roster_one_is_sent_back_with_a_word(world, client_of):
    url = f"{reverse('member-roster-pdf')}?tanggal=2019-01-01"

    page = client_of(world.siti).get(url, follow=True)

    assert "Tidak ada susunan untuk dicetak." in page.content.decode()
