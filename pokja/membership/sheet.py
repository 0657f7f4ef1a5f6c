"""Members of one decree in Excel: the columns of its lampiran."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from focal_points.offices.models import Office
from focal_points.offices.nip import NipCell
from focal_points.opd.models import Opd
from pokja.decrees.models import Decree, Kind, State
from pokja.decrees.queries import root_id
from pokja.membership.models import Member
from pokja.membership.rank_models import Rank, Standing
from pokja.membership.ranks import Choices, choices_of, ranks_of
from pokja.membership.sheet_rules import check_rows
from pokja.membership.sheet_writing import write_plan
from pug_portal.access.actor import Actor
from pug_portal.access.permissions import Permission
from pug_portal.access.refusal import Refusal
from pug_portal.imports.importer import Importer
from pug_portal.imports.writing import share
from pug_portal.lib.dates import tanggal
from pug_portal.lib.sheets import (
    Choice,
    Column,
    Count,
    Date,
    ListedText,
    Plan,
    Row,
    Sheet,
    Text,
    sex,
)


def position_of(member: Member) -> str:
    return member.position or (member.office.title if member.office else "")


def institution_of(member: Member) -> str:
    return member.opd.name if member.opd else member.institution


def rank_code_of(member: Member) -> str:
    return member.rank.code


class MemberImporter(Importer):
    def __init__(self, decree: Decree) -> None:
        super().__init__(decree.region)
        self.decree = decree
        is_technical = decree.kind == Kind.TECHNICAL_TEAM
        self.permission = (
            Permission.DECREE_EDIT_TECHNICAL if is_technical else Permission.MEMBER_EDIT
        )
        self.team: list[Member] = []

    def build_sheet(self) -> Sheet:
        begins = self.decree.effective_from
        return Sheet(
            code="member",
            title="Anggota tim",
            subject=f"member:{self.decree.pk}",
            subject_name=str(self.decree),
            columns=_columns(
                begins, self.offices_by_title, self.opds_by_word, self._offered()
            ),
            named_by=("name", "position", "institution"),
            identity=("standing", "field", "name", "position", "institution", "start"),
            notes=(
                "Anggota karena jabatan: kosongkan Nama dan L/P, isi Jabatan dalam dinas.",
                "Jabatan yang ada di daftar pejabat mengikuti pejabatnya.",
                "Anggota yang berhenti: isi Selesai dan Alasan selesai pada barisnya.",
            ),
        )

    @cached_property
    def ranks(self) -> dict[str, Rank]:
        return {rank.code: rank for rank in ranks_of(self.region)}

    def _offered(self) -> Choices:
        """A retired kedudukan stays readable on the rows that have it."""
        ranks = self.ranks.values()
        if not any(rank.is_retired for rank in ranks):
            return choices_of(ranks)
        rows = Member.objects.filter(decree=self.decree, rank__is_retired=True)
        return choices_of(ranks, rows.values_list("rank__code", flat=True))

    @cached_property
    def offices_by_title(self) -> dict[str, Office]:
        rows = Office.objects.filter(region=self.region)
        return {office.title.casefold(): office for office in rows}

    @cached_property
    def opds_by_word(self) -> dict[str, list[Opd]]:
        """By every name an office goes by; dated names may belong to several."""
        found: dict[str, list[Opd]] = {}
        for opd in Opd.objects.filter(region=self.region).order_by("name", "pk"):
            for word in {opd.name, opd.short_name, *opd.aliases}:
                found.setdefault(" ".join(word.split()).casefold(), []).append(opd)
        return found

    def opd_called(self, words: str, on: dt.date | None) -> Opd | None:
        same = self.opds_by_word.get(words.casefold(), [])
        there = [opd for opd in same if on is None or opd.exists_on(on)]
        found = there or same
        return found[-1] if found else None

    @cached_property
    def blank(self) -> Member:
        """A row without a kedudukan is refused for it, and judged for the rest all the same."""
        return Member(decree=self.decree, rank=next(iter(self.ranks.values())))

    def objects(self) -> Sequence[Member]:
        self.team = self._team()
        rows = [row for row in self.team if row.decree_id == self.decree.pk]
        share(rows, "decree", {self.decree.pk: self.decree})
        return rows

    def _team(self) -> list[Member]:
        """Members of the decree, its base and its amendments: read together."""
        rows = Member.objects.in_chain(root_id(self.decree)).in_order()
        team = list(rows.select_related(None).select_related("end_decree"))
        opds = (opd for found in self.opds_by_word.values() for opd in found)
        share(team, "rank", {rank.pk: rank for rank in self.ranks.values()})
        share(team, "office", {row.pk: row for row in self.offices_by_title.values()})
        share(team, "opd", {opd.pk: opd for opd in opds})
        return team

    def lock(self) -> None:
        state = Decree.objects.select_for_update().values_list("state", flat=True)
        if state.get(pk=self.decree.pk) == State.REVOKED:
            raise Refusal("SK ini sudah dicabut. Catat anggota pada SK yang berlaku.")

    def check(self, rows: Sequence[Row], objects: Sequence[Any]) -> None:
        check_rows(self, rows, objects)

    def write(self, plan: Plan, *, by: Actor, reason: str) -> None:
        write_plan(self, plan, by=by, reason=reason)


def _columns(
    begins: dt.date | None,
    offices: dict[str, Office],
    opds: dict[str, list[Opd]],
    standings: Choices,
) -> tuple[Column, ...]:
    titles = tuple(sorted(office.title for office in offices.values()))
    names = tuple(sorted({opd.name for found in opds.values() for opd in found}))
    return (*_person(), *_seat(titles, names, standings), *_term(begins))


def _person() -> tuple[Column, ...]:
    return (
        Column(
            "order",
            "No",
            Count(999),
            "Urutan dalam lampiran.",
            width=6,
            example=1,
            is_kept_when_empty=True,
        ),
        Column(
            "name",
            "Nama",
            Text(120),
            "Kosong bila SK hanya menyebut jabatan.",
            width=30,
            example="Sri Contoh, S.Sos.",
        ),
        Column("sex", "L/P", sex(), "Bila Nama diisi.", width=7, example="P"),
        Column("nip", "NIP", NipCell(30), width=22, example="197001011995032001"),
    )


def _seat(
    titles: tuple[str, ...], names: tuple[str, ...], standings: Choices
) -> tuple[Column, ...]:
    return (
        Column(
            "position",
            "Jabatan dalam dinas",
            ListedText(150, options=titles),
            "Pilih dari daftar pejabat atau ketik.",
            width=34,
            example="Sekretaris Dinas",
            of=position_of,
        ),
        Column(
            "institution",
            "Instansi/OPD",
            ListedText(200, options=names),
            "Pilih OPD, atau ketik instansi lain seperti BPS.",
            width=34,
            example=names[0] if names else "Dinas Contoh",
            of=institution_of,
        ),
        Column(
            "standing",
            "Kedudukan dalam Pokja",
            Choice(tuple(standings)),
            is_required=True,
            width=22,
            example=next(
                (code for code, _ in standings if code == Standing.MEMBER),
                standings[0][0],
            ),
            of=rank_code_of,
        ),
        Column("field", "Bidang", Text(100), "Untuk koordinator bidang."),
    )


def _term(begins: dt.date | None) -> tuple[Column, ...]:
    usual = f"Kosong berarti {tanggal(begins)}, awal SK." if begins else ""
    return (
        Column(
            "start",
            "Mulai",
            Date(),
            usual,
            is_required=begins is None,
            width=14,
            example=begins,
            default=begins,
        ),
        Column("end", "Selesai", Date(), width=14),
        Column(
            "end_reason", "Alasan selesai", Text(200), "Bila Selesai diisi.", width=22
        ),
        Column("note", "Keterangan", Text(200), width=24),
    )
