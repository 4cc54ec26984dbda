"""Runs a phone until it is closed: before a person, or where nobody sees it."""

import gc
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from miniapp_host import paths
from miniapp_host.phone.options import STARTS_ANEW, Options
from miniapp_host.phone.phone import Phone, build
from miniapp_host.phone.qt_application import prepare_qt, qt_application
from miniapp_host.phone.quiet_collection import QuietCollection
from miniapp_host.phone.scale import scaled
from miniapp_host.phone.stop_signals import stopped_by_signals
from miniapp_host.phone.terminal import silence_engines

if TYPE_CHECKING:
    from miniapp_host.api.calls.dispatcher import CallCount
    from miniapp_host.permissions.prompts import Prompter


def run_unseen(
    options: Options,
    prompter: "Prompter",
    begin: Callable[[Phone, Callable[[], None]], None],
    interrupted: Callable[[], None] | None = None,
) -> None:
    """Run a phone until `begin` calls its second argument; raises like `run`.

    When the process is asked to end, the run ends after a call of `interrupted`. With Qt's platform
    "offscreen" no screen is needed and no window appears.
    """
    prepare_qt()
    app = qt_application()
    phone = build(options, prompter, guard_ms=0)

    def stop() -> None:
        if interrupted is not None:
            interrupted()
        app.quit()

    try:
        phone.window.show()
        set_start_aside(phone)
        with stopped_by_signals(stop):
            begin(phone, app.quit)
            app.exec()
    finally:
        phone.close()


def run(options: Options, begin: Callable[[Phone], None]) -> int:
    """Show the phone until it is closed, and return the exit code, or STARTS_ANEW.

    `begin` is called once its window is shown. A signal that asks the process to end closes the
    phone as its window does. Raises ToldError if `options` can't be met.
    """
    if not options.verbose:
        silence_engines()
    prepare_qt()
    with scaled(paths.data_dir(options.data_dir)):
        app = qt_application()
    phone = build(options)

    def stop() -> None:
        phone.window.close()
        app.quit()  # a tool in a window of its own would keep the application

    with stopped_by_signals(stop):
        if options.folder is not None:
            phone.give(options.folder, options.page)
        phone.window.show()
        set_start_aside(phone)
        begin(phone)
        code = app.exec()
    return STARTS_ANEW if phone.starts_anew else code


_SELDOM = 10_000
"""Middle searches before Python makes a full one by itself; ten are its own habit."""


def set_start_aside(phone: Phone) -> None:
    """Let Python's searches for dead cycles cost little: the phone stands still meanwhile.

    Each full search would look at the 50,000 objects of the start again, which live as long as the
    process; and a flood of calls, all of them alive, would be searched several times in vain. Our
    own objects hardly ever form cycles: a full search comes when the phone is quiet, and by itself
    only if that is a thousand times as long in coming as Python would wait: 20,000 requests at once
    are fifty times as long, and such a search among them takes 0.4 s. A process may do so again
    for each of its phones.
    """
    gc.freeze()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _SELDOM)
    QuietCollection(partial(_call_count, phone), phone)


def _call_count(phone: Phone) -> "CallCount | None":
    """The calls of the phone's programs until now; None while none is open."""
    return phone.programs.parts.dispatcher.count if phone.running else None
