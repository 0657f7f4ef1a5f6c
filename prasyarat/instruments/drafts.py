"""Reading a draft, and what has to be mended before it can be published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prasyarat.instruments.data import InstrumentData
from prasyarat.instruments.document import Document
from prasyarat.instruments.loading import (
    InstrumentFileError,
    read_document,
    read_text,
)
from prasyarat.instruments.models import Instrument, InstrumentContent, InstrumentDraft
from prasyarat.instruments.publishing import misfits
from pug_portal.access.refusal import Refusal

# The keys of a file, as the screen calls them.
WORDS = {
    "band_edges": "batas warna",
    "basis": "dasar",
    "denominator": "penyebut",
    "evidence": "bukti lazim",
    "filled_by": "pengisi",
    "issuer": "penerbit",
    "label": "nama",
    "levels": "tingkat",
    "max": "nilai maksimum",
    "name": "nama",
    "note": "catatan",
    "numerator": "pembilang",
    "order": "urutan",
    "source": "dokumen sumber",
    "tags": "kelompok penanggung jawab",
    "text": "bunyi",
    "text_label": "uraian yang diminta",
    "type": "jenis jawaban",
    "unit": "satuan",
    "value": "target",
    "version": "versi",
    "weight": "bobot",
    "year": "tahun",
}
_KEY = re.compile(r"(: )([a-z_]+)(?= )")


def document_in(draft: InstrumentDraft) -> Document:
    found: Document = read_text(draft.content)
    return found


def document_of_published(instrument: Instrument) -> Document:
    content = InstrumentContent.objects.filter(instrument=instrument).first()
    if content is None:
        raise Refusal(
            f"Isi utuh «{instrument.name}» belum disimpan. Jalankan perintah "
            "load_instrument sekali lagi dengan berkas asalnya."
        )
    found: Document = read_text(content.text)
    return found


def faults_of(document: Document) -> list[str]:
    """All at once, in the words of the screen. Empty: it can be published."""
    try:
        data = read_document(document)
    except InstrumentFileError as refused:
        return [in_words(sentence) for sentence in refused.problems]
    return [*misfits(data), *_unanswerable(data)]


def _unanswerable(data: InstrumentData) -> Iterator[str]:
    asked = {rule.prerequisite for rule in data.rules}
    for prerequisite in data.prerequisites:
        if prerequisite.code not in asked:
            yield f"Prasyarat {prerequisite.code} belum punya indikator."
    if not any(rule.weight for rule in data.rules):
        yield "Semua bobot 0, sehingga tidak ada yang dapat dinilai."
    for item in data.indicators:
        opd_alone = item.rule.levels == ("O",)
        if opd_alone and item.filled_by != "focal_point":
            yield (
                f"Indikator {item.code}: hanya ditanyakan ke OPD, jadi pengisinya "
                "focal point."
            )
        if item.filled_by == "focal_point" and "O" not in item.rule.levels:
            yield (
                f"Indikator {item.code}: tidak ditanyakan ke OPD, sehingga focal point "
                "tidak dapat menjawabnya."
            )


def in_words(sentence: str) -> str:
    def known(found: re.Match[str]) -> str:
        return found[1] + WORDS.get(found[2], found[2])

    return _KEY.sub(known, sentence, count=1)
