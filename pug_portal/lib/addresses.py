"""Addresses of pages by name, without weighing every pattern anew: a list asks for two a row.

The words around a number do not change while a process runs, so Django is asked for them once.
"""

from __future__ import annotations

from functools import cache

from django.urls import (
    NoReverseMatch,
    URLResolver,
    get_resolver,
    get_script_prefix,
    get_urlconf,
    reverse,
)
from django.urls.converters import IntConverter

# Stands where the number will stand; no address of ours holds it otherwise.
_PROBE = 1234567890


def address(name: str, number: int | None = None) -> str:
    """As `reverse(name)` or `reverse(name, args=[number])` answers."""
    arguments = () if number is None else (number,)
    found = known_address(name, *arguments)
    return reverse(name, args=arguments) if found is None else found


def known_address(name: str, *arguments: object) -> str | None:
    """Of a page that takes nothing, or one number; None where Django has to be asked."""
    resolver, prefix = get_resolver(get_urlconf()), get_script_prefix()
    if not arguments:
        return _whole(resolver, prefix, name)
    number = arguments[0]
    # True is a number too, and no address takes one below zero.
    if len(arguments) > 1 or type(number) is not int or number < 0:
        return None
    around = _around(resolver, prefix, name)
    return f"{around[0]}{number}{around[1]}" if around else None


@cache
def _whole(resolver: URLResolver, prefix: str, name: str) -> str | None:
    # Which page a name with a colon means depends on the page one is on.
    if ":" in name:
        return None
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


@cache
def _around(resolver: URLResolver, prefix: str, name: str) -> tuple[str, str] | None:
    """What stands before and after the number of every address of this name."""
    patterns = resolver.reverse_dict.getlist(name)
    if ":" in name or len(patterns) != 1 or len(patterns[0][0]) != 1:
        return None
    ((_, parameters),), _, defaults, converters = patterns[0]
    if defaults or len(parameters) != 1:
        return None
    if type(converters.get(parameters[0])) is not IntConverter:
        return None
    head, _, tail = reverse(name, args=[_PROBE]).partition(str(_PROBE))
    return head, tail
