"""What a verb said when it refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pug_portal.access.refusal import Refusal


def refused(call: Callable[[], Any]) -> Refusal:
    with pytest.raises(Refusal) as caught:
        call()
    return caught.value
