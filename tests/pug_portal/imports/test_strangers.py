"""A draft, its sheet and its keys bind to one person, one region and one right."""

from __future__ import annotations

import pytest
from django.urls import reverse

from focal_points.opd.models import Opd
from focal_points.opd.sheet import OpdImporter
from pug_portal.access.roles import Role
from pug_portal.imports.models import ImportDraft
from tests.make import focal_points as make_fp
from tests.make import imports as make
from tests.make import pug_portal as make_floor

START = reverse("opd-sheet")


@pytest.fixture
def importer(world) -> OpdImporter:
    return OpdImporter(world.blora)


def with_key(importer, key: str) -> bytes:
    def change(page):
        page["A2"], page["B2"] = key, "Dinas Rampasan"

    return make.edited(importer, change)


@pytest.mark.slow
def test_the_key_of_a_row_of_another_region_changes_nothing_there(
    importer, world, client_of
):
    foreign = make_fp.opd(world.budi.region, "Dinas Tetangga")
    client = client_of(world.siti)
    url = make.send(client, START, with_key(importer, str(foreign.pk))).url
    plan = client.get(url).context["plan"]

    answer = client.post(url, {"sidik": plan.fingerprint})

    assert answer.status_code == 422
    assert Opd.objects.get(pk=foreign.pk).name == "Dinas Tetangga"
    assert not Opd.objects.filter(name="Dinas Rampasan").exists()


@pytest.mark.slow
def test_the_same_person_cannot_apply_a_draft_under_another_hat(
    importer, world, client_of
):
    first = Opd.objects.filter(region=world.blora).order_by("name").first()
    client = client_of(world.siti)
    url = make.send(client, START, with_key(importer, str(first.pk))).url
    seen = client.get(url).context["plan"].fingerprint
    lesser = make_floor.hat(world.siti.user, Role.PIMPINAN, world.blora)
    elsewhere = make_floor.hat(world.siti.user, Role.SEKRETARIAT, world.budi.region)

    assert client_of(lesser).post(url, {"sidik": seen}).status_code == 403
    assert client_of(elsewhere).post(url, {"sidik": seen}).status_code == 404
    assert not Opd.objects.filter(name="Dinas Rampasan").exists()


@pytest.mark.slow
def test_the_draft_of_a_deactivated_person_is_nobodys(importer, world, client_of):
    first = Opd.objects.filter(region=world.blora).order_by("name").first()
    client = client_of(world.siti)
    url = make.send(client, START, with_key(importer, str(first.pk))).url
    seen = client.get(url).context["plan"].fingerprint
    other = make_floor.colleague_of(world.siti)
    world.siti.user.is_active = False
    world.siti.user.save()

    assert client.post(url, {"sidik": seen}).status_code == 302
    assert client_of(other).post(url, {"sidik": seen}).status_code == 404
    assert ImportDraft.objects.get().applied_at is None
