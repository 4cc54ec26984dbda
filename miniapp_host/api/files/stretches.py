"""Work on files that takes long: it is done in stretches, and the phone goes on in between."""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import partial

from miniapp_host.api.calls.call import Call
from miniapp_host.api.calls.endpoint import Parameter
from miniapp_host.api.calls.session import Session
from miniapp_host.api.files.file_operations import Arguments, Result
from miniapp_host.api.files.file_places import refused
from miniapp_host.devices.clock import Clock

STRETCH = 4 * 1024 * 1024
"""Bytes that are read or written in one stretch."""

Steps = Generator[None, None, Result]
"""Rests at the end of each stretch, and returns the result; may raise CallError and OSError."""


@dataclass(frozen=True)
class LongOperation:
    """A function that works in stretches; `offered` ones are functions of `wx`, too."""

    name: str
    steps: Callable[[Session, Arguments], Steps]
    parameters: tuple[Parameter, ...]
    offered: bool = False


class Stretches:
    """Runs long operations; one whose program closes goes no further."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def run(self, operation: LongOperation, call: Call) -> None:
        """Answer `call` when the work is done; a short one at once. Raises CallError."""
        self._go_on(call, operation, operation.steps(call.session, call.arguments))

    def _go_on(self, call: Call, operation: LongOperation, steps: Steps) -> None:
        try:
            next(steps)
        except StopIteration as end:
            call.ok(end.value)
        except OSError as error:
            given = call.string(operation.parameters[0].name)
            raise refused(error, given) from error
        else:
            go_on = call.later(partial(self._go_on, call, operation))
            self._clock.after(0, partial(go_on, steps))
