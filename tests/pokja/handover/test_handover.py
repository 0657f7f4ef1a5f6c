"""After the wizard the leaving person has nothing open, and the successor has it all."""

import datetime as dt
import io

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from pypdf import PdfReader

from focal_points.appointments.models import Appointment
from focal_points.appointments.scope import opd_ids_of
from focal_points.progress.models import Progress
from pokja.dashboard.todo import open_tasks, tasks_for
from pokja.handover.chains import pending_chain
from pokja.handover.models import Handover
from pug_portal.access.actor import Actor
from pug_portal.access.refusal import Refusal
from pug_portal.access.roles import Role
from pug_portal.accounts.actions import make_link
from pug_portal.accounts.hats import actor_under, hats_of
from pug_portal.accounts.models import AccessLink
from pug_portal.audit.models import Event
from pug_portal.lib.clock import today
from tests.make import focal_points as make_fp
from tests.make import handover as make
from tests.make import progress as make_progress
from tests.make import pug_portal as make_people
from tests.make.meetings import follow_up_of

CHOSEN = {"account": "ada", "identifier": "dewi", "name": "Dewi Anggraini"}


def worn(user) -> Actor:
    """The hat the person would wear when signing in now, as the home page sees it."""
    hats = hats_of(user)
    return actor_under(hats[0] if hats else None, user)


def titles(actor: Actor) -> list[str]:
    return sorted(task.title + task.text for task in tasks_for(actor, today()))


@pytest.fixture
def busy(world, clock):
    """Ratih has a draft and a follow-up of Dinkes on her home page."""
    clock(make_progress.WITHIN)
    draft = make_progress.draft(world.dinkes, world.ratih)
    follow_up_of(world)
    assert len(titles(worn(world.ratih.user))) == 2
    return draft


@pytest.mark.slow
def test_every_open_task_passes_to_the_successor(world, busy):
    before = titles(worn(world.ratih.user))

    made = make.handed_over(make.of(world.ratih), by=world.siti)

    assert titles(worn(world.ratih.user)) == []
    assert Progress.objects.readable_by(worn(world.ratih.user)).count() == 0
    intan = worn(made.successor.user)
    assert titles(intan) == before
    assert Progress.objects.writable_by(intan).get() == busy
    assert sorted(item["title"] + item["text"] for item in made.items) == before


@pytest.mark.slow
def test_the_desk_is_told_and_the_hats_meet_without_a_gap(world, busy):
    made = make.handed_over(make.of(world.ratih), by=world.siti)

    leaving = make.of(world.ratih)
    assert leaving.end == made.on - dt.timedelta(days=1)
    assert leaving.assignment.end == leaving.end
    assert (made.successor.start, made.successor.is_decree_pending) == (made.on, True)
    event = Event.objects.get(verb="appointment.handed_over")
    assert (event.actor_name, event.changes["items"]) == ("Siti Rahmawati", [None, 2])


@pytest.mark.slow
def test_an_own_task_of_another_office_stays(world, busy):
    other = make_fp.appointed(world.ratih.user, world.dlh)

    make.handed_over(make.of(world.ratih), by=world.siti)

    left = {task.text for task in open_tasks(worn(other.user), today())}
    assert left == {"DLH, tenggat 31 Januari 2021"}


@pytest.mark.slow
def test_a_colleague_of_the_same_office_takes_over_as_he_is(world, busy):
    make_fp.appointed(world.dewi.user, world.dinkes)

    made = make.handed_over(make.of(world.ratih), by=world.siti, **CHOSEN)

    assert made.successor.decree_number == "800/12/2019"
    assert (
        Appointment.objects.filter(opd=world.dinkes, user=world.dewi.user).count() == 1
    )


@pytest.mark.slow
def test_an_existing_account_is_appointed(world, busy):
    made = make.handed_over(make.of(world.ratih), by=world.siti, **CHOSEN)

    assert made.successor.user == world.dewi.user
    dewi = actor_under(made.successor.assignment, world.dewi.user)
    assert world.dinkes.pk in opd_ids_of(dewi)


def test_an_account_that_will_work_elsewhere_is_not_appointed(world, busy):
    """Its reset link would still open it on the day that role begins."""
    elsewhere = make_people.user("Rina Astuti", world.rembang)
    tomorrow = today() + dt.timedelta(days=1)
    make_people.hat(elsewhere, Role.BAPPEDA, world.rembang, start=tomorrow)

    with pytest.raises(Refusal, match="daerah lain"):
        make.handed_over(
            make.of(world.ratih), by=world.siti, account="ada", identifier="rina"
        )
    with pytest.raises(Refusal, match="daerah lain"):
        make_link(
            user=elsewhere,
            kind=AccessLink.Kind.RESET,
            region=world.blora,
            by=world.siti,
        )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"on": dt.date(2019, 1, 1)}, "sehari sesudah"),
        ({"account": "ada", "identifier": "ratih"}, "orang yang sama"),
        ({"reason": "  "}, "alasan"),
        ({"account": "ada", "identifier": "tidak-ada"}, "Tidak ada akun"),
    ],
)
def test_refused_and_nothing_is_left_half_done(world, busy, facts, told):
    with pytest.raises(Refusal, match=told):
        make.handed_over(make.of(world.ratih), by=world.siti, **facts)

    assert make.of(world.ratih).end is None
    assert not Handover.objects.exists()
    assert not Appointment.objects.filter(name="Intan Permata").exists()


@pytest.mark.slow
def test_twice_is_refused(world, busy):
    make.handed_over(make.of(world.ratih), by=world.siti)

    with pytest.raises(Refusal, match="sudah diserahterimakan"):
        make.handed_over(make.of(world.ratih), by=world.siti, identifier="lain")


def test_only_the_regions_sekretariat_records_it(world, busy):
    for stranger in (world.prov, world.admin, world.ratih, world.joko):
        with pytest.raises(PermissionDenied):
            make.handed_over(make.of(world.ratih), by=stranger)


@pytest.mark.slow
def test_the_record_and_its_pdf_are_for_the_two_and_the_desk(world, busy, client_of):
    made = make.handed_over(make.of(world.ratih), by=world.siti, note="Kunci <lemari>")
    page = reverse("handover-detail", args=[made.pk])
    paper = reverse("handover-pdf", args=[made.pk])
    colleague = make_people.colleague_of(world.siti)

    ratih = Actor(world.ratih.user)
    for reader in (ratih, worn(made.successor.user), world.siti, colleague):
        client = client_of(reader)
        assert "Kunci &lt;lemari&gt;" in client.get(page).content.decode()
        text = PdfReader(io.BytesIO(client.get(paper).content)).pages[0].extract_text()
        assert "Intan Permata" in text
    for stranger in (world.dewi, world.hasan, world.joko, world.prov, world.admin):
        assert client_of(stranger).get(page).status_code == 404
        assert client_of(stranger).get(paper).status_code == 404
    assert page in client_of(ratih).get(reverse("my-account")).content.decode()


@pytest.mark.slow
def test_the_wizard_shows_the_tasks_and_hands_out_the_invitation(
    world, busy, client_of
):
    client = client_of(world.siti)
    url = reverse("handover-add", args=[make.of(world.ratih).pk])
    assert "Lanjutkan laporan kemajuan" in client.get(url).content.decode()

    sent = {
        "on": "11-01-2021",
        "reason": "Mutasi",
        "name": "Intan Permata",
        "sex": "P",
        "account": "baru",
        "identifier": "intan@contoh.id",
    }
    answer = client.post(url, sent, follow=True)

    page = answer.content.decode()
    assert "Tautan untuk Intan Permata" in page
    assert reverse("handover-detail", args=[Handover.objects.get().pk]) in page


@pytest.mark.slow
def test_a_chain_without_decrees_is_counted_and_shown(world, client_of, clock):
    first = make.of(world.ratih)
    second = make.handed_over(first, by=world.siti).successor
    client = client_of(world.siti)
    form = client.get(reverse("handover-add", args=[second.pk])).content.decode()
    assert "masih “SK menyusul”" in form
    day = second.start + dt.timedelta(days=9)
    clock(day.isoformat())
    third = make.handed_over(
        second, by=world.siti, on=day, name="Tri Wahyuni", identifier="tri@contoh.test"
    )

    chain = pending_chain(third.successor)
    expected = 2 if first.decree_number else 3
    assert chain.count == expected
    assert chain.is_repeated
    page = client.get(reverse("handover-detail", args=[third.pk])).content.decode()
    assert f"{expected} penunjukan berturut-turut tanpa SK" in page
    third.successor.decree_number = "1/2021"
    assert pending_chain(third.successor).count == 0
