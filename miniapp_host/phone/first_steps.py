"""The three-step hint at the foot of the launcher: when it is shown, and what its buttons do.

A person sees it from the first start on, until it is closed; tests and scripts, which build a phone
or start one without a screen, never do unless they call it.
"""

from PySide6.QtCore import QObject

from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.programs.samples import NEARBY
from miniapp_host.shell.home.launcher import Launcher
from miniapp_host.texts import Texts, ToldError

SEEN_KEY = "firstSteps.seen"
_UNSEEN_PLATFORMS = ("offscreen", "minimal")


class FirstSteps(QObject):
    """Keeps which step is shown; each launcher is given its card anew."""

    def __init__(self, memory: PhoneMemory, texts: Texts, parent: QObject) -> None:
        super().__init__(parent)
        self._memory = memory
        self._texts = texts
        self._launcher: Launcher | None = None
        self._step: int | None = None

    def begin(self, platform: str) -> None:
        """Show the first step unless the hint was closed before, or nobody sees this phone.

        `platform` is the name of Qt's platform.
        """
        if platform not in _UNSEEN_PLATFORMS and not self._memory.preferences.get(SEEN_KEY):
            self._go_to(0)

    def show(self) -> None:
        """Show the first step, with the keyboard on it."""
        self._go_to(0)
        self._focus_card(by_keys=True)

    def hide(self) -> None:
        """Take the hint away; unless the person closes it, it comes with the next start."""
        self._go_to(None)

    def add_to(self, launcher: Launcher) -> None:
        """Show the hint on this launcher from now on."""
        if self._launcher is not None:
            self._launcher.set_hint(None)
        self._launcher = launcher
        self._put_card()

    def _go_to(self, step: int | None) -> None:
        self._step = step
        self._put_card()

    def _put_card(self) -> None:
        from miniapp_host.shell.home.first_steps_card import FirstStepsCard

        if self._launcher is None:
            return
        if self._step is None:
            self._launcher.set_hint(None)
            return
        card = FirstStepsCard(self._step, self._texts, can_try=self._has_nearby())
        card.step_wished.connect(self._on_card_step_wished)
        card.try_wished.connect(self._on_card_try_wished)
        card.left.connect(self._on_card_left)
        self._launcher.set_hint(card)

    def _focus_card(self, *, by_keys: bool) -> None:
        if self._launcher is not None and self._launcher.hint is not None:
            self._launcher.hint.take_focus(by_keys=by_keys)

    def _has_nearby(self) -> bool:
        try:
            return self._memory.library.program(NEARBY) is not None
        except ToldError:
            return False

    def _on_card_step_wished(self, step: int) -> None:
        hint = self._launcher.hint if self._launcher is not None else None
        by_keys = hint is not None and hint.ringed
        self._go_to(step)
        self._focus_card(by_keys=by_keys)

    def _on_card_try_wished(self) -> None:
        self._on_card_left()
        if self._launcher is not None:
            self._launcher.program_chosen.emit(NEARBY)

    def _on_card_left(self) -> None:
        """Takes the hint away; if the disk keeps that not, it comes again with the next start."""
        self.hide()
        try:
            self._memory.preferences.set(SEEN_KEY, True)
        except ToldError:
            return
