"""A process that answers for one base: portal or floor. Reads and writes JSON lines.

Pages are asked through the WSGI handler itself, so that no server's work is counted.
"""

from __future__ import annotations

import io
import json
import logging
import sys
import time
from collections import Counter
from http.cookies import SimpleCookie
from typing import Any

import django

django.setup()
# Looking for a page that answers meets many that do not.
logging.disable(logging.ERROR)

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, get_resolver, reverse

from bench.html import anatomy, shape
from bench.objects import candidates
from pug_portal.accounts.models import User

HANDLER = WSGIHandler()
FACTORY = RequestFactory(SERVER_NAME="127.0.0.1")
SESSIONS: dict[str, str] = {}


class Clock:
    """Wall time inside the database."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self, execute, sql, params, many, context):
        started = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.seconds += time.perf_counter() - started


def session_of(who: str) -> str:
    if who not in SESSIONS:
        client = Client()
        client.force_login(User.objects.get(username=who))
        SESSIONS[who] = client.cookies[settings.SESSION_COOKIE_NAME].value
    return SESSIONS[who]


def answer(url: str, who: str, data: dict[str, str] | None = None):
    """(status, headers, body) of one request, as a server would drive it."""
    token = "a" * 32
    request = (
        FACTORY.get(url)
        if data is None
        else FACTORY.post(url, {**data, "csrfmiddlewaretoken": token})
    )
    cookies = SimpleCookie({settings.CSRF_COOKIE_NAME: token})
    if who:
        cookies[settings.SESSION_COOKIE_NAME] = session_of(who)
    environ = {
        **request.environ,
        "HTTP_ACCEPT_ENCODING": "gzip",
        "HTTP_COOKIE": cookies.output(header="", sep=";").strip(),
        "wsgi.errors": io.StringIO(),
    }
    seen: list[Any] = []
    response = HANDLER(environ, lambda status, headers: seen.extend((status, headers)))
    body = b"".join(response)
    response.close()
    return int(seen[0][:3]), dict(seen[1]), body


def times(url: str, who: str, count: int, data: dict[str, str] | None = None):
    """CPU and SQL seconds of `count` requests."""
    clock = Clock()
    with connection.execute_wrapper(clock):
        started = time.process_time()
        for _ in range(count):
            answer(url, who, data)
        return {"cpu": time.process_time() - started, "sql": clock.seconds}


def look(url: str, who: str) -> dict[str, Any]:
    answer(url, who)
    with CaptureQueriesContext(connection) as captured:
        status, headers, body = answer(url, who)
    shapes = Counter(shape(query["sql"]) for query in captured.captured_queries)
    facts = {
        "status": status,
        "type": headers.get("Content-Type", ""),
        "queries": sum(shapes.values()),
        "shapes": [[count, text] for text, count in shapes.most_common(3)],
        "gzip": len(body),
    }
    return facts | anatomy(headers, body)


def find(name: str, who: str) -> str | None:
    """The first address of that name that this person can read."""
    user = User.objects.get(username=who)
    region = user.assignments.get().region
    for kwargs in candidates(name, region, user):
        try:
            url = reverse(name, kwargs=kwargs)
        except NoReverseMatch:
            continue
        status = answer(url, who)[0]
        if status == 200:
            return url
        if status == 405:
            break
    return None


def names() -> list[str]:
    def walk(patterns):
        for entry in patterns:
            if hasattr(entry, "url_patterns"):
                yield from walk(entry.url_patterns)
            elif entry.name:
                yield entry.name

    return list(dict.fromkeys(walk(get_resolver().url_patterns)))


def session(who: str) -> str:
    return session_of(who)


OPERATIONS = {
    "times": times,
    "look": look,
    "find": find,
    "names": names,
    "session": session,
}


def main() -> None:
    for line in sys.stdin:
        operation, arguments = json.loads(line)
        try:
            result = {"ok": OPERATIONS[operation](**arguments)}
        except Exception as error:  # noqa: BLE001 - told to the parent, which decides
            result = {"error": f"{type(error).__name__}: {error}"[:400]}
        sys.stdout.write(json.dumps(result) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
