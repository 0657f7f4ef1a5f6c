"""Writing a letter and finishing it."""

import pytest
from django.core.exceptions import PermissionDenied

from pokja.letters import actions, head_actions, job_actions
from pokja.letters.content import from_json
from pokja.letters.queries import kinds_offered, latest_finished
from pokja.letters.writing import build, content_of
from pokja.meetings import actions as meeting_actions
from pokja.meetings.choices import State as MeetingState
from pokja.meetings.file_actions import delete_meeting
from pokja.meetings.times import moment
from pug_portal.access.refusal import Refusal
from pug_portal.audit.models import Event
from tests.make import focal_points as make_fp
from tests.make import letters as make


def test_finishing_an_invitation_freezes_it_and_invites(world):
    letter = make.finished(world)

    letter.meeting.refresh_from_db()
    content = from_json(letter.content)
    assert letter.meeting.state == MeetingState.INVITED
    assert content.number == "005/217/2026"
    assert [each.name for each in content.addressees] == [
        "Ratih Kusuma",
        "Dewi Anggraini",
        "Tamu 1",
    ]
    assert Event.objects.filter(verb="letter.finished").count() == 1


def test_a_finished_letter_stays_what_was_sent(world):
    letter = make.finished(world)
    before = content_of(letter)
    meeting_actions.change_meeting(
        meeting=letter.meeting, place="Pendopo", by=world.siti
    )
    letter.letterhead.lines = "Lain sama sekali"
    letter.letterhead.save()
    letter.refresh_from_db()

    assert content_of(letter) == before
    for verb in (actions.change_letter, actions.finish_letter, actions.remove_draft):
        with pytest.raises(Refusal):
            verb(letter=letter, by=world.siti)


def test_an_unknown_placeholder_is_marked_and_refused_at_the_end(world):
    letter = make.draft(world, subject="Undangan {acara} {semestre}")

    with pytest.raises(Refusal, match=r"\{semestre\}"):
        actions.finish_letter(letter=letter, by=world.siti)

    assert "{acara}" not in build(letter).subject


def test_a_letter_without_signer_holder_or_invitees_is_not_finished(world):
    empty = make_fp.office(world.blora, "Asisten I")
    letter = make.draft(world, signer=empty)
    with pytest.raises(Refusal, match="Register pejabat"):
        actions.finish_letter(letter=letter, by=world.siti)

    actions.change_letter(letter=letter, by=world.siti, signer=make.signer(world))
    letter.meeting.invitees.all().delete()
    with pytest.raises(Refusal, match="siapa yang diundang"):
        actions.finish_letter(letter=letter, by=world.siti)


def test_a_number_may_be_left_to_the_registry(world):
    head = make.letterhead(world, number_mark="${nomor_naskah}")
    content = build(make.draft(world, number="", letterhead=head))

    assert content.number == ""
    assert content.printed_number == "${nomor_naskah}"
    assert content.told_number == "diisi oleh registrasi surat"


@pytest.mark.slow
def test_a_changed_place_calls_for_a_correction_that_says_what_it_was(world):
    letter = make.finished(world)
    meeting = meeting_actions.change_meeting(
        meeting=letter.meeting, place="Pendopo", by=world.siti
    )
    assert kinds_offered(meeting, letter) == ["ralat"]

    content = from_json(make.finished(world, meeting, kind="ralat").content)

    place = next(fact for fact in content.facts if fact.label == "Tempat")
    assert (place.value, place.was) == ("Pendopo", "Ruang Pertemuan Bappeda Lantai 2")
    assert "005/217/2026" in content.opening[0]
    assert content.happening.sequence == 1


@pytest.mark.slow
def test_a_postponed_meeting_is_called_off_as_announced_and_invited_anew(world):
    letter = make.finished(world)
    meeting = meeting_actions.postpone(
        meeting=letter.meeting, reason="Bupati berhalangan", by=world.siti
    )
    off = from_json(make.finished(world, meeting, kind="penundaan").content)
    assert off.happening.is_off
    assert off.facts == tuple(from_json(letter.content).facts)

    region = world.blora
    later = make.HELD.replace(month=11)
    meeting = meeting_actions.reschedule(
        meeting=meeting,
        starts_at=moment(later, make.dt.time(13), region),
        ends_at=moment(later, make.dt.time(15), region),
        by=world.siti,
    )
    again = from_json(make.finished(world, meeting).content)
    assert again.happening.sequence == 2
    assert again.happening.uid == off.happening.uid
    assert again.facts[1].value == "13.00–15.00\N{NO-BREAK SPACE}WIB"


def test_a_kind_that_the_state_does_not_call_for_is_refused(world):
    meeting = make.meeting(world)

    for kind in ("penundaan", "ralat", "pembatalan", "apa saja"):
        with pytest.raises(Refusal):
            actions.begin_letter(meeting=meeting, kind=kind, by=world.siti)


def test_pressed_twice_there_is_one_draft(world):
    meeting = make.meeting(world)
    first, second = (
        actions.begin_letter(meeting=meeting, kind="undangan", by=world.siti)
        for _ in range(2)
    )

    assert first == second


@pytest.mark.slow
def test_the_next_letter_takes_over_kop_and_signer(world):
    first = make.finished(world)
    other = make.meeting(world, title="Rapat Tim Teknis")

    letter = actions.begin_letter(meeting=other, kind="undangan", by=world.joko)

    assert (letter.letterhead, letter.signer) == (first.letterhead, first.signer)
    assert latest_finished(other) is None


def test_two_people_at_one_draft_are_told(world):
    letter = make.draft(world)
    with pytest.raises(Refusal, match="diubah orang lain"):
        actions.change_letter(letter=letter, by=world.joko, revision=0, number="9")


@pytest.mark.parametrize("who", ["ratih", "wati", "yusuf", "budi", "prov", "admin"])
def test_only_the_desk_of_the_region_writes(world, who):
    letter = make.draft(world)
    stranger = getattr(world, who)
    tries = [
        lambda: actions.begin_letter(
            meeting=letter.meeting, kind="undangan", by=stranger
        ),
        lambda: actions.change_letter(letter=letter, by=stranger, number="1"),
        lambda: actions.finish_letter(letter=letter, by=stranger),
        lambda: actions.remove_draft(letter=letter, by=stranger),
    ]
    for attempt in tries:
        with pytest.raises(PermissionDenied):
            attempt()


def test_a_meeting_with_a_letter_is_cancelled_and_not_deleted(world):
    letter = make.finished(world)

    with pytest.raises(Refusal, match="batalkan rapatnya"):
        delete_meeting(meeting=letter.meeting, reason="Salah catat", by=world.siti)

    assert Event.objects.filter(verb="meeting.deleted").count() == 0


@pytest.mark.slow
def test_every_verb_leaves_an_event(world, queued):
    letter = make.draft(world, number="")
    actions.remove_draft(letter=letter, by=world.siti)
    same = {"letterhead": letter.letterhead, "signer": letter.signer}
    letter = make.finished(world, letter.meeting, number="", **same)
    actions.record_number(letter=letter, number="31", by=world.siti)
    job_actions.ask_zip(letter=letter, by=world.siti)
    job_actions.ask_mail(letter=letter, by=world.siti)
    head = make.letterhead(world, name="Setda")
    head_actions.change_letterhead(letterhead=head, by=world.siti, code="100")
    head_actions.remove_letterhead(letterhead=head, by=world.siti)

    verbs = set(Event.objects.values_list("verb", flat=True))
    assert {
        "letter.begun",
        "letter.changed",
        "letter.removed",
        "letter.finished",
        "letter.numbered",
        "letter.zip_asked",
        "letter.mail_asked",
        "letterhead.added",
        "letterhead.changed",
        "letterhead.removed",
        "meeting.invited",
    } <= verbs


def test_a_number_from_the_registry_is_one_line_without_a_nul(world):
    letter = make.finished(world, number="")

    letter = actions.record_number(letter=letter, number="9/\0 9\n/9", by=world.siti)

    assert letter.number == "9/ 9 /9"
