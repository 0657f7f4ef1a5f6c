"""From a draft letter and its meeting to content."""

from __future__ import annotations

from collections.abc import Iterable

from pokja.letters.choices import CALLS_OFF, Form, Kind
from pokja.letters.content import (
    NOTHING,
    ONE_FILE,
    Addressee,
    AgendaLine,
    Fact,
    Happening,
    Head,
    LetterContent,
    from_json,
)
from pokja.letters.models import Letter, Letterhead
from pokja.letters.placeholders import fill
from pokja.letters.signing import block_of
from pokja.letters.texts import LINK
from pokja.meetings.agenda import agenda_of
from pokja.meetings.invitees import invitees_of
from pokja.meetings.models import Invitee, Meeting
from pokja.meetings.times import local
from pug_portal.lib import ical
from pug_portal.lib.dates import romawi, tanggal
from pug_portal.regions.models import Region

LISTED_TO = "Bapak/Ibu (daftar terlampir)"


def content_of(letter: Letter) -> LetterContent:
    """What was frozen, or for a draft what it would be now."""
    if letter.is_finished and letter.content is not None:
        return from_json(letter.content)
    return build(letter)


def build(letter: Letter, sequence: int = 0) -> LetterContent:
    """`sequence` counts what went out before: of no interest while it is a draft."""
    meeting = letter.meeting
    region = meeting.region
    before = _referred(letter)
    values = values_of(meeting, letter, before)
    addressees = tuple(map(addressee_of, invitees_of(meeting)))
    facts = _facts(meeting, letter, before)
    return LetterContent(
        kind=letter.kind,
        form=letter.form,
        head=head_of(letter.letterhead, region),
        place_date=place_date(letter, region),
        number=number_of(letter),
        number_mark=letter.letterhead.number_mark if letter.letterhead else "",
        nature=letter.get_nature_display(),
        attachment=fill(letter.attachment, values) or _attachment(letter),
        subject=fill(letter.subject, values),
        addressed=_lines(fill(letter.addressed, values)) or (LISTED_TO,),
        opening=_lines(fill(letter.opening, values)),
        facts=facts,
        closing=_lines(fill(letter.closing, values)),
        agenda=agenda_lines(meeting) if letter.shows_agenda else (),
        block=block_of(letter),
        copies=_lines(fill(letter.copies, values)),
        addressees=addressees,
        happening=happening_of(letter, meeting, sequence),
        region=region.name,
        organiser=meeting.organiser,
        sender_email=letter.letterhead.email if letter.letterhead else "",
    )


def values_of(
    meeting: Meeting, letter: Letter, before: LetterContent | None
) -> dict[str, str]:
    """What the known placeholders stand for. An empty value stays a marked placeholder."""
    earlier = letter.refers_to
    return {
        "acara": meeting.title,
        "tema": meeting.theme,
        "hari_tanggal": meeting.days,
        "waktu": meeting.hours,
        "tempat": meeting.place,
        "penyelenggara": meeting.organiser,
        "daerah": meeting.region.name,
        "alasan": meeting.state_reason,
        "nomor_surat_lama": before.printed_number if before else "",
        "tanggal_surat_lama": tanggal(earlier.dated) if earlier else "",
    }


def head_of(letterhead: Letterhead | None, region: Region) -> Head:
    """Without a letterhead of its own the letter takes that of the region."""
    if letterhead is None:
        return Head(lines=_lines(region.letterhead) or (region.name.upper(),))
    return Head(
        lines=_lines(letterhead.lines),
        contact=letterhead.contact,
        emblem=str(letterhead.emblem_id or ""),
        paper=letterhead.paper,
    )


def place_date(letter: Letter, region: Region) -> str:
    place = (letter.letterhead.place if letter.letterhead else "") or region.capital
    return f"{place}, {tanggal(letter.dated)}" if place else tanggal(letter.dated)


def number_of(letter: Letter) -> str:
    """Empty while the registry has not given one; else typed whole or by the format."""
    number = letter.number.strip()
    form = letter.letterhead.number_format if letter.letterhead else ""
    # A number with its own slashes is a whole one.
    if not number or not form or "/" in number:
        return number
    return fill(form, number_values(letter, number))


def number_values(letter: Letter, number: str) -> dict[str, str]:
    return {
        "nomor": number,
        "kode": letter.code,
        "tahun": str(letter.dated.year),
        "bulan": romawi(letter.dated.month),
    }


def addressee_of(invitee: Invitee) -> Addressee:
    return Addressee(
        lines=invitee.address_lines,
        name=invitee.name,
        position=invitee.position,
        institution=invitee.institution,
        sex=invitee.sex,
        phone=invitee.phone,
        email=invitee.email,
    )


def happening_of(letter: Letter, meeting: Meeting, sequence: int) -> Happening:
    """One UID for the life of the meeting; each finished letter raises the sequence."""
    return Happening(
        uid=ical.uid(f"rapat-{meeting.pk}"),
        sequence=sequence,
        starts_at=local(meeting.starts_at, meeting.region).isoformat(),
        ends_at=local(meeting.ends_at, meeting.region).isoformat(),
        zone=meeting.region.zone,
        title=meeting.title,
        place=meeting.place,
        is_off=letter.kind in CALLS_OFF,
    )


def _referred(letter: Letter) -> LetterContent | None:
    earlier = letter.refers_to
    if earlier is None or earlier.content is None:
        return None
    return from_json(earlier.content)


def _facts(
    meeting: Meeting, letter: Letter, before: LetterContent | None
) -> tuple[Fact, ...]:
    """Called off: as it was announced. Corrected: as it is, beside what it was."""
    now = meeting_facts(meeting)
    if before is None:
        return now
    if letter.kind in CALLS_OFF:
        return tuple(Fact(each.label, each.value) for each in before.facts)
    if letter.kind != Kind.CORRECTION:
        return now
    # The first is the day, which one day and many days call differently.
    told = {each.label: each.value for each in before.facts}
    told[now[0].label] = before.facts[0].value
    return tuple(
        Fact(new.label, new.value, old if old != new.value else "")
        for new in now
        for old in (told.get(new.label, ""),)
    )


def meeting_facts(meeting: Meeting) -> tuple[Fact, ...]:
    theme = f"{meeting.title}: «{meeting.theme}»" if meeting.theme else meeting.title
    link = (Fact(LINK, meeting.online_link),) if meeting.online_link else ()
    return (
        Fact("Tanggal" if meeting.is_many_days else "Hari, tanggal", meeting.days),
        Fact("Waktu", meeting.hours),
        Fact("Tempat", meeting.place),
        *link,
        Fact("Acara", theme),
    )


def _attachment(letter: Letter) -> str:
    return ONE_FILE if letter.form == Form.LISTED else NOTHING


def agenda_lines(meeting: Meeting) -> tuple[AgendaLine, ...]:
    """Without the items of the committee; recommendations stand at their place."""
    return tuple(
        AgendaLine(
            slot.time,
            slot.text,
            slot.speaker,
            tuple(f"{row.number}: {row.text} ({row.owner})" for row in slot.below),
        )
        for slot in agenda_of(meeting).printed
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def texts_of(content: LetterContent) -> Iterable[str]:
    """Where placeholders can stand."""
    yield from (content.number, content.attachment, content.subject)
    for part in (content.addressed, content.opening, content.closing, content.copies):
        yield from part
