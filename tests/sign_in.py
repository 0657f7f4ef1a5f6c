"""People who come with a session, where signing in is not what the test is about."""

from __future__ import annotations

from django.test import Client

from pug_portal.access.actor import Actor
from pug_portal.accounts.hats import SESSION_KEY


def signed_in(actor: Actor) -> Client:
    """A browser in which this person is signed in under this hat."""
    client = Client()
    assert actor.user is not None
    client.force_login(actor.user)
    if actor.assignment_id:
        session = client.session
        session[SESSION_KEY] = actor.assignment_id
        session.save()
    return client
