"""Small files of every kind, made here: nothing borrowed, nothing binary in the repository."""

import io
import zipfile
from collections.abc import Mapping

from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter

SCRIPT = "<script>alert(1)</script>"
WORD = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
)
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"


def pdf(pages: int = 1, password: str | None = None) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            # The clock would make the bytes, and the names of tests, differ by process.
            entry = zipfile.ZipInfo(name, date_time=(2026, 1, 1, 0, 0, 0))
            target.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def office(
    main_type: str = WORD,
    part: str = "word/document.xml",
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    types = (
        '<?xml version="1.0" encoding="UTF-8"?><Types><Default Extension="xml" '
        'ContentType="application/xml"/>'
        f'<Override PartName="/{part}" ContentType="{main_type}"/></Types>'
    )
    return archive({"[Content_Types].xml": types, part: "<x/>", **(more or {})})


def docx() -> bytes:
    return office()


def xlsx() -> bytes:
    return office(EXCEL, "xl/workbook.xml")


def picture(size: tuple[int, int] = (60, 40)) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    return image


def jpg(size: tuple[int, int] = (60, 40), orientation: int | None = None) -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.ImageDescription] = SCRIPT
    if orientation:
        exif[ExifTags.Base.Orientation] = orientation
    file = io.BytesIO()
    picture(size).save(file, "JPEG", exif=exif, comment=SCRIPT, quality=95)
    return file.getvalue() + SCRIPT.encode()


def png(size: tuple[int, int] = (60, 40), mode: str = "RGB") -> bytes:
    notes = PngInfo()
    notes.add_text("Comment", SCRIPT)
    notes.add_itxt("XML:com.adobe.xmp", SCRIPT)
    file = io.BytesIO()
    picture(size).convert(mode).save(file, "PNG", pnginfo=notes)
    return file.getvalue() + SCRIPT.encode()
