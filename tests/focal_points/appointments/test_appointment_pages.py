"""List, detail, forms and the invitation link."""

import datetime as dt
import re

import pytest
from django.urls import reverse

from focal_points.appointments.models import Appointment
from pug_portal.access.roles import Role
from pug_portal.accounts.actions import accept_link
from pug_portal.accounts.hats import actor_under
from pug_portal.accounts.models import User
from tests.counting import queries_of
from tests.make import focal_points as make
from tests.make import pug_portal as make_floor

SCRIPT = "<script>alert(1)</script>"
LIST = "/opd/focal-point/"


def typed(world, **facts) -> dict[str, object]:
    return {
        "opd": world.dlh.pk,
        "kind": "focal_point",
        "name": "Lina Marlina",
        "sex": "P",
        "has_decree": "ada",
        "decree_number": "800/7/2026",
        "start": "2026-07-01",
        "account": "tanpa",
        **facts,
    }


def names(page) -> list[str]:
    return [row.appointment.name for row in page.context["rows"]]


@pytest.mark.slow
def test_the_desk_sees_all_an_opd_its_own(world, client_of):
    assert len(names(client_of(world.siti).get(LIST))) == 3
    assert names(client_of(world.ratih).get(LIST)) == ["Hasan Basri", "Ratih Kusuma"]
    assert names(client_of(world.dewi).get(LIST)) == ["Dewi Anggraini"]


@pytest.mark.slow
def test_an_opd_does_not_learn_which_others_have_nobody(world, client_of):
    assert client_of(world.ratih).get(LIST).context["uncovered"] == []
    assert len(client_of(world.siti).get(LIST).context["uncovered"]) == 2


@pytest.mark.parametrize(
    ("who", "sees"),
    [("siti", True), ("joko", False), ("ratih", False), ("prov", False)],
)
def test_contacts_and_nip_are_for_the_sekretariat_alone(world, client_of, who, sees):
    made = make.appointment(
        world.dinkes, contact="0812-0000-0001", nip="197508172000032004"
    )
    client = client_of(getattr(world, who))

    pages = client.get(LIST, {"daerah": "33.16"}), client.get(f"{LIST}{made.pk}/")

    assert all(("0812-0000-0001" in p.content.decode()) is sees for p in pages)
    assert ("197508172000032004" in pages[1].content.decode()) is sees


def test_sk_menyusul_is_flagged_with_the_days_left(world, client_of, clock):
    clock("2020-08-20")
    make.appointment(world.dlh, decree_number="", start=dt.date(2020, 7, 1))

    page = client_of(world.siti).get(LIST, {"status": "sk_menyusul"})

    assert names(page) == ["Lina Marlina"]
    assert "10 hari lagi" in page.content.decode()


def test_ended_ones_have_their_own_filter(world, client_of):
    make.appointment(world.dlh, end=dt.date(2020, 1, 1))
    siti = client_of(world.siti)

    assert names(siti.get(LIST, {"status": "berakhir"})) == ["Lina Marlina"]
    assert len(names(siti.get(LIST, {"status": "semua"}))) == 4
    assert len(names(siti.get(LIST, {"q": "dinkes", "sebagai": "kepala_opd"}))) == 1


@pytest.mark.slow
def test_the_list_takes_as_many_queries_for_40_rows_as_for_3(world, client_of):
    siti = client_of(world.siti)
    few = queries_of(siti, LIST)
    for number in range(37):
        make.appointment(make.opd(world.blora, f"Kantor {number}"), f"Orang {number}")

    assert queries_of(siti, LIST) == few <= 12


def test_a_new_invitation_is_shown_once_and_opens_the_account(world, client_of):
    siti = client_of(world.siti)

    sent = siti.post(
        f"{LIST}tunjuk/",
        typed(world, account="baru", identifier="0812-3456-7890"),
    )
    first = siti.get(sent.url).content.decode()
    second = siti.get(sent.url).content.decode()

    link = re.search(r"/undangan/([^/\s]+)/", first)
    assert "Lina Marlina" in first
    assert "/undangan/" not in second
    user = accept_link(token=link[1], password="Kata-sandi-panjang-9")
    assert (user.phone, user.assignments.get().role) == (
        "6281234567890",
        Role.FOCAL_POINT,
    )


def test_a_head_is_appointed_the_same_way(world, client_of):
    client_of(world.siti).post(
        f"{LIST}tunjuk/",
        typed(world, kind="kepala_opd", account="baru", identifier="kepala-dlh"),
    )

    made = Appointment.objects.get(name="Lina Marlina")
    assert (made.assignment.role, made.user.username) == ("kepala_opd", "kepala-dlh")


def test_an_existing_account_gets_another_hat_and_no_link(world, client_of):
    sent = client_of(world.siti).post(
        f"{LIST}tunjuk/", typed(world, account="ada", identifier="siti")
    )

    made = Appointment.objects.get(name="Lina Marlina")
    assert sent.url == reverse("appointment-detail", args=[made.pk])
    assert made.user == world.siti.user
    assert {hat.role for hat in made.user.assignments.all()} == {
        "sekretariat",
        "focal_point",
    }


@pytest.mark.parametrize("identifier", ["admin", "budi", "tidak-ada"])
def test_an_account_of_elsewhere_cannot_be_taken_over(world, client_of, identifier):
    """Whoever could attach it could then reset its password."""
    page = client_of(world.siti).post(
        f"{LIST}tunjuk/", typed(world, account="ada", identifier=identifier)
    )

    assert page.status_code == 422
    assert "identifier" in page.context["form"].errors
    assert not Appointment.objects.filter(name="Lina Marlina").exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"decree_number": ""}, "decree_number"),
        ({"has_decree": "menyusul"}, "decree_number"),
        ({"end": "2026-06-30"}, "end"),
        ({"start": "kemarin"}, "start"),
        ({"nip": "12"}, "nip"),
        ({"sex": ""}, "sex"),
        ({"account": "baru", "identifier": ""}, "identifier"),
        ({"account": "baru", "identifier": "ratih"}, "identifier"),
        ({"opd": "999999"}, "opd"),
    ],
)
def test_bad_input_stands_beside_its_field_and_is_kept(world, client_of, wrong, field):
    people = User.objects.count()

    page = client_of(world.siti).post(f"{LIST}tunjuk/", typed(world, **wrong))

    assert page.status_code == 422
    assert field in page.context["form"].errors
    assert 'value="Lina Marlina"' in page.content.decode()
    assert User.objects.count() == people


def test_an_opd_of_another_region_is_no_choice(world, client_of):
    page = client_of(world.siti).post(
        f"{LIST}tunjuk/", typed(world, opd=world.dinkes_rembang.pk)
    )

    assert "opd" in page.context["form"].errors


def test_the_form_begins_with_the_opd_one_came_from(world, client_of):
    page = client_of(world.siti).get(
        f"{LIST}tunjuk/", {"opd": world.dlh.pk, "sebagai": "kepala_opd"}
    )

    initial = page.context["form"].initial
    assert (initial["opd"], initial["kind"]) == (str(world.dlh.pk), "kepala_opd")


def test_the_sk_is_completed_and_the_appointment_ended(world, client_of, clock):
    clock("2026-08-01")
    siti = client_of(world.siti)
    made = make.appointment(world.dlh, decree_number="", start=dt.date(2026, 7, 1))

    siti.post(f"{LIST}{made.pk}/sk/", {"decree_number": "800/8/2026"})
    siti.post(f"{LIST}{made.pk}/akhiri/", {"on": "2026-08-31", "reason": "Mutasi"})

    made.refresh_from_db()
    assert (made.decree_number, str(made.end)) == ("800/8/2026", "2026-08-31")


def test_ending_before_the_start_stands_beside_the_day(world, client_of):
    made = make.appointment(world.dlh)

    page = client_of(world.siti).post(
        f"{LIST}{made.pk}/akhiri/", {"on": "2018-01-01", "reason": "Mutasi"}
    )

    assert page.status_code == 422
    assert "on" in page.context["form"].errors
    assert 'value="Mutasi"' in page.content.decode()


def test_the_person_is_mended(world, client_of):
    made = make.appointment(world.dlh)

    client_of(world.siti).post(
        f"{LIST}{made.pk}/ubah/", {"name": "Lina M.", "sex": "P", "contact": "0812"}
    )

    made.refresh_from_db()
    assert (made.name, made.contact) == ("Lina M.", "0812")


def test_an_account_is_given_later_with_a_link(world, client_of):
    siti = client_of(world.siti)
    made = make.appointment(world.dlh)

    sent = siti.post(
        f"{LIST}{made.pk}/akun/", {"account": "baru", "identifier": "lina@contoh.id"}
    )

    assert "/undangan/" in siti.get(sent.url).content.decode()


def test_a_lost_link_is_made_anew(world, client_of):
    siti = client_of(world.siti)
    made = Appointment.objects.get(user=world.ratih.user)

    sent = siti.post(f"{LIST}{made.pk}/tautan/")

    assert "/undangan/" in siti.get(sent.url).content.decode()


def test_no_link_is_made_for_an_account_that_has_a_hat_elsewhere(world, client_of):
    siti = client_of(world.siti)
    made = Appointment.objects.get(user=world.ratih.user)
    make_floor.hat(world.ratih.user, Role.BAPPEDA, world.rembang)

    sent = siti.post(f"{LIST}{made.pk}/tautan/")

    assert "/undangan/" not in siti.get(sent.url).content.decode()


def test_an_appointment_without_an_account_gets_no_link(world, client_of):
    made = make.appointment(world.dlh)
    siti = client_of(world.siti)

    sent = siti.post(f"{LIST}{made.pk}/tautan/")

    assert "belum mempunyai akun" in siti.get(sent.url).content.decode()


def test_html_typed_into_a_name_is_shown_as_text(world, client_of):
    made = make.appointment(
        world.dlh, f"Lina {SCRIPT}", position=SCRIPT, contact=SCRIPT
    )
    siti = client_of(world.siti)

    for url in (LIST, f"{LIST}{made.pk}/"):
        assert SCRIPT not in siti.get(url).content.decode()


def test_an_expired_appointment_opens_no_page(world, client_of, clock):
    user = make_floor.user("Lina Marlina", world.blora)
    made = make.appointment(world.dinkes, user=user, end=dt.date(2020, 12, 31))
    lina = client_of(actor_under(made.assignment, user))
    url = f"{LIST}{made.pk}/"

    clock("2020-12-31")
    assert lina.get(url).status_code == 200

    clock("2021-01-01")
    assert lina.get(url).status_code == 403
