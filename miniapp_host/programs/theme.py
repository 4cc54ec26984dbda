"""theme.json: a value that starts with `@` in app.json or page json differs in light and dark."""

from collections.abc import Mapping
from typing import Literal

Mode = Literal["light", "dark"]
Theme = Mapping[Mode, Mapping[str, object]]


def make_theme(values: object) -> Theme:
    """The variables of theme.json per mode; one that a mode lacks has the other mode's value."""
    if not isinstance(values, dict):
        return {}
    light, dark = _variables(values.get("light")), _variables(values.get("dark"))
    return {"light": {**dark, **light}, "dark": {**light, **dark}}


def resolve(value: object, theme: Theme, mode: Mode) -> object:
    """`value` with its variables filled in, however deep; an unknown variable stays as written."""
    return _filled(value, theme.get(mode, {}))


def variables_in(value: object) -> frozenset[str]:
    """The names of all variables that `value` uses."""
    if isinstance(value, str):
        return frozenset({value[1:]}) if value.startswith("@") else frozenset()
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return frozenset(name for part in parts for name in variables_in(part))


def _filled(value: object, variables: Mapping[str, object]) -> object:
    if isinstance(value, str):
        return variables.get(value[1:], value) if value.startswith("@") else value
    if isinstance(value, dict):
        return {key: _filled(part, variables) for key, part in value.items()}
    if isinstance(value, list):
        return [_filled(part, variables) for part in value]
    return value


def _variables(values: object) -> dict[str, object]:
    return dict(values) if isinstance(values, dict) else {}
