"""The real form, printed, spoilt as scanners and telephones do, and read again."""

from __future__ import annotations

import datetime as dt
import io
from functools import cache
from itertools import cycle

import pillow_heif
import pypdfium2
import pytest
from PIL import Image, ImageEnhance, ImageFilter
from pypdf import PdfReader, PdfWriter

from focal_points.opd.models import Opd
from focal_points.paper_forms.content import form_of
from focal_points.paper_forms.paper import form_pdf
from focal_points.paper_forms.reference import ours
from focal_points.periods.models import ReportingPeriod
from pug_portal.lib import images
from pug_portal.lib.scan import pages_in_child
from pug_portal.lib.scanning import scanned
from pug_portal.lib.sniff import NotAllowed
from pug_portal.regions.models import Region
from tests.make.paper import picture

CONTENT = {
    "fields": {
        "gap_count": 3,
        "arg_ceiling": 508_500_000,
        "obstacles": "Data <b>x</b>",
    },
    "activities": [{"name": "Kelas ibu hamil", "duties": ["a"], "men": 0}],
    "files": [{"name": "hadir.pdf", "caption": ""}],
}


@pytest.fixture(autouse=True)
def no_head(monkeypatch) -> None:
    monkeypatch.setattr(
        "focal_points.paper_forms.content.head_of", lambda opd: "Hasan Basri"
    )


def form(content=None):
    region = Region(pk=1, code="33.16", name="Kabupaten Blora", short_name="Blora")
    day = dt.date(2020, 12, 31)
    period = ReportingPeriod(
        pk=5, region=region, year=2020, half=2, figures_as_of=day, due_on=day
    )
    name = 'Dinas "Sosial" \\ dan P3A'
    opd = Opd(pk=12, region=region, name=name, short_name="Dinsos P3A")
    return form_of(period, opd, content)


def as_sent(image: Image.Image, kind: str, **options) -> bytes:
    made = io.BytesIO()
    image.save(made, kind, **options)
    return made.getvalue()


def on_a_desk(sheet: Image.Image) -> Image.Image:
    """Dim, noisy, crooked, and with a dark desk around it."""
    dim = ImageEnhance.Brightness(sheet).enhance(0.55)
    desk = Image.new("L", (sheet.width + 260, sheet.height + 200), 70)
    noise = Image.effect_noise(sheet.size, 60)
    desk.paste(Image.blend(dim, noise, 0.22), (150, 90))
    return desk.rotate(-7, fillcolor=60)


def heic(sheet: Image.Image) -> bytes:
    made = io.BytesIO()
    pillow_heif.from_pillow(sheet.convert("RGB")).save(made)
    return made.getvalue()


def spoilt(sheets: list[Image.Image]) -> dict[str, tuple[bytes, str]]:
    """What happens to paper between a printer and our door, page after page."""
    turn = cycle(sheets)
    tilted = next(turn).rotate(2, expand=True, fillcolor="white")
    upside_down = next(turn).rotate(180)
    blurred = next(turn).filter(ImageFilter.GaussianBlur(1.4))
    crooked = on_a_desk(next(turn))
    lying = next(turn).rotate(90, expand=True)
    faint = ImageEnhance.Contrast(next(turn)).enhance(0.35)
    return {
        "tilted by two degrees": (as_sent(tilted, "PDF", resolution=150), "pdf"),
        "upside down": (as_sent(upside_down, "PDF", resolution=150), "pdf"),
        "blurred": (as_sent(blurred, "JPEG", quality=50), "jpg"),
        "a photo on a desk": (as_sent(crooked, "JPEG", quality=60), "jpg"),
        "HEIC, lying": (heic(lying), "jpg"),
        "faint": (as_sent(faint, "PNG"), "png"),
    }


@cache
def printed() -> bytes:
    return form_pdf(form(CONTENT))


@pytest.mark.slow
def test_every_page_of_a_printed_form_is_read_however_it_comes_back():
    document = pypdfium2.PdfDocument(printed())
    sheets = [page.render(scale=150 / 72).to_pil().convert("L") for page in document]

    for number, (name, sent) in enumerate(spoilt(sheets).items()):
        at = number % len(sheets)
        (page,) = scanned(*sent, name)
        found = [(told.opd, told.page, told.pages) for told in ours(page.codes)]
        assert found == [(12, at + 1, len(sheets))], name
        kept = Image.open(io.BytesIO(page.picture))
        # Turned upright, and large enough to read handwriting.
        assert kept.height > kept.width > 1000, name


@pytest.mark.slow
def test_the_printed_form_shows_what_is_known_and_room_for_the_rest():
    reader = PdfReader(io.BytesIO(printed()))
    words = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)

    for told in (
        "Formulir Laporan Perkembangan PUG",
        'Dinas "Sosial" \\ dan P3A',
        "508.500.000",
        "Data <b>x</b>",
        "Kelas ibu hamil",
        "Tugas Pokja yang didukung",
        "Hasan Basri",
        f"Halaman {len(reader.pages)} dari {len(reader.pages)}",
    ):
        assert told in words
    assert all(
        page.mediabox.width == pytest.approx(595.3, 0.1) for page in reader.pages
    )


def test_the_form_asks_what_the_screen_asks():
    from focal_points.progress.content import ACTIVITY_QUESTIONS, QUESTIONS

    empty = form()
    asked = [
        box.label
        for part in (*empty.parts, empty.last)
        for row in part.rows
        for box in row
    ]
    of_activity = [box.label for row in empty.activities[0].rows for box in row]

    assert asked == [question.label for question in QUESTIONS.values()]
    assert of_activity == [question.label for question in ACTIVITY_QUESTIONS]
    assert len(empty.activities) == 3
    assert len(form(CONTENT).activities) == 2
    ticked = [
        label
        for row in form(CONTENT).activities[0].rows
        for box in row
        for label, is_ticked in box.options
        if is_ticked
    ]
    assert [label[:2] for label in ticked] == ["a."]


@pytest.mark.slow
def test_the_child_reads_and_refuses_within_its_bounds():
    code = "PUG/33.16/12/2020-2/1/1-6/XXXXXXXXXXXXXXXX"
    sheet = as_sent(picture(code), "PNG")

    (page,) = pages_in_child(sheet, "png", "foto.png")

    assert (page.codes, page.picture[:3]) == ((code,), b"\xff\xd8\xff")
    with pytest.raises(NotAllowed, match=r"“rusak\.png” rusak"):
        pages_in_child(sheet[:300], "png", "rusak.png")


@pytest.mark.parametrize("kind", ["pdf", "jpg"])
def test_what_is_no_scan_is_refused_with_a_sentence(kind):
    with pytest.raises(NotAllowed, match="rusak"):
        list(scanned(b"%PDF-1.4 nothing %%EOF", kind, "x"))


@pytest.mark.slow
def test_a_sheet_of_five_metres_is_drawn_no_larger_than_a3():
    writer = PdfWriter()
    writer.add_blank_page(14_400, 14_400)
    made = io.BytesIO()
    writer.write(made)

    (page,) = scanned(made.getvalue(), "pdf", "lebar.pdf")

    assert Image.open(io.BytesIO(page.picture)).width == 1600
    assert page.is_blank


def test_a_picture_of_too_many_pixels_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(images, "MOST_PIXELS", 1000)

    with pytest.raises(NotAllowed, match="megapiksel"):
        list(scanned(as_sent(picture(), "PNG"), "png", "bom.png"))
