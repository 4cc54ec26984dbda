"""The pytest plugin: fixtures of a phone with the program under test on it.

Nothing of Qt is loaded before a fixture, or the option `--miniapp`, asks for it.
"""

import gc
from collections.abc import Generator, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from miniapp_host.testing import run_options
from miniapp_host.testing.own_frames import end_in_the_test
from miniapp_host.testing.starting import prepare, start
from miniapp_host.testing.walked_ways import WalkedWays

if TYPE_CHECKING:
    from miniapp_host.api.calls.ways import Way
    from miniapp_host.testing.device import Device
    from miniapp_host.testing.host import MiniAppHost
    from miniapp_host.testing.launcher import LauncherDriver
    from miniapp_host.testing.miniapp import MiniApp
    from miniapp_host.testing.permissions import Permissions
    from miniapp_host.testing.prompt import PromptDriver
    from miniapp_host.testing.settings import SettingsDriver
    from miniapp_host.testing.tested_phone import TestedPhone
    from miniapp_host.testing.walking import Answering

_TOLD = "miniapp_ways"
WALKED: pytest.StashKey[WalkedWays] = pytest.StashKey()
ANSWERING: pytest.StashKey["Answering"] = pytest.StashKey()
IS_LAST: pytest.StashKey[bool] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    run_options.add_options(parser)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        "permissions(states): what is decided before the test, "
        'e.g. {"scope.userLocation": "denied"}',
    )
    config.addinivalue_line(
        "markers", "recorded: a person did it, and it goes at a person's pace: they look first"
    )
    config.stash[WALKED] = WalkedWays()
    run_options.check(config)
    if run_options.wish(config, "miniapp"):
        prepare(config)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Takes over the ways that a worker of pytest-xdist has seen."""
    told = getattr(node, "workeroutput", {}).get(_TOLD)
    node.config.stash[WALKED].add(told or {})


def pytest_sessionfinish(session: pytest.Session) -> None:
    walked = session.config.stash[WALKED]
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output[_TOLD] = walked.seen
    elif walked.percent < _least(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    walked, least = config.stash[WALKED], _least(config)
    if walked.seen:
        terminalreporter.section("ways of the scopes")
        terminalreporter.write_line(walked.table())
    if walked.percent < least:
        terminalreporter.write_line(
            f"only {walked.percent:.0f} % of the ways were walked, {least:g} % are asked for",
            red=True,
        )


@pytest.fixture(scope="session")
def miniapp_host(
    pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory
) -> Iterator["MiniAppHost"]:
    """What makes the phones; `miniapp_host.folder` is the folder of `--miniapp`."""
    begun = start(pytestconfig)
    from miniapp_host.testing.host import MiniAppHost

    # What is loaded by now stays until the end: no later look for dead cycles goes through it.
    gc.freeze()
    host = MiniAppHost(_wishes(pytestconfig), tmp_path_factory.mktemp("pictures"), begun)
    yield host
    host.close()


@pytest.fixture
def tested_phone(
    miniapp_host: "MiniAppHost", tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator["TestedPhone"]:
    """A new phone with the program on it: undecided but for the mark `permissions`, first page."""
    from miniapp_host.texts import ToldError

    if request.node.stash.get(IS_LAST, False):
        miniapp_host.expect_last()
    recorded = request.node.get_closest_marker("recorded") is not None
    tested = miniapp_host.phone(tmp_path / "phone", by_hand=recorded)
    try:
        try:
            tested.open(miniapp_host.folder, before=_marked(request.node))
        except (ToldError, AssertionError) as error:
            raise pytest.fail.Exception(str(error), pytrace=False) from None
        yield tested
        request.config.stash[WALKED].add(tested.seen_ways())
    finally:
        tested.close()


@pytest.fixture
def miniapp(tested_phone: "TestedPhone") -> "MiniApp":
    """The program under test: taps, types, reads, waits."""
    from miniapp_host.testing.miniapp import MiniApp

    return MiniApp(tested_phone)


@pytest.fixture
def prompt(tested_phone: "TestedPhone") -> "PromptDriver":
    """The authorization popup."""
    from miniapp_host.testing.prompt import PromptDriver

    return PromptDriver(tested_phone)


@pytest.fixture
def permissions(tested_phone: "TestedPhone") -> "Permissions":
    """The decisions about the program."""
    from miniapp_host.testing.permissions import Permissions

    return Permissions(tested_phone)


@pytest.fixture
def settings(tested_phone: "TestedPhone") -> "SettingsDriver":
    """The program's settings panel."""
    from miniapp_host.testing.settings import SettingsDriver

    return SettingsDriver(tested_phone)


@pytest.fixture
def launcher(tested_phone: "TestedPhone") -> "LauncherDriver":
    """The phone's home screen."""
    from miniapp_host.testing.launcher import LauncherDriver

    return LauncherDriver(tested_phone)


@pytest.fixture
def device(tested_phone: "TestedPhone") -> "Device":
    """The phone itself."""
    from miniapp_host.testing.device import Device

    return Device(tested_phone)


@pytest.fixture
def way(request: pytest.FixtureRequest, tested_phone: "TestedPhone") -> "Way":
    """The way in which `each_way` runs the test."""
    from miniapp_host.testing.walking import begin_way

    scope, walked = cast("tuple[str, Way]", request.param)
    request.node.stash[ANSWERING] = begin_way(tested_phone, scope, walked)
    return walked


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Notes which test is the last: no runtime is made ready for one after it."""
    item.stash[IS_LAST] = nextitem is None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, Any, Any]:
    """Shows a stranger their own line, where a test of a program fails in what it asks of us."""
    if call.excinfo is not None and "miniapp_host" in getattr(item, "fixturenames", ()):
        error = call.excinfo.value
        if not end_in_the_test(error):
            told = pytest.fail.Exception(str(error), pytrace=False)
            call.excinfo = pytest.ExceptionInfo.from_exception(
                told.with_traceback(error.__traceback__)
            )
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """Fails a test that leaves a prompt open: nobody answers it, and a run would hang on it."""
    result = yield
    tested = getattr(item, "funcargs", {}).get("tested_phone")
    if tested is not None:
        _hear_out(tested)
    answering = item.stash.get(ANSWERING, None)
    if answering is not None:
        answering.finish()
    if tested is not None and (left := tested.left_open) is not None:
        asks = left.scope or left.kind
        pytest.fail(tested.described(f"the test left a prompt open, for {asks}"), pytrace=False)
    return result


def _hear_out(tested: "TestedPhone") -> None:
    """Wait for what the last tap asks: the program hears of it after the test's last line."""
    from miniapp_host.testing.settling import settle
    from miniapp_host.testing.wait_error import WaitError

    with suppress(WaitError):  # a program that does not answer asks nothing
        settle(tested)


def _least(config: pytest.Config) -> float:
    return run_options.number(config, "miniapp_ways_fail_under") or 0.0


def _wishes(config: pytest.Config) -> Any:
    from miniapp_host.phone.options import Options
    from miniapp_host.testing.host import Wishes
    from miniapp_host.testing.waiting import PATIENCE_SECONDS

    folder, fixtures = (run_options.path(config, one) for one in ("miniapp", "miniapp_fixtures"))
    return Wishes(
        folder=folder,
        options=Options(version=run_options.version(config), fixtures=fixtures),
        headed=config.getoption("miniapp_headed"),
        slow=(run_options.number(config, "miniapp_slow") or 0.0) / 1000,
        patience=run_options.number(config, "miniapp_patience") or PATIENCE_SECONDS,
        templates=_templates(config),
    )


def _templates(config: pytest.Config) -> Path | None:
    """Where pytest keeps what the next run may use again; None if it keeps nothing."""
    cache: pytest.Cache | None = getattr(config, "cache", None)
    try:
        return cache and cache.mkdir("miniapp-templates")
    except OSError:  # a folder that can't be written
        return None


def _marked(item: pytest.Item) -> dict[str, str]:
    """What the marks decide before the test; the nearest to it goes before others."""
    marks = [_states(mark) for mark in item.iter_markers("permissions")]
    return {scope: state for states in reversed(marks) for scope, state in states.items()}


def _states(mark: pytest.Mark) -> Mapping[str, str]:
    if mark.kwargs or len(mark.args) != 1 or not isinstance(mark.args[0], Mapping):
        told = 'the mark permissions takes one dict: permissions({"scope.userLocation": "denied"})'
        raise pytest.fail.Exception(told, pytrace=False)
    return mark.args[0]
