"""Why a program can't be opened: the error that ends a command or becomes a dialog."""

from collections.abc import Iterator
from contextlib import contextmanager

from miniapp_host.texts import ToldError


class OpenError(ToldError):
    """A program can't be opened; the text says which file, why and what to do."""


@contextmanager
def as_open_error() -> Iterator[None]:
    """Whatever of the world's faults happens inside keeps a program from opening: OpenError."""
    try:
        yield
    except ToldError as error:
        raise OpenError(error.sentence) from error
