"""Why a program can't be opened: the error that ends a command or becomes a dialog."""

from miniapp_host.texts import ToldError


class OpenError(ToldError):
    """A program can't be opened; the text says which file, why and what to do."""
