"""wx.authorize, wx.getSetting, wx.openSetting, and what a program without privacy contract asks."""

from miniapp_host.api.asking import Asking
from miniapp_host.api.call import Call, CallError
from miniapp_host.api.endpoint import Endpoint, Parameter
from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.scopes import scope_named
from miniapp_host.permissions.store import PermissionStore


class Authorization:
    """Asks for a scope by itself, tells what was decided, opens the settings panel."""

    def __init__(self, store: PermissionStore, asking: Asking) -> None:
        self._store = store
        self._asking = asking

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        return (
            Endpoint("authorize", self.authorize, parameters=(Parameter("scope"),)),
            Endpoint("getSetting", self.settings),
            Endpoint("openSetting", self.open_settings, needs_tap=True),
            Endpoint("getPrivacySetting", self.privacy),
            Endpoint("requirePrivacyAuthorize", Call.ok),
        )

    def authorize(self, call: Call) -> None:
        """Every scope of the table, also those whose interfaces are not here yet."""
        scope = scope_named(call.string("scope"))
        if scope is None:
            raise CallError("invalid scope")
        self._asking.require_purpose(call.session, scope)
        self._asking.ask(call, scope, Call.ok)

    def settings(self, call: Call) -> None:
        """Only decided scopes are named: true granted, false denied."""
        decisions = self._store.decisions(call.session.subject)
        result: dict[str, object] = {
            "authSetting": {
                scope: decision is Decision.GRANTED for scope, decision in decisions.items()
            }
        }
        if call.flag("withSubscriptions"):
            result["subscriptionsSetting"] = {"mainSwitch": True, "itemSettings": {}}
        call.ok(result)

    def open_settings(self, call: Call) -> None:
        """Answers when the person has come back, with the values then."""
        if call.session.screen.settings_open:
            raise CallError("the settings are open already")

        answer = call.later(self.settings)
        call.session.screen.open_settings(lambda: answer(call))

    def privacy(self, call: Call) -> None:
        """No program here has a privacy contract that the person would have to accept first."""
        call.ok({"needAuthorization": False, "privacyContractName": ""})
