"""wx.navigateToMiniProgram and back: another program of this phone, if the person agrees."""

from collections.abc import Mapping
from typing import Protocol

from miniapp_host.api.calls.call import Call, CallError, Errno
from miniapp_host.api.calls.dispatcher import NOT_IN_FRONT
from miniapp_host.api.calls.endpoint import Endpoint, Kind, Parameter
from miniapp_host.api.calls.screen import Confirmation, Matter
from miniapp_host.programs.boot import Arrival
from miniapp_host.texts import Sentence, Text, ToldError

FROM_PROGRAM, BACK_FROM_PROGRAM = 1037, 1038
"""The numbers of WeChat's scenes for entering from another program and coming back."""


class Neighbours(Protocol):
    """The other programs on this phone, as far as a program may know them."""

    def name_of(self, appid: str) -> str | None:
        """The person's name for the program; None if it is not on this phone."""
        ...

    def enter(self, appid: str, page: str | None, arrival: Arrival) -> None:
        """Bring it to the front, on `page` (path?query) or its first; raises OpenError."""
        ...

    def go_back_to(self, appid: str, arrival: Arrival) -> bool:
        """Bring it to the front as it was left; False if it does not run any more."""
        ...


class OtherPrograms:
    """Opens programs of this phone; programs are never downloaded."""

    def __init__(self, neighbours: Neighbours) -> None:
        self._neighbours = neighbours

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        to = (Parameter("appId"), Parameter("path", required=False))
        back = (Parameter("extraData", Kind.OBJECT, required=False),)
        return (
            Endpoint("navigateToMiniProgram", self.enter, guarded=True, parameters=to),
            Endpoint("openEmbeddedMiniProgram", self.enter, guarded=True, parameters=to),
            Endpoint("navigateBackMiniProgram", self.go_back, parameters=back),
        )

    def enter(self, call: Call) -> None:
        """Ask the person, by the name that the phone knows, and open the program.

        Raises CallError for the program itself and one that is not on this phone.
        """
        appid = call.string("appId")
        if appid == call.session.program:
            raise CallError("can't navigate to myself")
        name = self._neighbours.name_of(appid)
        if name is None:
            call.session.log(
                "warn",
                Sentence(
                    "{call}: {appid} is not on this phone. Add its folder.",
                    call=call.name,
                    appid=appid,
                ),
            )
            raise CallError("invalid appid")

        def on_answer(confirmed: bool) -> None:
            if not confirmed:
                raise CallError("cancel", Errno.CANCEL)
            self._enter(call, appid)

        what = Confirmation(
            matter=Matter.PROGRAM,
            title=Text("Open another mini program", "即将打开另一个小程序"),
            facts=((Text("Mini program", "小程序"), name),),
            confirm=Text("Allow", "允许"),
        )
        call.session.screen.confirm(what, call.later(on_answer))

    def go_back(self, call: Call) -> None:
        """Go back to the program that opened this one, as it was left.

        Raises CallError if there is none, or this one is behind others: it must not lead away from
        them.
        """
        arrival = _arrival(call, BACK_FROM_PROGRAM)
        if not call.session.in_front:
            raise CallError(NOT_IN_FRONT)
        if not self._neighbours.go_back_to(call.session.entered.arrival.referrer, arrival):
            raise CallError("there is no mini program to go back to")
        call.ok()

    def _enter(self, call: Call, appid: str) -> None:
        page = call.string("path") or None
        try:
            self._neighbours.enter(appid, page, _arrival(call, FROM_PROGRAM))
        except ToldError as problem:
            raise CallError(str(problem)) from problem
        call.ok()


def _arrival(call: Call, scene: int) -> Arrival:
    given = call.arguments.get("extraData")
    return Arrival(scene, call.session.program, given if isinstance(given, Mapping) else {})
