"""The public roster: off until switched on, and never a person's contact."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from pokja.membership.actions import change_member
from pokja.public_roster.actions import switch_roster
from pokja.public_roster.printing import public_html
from pokja.public_roster.queries import public_roster
from pug_portal.audit.models import Event
from pug_portal.lib.clock import today
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
