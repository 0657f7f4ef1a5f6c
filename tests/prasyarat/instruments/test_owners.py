"""A region's administrator writes his own instruments, never what everybody is scored by."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from prasyarat.instruments.draft_actions import (
    begin_version,
    drop_draft,
    edit_draft,
    new_draft,
    publish_draft,
    replace_content,
)
from prasyarat.instruments.drafts import document_in, document_of_published
from prasyarat.instruments.mapping import map_item, unmap_item
from prasyarat.instruments.models import Indicator, InstrumentUse
from prasyarat.instruments.use import choose_instrument, current_instrument
from prasyarat.next_steps.level_actions import record_level
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.lib.clock import today
from tests.make import instruments as make
from tests.make import pug_portal as make_floor


@pytest.fixture
def local(world):
    """The administrator of Blora."""
    user = make_floor.user("Adi Blora", world.blora)
    return make_floor.hat(user, Role.ADMINISTRATOR, world.blora)


@pytest.fixture
def tiny(world):
    return make.tiny()


def test_a_national_draft_is_not_his(world, local, tiny, client_of):
    draft = begin_version(instrument=tiny, by=world.admin)
    document = document_in(draft)
    verbs = (
        lambda: edit_draft(draft=draft, revision=1, change=lambda d: d, by=local),
        lambda: replace_content(draft=draft, document=document, by=local),
        lambda: publish_draft(draft=draft, by=local),
        lambda: drop_draft(draft=draft, by=local),
    )
    for verb in verbs:
        with pytest.raises(PermissionDenied, match="administrator nasional"):
            verb()
    client = client_of(local)
    for tail in ("", "kepala/", "unggah/"):
        assert (
            client.get(f"/prasyarat/instrumen/draf/{draft.pk}/{tail}").status_code
            == 404
        )
    assert draft.name not in client.get("/prasyarat/instrumen/").content.decode()


def test_a_version_of_everybodys_instrument_becomes_the_regions_own(world, local, tiny):
    draft = begin_version(instrument=tiny, by=local)
    assert (draft.region, draft.code) == (world.blora, "kecil-33.16")

    own = publish_draft(draft=draft, by=local)

    assert (own.region, own.code) == (world.blora, "kecil-33.16-v1")
    assert current_instrument(world.blora) == tiny
    choose_instrument(instrument=own, region=world.blora, since=today(), by=local)
    assert current_instrument(world.blora) == own
    with pytest.raises(PermissionDenied, match="daerah lain"):
        choose_instrument(
            instrument=own, region=world.rembang, since=today(), by=world.admin
        )
    again = begin_version(instrument=own, by=local)
    assert (again.code, again.version) == ("kecil-33.16", 2)


def test_the_next_version_of_a_national_code_is_not_his_to_take(world, local, tiny):
    document = document_of_published(tiny) | {"version": 2}
    with pytest.raises(Refusal, match=r"kecil-33\.16") as refused:
        new_draft(document=document, by=local)
    assert refused.value.field == "code"


def test_mappings_and_levels_of_everybodys_instruments_are_not_his(world, local, tiny):
    variant = make.alone()
    source = Indicator.objects.get(code="KK-1", prerequisite__instrument=tiny)
    target = Indicator.objects.get(code="KK-1", prerequisite__instrument=variant)
    ends = {"source": source, "target": target}
    with pytest.raises(PermissionDenied, match="administrator nasional"):
        map_item(**ends, kind="sebagian", by=local)
    map_item(**ends, kind="sebagian", by=world.admin)
    with pytest.raises(PermissionDenied, match="administrator nasional"):
        unmap_item(**ends, by=local)
    facts = {"name": "Madya", "from_score": Decimal(60), "source": "SE 1/2026"}
    with pytest.raises(PermissionDenied):
        record_level(
            instrument=tiny, **facts, source_date=dt.date(2020, 1, 1), by=local
        )


def test_a_first_regional_instrument_is_not_in_use_everywhere(world, local, tiny):
    document = document_of_published(tiny) | {"code": "kecil-blora"}
    InstrumentUse.objects.all().delete()
    publish_draft(draft=new_draft(document=document, by=local), by=local)
    assert current_instrument(world.rembang) is None


def test_two_publishers_get_a_sentence_each_and_one_instrument(world, tiny):
    draft = begin_version(instrument=tiny, by=world.admin)
    publish_draft(draft=draft, by=world.admin)
    with pytest.raises(Refusal, match="mungkin sudah ada orang lain"):
        publish_draft(draft=draft, by=world.admin)
    gone = begin_version(instrument=tiny, by=world.admin)
    drop_draft(draft=gone, by=world.admin)
    gone.pk = 987_654
    with pytest.raises(Refusal, match="sudah dihapus"):
        publish_draft(draft=gone, by=world.admin)
