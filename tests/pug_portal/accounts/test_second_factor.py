"""What the portal asks about a second factor."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator


def test_a_kind_that_is_there_is_found(world):
    Authenticator.objects.create(user=world.siti.user, type="totp", data={})
    adapter = get_adapter()

    assert adapter.is_mfa_enabled(world.siti.user)
    assert adapter.is_mfa_enabled(world.siti.user, types=["totp"])
    assert not adapter.is_mfa_enabled(world.siti.user, types=["recovery_codes"])


def test_somebody_without_one_has_none(world):
    assert not get_adapter().is_mfa_enabled(world.ratih.user)


def test_a_kind_the_portal_does_not_take_is_not_asked_for(
    world, django_assert_num_queries
):
    with django_assert_num_queries(0):
        assert not get_adapter().is_mfa_enabled(world.siti.user, types=["webauthn"])
