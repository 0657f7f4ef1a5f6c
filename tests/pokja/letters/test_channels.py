"""Paper, Word, calendar, WhatsApp and mail say the same number, place and time."""

import datetime as dt
import io
from urllib.parse import parse_qs, urlsplit

import docx
import icalendar
import pypdf
import pytest

from pokja.letters.channels import calendar, international, message, whatsapp_link
from pokja.letters.mailing import mail_to
from pokja.letters.paper import letter_docx, letter_pdf
from pokja.letters.writing import content_of
from pokja.meetings import actions as meeting_actions
from pug_portal.lib.docx import Docx
from tests.make import letters as make

STAMP = dt.datetime(2026, 11, 22, 3, tzinfo=dt.UTC)


def plain(text):
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def text_of_pdf(content):
    reader = pypdf.PdfReader(io.BytesIO(content))
    return plain(" ".join(page.extract_text() for page in reader.pages))


def text_of_docx(content):
    document = docx.Document(io.BytesIO(content))
    cells = [
        cell.text
        for table in document.tables
        for row in table.rows
        for cell in row.cells
    ]
    return plain(" ".join([*(each.text for each in document.paragraphs), *cells]))


def event_of(content):
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    return event


@pytest.mark.slow
@pytest.mark.parametrize("zone", ["WIB", "WITA", "WIT"])
def test_all_five_channels_say_the_same(world, zone):
    world.blora.zone = zone
    world.blora.save()
    content = content_of(make.finished(world))
    person = content.addressees[0]

    mail = mail_to(person, content, STAMP)
    event = event_of(calendar(content, STAMP))
    link = whatsapp_link(message(content))
    said = [
        text_of_pdf(letter_pdf(content)),
        text_of_docx(letter_docx(content)),
        plain(str(event["description"])),
        plain(parse_qs(urlsplit(link).query)["text"][0]),
        plain(mail.body),
    ]

    facts = [
        "005/217/2026",
        "Senin, 28 Oktober 2030",
        f"09.00–12.30 {zone}",
        "Ruang Pertemuan Bappeda Lantai 2",
    ]
    assert [[fact in text for fact in facts] for text in said] == [[True] * 4] * 5
    assert plain(event["location"]) == facts[3]
    hours = {"WIB": 2, "WITA": 1, "WIT": 0}[zone]
    assert event["dtstart"].dt == dt.datetime(2030, 10, 28, hours, tzinfo=dt.UTC)
    (letter, entry) = (attached for attached in mail.attachments)
    assert (letter[2], entry[0]) == ("application/pdf", "rapat.ics")


@pytest.mark.slow
def test_the_calendar_entry_is_replaced_and_taken_out(world):
    first = make.finished(world)
    meeting = meeting_actions.change_meeting(
        meeting=first.meeting, place="Pendopo", by=world.siti
    )
    second = make.finished(world, meeting, kind="ralat")
    meeting = meeting_actions.cancel(meeting=meeting, reason="Digabung", by=world.siti)
    third = make.finished(world, meeting, kind="pembatalan")

    books = [calendar(content_of(each), STAMP) for each in (first, second, third)]

    events = [event_of(book) for book in books]
    methods = [icalendar.Calendar.from_ical(book)["method"] for book in books]
    assert methods == ["REQUEST", "REQUEST", "CANCEL"]
    assert [event["sequence"] for event in events] == [0, 1, 2]
    assert len({str(event["uid"]) for event in events}) == 1
    assert [str(event["status"]) for event in events] == [
        "CONFIRMED",
        "CONFIRMED",
        "CANCELLED",
    ]
    assert b"BEGIN:VTIMEZONE" in books[0]
    assert b"TZID=Asia/Jakarta" in books[0]


@pytest.mark.slow
def test_the_same_letter_is_the_same_bytes(world):
    content = content_of(make.finished(world))

    assert letter_docx(content) == letter_docx(content)
    assert calendar(content, STAMP) == calendar(content, STAMP)


@pytest.mark.slow
def test_markup_typed_in_a_letter_is_text(world):
    letter = make.draft(world, subject="<script>alert(1)</script> & <b>tebal</b>")
    content = content_of(letter)

    assert "<script>alert(1)</script>" in text_of_pdf(letter_pdf(content))
    assert "<b>tebal</b>" in text_of_docx(letter_docx(content))


@pytest.mark.slow
def test_a_letter_without_contact_or_block_is_still_a_document(world):
    letter = make.draft(world, letterhead=None, signer=None, closing="")
    letter.letterhead = letter.signer = None

    assert text_of_docx(letter_docx(content_of(letter)))
    assert Docx(title="").bytes()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("0812-3456 7890", "6281234567890"),
        ("+62 812 3456 7890", "6281234567890"),
        ("123", ""),
        ("", ""),
    ],
)
def test_a_phone_number_becomes_what_whatsapp_wants(typed, told):
    assert international(typed) == told


@pytest.mark.slow
def test_a_letter_on_folio_is_as_large_in_pdf_and_docx(world):
    letter = make.finished(world, letterhead=make.letterhead(world, paper="F4"))
    content = content_of(letter)

    page = pypdf.PdfReader(io.BytesIO(letter_pdf(content))).pages[0]
    section = docx.Document(io.BytesIO(letter_docx(content))).sections[0]

    assert [round(float(edge) / 72 * 25.4) for edge in page.mediabox[2:]] == [215, 330]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (215, 330)
