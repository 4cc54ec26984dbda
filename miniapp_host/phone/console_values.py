"""Whether somebody looks at what programs log as values, not only as text."""

from collections.abc import Callable

from miniapp_host.watchers import Unwatch, Watchers


class ConsoleValues:
    """One for the whole phone: services send values only while they are wanted."""

    def __init__(self) -> None:
        self._wanted = 0
        self._changed: Watchers[bool] = Watchers()

    @property
    def wanted(self) -> bool:
        """Whether anybody wants them."""
        return self._wanted > 0

    def want(self) -> Unwatch:
        """Want them until the returned function is called."""
        self._wanted += 1
        if self._wanted == 1:
            self._changed.announce(True)
        given_up = [False]

        def give_up() -> None:
            if not given_up[0]:
                given_up[0] = True
                self._wanted -= 1
                if not self._wanted:
                    self._changed.announce(False)

        return give_up

    def watch(self, callback: Callable[[bool], None]) -> Unwatch:
        """Call `callback` whenever they begin or cease to be wanted."""
        return self._changed.watch(callback)
