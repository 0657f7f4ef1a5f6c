"""Evidence from phones on weak lines: parts, twins, HEIC, photos as one PDF, dates."""

from __future__ import annotations

import datetime as dt
import io

import pillow_heif
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import ExifTags, Image
from pypdf import PdfReader

from focal_points.progress import actions
from pug_portal.access.refusal import Refusal
from pug_portal.files.actions import open_file
from pug_portal.lib import photos
from pug_portal.lib.sniff import NotAllowed
from tests.make import progress as make


def photo(colour: str = "red", taken: str = "2020:08:03 09:30:00") -> bytes:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = taken
    made = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(made, "JPEG", exif=exif)
    return made.getvalue()


def heic() -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.DateTime] = "2020:09:01 10:00:00"
    made = io.BytesIO()
    picture = pillow_heif.from_pillow(Image.new("RGB", (64, 64), "blue"))
    picture.save(made, exif=exif.tobytes())
    return made.getvalue()


@pytest.fixture
def draft(report_at):
    return report_at()


@pytest.fixture
def part_of(draft, world, client_of):
    url = reverse("progress-upload", args=[draft.pk])
    ratih = client_of(world.ratih)

    def send(content: bytes, start: int, size: int, **facts):
        data = {
            "kunci": "abcdefgh1234",
            "mulai": start,
            "ukuran": size,
            "nama": "bukti.pdf",
            "potongan": SimpleUploadedFile("potongan", content),
            **facts,
        }
        return ratih.post(url, data)

    return send


def test_a_caption_typed_after_the_file_was_chosen_follows_it(draft, part_of):
    size = len(make.PDF)
    before = part_of(make.PDF, 0, size).json()["version"]

    told = part_of(b"", 0, 0, keterangan_susulan=" Daftar hadir ").json()
    part_of(b"", 0, 0, keterangan_susulan="Lain")

    assert draft.files.get().caption == "Daftar hadir"
    assert told["version"] != before


def test_an_empty_file_is_called_empty(draft, part_of):
    told = part_of(b"", 0, 0)

    assert told.status_code == 422
    assert "kosong (0 byte)" in told.json()["told"]
    assert not draft.files.exists()


def test_a_caption_without_any_file_is_told(world, draft, client_of):
    form = reverse("progress-form", args=[draft.pk])

    page = client_of(world.ratih).post(
        form, {"aksi": "draf", "bukti_caption": "Daftar hadir"}, follow=True
    )

    assert "belum dipasang karena berkasnya tidak ada" in page.content.decode()


@pytest.mark.slow
def test_a_cut_upload_goes_on_where_it_stopped(world, draft, part_of, client_of):
    size = len(make.PDF)
    url = reverse("progress-upload", args=[draft.pk])

    assert part_of(make.PDF[:100], 0, size).json() == {"ada": 100}
    # The answer got lost: the same part again, and one too early, change nothing.
    assert part_of(make.PDF[:100], 0, size).json() == {"ada": 100}
    assert part_of(make.PDF[300:], 300, size).json() == {"ada": 100}
    asked = client_of(world.ratih).get(url, {"kunci": "abcdefgh1234"})
    assert asked.json() == {"ada": 100}
    last = part_of(make.PDF[100:], 100, size, bukti_caption="Daftar hadir").json()

    row = draft.files.get()
    assert (last["nama"], row.caption) == ("bukti.pdf", "Daftar hadir")
    assert row.file.sha256_received == row.file.sha256
    # The last answer got lost: it is told again, and nothing is sent or kept twice.
    asked = client_of(world.ratih).get(url, {"kunci": "abcdefgh1234"}).json()
    again = part_of(make.PDF[100:], 100, size).json()
    assert asked == again == last
    assert draft.files.count() == 1


def test_a_server_that_fails_at_the_end_keeps_every_part(draft, part_of, monkeypatch):
    size = len(make.PDF)
    with monkeypatch.context() as broken:
        broken.setattr(actions, "attach_file", lambda **_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            part_of(make.PDF, 0, size)

    assert part_of(b"", size, size).json()["nama"] == "bukti.pdf"


def test_parts_are_refused_when_too_large_broken_or_not_ones_own(
    world, draft, part_of, client_of, settings
):
    assert part_of(b"x", 0, 0).status_code == 422
    assert part_of(b"x", 0, 9, kunci="../../x").status_code == 422
    assert part_of(b"<html>", 0, 6).status_code == 422
    settings.UPLOAD_MAX_BYTES = 150
    answer = part_of(make.PDF[:100], 0, len(make.PDF))
    assert (answer.status_code, "terlalu besar" in answer.json()["told"]) == (422, True)
    url = reverse("progress-upload", args=[draft.pk])
    assert client_of(world.dewi).post(url, {"kunci": "abcdefgh1234"}).status_code == 404
    assert not draft.files.exists()


def test_a_twin_is_told_in_this_report_and_in_an_earlier_one(world, draft, clock):
    make.evidence(draft, world.ratih)
    with pytest.raises(Refusal, match=r"sama dengan “bukti\.pdf”"):
        actions.attach_file(
            progress=draft,
            upload=SimpleUploadedFile("nama-lain.pdf", make.PDF),
            by=world.ratih,
        )
    clock("2020-07-10")
    first = make.draft(world.dinkes, world.ratih, make.period(world.blora, half=1))

    row = make.evidence(first, world.ratih)

    assert actions.also_in(row) == ["Semester II 2020"]


@pytest.mark.slow
def test_photos_keep_their_day_lose_the_rest_and_become_one_pdf(
    world, draft, client_of
):
    url = reverse("progress-form", args=[draft.pk])
    ratih = client_of(world.ratih)
    pictures = [photo("red"), photo("green")]

    ratih.post(url, {"bukti": SimpleUploadedFile("foto.jpg", pictures[0])})
    ratih.post(
        url,
        {
            "bukti": [
                SimpleUploadedFile(f"{n}.jpg", c) for n, c in enumerate(pictures)
            ],
            "bukti_gabung": "on",
        },
    )

    single, joined = draft.files.select_related("file")
    assert single.file.document_date == dt.date(2020, 8, 3)
    assert photos.taken_on(open_file(single.file)) is None
    assert joined.file.name == "foto-2-lembar.pdf"
    assert len(PdfReader(io.BytesIO(open_file(joined.file))).pages) == 2


def test_heic_becomes_jpg_and_its_day_is_proposed(world, draft):
    upload = SimpleUploadedFile("IMG_0007.HEIC", heic())

    row = actions.attach_file(progress=draft, upload=upload, by=world.ratih)

    assert (row.file.name, row.file.kind) == ("IMG_0007.jpg", "jpg")
    assert row.file.document_date == dt.date(2020, 9, 1)
    assert open_file(row.file).startswith(b"\xff\xd8\xff")


def test_heic_arrives_in_parts_as_a_whole_picture(draft, part_of):
    content = heic()
    half = len(content) // 2
    told = {"nama": "IMG_0007.HEIC"}

    assert part_of(content[:half], 0, len(content), **told).json() == {"ada": half}
    last = part_of(content[half:], half, len(content), **told).json()

    row = draft.files.select_related("file").get()
    assert last["nama"] == row.file.name == "IMG_0007.jpg"
    assert row.file.document_date == dt.date(2020, 9, 1)
    assert open_file(row.file).startswith(b"\xff\xd8\xff")


@pytest.mark.parametrize("content", [b"\0\0\0\x18ftypheic" + b"x" * 50, heic()[:200]])
def test_a_broken_heic_is_refused_with_a_sentence(content):
    assert photos.taken_on(content) is None
    with pytest.raises(NotAllowed, match="rusak atau terpotong"):
        photos.heic_to_jpeg(content, "IMG.HEIC")


@pytest.mark.slow
def test_the_facts_of_a_file_are_mended(world, draft, client_of):
    row = make.evidence(draft, world.ratih)
    activity = make.activity(draft, world.ratih)
    url = reverse("progress-file", args=[draft.pk, row.pk])

    client_of(world.ratih).post(
        url,
        {
            "caption": "<b>Notulen</b>",
            "document_date": "2020-08-04",
            "activity": activity.pk,
        },
    )

    row = draft.files.select_related("file").get()
    assert (row.caption, row.activity_id) == ("<b>Notulen</b>", activity.pk)
    assert row.file.document_date == dt.date(2020, 8, 4)
    bad = client_of(world.ratih).post(url, {"document_date": "31-31-2020"})
    assert bad.status_code == 422
    assert client_of(world.dewi).get(url).status_code == 404
