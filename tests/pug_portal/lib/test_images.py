import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageFile

from pug_portal.lib import images
from pug_portal.lib.images import DOCUMENT, PHOTO, print_rendition, reencode
from pug_portal.lib.sniff import Kind, NotAllowed, kind_of
from tests.pug_portal.lib import samples


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def is_red(pixel) -> bool:
    return pixel[0] > 200 and pixel[2] < 60


@pytest.mark.parametrize(
    ("kind", "content"), [(Kind.JPG, samples.jpg()), (Kind.PNG, samples.png())]
)
def test_a_script_in_the_metadata_does_not_survive(kind, content):
    assert content.count(samples.SCRIPT.encode()) >= 2

    clean = reencode(content, kind)

    assert samples.SCRIPT.encode() not in clean
    assert kind_of(clean, f"a.{kind}") is kind
    assert opened(clean).size == (60, 40)
    assert not opened(clean).getexif()


def test_a_colour_profile_does_not_survive():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for kind, name in ((Kind.JPG, "JPEG"), (Kind.PNG, "PNG")):
        file = io.BytesIO()
        samples.picture().save(file, name, icc_profile=profile)

        assert "icc_profile" not in opened(reencode(file.getvalue(), kind)).info


def test_the_picture_itself_stays_the_same():
    clean = opened(reencode(samples.png(), Kind.PNG))

    assert list(clean.get_flattened_data()) == list(
        samples.picture().get_flattened_data()
    )


@pytest.mark.parametrize("draw", [lambda c: reencode(c, Kind.JPG), print_rendition])
def test_a_picture_taken_with_a_turned_camera_stands_upright(draw):
    upright = opened(draw(samples.jpg((60, 40), orientation=6)))

    assert upright.size == (40, 60)
    assert is_red(upright.getpixel((20, 5)))
    assert not is_red(upright.getpixel((20, 55)))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_png_of_every_mode_is_drawn_anew_and_printed(mode):
    content = samples.png(mode=mode)

    assert opened(reencode(content, Kind.PNG)).mode in (mode, "I")
    assert opened(print_rendition(content)).format == "JPEG"


def test_a_picture_in_print_colours_becomes_an_ordinary_one():
    file = io.BytesIO()
    samples.picture().convert("CMYK").save(file, "JPEG")

    assert opened(reencode(file.getvalue(), Kind.JPG)).mode == "RGB"


def test_what_was_see_through_stays_so_and_is_white_on_paper():
    image = Image.new("RGBA", (10, 10), (255, 0, 0, 0))
    file = io.BytesIO()
    image.save(file, "PNG")

    assert opened(reencode(file.getvalue(), Kind.PNG)).getpixel((5, 5))[3] == 0
    assert opened(print_rendition(file.getvalue())).getpixel((5, 5)) == (255, 255, 255)


def test_the_see_through_colour_of_a_palette_is_part_of_the_picture():
    image = Image.new("P", (10, 10), 1)
    image.putpalette([0, 0, 0, 255, 0, 0])
    file = io.BytesIO()
    image.save(file, "PNG", transparency=1)

    assert opened(reencode(file.getvalue(), Kind.PNG)).info["transparency"] is not None
    assert opened(print_rendition(file.getvalue())).getpixel((5, 5)) == (255, 255, 255)


def test_photos_shrink_for_print_and_small_ones_do_not_grow():
    wide = samples.jpg((2000, 1000))

    assert opened(print_rendition(wide)).size == (PHOTO, PHOTO // 2)
    assert opened(print_rendition(wide, DOCUMENT)).size == (DOCUMENT, DOCUMENT // 2)
    assert opened(print_rendition(samples.jpg((60, 40)))).size == (60, 40)


def test_drawing_anew_gives_the_same_bytes_twice():
    for kind, content in ((Kind.JPG, samples.jpg()), (Kind.PNG, samples.png())):
        assert reencode(content, kind) == reencode(content, kind)


def test_a_picture_with_too_many_pixels_is_refused_by_its_header_alone():
    with pytest.raises(NotAllowed, match="50 megapiksel"):
        reencode(_huge(8000, 6500), Kind.PNG)


@pytest.mark.parametrize("side", [10_000, 60_000])
def test_a_decompression_bomb_is_refused(side):
    with pytest.raises(NotAllowed, match="50 megapiksel"):
        print_rendition(_huge(side, side))


@pytest.mark.parametrize("truncated_are_fine", [True, False])
def test_half_a_picture_is_refused_whatever_others_have_switched_on(
    monkeypatch, truncated_are_fine
):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", truncated_are_fine)
    for content in (samples.jpg((400, 400)), samples.png((400, 400))):
        with pytest.raises(NotAllowed, match="rusak atau terpotong"):
            reencode(content[: len(content) // 3], Kind.JPG, "foto.jpg")

    assert truncated_are_fine is ImageFile.LOAD_TRUNCATED_IMAGES


@pytest.mark.parametrize("content", [b"", b"x", samples.pdf()])
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(NotAllowed, match="rusak"):
        reencode(content, Kind.JPG)


@pytest.mark.slow
@given(st.sampled_from([samples.jpg(), samples.png()]), st.data())
def test_a_damaged_picture_is_drawn_or_refused_but_never_breaks(content, data):
    damaged = bytearray(content)
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at] = data.draw(st.integers(0, 255))

    try:
        printed = print_rendition(bytes(damaged))
    except NotAllowed:
        return
    assert max(opened(printed).size) <= images.PHOTO


def _huge(width: int, height: int) -> bytes:
    """A PNG whose header promises far more than its few bytes hold."""

    def chunk(name: bytes, content: bytes) -> bytes:
        checked = name + content
        return struct.pack(">I", len(content)) + checked + _crc(checked)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(999)))
        + chunk(b"IEND", b"")
    )


def _crc(content: bytes) -> bytes:
    return struct.pack(">I", zlib.crc32(content))
