"""How work that takes long asks whether it is still wanted, and tells that it was stopped."""


class StoppedError(Exception):
    """Whoever waited for the work does not want it any more."""


def never(_done: float) -> bool:
    """Nobody stops the work, however much of it is done."""
    return False
