"""Checks a program's arguments and says what is wrong in the words of WeChat's base library."""

from collections.abc import Iterable, Mapping

from miniapp_host.api.calls.endpoint import Kind, Parameter

LONGEST_TEXT = 1024 * 1024
"""Characters of a text in an argument that is not made for more."""
_LONGEST_NAME = 100
_ABSENT = object()


def parameter_error(parameters: Iterable[Parameter], arguments: Mapping[str, object]) -> str | None:
    """The reason of a failure that names every wrong parameter, None if all are right."""
    wrong = [text for one in parameters if (text := _complaint(one, arguments)) is not None]
    return "parameter error: " + "".join(wrong) if wrong else None


def length_error(long: frozenset[str], arguments: Mapping[str, object]) -> str | None:
    """The reason of a failure that names an argument with too long a text in it, or None.

    The arguments in `long` may have any length.
    """
    for name, value in arguments.items():
        if name not in long and _is_long(value):
            shown = name[:_LONGEST_NAME]
            return f"parameter error: parameter.{shown} is longer than {LONGEST_TEXT} characters;"
    return None


def _is_long(value: object) -> bool:
    match value:
        case str():
            return len(value) > LONGEST_TEXT
        case list():
            return any(map(_is_long, value))
        case dict():
            return any(map(_is_long, value.values()))
        case _:
            return False


def mistyped(name: str, kind: Kind, value: object) -> str:
    """The reason of a failure because of one parameter of a wrong type."""
    return f"parameter error: {_sentence(name, kind, kind_of(value))}"


def kind_of(value: object) -> Kind:
    """The JavaScript type of a decoded JSON value."""
    match value:
        case None:
            return Kind.NULL
        case bool():
            return Kind.BOOLEAN
        case int() | float():
            return Kind.NUMBER
        case str():
            return Kind.STRING
        case list() | tuple():
            return Kind.ARRAY
        case _:
            return Kind.OBJECT


def _complaint(parameter: Parameter, arguments: Mapping[str, object]) -> str | None:
    value = arguments.get(parameter.name, _ABSENT)
    if value is _ABSENT and not parameter.required:
        return None
    found = Kind.UNDEFINED if value is _ABSENT else kind_of(value)
    return None if found is parameter.kind else _sentence(parameter.name, parameter.kind, found)


def _sentence(name: str, expected: Kind, found: Kind) -> str:
    return f"parameter.{name} should be {expected.value} instead of {found.value};"
