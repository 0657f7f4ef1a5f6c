"""What the permission rows of one slice need: the cast signed in, and objects to ask for.

Made once per process and laid down again for every later row: making the objects costs
ten times what one row asks.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType
from typing import Any

from django.conf import settings
from django.test import Client
from django.test.client import ClientHandler

from tests import world as cast
from tests.sign_in import signed_in

ANONYMOUS = "anonymous"
# Every client makes its own chain of middleware otherwise; thousands of them feel it.
HANDLER = ClientHandler(enforce_csrf_checks=False)


@dataclass
class Scene:
    kwargs: dict[str, dict[str, Any]]
    # Visitor → key of a session that is signed in.
    sessions: dict[str, str]

    def client(self, visitor: str) -> Client:
        client = Client()
        client.handler = HANDLER
        if visitor != ANONYMOUS:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[visitor]
        return client


def build(module: ModuleType) -> Scene:
    """Needs an empty database of its own."""
    world = cast.build()
    return Scene(
        kwargs=module.kwargs(world),
        sessions={
            name: signed_in(actor).session.session_key
            for name, actor in world.everyone().items()
        },
    )
