"""What a browser complains about while a page is used: must stay empty."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

# Pages that answer 403 or 422 are part of the journeys; Chromium writes each to the console.
_STATUS = "Failed to load resource: the server responded with a status of"
# The browser drops what is still loading when the person walks on.
_LEFT = "net::ERR_ABORTED"


class Watch:
    """Listens to one page: console, script errors, failed and foreign requests."""

    def __init__(self, page: Page, host: str) -> None:
        self.page = page
        self.host = host
        self.complaints: list[str] = []
        self.documents: set[str] = set()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._add(f"script error: {error}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("response", self._response)

    def _add(self, complaint: str) -> None:
        self.complaints.append(f"{urlsplit(self.page.url).path}: {complaint}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type not in {"error", "warning"}:
            return
        about = message.location.get("url", "")
        if message.text.startswith(_STATUS) and about in self.documents:
            return
        self._add(f"console {message.type}: {message.text} ({about})")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if request.is_navigation_request():
            self.documents.add(request.url)
        if address.scheme in {"http", "https"} and address.netloc != self.host:
            self._add(f"request to another host: {request.url}")

    def _failed(self, request: Request) -> None:
        # An attachment ends its navigation without a page.
        if request.failure != _LEFT:
            self._add(f"failed request: {request.url} {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.url not in self.documents:
            self._add(f"{response.status} for {response.url}")

    def check(self) -> None:
        assert not self.complaints, "\n".join(self.complaints)
