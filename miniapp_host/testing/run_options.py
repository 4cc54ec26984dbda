"""What the person asks of a run, on pytest's command line or in its settings.

Wrong words end the run before its first test; nothing of the phone is loaded to see them.
"""

from pathlib import Path

import pytest

_OPTIONS = {
    "miniapp": ("FOLDER", "the mini program that the tests run"),
    "miniapp-slow": ("MS", "milliseconds to wait after everything that is done"),
    "miniapp-patience": ("SECONDS", "how long a wait lasts at most (default 10)"),
    "miniapp-version-type": ("TYPE", "develop (default), trial or release"),
    "miniapp-fixtures": ("FILE", "answer from this file, not the network"),
    "miniapp-ways-fail-under": ("PERCENT", "fail if fewer of the scopes' ways were walked"),
}
_NUMBERS = {
    "miniapp_slow": (0.0, 60_000.0),
    "miniapp_patience": (0.001, 86_400.0),
    "miniapp_ways_fail_under": (0.0, 100.0),
}
"""The least and the most that can be meant."""


def add_options(parser: pytest.Parser) -> None:
    """Add the options, and the same to pytest's settings."""
    group = parser.getgroup("miniapp", "mini programs")
    for name, (metavar, meaning) in _OPTIONS.items():
        key = name.replace("-", "_")
        group.addoption(f"--{name}", dest=key, metavar=metavar, help=meaning)
        parser.addini(key, f"{meaning} (as --{name})")
    group.addoption("--miniapp-headed", action="store_true", help="show the phone on the screen")


def check(config: pytest.Config) -> None:
    """Look whether what is asked for can be meant; raises UsageError."""
    for name in _NUMBERS:
        number(config, name)
    version(config)
    for name in ("miniapp", "miniapp_fixtures"):
        # Of the command line only: what the settings name may be built by another command.
        if config.getoption(name) and not _existing(path(config, name)):
            raise _wrong(name, config.getoption(name), "there is no such file or folder")


def wish(config: pytest.Config, name: str) -> str | None:
    """An option of the command line, else of pytest's settings; None if neither has it."""
    return config.getoption(name) or config.getini(name) or None


def number(config: pytest.Config, name: str) -> float | None:
    """A number that is asked for, None if it is not; raises UsageError."""
    given = wish(config, name)
    if given is None:
        return None
    least, most = _NUMBERS[name]
    try:
        if least <= float(given) <= most:
            return float(given)
    except ValueError:
        pass
    raise _wrong(name, given, f"give a number from {least:g} to {most:g}")


def version(config: pytest.Config) -> str:
    """Which of the program's versions the phone runs; raises UsageError."""
    given = wish(config, "miniapp_version_type")
    if given is None:
        return "develop"
    from miniapp_host.programs.start import VERSIONS

    if given not in VERSIONS:
        raise _wrong("miniapp_version_type", given, f"choose from {', '.join(VERSIONS)}")
    return given


def path(config: pytest.Config, name: str) -> Path | None:
    """A path of the command line counts from where pytest was called, else from its root."""
    if given := config.getoption(name):
        return config.invocation_params.dir / str(given)
    kept = str(config.getini(name) or "")
    return config.rootpath / kept if kept else None


def _existing(asked: Path | None) -> bool:
    return asked is not None and asked.exists()


def _wrong(name: str, given: object, remedy: str) -> pytest.UsageError:
    option = "--" + name.replace("_", "-")
    return pytest.UsageError(f"{option}={given} (or {name} in pytest's settings): {remedy}")
