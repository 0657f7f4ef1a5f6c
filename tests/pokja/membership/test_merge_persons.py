"""Two writings of one person become one, and thirty days long two again."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.urls import reverse

from focal_points.appointments.models import Appointment
from focal_points.offices.nip_owners import written_models
from pokja.membership.merge_actions import merge, pair
from pokja.membership.merge_models import PersonMerge
from pokja.membership.merging import STAYS, moved_columns, plan_merge
from pokja.membership.table_names import TABLES, column_name
from pokja.membership.writings import suggestions, writings
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.accounts.models import AccessLink, User
from pug_portal.audit.models import Event
from pug_portal.lib.row_images import pointing_at
from tests.counting import queries_of
from tests.make import focal_points as make_fp
from tests.make import handover as make_handover
from tests.make import pokja as make
from tests.make import progress as make_progress
from tests.make import pug_portal as make_people
from tests.pokja.membership.doubles import images, keys, merged

NIP = "198001012005012001"


@pytest.mark.slow
def test_every_row_of_every_table_is_named_before_anything_is_written(world, twice):
    before = images()

    plan = plan_merge(
        *pair(world.blora, *keys(world.blora, "Ratih Kusuma", "Ratih Kusumah, S.E.")),
        world.blora,
        world.siti,
    )

    told = {table: [row.label for row in rows] for table, rows in plan.tables}
    assert images() == before
    assert set(told) == {
        "Akun",
        "Anggota",
        "Laporan kemajuan",
        "Pengisi laporan kemajuan",
        "Penunjukan",
        "Peran",
    }
    assert told["Laporan kemajuan"] == ["Bappeda Semester II 2020"]
    assert len(told["Penunjukan"]) == 2
    assert told["Anggota"] == ["Ratih Kusumah, S.E. (Anggota)"]


@pytest.mark.slow
def test_after_the_merge_one_writing_and_one_account_are_left(world, twice):
    made = merged(world)

    names = {(p.name, p.nip) for p in writings(world.blora) if "Ratih" in p.name}
    assert names == {("Ratih Kusuma", NIP)}
    twice.refresh_from_db()
    assert not twice.is_active
    for model, name in moved_columns():
        assert not model._base_manager.filter(**{name: twice}).exists(), (model, name)
    assert not AccessLink.objects.filter(user=twice, revoked_at=None, used_at=None)
    event = Event.objects.get(verb="person.merged")
    assert (event.object_id, event.actor_name) == (str(made.pk), "Siti Rahmawati")


@pytest.mark.slow
def test_what_changed_since_the_dry_run_is_refused(world, twice):
    one, two = keys(world.blora, "Ratih Kusuma", "Ratih Kusumah, S.E.")
    plan = plan_merge(*pair(world.blora, one, two), world.blora, world.siti)
    make_progress.draft(world.dlh, world.dewi).filled_by.add(twice)

    with pytest.raises(Refusal, match="Periksa sekali lagi"):
        merge(
            region=world.blora,
            kept=one,
            other=two,
            fingerprint=plan.fingerprint,
            by=world.siti,
        )


def test_two_nip_are_two_people(world):
    make_fp.appointment(world.dlh, "Lina Marlina", nip=NIP)
    make_fp.appointment(world.dlh, "Lina Marlinah", nip="199001012015012002")

    with pytest.raises(Refusal, match="dua orang"):
        merged(world, "Lina Marlina", "Lina Marlinah")


def test_one_seat_cannot_come_to_be_held_twice(world):
    decree = make.decree(world)
    for name in ("Lina Marlina", "Lina Marlinah"):
        make.member(world, decree, name=name, sex="P")

    with pytest.raises(Refusal, match="sudah tercatat pada SK ini"):
        merged(world, "Lina Marlina", "Lina Marlinah")


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"start": dt.date(2021, 2, 1)},
        {"end": dt.date(2020, 12, 31)},
    ],
    ids=["works there", "will work there", "worked there"],
)
def test_an_account_that_works_elsewhere_is_not_touched(world, twice, facts):
    make_people.hat(twice, Role.BAPPEDA, world.rembang, **facts)

    with pytest.raises(Refusal, match="daerah lain"):
        merged(world)


def test_other_regions_and_roles_have_no_part_in_it(world, twice):
    for stranger in (world.joko, world.prov, world.admin, world.ratih):
        with pytest.raises(PermissionDenied):
            merge(region=world.blora, kept="", other="", fingerprint="", by=stranger)


def test_suggestions_by_nip_then_name_then_likeness(world):
    make_fp.appointment(world.dlh, "Lina Marlina", nip=NIP)
    other = make_fp.appointment(world.dlh, "L. Marlina")
    # Written before one NIP was one name.
    Appointment.objects.filter(pk=other.pk).update(nip=NIP)
    make_fp.appointment(world.dinkes, "Sri Wahyuni, M.Si.")
    make_fp.appointment(world.dlh, "Sri Wahyuni")
    make_fp.appointment(world.dlh, "Nurul Hidayati")
    make_fp.appointment(world.dinkes, "Nurul Hidayatti")
    make_fp.appointment(world.dinkes, "Nurul Hidayati S", sex="L")

    found = [
        (s.one.name, s.other.name, s.why) for s in suggestions(writings(world.blora))
    ]

    assert [row[2] for row in found][:2] == [
        "NIP sama",
        "nama sama, gelar atau NIP berbeda",
    ]
    assert ("Nurul Hidayati", "Nurul Hidayatti", "nama mirip 97%") in found
    assert "Nurul Hidayati S" not in [name for row in found for name in row[:2]]


@pytest.mark.django_db
def test_no_foreign_key_to_an_account_is_forgotten():
    """The database itself is asked, so that a key added later is met here too."""
    table = User._meta.db_table
    named = {
        (m._meta.db_table, m._meta.get_field(n).column) for m, n in pointing_at(User)
    }
    with connection.cursor() as cursor:
        stored = {
            (name, column)
            for name in connection.introspection.table_names(cursor)
            for column, (_, target) in connection.introspection.get_relations(
                cursor, name
            ).items()
            if target == table
        }

    assert stored <= named
    moved = {f"{model._meta.label}.{name}" for model, name in moved_columns()}
    every = {f"{model._meta.label}.{name}" for model, name in pointing_at(User)}
    assert moved == every - set(STAYS)
    assert {model._meta.label for model, _ in moved_columns()} <= set(TABLES)


@pytest.mark.django_db
def test_no_table_that_carries_name_and_nip_is_forgotten():
    stored = set()
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{name}" LIMIT 0')  # noqa: S608
            if {"name", "nip"} <= {column[0] for column in cursor.description}:
                stored.add(name)

    assert {model._meta.db_table for model in written_models()} == stored


@pytest.mark.slow
def test_the_pages_from_suggestion_to_undo(world, twice, client_of):
    client, url = client_of(world.siti), reverse("person-duplicates")
    one, two = keys(world.blora, "Ratih Kusuma", "Ratih Kusumah, S.E.")
    assert "Nama mirip" in client.get(url).content.decode()

    page = client.post(url, {"pakai": one, "lebur": two}).content.decode()
    assert "Bappeda Semester II 2020" in page
    plan = plan_merge(*pair(world.blora, one, two), world.blora, world.siti)
    sent = {"pakai": one, "lebur": two, "sidik": plan.fingerprint, "langkah": "lebur"}
    client.post(url, sent)

    made = PersonMerge.objects.get()
    detail = reverse("person-merge", args=[made.pk])
    assert "Batalkan peleburan" in client.get(detail).content.decode()
    client.post(reverse("person-merge-undo", args=[made.pk]))
    made.refresh_from_db()
    assert made.undone_at is not None
    # The second click of a double click finds another state and says so.
    assert client.post(url, sent).status_code == 422 or PersonMerge.objects.count() == 2


@pytest.mark.slow
def test_a_handover_survives_the_merge_of_its_people(world, twice):
    made = make_handover.handed_over(make_handover.of(world.ratih), by=world.siti)

    merged(world)

    assert made.__class__.objects.readable_by(world.ratih).get() == made
    assert dt.date(2021, 1, 11) == made.on


@pytest.mark.slow
def test_the_page_asks_the_same_for_three_and_forty(world, client_of):
    client, url = client_of(world.siti), reverse("person-duplicates")
    for place in range(3):
        make_fp.appointment(world.dlh, f"Nurul Hidayati {place}")
    few = queries_of(client, url)
    for place in range(3, 40):
        make_fp.appointment(world.dlh, f"Nurul Hidayati {place}")

    assert queries_of(client, url) == few <= 12


def test_every_column_that_is_told_has_words_of_its_own():
    """As the tables do: an English column name must not reach the screen."""
    for model, name in moved_columns():
        assert column_name(model, name) != name.replace("_", " "), (model, name)


def test_choosing_one_person_only_says_so_and_keeps_the_choice(world, client_of):
    decree = make.decree(world)
    make.member(world, decree, name="Nur Aini", sex="P", position="Staf")
    client, url = client_of(world.siti), reverse("person-duplicates")
    key = client.get(url).context["people"][0].key

    page = client.post(url, {"pakai": key, "lebur": ""})

    assert page.status_code == 422
    assert "Pilih dua orang" in page.text
    assert f'value="{key}" selected' in page.text
