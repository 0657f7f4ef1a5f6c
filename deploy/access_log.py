"""gunicorn's access log: the address asked for and the page it came from, without keys."""

from typing import Any

from gunicorn.glogging import Logger

from pug_portal.logs import without_keys


class AccessLog(Logger):
    def atoms(self, *request: Any) -> dict[str, Any]:
        found = super().atoms(*request)
        return {
            name: without_keys(value) if isinstance(value, str) else value
            for name, value in found.items()
        }
