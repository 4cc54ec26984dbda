"""How things stand when a recording begins, so that the test begins alike.

A test begins on a new phone: nothing is decided, nothing stored, the first page is open.
"""

from collections.abc import Iterator
from shlex import quote

from miniapp_host.phone.options import Options
from miniapp_host.phone.parts import PhoneParts
from miniapp_host.phone.program import OpenProgram
from miniapp_host.phone.recorded_devices import begun_devices
from miniapp_host.recording.recording import Beginning, Line, Remark, Step

_MOST_KEYS = 5


def beginning_of(program: OpenProgram, parts: PhoneParts) -> Beginning:
    """What a test of `program` needs to begin as things stand now."""
    decisions = parts.memory.store.decisions(program.subject)
    return Beginning(
        decided={scope: decision.value for scope, decision in sorted(decisions.items())},
        lines=tuple(_lines(program, parts)),
        words=tuple(_words(parts.options)),
    )


def _lines(program: OpenProgram, parts: PhoneParts) -> Iterator[Line]:
    """The phone as it is, then the program: started anew if it would else find another phone."""
    devices = [*begun_devices(parts.devices, parts.memory.appearance)]
    yield from devices
    if program.page != program.session.package.manifest.entry_page:
        yield Step("miniapp", "open", (program.page,))
    elif len(devices) > 1:
        yield Step("miniapp", "restart")
    stored = [key for key, _value in program.session.storage.entries(program.id)]
    if stored:
        keys = ", ".join(stored[:_MOST_KEYS])
        yield Remark(f"The program had stored data ({keys}); a test begins without.")


def _words(options: Options) -> Iterator[str]:
    """The options of pytest that the test needs besides the program's folder."""
    if options.version != Options().version:
        yield f"--miniapp-version-type={options.version}"
    if options.fixtures is not None:
        yield f"--miniapp-fixtures={quote(options.fixtures.name)}"
