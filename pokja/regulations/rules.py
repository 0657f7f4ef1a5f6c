"""What a produk hukum must satisfy before it is saved, and its links to older ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pokja.regulations.models import (
    AGREEMENTS,
    Kind,
    Regulation,
    RegulationLink,
    Relation,
    State,
)
from pug_portal.access.refusal import Refusal, refuse_all
from pug_portal.lib.clock import today
from pug_portal.lib.dates import tanggal
from pug_portal.regions.models import Region

# The words of a form for each relation: {field: relation}.
LINKS = {"amends": Relation.AMENDS, "revokes": Relation.REVOKES}
FIRST_YEAR = 1945


def check(regulation: Regulation) -> None:
    """All that is wrong at once; fills in the usual name, the year and the first day."""
    refuse_all(
        [
            *_about_words(regulation),
            *_about_dates(regulation),
            *(_about_signing(regulation) if regulation.state != State.DRAFT else ()),
            *(_about_twin(regulation) if regulation.number else ()),
        ]
    )


def _about_words(regulation: Regulation) -> Iterator[Refusal]:
    if not regulation.title:
        yield Refusal("Isi tentang apa produk hukum ini.", field="title")
    if not regulation.name:
        regulation.name = usual_name(Kind(regulation.kind), regulation.region)
    if regulation.partner and regulation.kind not in AGREEMENTS:
        yield Refusal(
            "Mitra diisi hanya untuk perjanjian kerja sama atau nota kesepahaman.",
            field="partner",
        )


def usual_name(kind: Kind, region: Region) -> str:
    """How papers of this kind name themselves: «Peraturan Bupati Blora»."""
    head = f"{region.head_title} {region.short_name}"
    names = {
        Kind.REGIONAL_LAW: f"Peraturan Daerah {region.name}",
        Kind.HEAD_RULE: f"Peraturan {head}",
        Kind.INSTRUCTION: f"Instruksi {head}",
        Kind.CIRCULAR: f"Surat Edaran {head}",
    }
    return names.get(kind, kind.label)


def _about_dates(regulation: Regulation) -> Iterator[Refusal]:
    signed, begins = regulation.signed_on, regulation.effective_from
    until, revoked = regulation.effective_until, regulation.revoked_on
    latest = today().year + 1
    if regulation.year and not FIRST_YEAR <= regulation.year <= latest:
        yield Refusal(f"Tahun antara {FIRST_YEAR} dan {latest}.", field="year")
    if signed and regulation.year is None:
        regulation.year = signed.year
    if signed and signed > today() and regulation.state != State.DRAFT:
        yield Refusal("Tanggal penetapan belum tiba.", field="signed_on")
    if signed and begins is None:
        begins = regulation.effective_from = signed
    if begins and until and until < begins:
        yield Refusal(
            f"Berlaku sampai mendahului berlaku sejak ({tanggal(begins)}).",
            field="effective_until",
        )
    if signed and revoked and revoked < signed:
        yield Refusal(
            f"Sudah dicabut mulai {tanggal(revoked)}, sebelum tanggal ini.",
            field="signed_on",
        )


def _about_signing(regulation: Regulation) -> Iterator[Refusal]:
    if not regulation.number:
        yield Refusal(
            "Isi nomornya. Bila belum bernomor, simpan dahulu sebagai rancangan.",
            field="number",
        )
    if regulation.year is None:
        yield Refusal("Isi tahunnya, atau tanggal penetapannya.", field="year")


def _about_twin(regulation: Regulation) -> Iterator[Refusal]:
    twins = Regulation.objects.filter(
        region=regulation.region,
        kind=regulation.kind,
        number=regulation.number,
        year=regulation.year,
    )
    if twins.exclude(pk=regulation.pk).exists():
        yield number_taken()


def number_taken() -> Refusal:
    return Refusal(
        "Nomor dan tahun ini sudah tercatat untuk jenis ini.", field="number"
    )


def set_links(
    regulation: Regulation, links: dict[str, Iterable[Regulation]]
) -> dict[str, tuple[Any, Any]]:
    """Make the links of the given kinds what was asked; tells what changed."""
    wanted = {name: list(rows) for name, rows in links.items()}
    _check_links(regulation, wanted)
    told: dict[str, tuple[Any, Any]] = {}
    for name, rows in wanted.items():
        relation = LINKS[name]
        kept = RegulationLink.objects.filter(newer=regulation, relation=relation)
        old = [link.older for link in kept.select_related("older")]
        if {row.pk for row in old} == {row.pk for row in rows}:
            continue
        kept.exclude(older__in=rows).delete()
        fresh = {row.pk for row in rows} - {row.pk for row in old}
        RegulationLink.objects.bulk_create(
            RegulationLink(newer=regulation, older_id=pk, relation=relation)
            for pk in sorted(fresh)
        )
        told[str(relation.value)] = (_names(old), _names(rows))
    return told


def _names(rows: list[Regulation]) -> list[str]:
    return sorted(str(row) for row in rows)


def _check_links(regulation: Regulation, wanted: dict[str, list[Regulation]]) -> None:
    seen: set[int] = set()
    for name, rows in wanted.items():
        for row in rows:
            _check_link(regulation, row, name)
            if row.pk in seen:
                raise Refusal(
                    f"{row} tidak dapat sekaligus diubah dan dicabut.", field=name
                )
            seen.add(row.pk)


def _check_link(regulation: Regulation, older: Regulation, name: str) -> None:
    if older.pk == regulation.pk:
        raise Refusal("Produk hukum tidak mengubah dirinya sendiri.", field=name)
    if older.region_id != regulation.region_id:
        raise Refusal(f"{older} milik daerah lain.", field=name)
    if older.state == State.DRAFT:
        raise Refusal(f"{older} belum ditetapkan.", field=name)
    if older.links_to.filter(older=regulation).exists():
        raise Refusal(
            f"{older} tercatat mengubah atau mencabut produk hukum ini.", field=name
        )
    new_day, old_day = regulation.begins_on, older.begins_on
    if new_day and old_day and new_day.year < old_day.year:
        raise Refusal(f"{older} lebih baru daripada yang ini.", field=name)


def hangs_on(regulation: Regulation) -> list[str]:
    """What must go first, in words."""
    found = [str(link) for link in regulation.links_from.select_related("newer")]
    counts = {
        "evaluasi": regulation.evaluations.count(),
        "tindak lanjut": regulation.follow_ups.count(),
    }
    return found + [f"{number} {name}" for name, number in counts.items() if number]
