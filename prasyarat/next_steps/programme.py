"""Lines of the work programme to choose from. The programme stands in an app above.

That app registers who lists them; without it the field is plain text all the same.
"""

from __future__ import annotations

from collections.abc import Callable

from pug_portal.regions.models import Region

Provider = Callable[[Region], tuple[str, ...]]
_providers: list[Provider] = []


def register(provider: Provider) -> None:
    if provider not in _providers:
        _providers.append(provider)


def lines_offered(region: Region) -> tuple[str, ...]:
    """Each as it is printed in the plan: year, code where there is one, activity."""
    return tuple(line for provider in _providers for line in provider(region))
