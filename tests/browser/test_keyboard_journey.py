"""Offices merge, split and close, and two writings become one person: by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from focal_points.opd.change_models import ChangeKind, Restructuring
from pokja.membership.merge_models import PersonMerge
from pokja.membership.models import Member
from tests.browser.devices import DESKTOP
from tests.browser.hands import heading
from tests.browser.keys import enter, tab_to, tick, write
from tests.browser.pictures import look
from tests.make import pokja as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def restructure(page: Page, kind: int, olds: list[str], *news: tuple[str, str]) -> None:
    """`kind`: how many arrows down from the first answer."""
    enter(page, "Catat perubahan")
    heading(page, "Catat perubahan OPD")
    tab_to(page, "Ganti nama")
    for _ in range(kind):
        page.keyboard.press("ArrowDown")
    write(page, "Berlaku sejak", "01022026")
    write(page, "Dasar hukum", "Perda 1/2026")
    tick(page, *olds)
    for place, (name, short) in enumerate(news, start=1):
        write(page, f"Nama resmi {place}", name)
        write(page, f"Nama singkat {place}", short)
    enter(page, "Periksa apa yang berubah")
    heading(page, "Apa yang berubah")
    look(page, f"k{kind}-apa-yang-berubah")
    enter(page, "Catat perubahan")
    expect(page.get_by_role("heading", name="Pencatatan")).to_be_visible()
    enter(page, "Perubahan OPD")
    heading(page, "Perubahan OPD")


def test_offices_and_persons_are_put_in_order_without_a_mouse(
    world, clock, open_page, come_in, address
):
    clock("2026-11-20")
    decree = make.decree(world)
    for name in ("Sri Contoh", "Sri Contoh, S.E."):
        make.member(world, decree, name=name, sex="P", position="", field=name)
    page = open_page(DESKTOP, motion=False)
    come_in(page, world.siti)

    page.goto(address("restructuring-list"))
    pair = ("Dinas Kesehatan dan Lingkungan", "Dinkesling")
    restructure(page, 1, ["Dinas Kesehatan", "Dinas Lingkungan Hidup"], pair)
    halves = [("Badan Perencanaan", "Bapperen"), ("Badan Riset", "Brida")]
    restructure(page, 2, ["Badan Perencanaan"], *halves)
    restructure(page, 3, ["Dinas Sosial"])
    assert list(
        Restructuring.objects.order_by("pk").values_list("kind", flat=True)
    ) == [
        ChangeKind.MERGE,
        ChangeKind.SPLIT,
        ChangeKind.CLOSE,
    ]

    page.goto(address("person-duplicates"))
    enter(page, "Periksa")
    heading(page, "Baris yang berubah")
    enter(page, "Lebur")
    expect(page.get_by_role("heading", name="Pembatalan")).to_be_visible()
    assert len(set(Member.objects.values_list("name", flat=True))) == 1
    enter(page, "Batalkan peleburan")
    expect(page.get_by_text("Dibatalkan").first).to_be_visible()
    assert PersonMerge.objects.get().undone_at is not None
