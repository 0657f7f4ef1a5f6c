"""Turns away what no browser sends, and puts the actor on the request."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string

from pug_portal.access.actor import NOBODY, Actor

if TYPE_CHECKING:
    from pug_portal.access.views import ActorRequest


class NulMiddleware:
    """A NUL in an address is nobody's typing; PostgreSQL would answer it with an error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", "") or "\0" in request.path:
            raise BadRequest("NUL in the address")
        return self.get_response(request)


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


class PrivatePagesMiddleware:
    """On a shared phone «Back» after signing out must not show the page before.

    Pages are not stored rather than cleared away at the end (Clear-Site-Data): that would
    take the style sheets with it, which a weak line then loads again at every sign-in.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: ActorRequest) -> HttpResponse:
        is_private = request.user.is_authenticated
        response = self.get_response(request)
        if is_private and "Cache-Control" not in response:
            response["Cache-Control"] = "private, no-store"
        return response
