"""Health and error pages."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from pug_portal.health import pulse


@login_not_required
def health(request: HttpRequest) -> JsonResponse:
    """200 with names when database and worker answer; 503 while the worker is silent."""
    facts = pulse.snapshot()
    return JsonResponse(facts, status=200 if facts["status"] == "ok" else 503)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", {"sentence": str(exception)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    # Without the request: menu and region come from the database, which may be what broke.
    return HttpResponse(render_to_string("500.html"), status=500)
