"""An instrument is published once, whole, and never edited."""

import json
from dataclasses import replace
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command

from prasyarat.instruments import models
from prasyarat.instruments.actions import Loaded, load_instrument, load_shipped
from prasyarat.instruments.document import canonical
from prasyarat.instruments.drafts import document_of_published
from prasyarat.instruments.loading import read_document
from prasyarat.instruments.publishing import publish
from prasyarat.instruments.stored import rules_of
from prasyarat.instruments.use import current_instrument
from prasyarat.models import Indicator, Instrument, ItemMapping
from prasyarat.rules import AnswerType
from pug_portal.access.actor import NOBODY, SYSTEM
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.prasyarat.shipped import INSTRUMENT, INSTRUMENT_FILE

OTHER_NOTE = replace(INSTRUMENT, note="catatan lain")


@pytest.fixture
def published(db) -> Instrument:
    return load_instrument(data=INSTRUMENT, by=SYSTEM)


def test_the_whole_file_is_published(published: Instrument):
    indicators = Indicator.objects.filter(prerequisite__instrument=published)
    assert published.prerequisites.count() == 7
    assert indicators.count() == 63


def test_the_rules_come_back_as_they_went_in(published: Instrument):
    assert rules_of(published) == INSTRUMENT.rules


def test_the_content_comes_back_as_it_went_in(published: Instrument):
    """What «Data sekarang» writes into the workbook."""
    stored = read_document(document_of_published(published))
    assert canonical(stored) == canonical(INSTRUMENT)


def test_the_rules_come_back_in_one_query(
    published: Instrument, django_assert_num_queries
):
    with django_assert_num_queries(1):
        rules_of(published)


def test_a_weight_the_column_cannot_hold_is_refused_with_its_row(db):
    first, *rest = INSTRUMENT.indicators
    exact = replace(first, rule=replace(first.rule, weight=Decimal("0.333")))
    data = replace(INSTRUMENT, indicators=(exact, *rest))
    with pytest.raises(Refusal, match="Indikator KOM-1, weight"):
        load_instrument(data=data, by=SYSTEM)
    assert not Instrument.objects.exists()


def test_the_basis_names_the_source_in_words(published: Instrument):
    kel_1 = Indicator.objects.get(code="KEL-1")
    assert kel_1.basis == (
        "Rakor PUG Kabupaten Blora, 26 Oktober 2020; Perda DIY Nomor 4 Tahun 2023"
    )


def test_loading_twice_changes_nothing(published: Instrument):
    again = load_instrument(data=INSTRUMENT, by=SYSTEM)
    assert again == published
    assert Indicator.objects.count() == 63
    assert Event.objects.about(published).count() == 1


def test_a_published_instrument_is_never_edited(published: Instrument):
    with pytest.raises(Refusal, match="sudah terbit dan tidak dapat diubah"):
        load_instrument(data=OTHER_NOTE, by=SYSTEM)
    published.refresh_from_db()
    assert published.note == INSTRUMENT.note


def test_a_new_version_stands_beside_the_old_one(published: Instrument):
    second = load_instrument(data=replace(OTHER_NOTE, version=2), by=SYSTEM)
    assert second.pk != published.pk
    assert Indicator.objects.count() == 126


def test_publishing_is_left_to_the_server(db, world):
    for actor in (NOBODY, world.siti, world.admin):
        with pytest.raises(PermissionDenied):
            load_instrument(data=INSTRUMENT, by=actor)


def test_screens_and_rules_know_the_same_answer_types():
    assert set(models.AnswerType.values) == {kind.value for kind in AnswerType}


def test_an_update_goes_on_beside_a_version_an_administrator_published(
    published: Instrument,
):
    """Theirs stays what it is; ours is found again at the next update."""
    first = load_shipped(data=OTHER_NOTE, by=SYSTEM)
    assert first.instrument.code == "daftar-periksa-internal-v2"
    assert "daftar-periksa-internal-v1 sudah dipakai" in first.warning

    again = load_shipped(data=OTHER_NOTE, by=SYSTEM)

    assert (again.instrument, bool(again.warning)) == (first.instrument, True)
    assert load_shipped(data=INSTRUMENT, by=SYSTEM) == Loaded(published)
    assert Instrument.objects.count() == 2


def test_of_two_who_publish_the_same_version_one_wins(published: Instrument):
    """The row that was not there when the first one looked."""
    with pytest.raises(Refusal, match="baru saja diterbitkan orang lain"):
        publish(OTHER_NOTE, by=SYSTEM)
    assert Indicator.objects.count() == 63


@pytest.mark.slow
def test_the_command_loads_beside_what_administrators_published(db):
    theirs = replace(INSTRUMENT, note="catatan lain")
    load_instrument(data=theirs, by=SYSTEM)
    out, err = StringIO(), StringIO()
    call_command("load_instrument", stdout=out, stderr=err)
    assert "Perhatian: Kode daftar-periksa-internal-v1" in err.getvalue()
    ours = Instrument.objects.get(code="daftar-periksa-internal-v2")
    pairs = ItemMapping.objects.filter(source__prerequisite__instrument=ours)
    assert pairs.exists()


@pytest.mark.slow
def test_the_command_loads_all_that_is_shipped_and_may_run_again(db):
    out = StringIO()
    call_command("load_instrument", stdout=out)
    mapped = ItemMapping.objects.count()
    call_command("load_instrument", stdout=out)
    assert (
        out.getvalue().splitlines()
        == [
            "Daftar Periksa Internal v1: 63 indikator siap.",
            "Daftar Rujukan Evaluasi PUG v1: 42 indikator siap.",
            "Varian Tiga Prasyarat (peragaan): 25 indikator siap.",
        ]
        * 2
    )
    assert ItemMapping.objects.count() == mapped > 0
    # The first one is in use; the others wait to be chosen.
    assert current_instrument().name == "Daftar Periksa Internal v1"


def test_the_command_names_the_row_of_a_broken_file(db, tmp_path: Path):
    raw = json.loads(INSTRUMENT_FILE.read_text(encoding="utf-8"))
    raw["indicators"][2]["weight"] = -1
    path = tmp_path / "rusak.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(CommandError, match=r"ke-3 \(KOM-3\): weight"):
        call_command("load_instrument", path)
    assert not Instrument.objects.exists()


def test_the_command_refuses_to_edit(published: Instrument, tmp_path: Path):
    raw = json.loads(INSTRUMENT_FILE.read_text(encoding="utf-8"))
    raw["note"] = "catatan lain"
    path = tmp_path / "ubah.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(CommandError, match="Naikkan version"):
        call_command("load_instrument", path)
