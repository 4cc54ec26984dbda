"""The failure of a test that waits for what does not come."""


class WaitError(AssertionError):
    """Something did not happen in time; the text says what is on the phone instead."""
