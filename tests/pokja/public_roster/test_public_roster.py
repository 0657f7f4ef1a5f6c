"""The public roster: off until switched on, and never a person's contact."""

from __future__ import annotations

import io

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from pokja.membership.actions import change_member
from pokja.membership.portrait_models import Portrait
from pokja.membership.portraits import album
from pokja.public_roster.actions import switch_roster
from pokja.public_roster.printing import public_html, public_pdf
from pokja.public_roster.queries import public_roster
from pug_portal.audit.models import Event
from pug_portal.files.models import StoredFile
from pug_portal.lib.clock import today
from tests.make import focal_points as make_fp
from tests.make import pokja as make

NIP = "197001011995032001"


@pytest.fixture
def member(world):
    return make.member(
        world,
        make.decree(world),
        name="Sri Contoh",
        sex="P",
        nip=NIP,
        position="Kabid PUG",
        institution="Dinsos",
        note="telepon 0812-3456-7890",
    )


@pytest.mark.slow
def test_the_page_is_there_only_while_it_is_on(world, member, client, client_of):
    page = reverse("public-roster", args=["33.16"])
    paper = reverse("public-roster-pdf", args=["33.16"])
    siti, desk = client_of(world.siti), reverse("roster-switch")
    assert (client.get(page).status_code, client.get(paper).status_code) == (404, 404)

    siti.post(desk, {"is_on": "on"})
    shown = client.get(page)
    assert "Kabid PUG" in shown.content.decode()
    assert "Sri Contoh" not in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert client.get(reverse("public-roster", args=["33.17"])).status_code == 404

    siti.post(desk, {"is_on": "on", "shows_names": "on"})
    assert "Sri Contoh" in client.get(page).content.decode()
    siti.post(desk, {})
    assert client.get(page).status_code == 404
    assert Event.objects.filter(verb="roster.switched").count() == 3


def test_no_contact_and_no_number_is_told_and_a_name_can_be_kept_back(
    world, member, client
):
    switch_roster(region=world.blora, is_on=True, shows_names=True, by=world.siti)
    page = client.get(reverse("public-roster", args=["33.16"])).content.decode()
    html = public_html(
        world.blora, public_roster(world.blora, today(), shows_names=True)
    )
    for told in (page, html):
        assert "Sri Contoh" in told
        assert not any(word in told for word in (NIP, "0812", "telepon 0812"))

    change_member(member=member, by=world.siti, hides_name=True)
    hidden = public_roster(world.blora, today(), shows_names=True)
    assert [seat.name for seat in hidden.seats] == [""]


def test_only_the_sekretariat_of_the_region_switches(world):
    for stranger in (world.joko, world.budi, world.prov):
        with pytest.raises(PermissionDenied):
            switch_roster(
                region=world.blora, is_on=True, shows_names=False, by=stranger
            )


def photo(name: str = "sri.jpg") -> SimpleUploadedFile:
    made = io.BytesIO()
    Image.new("RGB", (900, 1200), "teal").save(made, "JPEG")
    return SimpleUploadedFile(name, made.getvalue())


@pytest.mark.slow
def test_a_photo_is_public_only_when_the_person_and_the_region_agree(
    world, member, client, client_of
):
    siti, page = client_of(world.siti), reverse("public-roster", args=["33.16"])
    keep = reverse("member-portrait", args=[member.pk])
    desk = reverse("roster-switch")
    everything = {"is_on": "on", "shows_names": "on", "shows_photos": "on"}

    siti.post(keep, {"photo": photo()})
    siti.post(desk, everything)
    made = Portrait.objects.get()
    picture = reverse("public-portrait", args=["33.16", made.pk])
    assert picture not in client.get(page).content.decode()
    assert client.get(picture).status_code == 404

    siti.post(keep, {"is_public": "on"})
    assert picture in client.get(page).content.decode()
    shown = client.get(picture)
    size = Image.open(io.BytesIO(b"".join(shown.streaming_content))).size
    assert (shown["Content-Type"], max(size)) == ("image/jpeg", 640)
    # What it was called on the desk may hold a NIP.
    assert shown["Content-Disposition"] == "inline"

    for hidden in ({"is_on": "on", "shows_names": "on"}, {}):
        siti.post(desk, hidden)
        assert client.get(picture).status_code == 404
    siti.post(desk, everything)
    change_member(member=member, by=world.siti, hides_name=True)
    assert client.get(picture).status_code == 404
    # The file goes with it, and a second click finds nothing to do.
    change_member(member=member, by=world.siti, hides_name=False)
    assert siti.post(keep, {"remove": "on"}).status_code == 302
    assert siti.post(keep, {"remove": "on"}).status_code == 422
    assert (Portrait.objects.count(), StoredFile.objects.count()) == (0, 0)


@pytest.mark.slow
def test_what_is_no_photo_is_refused_and_a_new_one_replaces_the_old(
    world, member, client_of
):
    siti, keep = client_of(world.siti), reverse("member-portrait", args=[member.pk])
    for wrong in ({}, {"photo": SimpleUploadedFile("a.jpg", b"x" * 40)}):
        assert siti.post(keep, wrong).status_code == 422
    pdf = SimpleUploadedFile("a.pdf", b"%PDF-1.7\n%%EOF\n")
    assert siti.post(keep, {"photo": pdf}).status_code == 422

    siti.post(keep, {"photo": photo("satu.jpg")})
    siti.post(keep, {"photo": photo("dua.jpg")})
    assert [f.name for f in StoredFile.objects.all()] == ["dua.jpg"]
    # A seat by office finds the same person by NIP.
    holder = make_fp.holder(
        make_fp.office(world.blora), "Sri Contoh, M.M.", nip=NIP, sex="P"
    )
    assert album(world.blora).of(holder.name, holder.nip) == Portrait.objects.get()
    assert album(world.blora).of("Sri Contoh", "198001012005012001") is None


@pytest.mark.slow
def test_photos_without_names_are_refused_and_strangers_keep_none(
    world, member, client_of
):
    refused = client_of(world.siti).post(
        reverse("roster-switch"), {"is_on": "on", "shows_photos": "on"}
    )
    assert refused.status_code == 422
    assert "Foto hanya tampil bersama nama" in refused.content.decode()
    keep = reverse("member-portrait", args=[member.pk])
    for who, status in ((world.joko, 403), (world.prov, 403), (world.budi, 403)):
        assert client_of(who).post(keep, {"photo": photo()}).status_code == status


@pytest.mark.slow
def test_the_pdf_bears_the_photo(world, member, client_of):
    client_of(world.siti).post(
        reverse("member-portrait", args=[member.pk]),
        {"photo": photo(), "is_public": "on"},
    )
    roster = public_roster(world.blora, today(), shows_names=True, shows_photos=True)

    assert b"/Subtype /Image" in public_pdf(world.blora, roster)
