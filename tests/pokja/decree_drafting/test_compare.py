"""Members of two decrees side by side."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse

from pokja.decree_drafting.annex import AnnexRow
from pokja.decree_drafting.comparing import compare
from tests.make import pokja as make


def row(number, name, position, standing="Anggota", institution="") -> AnnexRow:
    return AnnexRow(number, name, position, institution, standing, "")


def test_who_came_went_and_changed():
    old = [
        row(1, "", "Bupati", "Pembina"),
        row(2, "Adi Saputra, S.E.", "Kepala Bidang", "Anggota"),
        row(3, "Bu Rini", "Camat Cepu"),
        row(4, "", "Kepala Dinas Sosial"),
        row(5, "Pak Lama", "Kepala Bagian Hukum"),
    ]
    new = [
        row(1, "", "Bupati", "Pembina"),
        row(2, "Adi Saputra, S.E., M.M.", "Sekretaris Dinas", "Sekretaris"),
        row(3, "", "Kepala Dinas Sosial", "Wakil Ketua"),
        row(4, "Bu Baru", "Kepala Bagian Hukum"),
        row(5, "", "Kepala BPS"),
    ]

    found = compare(old, new)

    assert found.same == 1
    assert [d.row.position for d in found.added] == ["Kepala BPS"]
    assert [d.row.name for d in found.gone] == ["Bu Rini"]
    changes = {
        d.row.number: [(c.label, c.new) for c in d.changes] for d in found.changed
    }
    assert changes == {
        2: [
            ("Nama", "Adi Saputra, S.E., M.M."),
            ("Jabatan", "Sekretaris Dinas"),
            ("Kedudukan", "Sekretaris"),
        ],
        3: [("Kedudukan", "Wakil Ketua")],
        4: [("Nama", "Bu Baru")],
    }


def test_two_seats_of_one_person_are_not_taken_for_a_change():
    seats = [row(1, "Adi", "A", "Ketua"), row(2, "Adi", "A", "Anggota")]

    assert compare(seats, list(reversed(seats))).same == 2


def test_the_page_compares_with_the_decree_before(world, client_of):
    old = make.decree(world, effective_until=dt.date(2020, 12, 31))
    make.member(world, old)
    new = make.replacement(world, old)
    make.member(world, new, position="Kepala Dinas Sosial")

    page = client_of(world.wati).get(reverse("decree-compare", args=[new.pk]))

    assert (page.context["old"], page.context["new"]) == (old, new)
    assert [d.row.position for d in page.context["found"].added] == [
        "Kepala Dinas Sosial"
    ]
    backwards = client_of(world.wati).get(
        reverse("decree-compare", args=[old.pk]), {"dengan": new.pk}
    )
    assert backwards.context["new"] == new
