"""wx.authorize, wx.getSetting and wx.openSetting."""

from miniapp_host.api.calls.asking import Asking
from miniapp_host.api.calls.call import Call, CallError
from miniapp_host.api.calls.endpoint import Endpoint, Parameter
from miniapp_host.api.calls.journal import How
from miniapp_host.api.calls.privacy import Privacy
from miniapp_host.permissions.decisions import Decision
from miniapp_host.permissions.prompts import plain_text
from miniapp_host.permissions.scopes import scope_named
from miniapp_host.permissions.store import PermissionStore

_LONGEST_SCOPE = 64


class Authorization:
    """Asks for a scope by itself, tells what was decided, opens the settings panel."""

    def __init__(self, store: PermissionStore, asking: Asking, privacy: Privacy) -> None:
        self._store = store
        self._asking = asking
        self._privacy = privacy

    def endpoints(self) -> tuple[Endpoint, ...]:
        """The family's calls."""
        return (
            Endpoint("authorize", self.authorize, parameters=(Parameter("scope"),)),
            Endpoint("getSetting", self.settings),
            Endpoint("openSetting", self.open_settings, guarded=True),
        )

    def authorize(self, call: Call) -> None:
        """Ask for any scope of the table; raises CallError for a scope not in it."""
        scope = scope_named(call.string("scope"))
        call.note.scope = plain_text(call.string("scope"), _LONGEST_SCOPE)
        if scope is None:
            raise CallError("invalid scope", how=How.UNKNOWN_SCOPE)
        self._asking.require_purpose(call.session, scope)

        def ask(agreed: Call) -> None:
            self._asking.ask(agreed, scope, Call.ok)

        if any(guard.contract for guard in scope.guards):
            self._privacy.require(call, ask)
        else:
            ask(call)

    def settings(self, call: Call) -> None:
        """The decided scopes: true for granted, false for denied. Raises StoreError."""
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
        """Show the settings; the answer has the values when the person comes back.

        Raises CallError if they are open already.
        """
        if call.session.screen.settings_open:
            raise CallError("the settings are open already")

        answer = call.later(self.settings)
        call.session.screen.open_settings(lambda: answer(call))
