"""Puts the actor on the request: the account and the hat it wears now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string

from pug_portal.access.actor import NOBODY, Actor

if TYPE_CHECKING:
    from pug_portal.access.views import ActorRequest


class ActorMiddleware:
    """`access` stands below `accounts`, so the resolver is named in settings."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.resolve: Callable[[HttpRequest], Actor] = import_string(
            settings.ACTOR_RESOLVER
        )

    def __call__(self, request: ActorRequest) -> HttpResponse:
        if request.user.is_authenticated:
            request.actor = self.resolve(request)
        else:
            request.actor = NOBODY
        return self.get_response(request)
