"""What a decree must satisfy before it is saved, and what its dates do to others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pokja.decrees.models import Decree, Kind, Relation, State
from pokja.decrees.queries import register_of, root_id
from pokja.decrees.validity import FOREVER, Register, Term
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal, refuse_all
from pug_portal.audit.record import Verb, record
from pug_portal.lib.clock import today
from pug_portal.lib.dates import tanggal

ENDED = Verb("decree.ended", "menyesuaikan akhir berlaku {object}")


def check(decree: Decree) -> None:
    """Every rule that needs no other decree than the one it relates to, all told at once."""
    refuse_all(
        [
            *_about_subject(decree),
            *_about_relation(decree),
            *_about_words(decree),
            *_about_dates(decree),
            *(_about_signing(decree) if decree.state != State.DRAFT else ()),
            *_about_number(decree),
        ]
    )


def _about_subject(decree: Decree) -> Iterator[Refusal]:
    if decree.kind == Kind.FOCAL_POINT and decree.opd is None:
        yield Refusal("Pilih OPD yang focal point-nya ditetapkan.", field="opd")
    if decree.kind != Kind.FOCAL_POINT and decree.opd is not None:
        yield Refusal("Kosongkan OPD: hanya untuk SK Focal Point OPD.", field="opd")
    if decree.opd is not None and decree.opd.region_id != decree.region_id:
        yield Refusal("OPD ini milik daerah lain.", field="opd")


def _about_relation(decree: Decree) -> Iterator[Refusal]:
    other = decree.related
    if bool(decree.relation) != (other is not None):
        empty = "relation" if other is not None else "related"
        yield Refusal(
            "Isi hubungan beserta SK yang diubah atau diganti, atau kosongkan keduanya.",
            field=empty,
        )
    if other is None or not decree.relation:
        return
    if other.state == State.DRAFT:
        yield Refusal(
            "SK yang diubah atau diganti harus sudah ditetapkan.", field="related"
        )
    subject = (other.region_id, other.kind, other.opd_id)
    if subject != (decree.region_id, decree.kind, decree.opd_id):
        yield Refusal(
            f"{other} berjenis atau ber-OPD lain. Yang diubah atau diganti harus "
            "SK sejenis, dan untuk SK Focal Point dari OPD yang sama.",
            field="related",
        )
    yield from _about_circle(decree, other)


def _about_circle(decree: Decree, other: Decree | None) -> Iterator[Refusal]:
    while other is not None:
        if other.pk == decree.pk:
            yield Refusal(
                "SK tidak dapat mengubah atau mengganti dirinya sendiri, juga tidak "
                "lewat SK lain.",
                field="related",
            )
            return
        other = other.related


def _about_words(decree: Decree) -> Iterator[Refusal]:
    if not decree.title:
        yield Refusal("Isi tentang apa SK ini.", field="title")
    if not decree.issuer_position:
        yield Refusal(
            "Isi jabatan penandatangan, atau pilih dari daftar pejabat.",
            field="issuer_position",
        )


def _about_dates(decree: Decree) -> Iterator[Refusal]:
    start, until = decree.effective_from, decree.effective_until
    if start and until and until < start:
        yield Refusal(
            f"«Berlaku sampai» mendahului «berlaku sejak» ({tanggal(start)}). "
            "Perbaiki salah satunya.",
            field="effective_until",
        )


def _about_signing(decree: Decree) -> Iterator[Refusal]:
    if not decree.number:
        yield Refusal(
            "Isi nomor SK, atau simpan dahulu sebagai rancangan.", field="number"
        )
    signed, start = decree.signed_on, decree.effective_from
    if signed is None:
        yield Refusal("Isi tanggal penetapan SK.", field="signed_on")
    elif signed > today():
        yield Refusal(
            "Tanggal penetapan belum tiba. Simpan dahulu sebagai rancangan.",
            field="signed_on",
        )
    if start is None:
        yield Refusal("Isi tanggal mulai berlaku.", field="effective_from")
    elif signed and start < signed and not decree.note:
        yield Refusal(
            "SK berlaku sebelum tanggal penetapannya. Tulis sebabnya pada catatan.",
            field="note",
        )
    if signed and decree.revoked_on is not None and decree.revoked_on < signed:
        yield Refusal(
            f"SK ini sudah dicabut mulai {tanggal(decree.revoked_on)}; tanggal "
            "penetapannya tidak dapat sesudah itu.",
            field="signed_on",
        )


def _about_number(decree: Decree) -> Iterator[Refusal]:
    if not decree.number:
        return
    twins = Decree.objects.same_subject(decree).filter(number__iexact=decree.number)
    if decree.signed_on is not None:
        twins = twins.filter(signed_on__year=decree.signed_on.year)
    twin = twins.exclude(pk=decree.pk).first()
    if twin is not None:
        yield number_taken(twin)


def number_taken(twin: Decree) -> Refusal:
    day = f", ditetapkan {tanggal(twin.signed_on)}" if twin.signed_on else ""
    return Refusal(
        f"{twin.get_kind_display()} nomor {twin.number} sudah tercatat{day}. Buka SK "
        "itu untuk membetulkannya.",
        field="number",
    )


def base_of(decree: Decree) -> Decree | None:
    """The base of the chain: of the amended decree, or that itself."""
    if decree.relation != Relation.AMENDS or decree.related is None:
        return None
    return decree.related.base or decree.related


def settle(decree: Decree, *, by: Actor) -> None:
    """Refuse two chains in force on one day; then bring every early end up to date."""
    found = register_of(decree)
    if decree.pk in found.terms:
        _check_start(decree, found)
    if (pair := found.clash()) is not None:
        raise _overlap(decree, *pair, found)
    for row in Decree.objects.same_subject(decree).issued():
        end = found.ended_on(found.terms[row.pk])
        if end == row.ended_on:
            continue
        before, row.ended_on = row.ended_on, end
        row.save(update_fields=["ended_on"])
        if row.pk == decree.pk:
            decree.ended_on = end
        else:
            record(
                by=by,
                verb=ENDED,
                obj=row,
                region=row.region,
                changes={"ended_on": (before, end)},
            )


def _check_start(decree: Decree, found: Register) -> None:
    """An amendment begins while its chain holds; a replacement not before the other."""
    term = found.terms[decree.pk]
    if term.replaces is not None and term.start < found.terms[term.replaces].start:
        raise Refusal(
            f"SK pengganti berlaku sebelum {found.terms[term.replaces].label} yang "
            f"digantinya ({tanggal(found.terms[term.replaces].start)}).",
            field="effective_from",
        )
    if term.base is None:
        return
    others = Register(t for t in found.terms.values() if t.key != term.key)
    last = others.last_day(term.root)
    spans = others.spans(term.root)
    if any(term.start in span for span in spans):
        return
    follows = last is not None and last < FOREVER
    if follows and term.start == last + dt.timedelta(days=1):  # type: ignore[operator]
        if term.until is not None:
            return
        raise Refusal(
            f"SK yang diubah berakhir {tanggal(last)}. Isi sampai kapan perubahan ini "
            "memperpanjangnya.",
            field="effective_until",
        )
    held = f"berlaku {tanggal(spans[0].first)}{_until(spans[-1].last)}" if spans else ""
    raise Refusal(
        "Pada tanggal ini SK yang diubah tidak berlaku"
        + (f" ({held})" if held else "")
        + ". Betulkan tanggalnya, atau catat sebagai SK baru.",
        field="effective_from",
    )


def _overlap(decree: Decree, one: Term, other: Term, found: Register) -> Refusal:
    if root_id(decree) not in {one.key, other.key}:
        return Refusal(
            f"Dengan ini {one.label} dan {other.label} berlaku pada hari yang sama. "
            "Betulkan tanggal salah satunya dahulu.",
            field="effective_from",
        )
    theirs = other if one.key == root_id(decree) else one
    last = found.last_day(theirs.key) or FOREVER
    return Refusal(
        f"Pada masa itu sudah berlaku {theirs.label} (sejak {tanggal(theirs.start)}"
        f"{_until(last)}). Catat SK ini sebagai pengganti atau perubahannya, atau "
        "betulkan tanggalnya.",
        field="effective_from",
    )


def _until(last: dt.date) -> str:
    return " tanpa batas akhir" if last == FOREVER else f" sampai {tanggal(last)}"


# What makes two rancangan without a number the same one, sent by two clicks.
SAME_DRAFT = (
    "kind",
    "opd_id",
    "title",
    "signed_on",
    "effective_from",
    "effective_until",
    "relation",
    "related_id",
    "note",
)


def refuse_same_draft(decree: Decree) -> None:
    if decree.state != State.DRAFT or decree.number:
        return
    same = {name: getattr(decree, name) for name in SAME_DRAFT}
    drafts = Decree.objects.filter(region=decree.region, state=State.DRAFT, number="")
    if drafts.filter(**same).exists():
        raise Refusal(
            "Rancangan yang sama sudah tersimpan. Buka dari daftar SK, atau bedakan "
            "judulnya.",
            field="title",
        )
