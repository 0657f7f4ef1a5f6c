import gc
import io
import os
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from pug_portal.lib import pdf, qr

pytestmark = pytest.mark.slow

ROOT = Path(pdf.__file__).parents[2]
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">%s</svg>'
SIGNS = "≥ ≤ ✓ → ₂ ½ – − … “ ”"


def page(body: str, style: str = "", head: str = "") -> str:
    return (
        '<!doctype html><html lang="id"><head><title>Laporan</title>'
        f"<style>{style}</style>{head}</head><body><h1>Bab I</h1>{body}</body></html>"
    )


def render(html: str, **assets: bytes) -> bytes:
    named = {name.replace("__", "."): content for name, content in assets.items()}
    return pdf.render(html, identifier="kode", assets=named)


def png() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (4, 4), "navy").save(file, "PNG")
    return file.getvalue()


def fonts_of(content: bytes) -> set[str]:
    names = set()
    for sheet in PdfReader(io.BytesIO(content)).pages:
        for font in sheet["/Resources"]["/Font"].values():
            names.add(font.get_object()["/BaseFont"].partition("+")[2])
    return names


@pytest.fixture(autouse=True)
def no_opener(monkeypatch):
    """Whatever WeasyPrint would open by itself, on a disk or in a network, ends the test."""

    def opened(*args, **kwargs):
        raise AssertionError(f"opened {args[1:]}")

    monkeypatch.setattr(urllib.request.OpenerDirector, "open", opened)


def test_it_writes_a_tagged_pdf_with_title_language_and_bookmarks():
    reader = PdfReader(io.BytesIO(render(page("<p>Isi</p>"))))

    catalog = reader.root_object
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "id"
    assert "/StructTreeRoot" in catalog
    assert reader.metadata.title == "Laporan"
    assert [mark.title for mark in reader.outline] == ["Bab I"]
    assert "pdfuaid" in catalog["/Metadata"].get_data().decode()


def test_the_identifier_becomes_the_file_identifier():
    reader = PdfReader(io.BytesIO(render(page("<p>Isi</p>"))))

    assert reader.trailer["/ID"][0].original_bytes == b"kode"


def test_it_serves_pictures_charts_and_styles_from_memory():
    html = page(
        '<img src="pug://foto/17" alt="Foto"><img src="pug://bagan.svg" alt="Bagan">',
        head='<link rel="stylesheet" href="pug://laporan.css">',
    )

    content = pdf.render(
        html,
        identifier=b"kode",
        assets={
            "foto/17": png(),
            "bagan.svg": SVG % b'<rect width="9" height="9"/>',
            "laporan.css": b"@page { size: 100mm 50mm }",
        },
    )

    sheet = PdfReader(io.BytesIO(content)).pages[0]
    assert [round(float(side) / 72 * 25.4) for side in sheet.mediabox[2:]] == [100, 50]
    assert len(sheet.images) == 1


def test_a_qr_code_is_drawn_from_its_asset():
    image = '<img src="pug://kode.svg" alt="Kode" width="90">'

    plain = render(page('<img src="pug://kode.svg" alt="Kode">'), kode__svg=SVG % b"")
    drawn = render(page(image), kode__svg=qr.svg_for_print("https://pugportal.example"))

    assert len(drawn) > len(plain) + 300


def test_only_our_own_fonts_are_used_even_for_rare_signs():
    style = "em { font-family: Arial, serif } code { font-family: monospace }"

    content = render(page(f"<p>{SIGNS} <em>x</em> <code>y</code> 漢</p>", style))

    families = {name.replace("-", "").lower() for name in fonts_of(content)}
    assert families
    assert all(name.startswith(("plusjakartasans", "dejavusans")) for name in families)


def test_text_in_our_font_and_its_signs_can_be_read_back():
    style = 'body { font-family: "Plus Jakarta Sans" }'

    content = render(page(f"<p>Nilai {SIGNS}</p>", style))

    assert {"Plus-Jakarta-Sans", "DejaVu-Sans"} <= fonts_of(content)
    text = PdfReader(io.BytesIO(content)).pages[0].extract_text()
    assert all(sign in text for sign in SIGNS.split())


def test_html_attributes_do_not_change_the_layout():
    wide = render(page('<table width="500" border="9"><tr><td bgcolor="red">x</table>'))
    plain = render(page("<table><tr><td>x</table>"))

    assert wide == plain


def test_a_picture_that_is_none_says_at_which_step_it_failed():
    with pytest.raises(pdf.RenderError, match="Failed to load image") as failed:
        render(page('<img src="pug://foto" alt="x">'), foto=b"not a picture")

    assert failed.value.step == "Melengkapi PDF"


def test_a_failure_inside_names_its_step_and_reason(monkeypatch):
    def broken(*args, **kwargs):
        raise ValueError("kertas habis")

    monkeypatch.setattr("weasyprint.document.layout_document", broken)

    with pytest.raises(pdf.RenderError) as failed:
        render(page("<p>Isi</p>"))

    assert (failed.value.step, failed.value.reason) == (
        "Menyusun bagian",
        "ValueError: kertas habis",
    )


def test_progress_is_told_in_indonesian_and_only_grows():
    told: list[tuple[str, int]] = []
    long = "".join(f"<p style='break-after:page'>{number}</p>" for number in range(40))
    counted = "@page { @bottom-right { content: counter(page) '/' counter(pages) } }"

    pdf.render(
        page(long, counted),
        identifier="kode",
        assets={},
        progress=lambda step, percent: told.append((step, percent)),
    )

    percents = [percent for _, percent in told]
    assert percents == sorted(percents)
    assert told[-1] == ("Selesai", 100)
    assert len({percent for step, percent in told if step == "Menata halaman"}) > 10
    assert len(told) == len(set(told))


def test_a_listener_may_stop_the_render_with_its_own_exception():
    class Cancelled(Exception):
        pass

    def cancel(step: str, percent: int) -> None:
        if percent > 20:
            raise Cancelled

    with pytest.raises(Cancelled):
        pdf.render(page("<p>Isi</p>"), identifier="x", assets={}, progress=cancel)


def test_garbage_is_collected_again_afterwards():
    render(page("<p>Isi</p>"))
    assert gc.isenabled()

    with pytest.raises(pdf.RefusedResource):
        render(page('<img src="pug://unknown">'))
    assert gc.isenabled()


def test_no_listener_stays_behind():
    render(page("<p>Isi</p>"))

    handlers = pdf.LOGGER.handlers + pdf.PROGRESS_LOGGER.handlers
    assert not [one for one in handlers if isinstance(one, pdf._Watch)]


def test_two_renders_are_equal_to_the_byte():
    html = page(f"<p>{SIGNS}</p><img src='pug://foto' alt='Foto'>")

    assert render(html, foto=png()) == render(html, foto=png())


SCRIPT = """
import hashlib, sys
from pug_portal.lib import pdf
content = pdf.render(sys.stdin.read(), identifier="kode", assets={})
print(hashlib.sha256(content).hexdigest())
"""


def test_two_processes_write_the_same_bytes():
    rows = "".join(
        f"<tr><td>{number}</td><td>{SIGNS}</td></tr>" for number in range(50)
    )
    html = page(f"<table><caption>Tabel</caption>{rows}</table>")

    def hashed(seed: str) -> str:
        return subprocess.run(  # noqa: S603
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            input=html,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    assert hashed("1") == hashed("2")
