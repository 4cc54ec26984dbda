"""Fills the texts of a walkthrough in for one program and one scope."""

from dataclasses import dataclass

from miniapp_host.permissions.scopes import scope_named
from miniapp_host.texts import Text


@dataclass(frozen=True)
class Wording:
    """What `{program}`, `{scope}` and `{calls}` mean; `scope` is an id, None if there is none."""

    program: str
    scope: str | None

    def filled(self, text: Text) -> Text:
        """`text` with its fields filled in, each language on its own."""
        scope = scope_named(self.scope) if self.scope is not None else None
        calls = ", ".join(scope.interfaces) if scope else ""
        titles = scope.title if scope else Text("", "")
        said = (
            one.format(program=self.program, scope=title, calls=calls)
            for one, title in zip(text, titles, strict=True)
        )
        return Text(*said)
