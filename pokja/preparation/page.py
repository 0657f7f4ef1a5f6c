"""Everything one page tells of a meeting to come; lists are read only where shown."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.urls import reverse

from pokja.letters.channels import message, whatsapp_link
from pokja.letters.choices import Kind
from pokja.letters.content import LetterContent, from_json
from pokja.letters.mailing import can_mail
from pokja.letters.queries import differs, kinds_offered
from pokja.meetings.agenda import Agenda, agenda_of
from pokja.meetings.carry_over import CarriedOver
from pokja.meetings.invitees import invitees_of
from pokja.meetings.models import Invitee, InviteeSource, Meeting
from pokja.preparation.queries import letters_to_prepare
from pokja.preparation.readiness import Known, Step, next_of, steps_of
from pug_portal.lib.dates import lama

# The parts that open as a form.
FORMS = {
    "data": "prepare-facts",
    "hasil": "prepare-outcomes",
    "agenda": "prepare-agenda",
    "undangan": "prepare-invitees",
    "surat": "prepare-letter",
}


class Preparation:
    """`editing` names the part that is open as a form; the others then stand closed."""

    def __init__(
        self, meeting: Any, editing: str = "", carried: CarriedOver | None = None
    ) -> None:
        self.meeting: Meeting = meeting
        self.editing = editing
        self._figures = meeting
        self._carried = carried

    @cached_property
    def carried(self) -> CarriedOver:
        return self._carried or CarriedOver(self.meeting)

    @cached_property
    def agenda(self) -> Agenda:
        return agenda_of(self.meeting, self.carried)

    @cached_property
    def outcomes(self) -> list[Any]:
        return list(self.meeting.outcomes.all())

    @cached_property
    def groups(self) -> list[tuple[str, list[Invitee]]]:
        """Who is invited, by where they come from."""
        rows = list(invitees_of(self.meeting))
        named = [
            (source.label, [row for row in rows if row.source == source])
            for source in InviteeSource
        ]
        return [(label, found) for label, found in named if found]

    @cached_property
    def letters(self) -> list[Any]:
        return letters_to_prepare(self.meeting)

    @property
    def draft(self) -> Any:
        return next((each for each in self.letters if not each.is_finished), None)

    @property
    def letter(self) -> Any:
        """The last one that went out."""
        return next((each for each in self.letters if each.is_finished), None)

    @cached_property
    def content(self) -> LetterContent | None:
        return from_json(self.letter.content) if self.letter else None

    @cached_property
    def offered(self) -> Kind | None:
        """The letter that the state of the meeting calls for now."""
        kinds = kinds_offered(self.meeting, self.letter)
        return kinds[0] if kinds else None

    @property
    def is_outdated(self) -> bool:
        return bool(self.letter and differs(self.meeting, self.letter))

    @property
    def is_off(self) -> bool:
        """The last word is a postponement: the next letter invites anew."""
        return bool(self.content and self.content.happening.is_off)

    @cached_property
    def text(self) -> str:
        return message(self.content) if self.content else ""

    @property
    def whatsapp(self) -> str:
        return whatsapp_link(self.text)

    @cached_property
    def addresses(self) -> int:
        people = self.content.addressees if self.content else ()
        return len({one.email.casefold() for one in people if one.email})

    @property
    def can_mail(self) -> bool:
        return can_mail()

    @cached_property
    def steps(self) -> list[Step]:
        return steps_of(self._known())

    @property
    def ready_count(self) -> int:
        return sum(step.is_ready for step in self.steps)

    @property
    def next_step(self) -> Step | None:
        return next_of(self.steps)

    @property
    def parts(self) -> dict[str, Step]:
        return {step.section: step for step in self.steps}

    @property
    def checklist(self) -> list[tuple[Step, str]]:
        """(step, where it is done): what lacks something opens as a form at once."""
        return [(step, self.address(step)) for step in self.steps]

    @property
    def next_address(self) -> str:
        return self.address(self.next_step) if self.next_step else ""

    def address(self, step: Step) -> str:
        name = FORMS.get(step.section, "")
        closed = step.section == "surat" and self.offered is None
        opens = name and not step.is_ready and not closed
        page = reverse(name if opens else "meeting-prepare", args=[self.meeting.pk])
        return f"{page}#{step.section}"

    def _known(self) -> Known:
        meeting, letter, agenda = self.meeting, self.letter, self.agenda
        open_ones = self.carried.items
        oldest = max(open_ones, key=lambda row: row.days, default=None)
        return Known(
            theme=meeting.theme,
            chair=meeting.chair_name or meeting.chair_position,
            outcomes=self._figures.outcome_count,
            agenda=self._figures.agenda_count,
            lasts=lama(agenda.total) if agenda.total else "",
            beyond=lama(agenda.beyond) if agenda.beyond else "",
            carried=len(open_ones),
            oldest=oldest.age if oldest else "",
            invitees=self._figures.invitee_count,
            has_letters=not meeting.is_past_entry,
            letter=self._letter_state(),
            number=self.content.number if self.content else "",
            is_outdated=self.is_outdated,
            addresses=self.addresses,
            mailed=letter.mailed if letter else 0,
            is_mailing=bool(letter and letter.is_mailing),
            can_mail=self.can_mail,
        )

    def _letter_state(self) -> str:
        if self.letter and not self.is_off:
            return "selesai"
        return "draf" if self.draft else ""
