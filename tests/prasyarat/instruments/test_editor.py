"""The screens of the editor, and a workbook on its way to a draft."""

from __future__ import annotations

import pytest

from prasyarat.instruments.document import document_of
from prasyarat.instruments.draft_actions import edit_draft
from prasyarat.instruments.draft_forms import IndicatorForm, indicator_values
from prasyarat.instruments.drafts import document_in
from prasyarat.instruments.editing import with_indicator
from prasyarat.instruments.loading import read_document
from prasyarat.instruments.models import Instrument, InstrumentDraft
from prasyarat.instruments.sheet import InstrumentImporter, workbook_of
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from pug_portal.imports.actions import apply_draft
from pug_portal.imports.codec import unpacked
from tests.make import instruments as make
from tests.make.imports import upload


def document() -> dict:
    return document_of(make.shipped("varian_tiga_prasyarat_v1"))


def typed(code: str, /, **other) -> IndicatorForm:
    held = document()
    item = next(i for i in held["indicators"] if i["code"] == code)
    values = {k: v for k, v in indicator_values(item).items() if v is not None}
    for key in ("weight", "max", "target"):
        if key in values:
            values[key] = str(values[key])
    return IndicatorForm({**values, "revision": 1, **other}, document=held)


@pytest.mark.parametrize("code", ["KK-1", "KK-6", "SA-2"])
def test_an_item_saved_as_it_is_stays_as_it_is(code: str):
    form = typed(code)
    assert form.is_valid(), form.errors
    after = with_indicator(document(), code, *form.parts())

    assert read_document(after) == make.shipped("varian_tiga_prasyarat_v1")


@pytest.mark.parametrize(
    ("code", "other", "field", "sentence"),
    [
        ("KK-1", {"choices": ""}, "type", "Belum punya pilihan jawaban"),
        ("KK-1", {"choices": "ya | Ya"}, "choices", "Baris 1: tulis kode"),
        ("KK-1", {"max": "2"}, "max", "Tidak ada pilihan yang mencapai"),
        ("KK-1", {"target": "3"}, "target", "Hanya untuk jenis angka"),
        ("KK-1", {"basis": "S99"}, "basis", "Sumber «S99» tidak ada"),
        ("KK-1", {"code": "KK/1"}, "code", "Hanya huruf, angka"),
        ("KK-6", {"target": ""}, "target", "Target belum diisi"),
        ("KK-6", {"target": "101"}, "target", "Target persentase paling besar 100"),
        ("KK-6", {"numerator": ""}, "numerator", "Pembilang wajib diisi"),
        ("KK-6", {"weight": "-1"}, "weight", ""),
        ("KK-6", {"type": "TXT"}, "text_label", "Jenis uraian memerlukan"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(code, other, field, sentence):
    form = typed(code, **other)

    assert not form.is_valid()
    assert any(told.startswith(sentence) for told in form.errors[field]), form.errors


@pytest.mark.slow
def test_the_editor_keeps_what_was_typed_and_saves_what_is_right(world, client_of):
    draft = make.draft(world.admin)
    client = client_of(world.admin)
    url = f"/prasyarat/instrumen/draf/{draft.pk}/prasyarat/KK/"
    told = {"label": "<b>Niat</b>", "short_label": "Niat", "icon": "gavel"}

    answer = client.post(url, {**told, "code": "KP", "revision": draft.revision})
    assert answer.status_code == 422
    assert "Kode «KP» sudah dipakai." in answer.content.decode()
    assert "&lt;b&gt;Niat" in answer.content.decode()

    answer = client.post(url, {**told, "code": "KK", "revision": 7})
    assert answer.status_code == 422
    assert "baru saja diubah oleh" in answer.content.decode()
    again = answer.context["form"]["revision"].value()

    answer = client.post(url, {**told, "code": "KK", "revision": again})
    assert answer.status_code == 302
    page = client.get(answer.url).content.decode()
    assert "&lt;b&gt;Niat" in page
    assert "<b>Niat</b>" not in page


def importer(world, draft: InstrumentDraft | None = None) -> InstrumentImporter:
    return InstrumentImporter(world.nation, draft=draft)


def applied(world, content: bytes, draft: InstrumentDraft | None = None):
    kept = upload(importer(world, draft), world.admin, content)
    seen = importer(world, draft).plan(unpacked(kept.reading)).fingerprint
    return apply_draft(
        draft=kept, importer=importer(world, draft), fingerprint=seen, by=world.admin
    )


@pytest.mark.slow
def test_a_workbook_becomes_a_draft_and_replaces_one(world):
    applied(world, workbook_of(document()))
    draft = InstrumentDraft.objects.get()
    assert read_document(document_in(draft)) == read_document(document())
    assert Event.objects.about(draft).count() == 1
    with pytest.raises(Refusal, match="masih memuat kesalahan"):
        applied(world, workbook_of(document()))

    other = document() | {"note": "catatan baru"}
    applied(world, workbook_of(other, f"instrumen:{draft.pk}"), draft)
    draft.refresh_from_db()
    assert document_in(draft)["note"] == "catatan baru"
    assert (InstrumentDraft.objects.count(), draft.revision) == (1, 2)


@pytest.mark.slow
def test_what_was_saved_after_the_preview_is_not_overwritten(world):
    draft = make.draft(world.admin)
    content = workbook_of(document_in(draft), f"instrumen:{draft.pk}")
    kept = upload(importer(world, draft), world.admin, content)
    seen = importer(world, draft).plan(unpacked(kept.reading)).fingerprint
    edit_draft(
        draft=draft,
        revision=draft.revision,
        change=lambda told: told | {"note": "dari orang lain"},
        by=world.admin,
    )

    with pytest.raises(Refusal, match="berubah sejak pratinjau"):
        apply_draft(
            draft=kept,
            importer=importer(world, draft),
            fingerprint=seen,
            by=world.admin,
        )
    draft.refresh_from_db()
    assert document_in(draft)["note"] == "dari orang lain"


@pytest.mark.slow
def test_a_published_version_is_not_uploaded_again(world):
    make.alone()
    with pytest.raises(Refusal, match="masih memuat kesalahan"):
        applied(world, workbook_of(document()))
    assert (InstrumentDraft.objects.count(), Instrument.objects.count()) == (0, 1)
