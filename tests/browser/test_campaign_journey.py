"""A collection from opening to complete: Bappeda asks, the OPD sends from a phone, one is
sent back and mended, the last acceptance closes it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from focal_points.opd.models import Opd
from tests.browser.devices import DESKTOP, PHONE
from tests.browser.hands import click, fill, fits_width, sees
from tests.make import planning as make
from tests.make.progress import PDF

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def stage(world, clock):
    """Dinkes alone is asked, so that the journey has an end."""
    clock("2026-11-22")
    others = Opd.objects.filter(region=world.blora).exclude(pk=world.dinkes.pk)
    others.update(takes_part=False)
    return make.stage(world.blora)


def send(phone: Page, kind: str, name: str) -> None:
    card = phone.get_by_role("region", name=kind)
    card.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/pdf", "buffer": PDF}
    )
    click(phone, f"Unggah {kind}")
    expect(phone.get_by_role("status")).to_contain_text("terunggah")


def test_campaign_from_opening_to_complete(world, stage, open_page, come_in, address):
    desk = open_page(DESKTOP)
    come_in(desk, world.joko)
    desk.goto(address("planning-calendar"))
    click(desk, "RKA")
    click(desk, "Buka pengumpulan dokumen")
    fill(desk, {"Judul": "GAP dan GBS 2027", "Tenggat": "2026-12-04"})
    desk.get_by_label("GAP", exact=True).check()
    desk.get_by_label("GBS/PAG").check()
    click(desk, "Buka pengumpulan")
    expect(desk.get_by_text("0 dari 1 OPD lengkap.", exact=True)).to_be_visible()
    desk.get_by_text("Pengingat untuk grup WhatsApp").click()
    expect(desk.get_by_label("Pengingat untuk grup")).to_have_value(
        re.compile("Dinkes: GAP, GBS/PAG")
    )

    # A date without its reason comes back with the date still there.
    click(desk, "Pindahkan tenggat")
    fill(desk, {"Tenggat baru": "2026-12-11"})
    click(desk, "Simpan tenggat baru")
    expect(desk.get_by_label("Tenggat baru")).to_have_value("2026-12-11")
    fill(desk, {"Alasan": "RKA diundur sepekan oleh TAPD."})
    click(desk, "Simpan tenggat baru")
    sees(desk, "Tenggat dipindahkan. Salin pesannya", "RKA diundur sepekan oleh TAPD.")

    phone = open_page(PHONE)
    come_in(phone, world.ratih)
    phone.goto(address("beranda"))
    phone.get_by_role("link", name=re.compile("Unggah GAP, GBS.PAG")).click()
    fits_width(phone)
    sees(phone, "dari 4 Desember 2026 menjadi 11 Desember 2026: RKA diundur sepekan")
    send(phone, "GAP", "gap.pdf")
    send(phone, "GBS/PAG", "gbs.pdf")

    desk.reload()
    click(desk, "Dinas Kesehatan")
    desk.get_by_role("region", name="GBS/PAG").get_by_text("Kembalikan").first.click()
    card = desk.get_by_role("region", name="GBS/PAG")
    card.get_by_label("Catatan untuk OPD").fill("Indikator belum terikat pada GAP.")
    card.get_by_role("button", name="Kembalikan dengan catatan").click()
    desk.get_by_role("button", name="Terima GAP").click()

    phone.reload()
    expect(phone.get_by_text("Indikator belum terikat pada GAP.")).to_be_visible()
    send(phone, "GBS/PAG", "gbs-perbaikan.pdf")

    desk.reload()
    desk.get_by_role("button", name="Terima GBS/PAG").click()
    expect(desk.get_by_text("1 dari 1 OPD lengkap.", exact=True)).to_be_visible()
    expect(desk.get_by_text("pengumpulan selesai")).to_be_visible()
