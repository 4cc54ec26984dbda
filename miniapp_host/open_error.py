"""Why a program can't be opened: the error that ends a command or becomes a dialog."""


class OpenError(Exception):
    """A program can't be opened; the text is one line: which file, why and what to do."""
