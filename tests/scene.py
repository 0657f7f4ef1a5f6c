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

from tests import world as cast
from tests.saved_rows import SavedRows

ANONYMOUS = "anonymous"


@dataclass
class Scene:
    kwargs: dict[str, dict[str, Any]]
    # Visitor → key of a session that is signed in.
    sessions: dict[str, str]

    def client(self, visitor: str) -> Client:
        client = Client()
        if visitor != ANONYMOUS:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[visitor]
        return client


_made: dict[str, SavedRows[Scene]] = {}


def scene_of(module: ModuleType, client_of) -> Scene:
    """Needs an empty database of its own; `client_of` is the fixture."""
    if module.__name__ in _made:
        return _made[module.__name__].restore()
    world = cast.build()
    scene = Scene(
        kwargs=module.kwargs(world),
        sessions={
            name: client_of(actor).session.session_key
            for name, actor in world.everyone().items()
        },
    )
    _made[module.__name__] = SavedRows(scene, with_sessions=True)
    return scene
