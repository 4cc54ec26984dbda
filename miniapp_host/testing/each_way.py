"""A flow that a test runs in each of the ways in which a scope can go."""

from collections.abc import Callable
from typing import TypeVar

import pytest

from miniapp_host.api.calls.ways import ways_of
from miniapp_host.automation.scope_words import scope_of
from miniapp_host.automation.verb_error import VerbError

__tracebackhide__ = True  # a failure's traceback ends in the test

T = TypeVar("T", bound=Callable[..., object])


def each_way(scope: str) -> Callable[[T], T]:
    """Run a test once for each way of `scope`; its argument `way` says which, as a `Way`.

    What is decided before is decided, and the prompt is answered by itself, by a real click.
    Raises VerbError for an unknown scope.
    """
    try:
        known = scope_of(scope)
    except VerbError as error:
        raise error.with_traceback(None) from None  # who collects tests shows each frame
    cases = [
        pytest.param((known.id, way), id=way.value.replace(" ", "-")) for way in ways_of(known)
    ]
    return pytest.mark.parametrize("way", cases, indirect=True)
