"""Waits for what removes folders beside the phone: only few files are gone at once."""

from threading import enumerate as threads

from miniapp_host.programs.background_removal import THREAD


def wait_for_removals() -> None:
    """Return when no folder is being removed any more."""
    for thread in threads():
        if thread.name == THREAD:
            thread.join()
