"""The minutes as the official form prints them, read from one frozen text.

Version 1 is printed from what was frozen then: the rows of the meeting may have moved on.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from pokja.meetings.choices import Kind, Section, Verdict
from pokja.meetings.compare import Change, of_rows
from pokja.meetings.content import digest, freeze
from pokja.meetings.models import Meeting
from pokja.meetings.queries import Totals
from pokja.meetings.sections import SectionText
from pokja.meetings.sections import of_rows as sections_of_rows
from pug_portal.lib.dates import (
    hari_tanggal,
    rentang_jam,
    rentang_tanggal,
    tanggal,
    tanggal_waktu,
    zone_of,
)

BEFORE_RECOMMENDATIONS = (
    Section.OPENING,
    Section.PRESENTATION,
    Section.DISCUSSION,
    Section.DECISION,
)


@dataclass(frozen=True)
class Paper:
    """`content` as frozen; the properties put it into the words of the form."""

    content: dict[str, Any]
    version: int = 1
    is_settled: bool = True

    @property
    def facts(self) -> dict[str, Any]:
        return self.content["meeting"]

    @property
    def zone(self) -> str:
        return str(self.facts["zone"])

    @property
    def kind(self) -> str:
        return str(Kind(self.facts["kind"]).label)

    @property
    def days(self) -> str:
        first, last = self._moment("starts_at"), self._moment("ends_at")
        zone = zone_of(self.zone)
        if first.astimezone(zone).date() != last.astimezone(zone).date():
            return rentang_tanggal(first, last, self.zone)
        return hari_tanggal(first, self.zone)

    @property
    def hours(self) -> str:
        return rentang_jam(
            self._moment("starts_at"), self._moment("ends_at"), self.zone
        )

    @property
    def host(self) -> str:
        host = self.facts["host"]
        return f"{self.facts['organiser']}" + (f"; tuan rumah {host}" if host else "")

    @property
    def chair(self) -> str:
        parts = [self.facts["chair_name"], self.facts["chair_position"]]
        return ", ".join(part for part in parts if part)

    @property
    def opened_by(self) -> str:
        told = str(self.facts["opened_by"])
        represents = self.facts["represents"]
        return f"{told} (mewakili {represents})" if told and represents else told

    @property
    def totals(self) -> Totals:
        totals = {k: v for k, v in self.content["totals"].items() if k != "total"}
        return Totals(**totals)

    @property
    def people(self) -> str:
        """«Peserta (ringkas)»."""
        totals = self.totals
        if not totals.total:
            return "–"
        told = f"{totals.total} orang ({totals.men} L, {totals.women} P)"
        from_where = [f"{totals.opds} OPD"] if totals.opds else []
        if totals.others:
            from_where.append(f"{totals.others} lembaga lain")
        return f"{told} dari {' dan '.join(from_where)}"

    @property
    def agenda(self) -> list[tuple[str, list[str]]]:
        """Each item as one line, with the recommendations gone through in it."""
        return [
            (
                " ".join(filter(None, [row["time"], row["text"]]))
                + (f" ({row['speaker']})" if row["speaker"] else ""),
                row.get("carried", []),
            )
            for row in self.content["agenda"]
        ]

    @property
    def outcomes(self) -> list[tuple[str, str]]:
        return [
            (row["text"], Verdict(row["verdict"]).label if row["verdict"] else "")
            for row in self.content["outcomes"]
        ]

    @property
    def first_sections(self) -> list[SectionText]:
        return [s for s in self._sections if s.code in BEFORE_RECOMMENDATIONS]

    @property
    def last_sections(self) -> list[SectionText]:
        return [s for s in self._sections if s.code not in BEFORE_RECOMMENDATIONS]

    @property
    def _sections(self) -> list[SectionText]:
        return sections_of_rows(self.content["minutes"])

    @property
    def recommendations(self) -> list[dict[str, Any]]:
        return [
            {
                **row,
                "label": f"{row['number']}/{row['year']}" if row["number"] else "–",
                "due": tanggal(dt.date.fromisoformat(row["due_on"]))
                if row["due_on"]
                else "–",
            }
            for row in self.content["recommendations"]
        ]

    @property
    def photos(self) -> list[dict[str, str]]:
        return self.content.get("photos", [])

    @property
    def signed(self) -> str:
        return self._when(self.content["signed"]["at"])

    @property
    def settled(self) -> dict[str, str]:
        found = self.content.get("settled")
        if not found:
            return {}
        return {"by": found["by"], "when": self._when(found["at"])}

    @property
    def reason(self) -> str:
        return str(self.content.get("correction", {}).get("reason", ""))

    @property
    def changes(self) -> list[Change]:
        return of_rows(self.content.get("correction", {}).get("changes", []))

    @property
    def sha256(self) -> str:
        return digest(self.content)

    def _moment(self, name: str) -> dt.datetime:
        return dt.datetime.fromisoformat(self.facts[name])

    def _when(self, text: str | None) -> str:
        if not text:
            return ""
        return tanggal_waktu(dt.datetime.fromisoformat(text), self.zone)


def paper_of(meeting: Meeting) -> Paper:
    """The version in force, or the draft as it stands."""
    if meeting.settled_content is not None:
        return Paper(meeting.settled_content, meeting.version)
    return Paper(freeze(meeting), meeting.version, is_settled=False)
