"""A draft is written, checked and published; what is published has no way to change."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from prasyarat.instruments.document import document_of
from prasyarat.instruments.draft_actions import (
    begin_version,
    drop_draft,
    edit_draft,
    publish_draft,
    replace_content,
)
from prasyarat.instruments.drafts import document_in, document_of_published, faults_of
from prasyarat.instruments.editing import (
    with_head,
    with_indicator,
    with_prerequisite,
    without_indicator,
    without_prerequisite,
)
from prasyarat.instruments.mapping import mapping_between
from prasyarat.instruments.models import (
    DraftState,
    Indicator,
    Instrument,
    InstrumentDraft,
)
from prasyarat.instruments.sheet_rows import rows_of
from prasyarat.instruments.workflow import WORKFLOW
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.audit.models import Event
from tests.make import instruments as make


def edited(draft, change, by, **more):
    draft.refresh_from_db()
    return edit_draft(
        draft=draft, revision=draft.revision, change=change, by=by, **more
    )


def renamed(document, old: str, new: str, **values):
    _, _, items, choices, *_ = rows_of(document)
    row = next(item for item in items if item["code"] == old)
    own = [{**c, "indicator": new} for c in choices if c["indicator"] == old]
    return with_indicator(
        document, old, {**FLAT, **row, "code": new, **values}, own, []
    )


FLAT = dict.fromkeys(
    (
        *("numerator", "denominator", "text_label", "may_exceed", "legal_basis"),
        *("fact", "opd_fact"),
    ),
    "",
)


def test_a_draft_is_published_once_with_an_event(world):
    draft = make.draft(world.admin)

    instrument = publish_draft(draft=draft, by=world.admin)

    draft.refresh_from_db()
    assert (draft.state, draft.published) == (DraftState.PUBLISHED, instrument)
    assert instrument.name == "Varian Tiga Prasyarat (peragaan) v2"
    assert Indicator.objects.filter(prerequisite__instrument=instrument).count() == 25
    told = Event.objects.about(draft).values_list("verb", flat=True)
    assert "instrument.released" in told
    with pytest.raises(Refusal, match="tidak dapat berubah"):
        publish_draft(draft=draft, by=world.admin)


def test_only_the_administrator_writes_and_publishes(world):
    draft = make.draft(world.admin)
    for person in (world.siti, world.joko, world.prov, world.ratih, world.baru):
        for verb in (
            lambda by: publish_draft(draft=draft, by=by),
            lambda by: edited(draft, lambda d: d, by),
            lambda by: drop_draft(draft=draft, by=by),
            lambda by: begin_version(instrument=draft.origin, by=by),
        ):
            with pytest.raises(PermissionDenied):
                verb(person)


@pytest.mark.parametrize("role", Role)
def test_the_table_gives_the_one_step_to_the_administrator_alone(role):
    offered = WORKFLOW.offered(DraftState.DRAFT, Actor(user=None, role=role))
    assert bool(offered) == (role == Role.ADMINISTRATOR)
    assert WORKFLOW.offered(DraftState.PUBLISHED, Actor(user=None, role=role)) == []


def test_no_verb_changes_what_is_published(world):
    draft = make.published(world.admin)
    instrument = draft.published
    before = document_of_published(instrument)
    for verb in (
        lambda: edited(draft, lambda d: with_head(d, {"note": "lain"}), world.admin),
        lambda: replace_content(draft=draft, document=before, by=world.admin),
        lambda: drop_draft(draft=draft, by=world.admin),
    ):
        with pytest.raises(Refusal, match="sudah terbit dan tidak diubah"):
            verb()
    assert document_of_published(instrument) == before


@pytest.mark.slow
def test_no_address_changes_what_is_published(world, client_of):
    draft = make.published(world.admin)
    client = client_of(world.admin)
    start = f"/prasyarat/instrumen/draf/{draft.pk}/"
    shown = f"/prasyarat/instrumen/{draft.published_id}/"

    for rest in ("kepala/", "prasyarat/KK/", "indikator/KK-1/", "terbit/", "hapus/"):
        answer = client.post(f"{start}{rest}", {"hapus": "1", "revision": "1"})
        assert (answer.status_code, answer.url) == (302, shown)
    sheet = client.post(f"{start}excel/", {})
    assert sheet.status_code == 422
    assert "sudah terbit" in client.get(f"{start}excel/").content.decode()
    assert Instrument.objects.filter(pk=draft.published_id).exists()


@pytest.mark.slow
def test_a_draft_with_faults_is_not_published(world):
    draft = make.draft(world.admin)
    edited(draft, lambda d: without_all_of(d, "SA"), world.admin)

    with pytest.raises(Refusal, match="1 hal perlu diperbaiki"):
        publish_draft(draft=draft, by=world.admin)
    assert Instrument.objects.filter(code__endswith="-v2").count() == 0


def without_all_of(document, part: str):
    for item in [i for i in document["indicators"] if i["prerequisite"] == part]:
        document = without_indicator(document, item["code"])
    return document


def broken(document, /, **values):
    items = [
        {**item, **values} if item["code"] == "KK-1" else item
        for item in document["indicators"]
    ]
    return document | {"indicators": items}


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        ({"weight": -1}, "(KK-1): bobot tidak boleh negatif."),
        ({"max": 3}, "(KK-1): nilai pilihan jawaban harus dari 0 sampai tepat max."),
        ({"choices": []}, "(KK-1): nilai pilihan jawaban harus dari 0"),
        ({"code": "KK-2"}, "kode indikator KK-2 tertulis lebih dari sekali."),
        ({"levels": ["O"]}, "Indikator KK-1: hanya ditanyakan ke OPD"),
        ({"weight": 12345678}, "Indikator KK-1, weight:"),
    ],
)
def test_the_check_before_publishing_names_the_item(spoil, told):
    document = document_of(make.shipped("varian_tiga_prasyarat_v1"))
    assert faults_of(document) == []

    found = faults_of(broken(document, **spoil))

    assert any(told in fault for fault in found), found


@pytest.mark.slow
def test_a_new_version_maps_old_items_to_new_ones(world):
    draft = make.draft(world.admin)
    old = draft.origin
    edited(
        draft,
        lambda d: renamed(d, "KK-1", "KK-11"),
        world.admin,
        renamed=("KK-1", "KK-11"),
    )
    edited(draft, lambda d: renamed(d, "KK-2", "KK-2", text="Bunyi lain"), world.admin)
    edited(draft, lambda d: without_indicator(d, "KK-3"), world.admin)

    draft.refresh_from_db()
    new = publish_draft(draft=draft, by=world.admin)

    mapping = mapping_between(old, new)
    assert mapping.by_target["KK-11"] == (("KK-1", "sama"),)
    assert mapping.by_target["KK-2"] == (("KK-2", "sebagian"),)
    assert "KK-3" not in mapping.by_target
    assert len(mapping.by_target) == 24


@pytest.mark.slow
def test_two_editors_do_not_overwrite_each_other(world):
    draft = make.draft(world.admin)
    seen = draft.revision
    edited(draft, lambda d: with_head(d, {"note": "pertama"}), world.admin)

    with pytest.raises(Refusal, match="baru saja diubah oleh"):
        edit_draft(
            draft=draft,
            revision=seen,
            change=lambda d: with_head(d, {"note": "kedua"}),
            by=world.admin,
        )

    draft.refresh_from_db()
    assert document_in(draft)["note"] == "pertama"


@pytest.mark.slow
def test_two_presses_begin_one_version_and_a_later_one_the_next(world):
    one = make.draft(world.admin)
    assert begin_version(instrument=one.origin, by=world.admin) == one
    edited(one, lambda d: with_head(d, {"note": "berubah"}), world.admin)

    two = begin_version(instrument=one.origin, by=world.admin)
    assert (one.version, two.version) == (2, 3)
    assert InstrumentDraft.objects.count() == 2


def test_a_prerequisite_with_items_stays():
    document = document_of(make.shipped("varian_tiga_prasyarat_v1"))
    with pytest.raises(Refusal, match="masih punya indikator"):
        without_prerequisite(document, "KK")
    other = with_prerequisite(
        document,
        "KK",
        {"code": "KX", "label": "Lain", "short_label": "Lain", "icon": "gavel"},
    )
    assert {i["prerequisite"] for i in other["indicators"]} == {"KX", "KP", "SA"}
    assert faults_of(other) == []
