"""A release tells what a meeting decided, names nobody, and is gone when switched off."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from pokja.meetings import part_actions
from pokja.meetings.paper import paper_of
from pokja.meetings.rows import AttendanceRow
from pokja.releases import actions
from pokja.releases.models import Release
from pokja.releases.preparing import NAME, personal_in, prepared
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import meetings as make


@pytest.fixture
def settled(world):
    """Its minutes name Sri Wahyuni, who came, and the notulis."""
    meeting = make.meeting_at(
        "berlangsung",
        world,
        chair_name="Drs. H. Budi Santoso, S.H.",
        speakers="Kepala Bappeda\nLestari Putri",
    )
    make.fill(meeting, world)
    part_actions.set_attendance(
        meeting=meeting,
        rows=[
            AttendanceRow(opd=world.dinkes, men=1, women=2, names="Sri Wahyuni, M.Si.")
        ],
        by=world.siti,
    )
    make.recommend(meeting, world, text="Sri Wahyuni menyusun GBS bersama BUDI SANTOSO")
    make.minutes_actions.sign_minutes(
        meeting=meeting, notulis="Rina Astuti", by=world.siti
    )
    return make.minutes_actions.settle_minutes(meeting=meeting, by=world.joko)


@pytest.fixture
def shown(world, settled) -> Release:
    release = actions.save_release(
        meeting=settled, title="Rapat <b>PUG</b>", body="Isi rilis", by=world.siti
    )
    actions.switch_releases(region=world.blora, is_on=True, by=world.siti)
    return actions.show_release(meeting=settled, by=world.siti) and release


def address(release: Release) -> str:
    return reverse("release-page", args=[release.code])


def test_the_text_tells_the_meeting_and_names_nobody(settled):
    title, body = prepared(paper_of(settled))

    assert title == "Rapat koordinasi Pokja PUG"
    assert "pada Senin, 26 Oktober 2020 di Ruang Pertemuan Bappeda Lantai 2" in body
    assert "Tema: «Penguatan focal point»" in body
    assert "Peserta: 3 orang (1 L, 2 P) dari 1 OPD" in body
    assert "1. Menyusun profil gender bidang kesehatan (tenggat 31 Desember" in body
    assert f"2. {NAME} menyusun GBS bersama {NAME}" in body
    for name in ("Sri", "Budi", "Rina"):
        assert name.casefold() not in body.casefold()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dibuka Sri wahyuni", "Sri wahyuni"),
        ("paparan Lestari Putri", "Lestari Putri"),
        ("arahan Kepala Bappeda dan Ketua Pokja", ""),
        ("dicatat Rina Astuti.", "Rina Astuti"),
        (f"oleh {NAME}", NAME),
        ("surel a.b@contoh.id", "a.b@contoh.id"),
        ("HP 0812-3456-7890", "0812-3456-7890"),
        ("NIP 19790101 200501 2 001", "19790101 200501 2 001"),
        ("Anggaran Rp 1.250.000 pada 2024 dan 2025, SK 463/160/2020", ""),
    ],
)
def test_personal_data_is_found(settled, text, found):
    assert personal_in(text, settled.settled_content) == found


def test_a_text_with_a_name_is_kept_but_not_shown(world, settled):
    actions.switch_releases(region=world.blora, is_on=True, by=world.siti)
    title, body = prepared(paper_of(settled))
    actions.save_release(meeting=settled, title=title, body=body, by=world.siti)
    with pytest.raises(Refusal, match="nama"):
        actions.show_release(meeting=settled, by=world.siti)

    actions.save_release(meeting=settled, title=title, body="Bersih", by=world.siti)
    actions.show_release(meeting=settled, by=world.siti)
    with pytest.raises(Refusal, match="Sri Wahyuni"):
        actions.save_release(
            meeting=settled, title=title, body="Sri Wahyuni", by=world.siti
        )


@pytest.mark.slow
def test_anybody_reads_it_while_it_is_on(client, world, shown):
    page = client.get(address(shown))
    html = page.content.decode()

    assert page.status_code == 200
    assert "no-store" in page["Cache-Control"]
    assert "Rapat &lt;b&gt;PUG&lt;/b&gt;" in html
    for name in ("Sri Wahyuni", "Budi Santoso", "Rina Astuti", "siti", "joko"):
        assert name not in html
    for query, hits in (("", 1), ("?daerah=33.16", 1), ("?daerah=33.17", 0)):
        listed = client.get(reverse("release-list") + query).content.decode()
        assert listed.count(address(shown)) == hits


@pytest.mark.slow
@pytest.mark.parametrize("how", ["release", "region", "never"])
def test_switched_off_it_is_not_there_at_once(client, world, shown, how):
    if how == "release":
        actions.hide_release(meeting=shown.meeting, by=world.siti)
    elif how == "region":
        actions.switch_releases(region=world.blora, is_on=False, by=world.siti)
    else:
        Release.objects.update(is_on=False)

    assert client.get(address(shown)).status_code == 404
    assert address(shown) not in client.get(reverse("release-list")).content.decode()
    assert client.get(reverse("release-page", args=["XXXX"])).status_code == 404


@pytest.mark.slow
def test_nothing_is_shown_where_the_region_has_not_switched_on(world, settled):
    actions.save_release(meeting=settled, title="Rapat", body="Isi", by=world.siti)

    with pytest.raises(Refusal, match="belum dinyalakan"):
        actions.show_release(meeting=settled, by=world.siti)


@pytest.mark.slow
def test_only_the_sekretariat_and_only_from_settled_minutes(world, settled):
    for who in ("joko", "ratih", "hasan", "wati", "budi", "prov", "admin", "baru"):
        by = getattr(world, who)
        with pytest.raises(PermissionDenied):
            actions.save_release(meeting=settled, title="A", body="B", by=by)
        with pytest.raises(PermissionDenied):
            actions.switch_releases(region=world.blora, is_on=True, by=by)
    draft = make.meeting_at("koreksi", world, title="Belum sah")
    with pytest.raises(Refusal, match="sudah disahkan"):
        actions.save_release(meeting=draft, title="A", body="B", by=world.siti)


@pytest.mark.slow
def test_the_pages_of_the_sekretariat_write_show_and_hide(world, settled, client_of):
    siti = client_of(world.siti)
    url = reverse("release-edit", args=[settled.pk])
    assert "Nyalakan rilis publik" in siti.get(url).content.decode()
    siti.post(url, {"title": "Rapat", "body": "Isi"})
    siti.post(reverse("release-region", args=[settled.pk]), {"rilis": "nyala"})
    siti.post(reverse("release-show", args=[settled.pk]))
    assert "Tayang untuk umum" in siti.get(url).content.decode()
    siti.post(reverse("release-hide", args=[settled.pk]))

    assert not Release.objects.get().is_on
    assert list(
        Event.objects.filter(verb__startswith="release.")
        .order_by("pk")
        .values_list("verb", flat=True)
    ) == ["release.saved", "release.switched", "release.shown", "release.hidden"]


@pytest.mark.slow
def test_the_public_list_costs_the_same_for_many(
    client, world, shown, django_assert_max_num_queries
):
    for n in range(2):
        other = make.meeting_at("disahkan", world, title=f"Rapat {n}")
        actions.save_release(meeting=other, title=f"R {n}", body="Isi", by=world.siti)
        actions.show_release(meeting=other, by=world.siti)

    with django_assert_max_num_queries(4):
        client.get(reverse("release-list"))
