"""What smuggled text makes of the PDF writer: nothing is read but our own assets."""

import io
import urllib.request

import pytest
from PIL import Image
from pypdf import PdfReader

from pug_portal.lib import pdf

pytestmark = pytest.mark.slow

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">%s</svg>'


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


@pytest.fixture(autouse=True)
def no_opener(monkeypatch):
    """Whatever WeasyPrint would open by itself, on a disk or in a network, ends the test."""

    def opened(*args, **kwargs):
        raise AssertionError(f"opened {args[1:]}")

    monkeypatch.setattr(urllib.request.OpenerDirector, "open", opened)


SMUGGLED = {
    "picture": page('<img src="{}">'),
    "object": page('<object data="{}"></object>'),
    "embed": page('<embed src="{}">'),
    "stylesheet": page("", head='<link rel="stylesheet" href="{}">'),
    "attachment": page("", head='<link rel="attachment" href="{}">'),
    "attached link": page('<a rel="attachment" href="{}">x</a>'),
    "import": page("", style="@import url({});"),
    "background": page("", style="body {{ background: url({}) }}"),
    "style attribute": page('<p style="background-image: url({})">x</p>'),
    "border image": page("", style="p {{ border-image-source: url({}) }}") + "<p>x",
    "generated content": page("", style="h1::before {{ content: url({}) }}"),
    "list marker": page("<ul><li>x</ul>", style="ul {{ list-style-image: url({}) }}"),
    "margin box": page("", style="@page {{ @top-left {{ content: url({}) }} }}"),
    "font": page("", style="@font-face {{ font-family: x; src: url({}) }}"),
    "inline svg": page('<svg viewBox="0 0 9 9"><image href="{}" width="9"/></svg>'),
}
ADDRESSES = [
    "FILE:///etc/passwd",
    "https://pugportal.example/x.png",
    "ftp://127.0.0.1/x",
    "data:image/svg+xml,x",
    "pug://unknown",
    "pug-font://../../manage.py",
]


@pytest.mark.parametrize(
    ("way", "address"),
    [
        *((way, "file:///etc/passwd") for way in SMUGGLED),
        *((way, "http://127.0.0.1:9/x") for way in SMUGGLED),
        *(("picture", address) for address in ADDRESSES),
    ],
)
def test_nothing_but_the_assets_is_ever_read(way, address):
    html = SMUGGLED[way].replace("{{", "{").replace("}}", "}").replace("{}", address)

    with pytest.raises(pdf.RefusedResource) as refused:
        render(html)

    assert refused.value.addresses
    assert "tidak diizinkan" in refused.value.reason


@pytest.mark.parametrize(
    "inside",
    [
        b'<image href="file:///etc/passwd" width="9" height="9"/>',
        b"<style>@import url(http://127.0.0.1:9/x.css);</style>",
        b"<style>@font-face{font-family:x;src:url(http://127.0.0.1:9/x)}</style>",
    ],
)
def test_an_svg_among_the_assets_cannot_read_more_than_the_page(inside):
    with pytest.raises(pdf.RenderError):
        render(page('<img src="pug://a.svg" alt="a">'), a__svg=SVG % inside)


def test_an_svg_cannot_read_a_file_through_an_entity():
    bomb = b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    bomb += SVG % b'<text y="9">&x;</text>'

    with pytest.raises(pdf.RenderError):
        render(page('<img src="pug://a.svg" alt="a">'), a__svg=bomb)


@pytest.mark.parametrize("address", ["/etc/passwd", "foto.png", "//127.0.0.1:9/x.png"])
def test_a_relative_address_is_refused_as_well(address):
    with pytest.raises(pdf.RefusedResource, match="tidak diizinkan"):
        render(page(f'<img src="{address}" alt="x">'))


def test_a_base_address_opens_no_door():
    html = page('<img src="passwd" alt="x">', head='<base href="file:///etc/">')

    with pytest.raises(pdf.RefusedResource, match="file:///etc/passwd"):
        render(html)


def test_frames_and_scripts_are_not_read_and_do_nothing():
    content = render(
        page(
            '<iframe src="file:///etc/passwd"></iframe><script>x()</script>'
            '<svg viewBox="0 0 9 9"><use href="file:///etc/passwd#a"/></svg><p>Isi</p>'
        )
    )

    assert "root:" not in PdfReader(io.BytesIO(content)).pages[0].extract_text()
