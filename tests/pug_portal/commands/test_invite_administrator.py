import re

import pytest
from django.core.management import CommandError, call_command

from pug_portal.access.roles import Role
from pug_portal.accounts.actions import open_link
from pug_portal.accounts.models import AccessLink, Assignment, Basis, User
from pug_portal.audit.models import Event


@pytest.fixture
def invite(world, capsys):
    """The token that the command has printed."""

    def run(
        identifier: str = "nia@blora.example", region: str = "33.16", **more
    ) -> str:
        call_command(
            "invite_administrator",
            name="Nia Contoh",
            identifier=identifier,
            region=region,
            **more,
        )
        return re.search(r"/undangan/([^/\s]+)/", capsys.readouterr().out)[1]

    return run


def test_the_link_leads_to_an_account_that_is_administrator_there(invite):
    link = open_link(invite())

    assert link.kind == AccessLink.Kind.INVITATION
    hat = Assignment.objects.get(user=link.user)
    assert (hat.role, hat.region.code) == (Role.ADMINISTRATOR, "33.16")


def test_without_a_letter_the_role_ends_by_itself(invite):
    hat = Assignment.objects.get(user=open_link(invite()).user)

    assert hat.basis == Basis.PENDING
    assert hat.end is not None


def test_with_a_letter_the_role_stays(invite):
    hat = Assignment.objects.get(user=open_link(invite(basis="800/12/2026")).user)

    assert (hat.basis, hat.basis_number, hat.end) == (Basis.LETTER, "800/12/2026", None)


def test_asking_again_gives_the_same_person_a_new_link(invite):
    first = open_link(invite()).user

    again = open_link(invite()).user

    assert again == first
    assert Assignment.objects.filter(user=first).count() == 1


def test_it_leaves_its_trail(invite):
    invite()

    verbs = set(Event.objects.values_list("verb", flat=True))
    assert {"account.invited", "account.link_made"} <= verbs


def test_an_unknown_region_is_refused(invite):
    before = User.objects.count()

    with pytest.raises(CommandError, match=r"99\.99"):
        invite(region="99.99")

    assert User.objects.count() == before
