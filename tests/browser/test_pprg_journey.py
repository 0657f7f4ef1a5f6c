"""GAP → GBS → KAK on a phone: only what no earlier form knows is typed, and it is counted."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from focal_points.pprg import gbs as forms
from tests.browser.devices import PHONE
from tests.browser.hands import click, fill, fits_width, sees
from tests.browser.tally import TALLY
from tests.make import pprg as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def prefilled(page: Page) -> int:
    return marks(page).count()


def marks(page: Page) -> Locator:
    return page.locator("form#isian").get_by_text(re.compile("^diisi dari "))


def walk(page: Page, typed: dict[str, dict[str, str]], steps: int) -> int:
    """Through every step; types what `typed` has for its title; counts the marks."""
    found = 0
    for number in range(1, steps + 1):
        expect(page.get_by_text(f"Langkah {number} dari {steps}")).to_be_visible()
        fits_width(page)
        found += prefilled(page)
        fill(page, typed.get(str(number), {}))
        click(page, "Simpan dan lanjut" if number < steps else "Simpan dan periksa")
    return found


def test_a_gap_becomes_a_gbs_and_a_kak_without_retyping(
    world, open_page, come_in, address
):
    gap = make.filled_gap(world.dinkes, world.ratih)
    phone = open_page(PHONE)
    come_in(phone, world.ratih)
    phone.goto(address("pprg-detail", pk=gap.pk))

    click(phone, "Buat GBS dari GAP ini")
    sees(phone, re.compile(r"^\d+ isian sudah terisi"))
    typed = {
        "4": {"Jumlah Anggaran Kegiatan/Sub Kegiatan (Rp)": "412500000"},
        "5": {"Nama Kepala OPD": "Hasan Basri"},
    }
    of_gbs = walk(phone, typed, len(forms.GBS.steps))
    click(phone, "Buat KAK dari GBS ini")
    rest = {
        "2": {"Penerima manfaat": "Ibu hamil (P 4.000), suaminya (L 4.000)"},
        "3": {"Lokasi": "16 kecamatan", "Jadwal/waktu": "Januari sampai November"},
    }
    of_kak = walk(phone, rest, len(forms.KAK.steps))

    click(phone, "Ajukan")
    sees(phone, "Dokumen diajukan untuk ditelaah tim penggerak.")
    boxes = len(forms.GBS.fields), len(forms.KAK.fields)
    by_hand = sum(len(step) for told in (typed, rest) for step in told.values())
    TALLY.notes.append(
        f"GAP → GBS → KAK: {of_gbs} dari {boxes[0]} dan {of_kak} dari {boxes[1]} isian "
        f"terisi sendiri, {by_hand} diketik"
    )
    # Empty in the GAP, or unknown to the register of officials: those are not filled.
    assert (of_gbs, of_kak) == (14, 13)
    assert of_gbs + of_kak > 5 * by_hand
