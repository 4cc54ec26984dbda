"""The phone's keys and what they do, and the tools beside it, each made when it is first used."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from miniapp_host.devices.preferences import Preferences
from miniapp_host.phone.remembered import remembered_placement
from miniapp_host.shell.window.keys import Keys, Wish
from miniapp_host.shell.window.phone_window import PhoneWindow
from miniapp_host.texts import ToldError

if TYPE_CHECKING:
    from miniapp_host.phone.programs import OpenPrograms
    from miniapp_host.phone.wishes import Wishes
    from miniapp_host.phone.workbench import Workbench


class Tools(QObject):
    """Listens to the keys of `window`; `programs` makes the open programs when they are needed."""

    problem_found = Signal(object)
    """An error that the person must be told."""
    first_steps_wished = Signal()

    def __init__(
        self,
        window: PhoneWindow,
        programs: Callable[[], "OpenPrograms"],
        preferences: Preferences,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._programs = programs
        self._preferences = preferences
        self._made: Workbench | None = None
        self._keys = Keys(window, window.screen_widget)
        self._keys.pressed.connect(self._on_keys_pressed)

    @cached_property
    def workbench(self) -> "Workbench":
        """The inspector and its panels; raises OpenError if this machine lacks a library."""
        from miniapp_host.phone.workbench import Workbench

        workbench = Workbench(self._programs(), self._preferences, self)
        workbench.problem_found.connect(self.problem_found)
        workbench.inspector_made.connect(self._keys.add_to)
        self._made = workbench
        return workbench

    @cached_property
    def wishes(self) -> "Wishes":
        """What keys and menus do; raises OpenError if this machine lacks a library."""
        from miniapp_host.phone.wishes import Wishes

        wishes = Wishes(self._programs(), self)
        wishes.problem_found.connect(self.problem_found)
        wishes.inspector_wished.connect(self.open_inspector)
        wishes.inspect_wished.connect(self._on_wishes_inspect_wished)
        wishes.first_steps_wished.connect(self.first_steps_wished)
        return wishes

    def begin(self) -> None:
        """Open the inspector if it was open when the phone was closed."""
        if remembered_placement(self._preferences).open:
            self.open_inspector()

    def open_inspector(self) -> None:
        """Show the inspector where it was last."""
        try:
            self.workbench.place.open()
        except ToldError as error:
            self.problem_found.emit(error)

    def open_page_menu(self, place: QPoint) -> None:
        """Open the menu of the page in front at this place on the desktop."""
        self.wishes.open_menu(place)

    def speak_anew(self) -> None:
        """The phone's language has changed."""
        if self._made is not None:
            self._made.make_anew()

    def close(self) -> None:
        """Take the tools away; a second call does nothing."""
        if self._made is not None:
            self._made.close()

    def _on_keys_pressed(self, wish: Wish) -> None:
        bench = self._made if self._made and self._made.place.placement.open else None
        try:
            match wish:
                case Wish.INSPECTOR if bench is not None:
                    bench.place.close()
                case Wish.OTHER_SIDE:
                    if bench is not None:
                        bench.change_sides()
                case _:
                    self.wishes.fulfil(wish)
        except ToldError as error:
            self.problem_found.emit(error)

    def _on_wishes_inspect_wished(self, place: QPoint) -> None:
        try:
            self.workbench.inspect(place)
        except ToldError as error:
            self.problem_found.emit(error)
