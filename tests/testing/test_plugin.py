"""The pytest plugin as a stranger uses it, each in a pytest run of its own."""

import sys

import pytest

from miniapp_host import paths
from tests.program_folder import write_program

pytest_plugins = ["pytester"]

NEARBY = paths.resources() / "programs" / "nearby"
QUIET = "[pytest]\nfilterwarnings = error\n"
ASKS_FOR_ITS_CONTRACT = {
    "index.wxml": "<button bindtap='ask'>Ask</button><view>{{said}}</view>",
    "index.js": """Page({data: {said: ''}, ask() { wx.getLocation({
  complete: ({errMsg}) => this.setData({said: errMsg})}) } })""",
    "app.json": '{"pages": ["pages/index/index"], "__usePrivacyCheck__": true}',
}


@pytest.fixture
def run(pytester: pytest.Pytester):
    """Runs a test file of these lines against Nearby, in a process of its own."""

    def run_it(source: str, *arguments: str) -> pytest.RunResult:
        pytester.makeini(QUIET)
        pytester.makepyfile(source)
        return pytester.runpytest_subprocess(f"--miniapp={NEARBY}", *arguments)

    return run_it


def test_a_strangers_first_test_passes_and_the_ways_are_told(run) -> None:
    result = run(
        """
        def test_a_refusal_is_survived(miniapp, prompt, permissions):
            miniapp.tap("Use my location")
            prompt.deny("scope.userLocation")
            assert permissions.state("scope.userLocation") == "denied"
            prompt.none()
            miniapp.expect_text("All places")
        """,
        "--miniapp-ways-fail-under",
        "50",
    )
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(
        ["scope.userLocation  -        walked *", "17 % of the ways walked"]
    )
    result.stdout.fnmatch_lines(["only 17 % of the ways were walked, 50 % are asked for"])
    assert result.ret == pytest.ExitCode.TESTS_FAILED


def test_a_prompt_left_open_fails_its_test_with_the_scope_and_a_picture(run) -> None:
    result = run(
        """
        def test_asks(miniapp, prompt):
            miniapp.tap("Use my location")
            prompt.expect()

        def test_the_next_phone_is_a_new_one(miniapp, prompt):
            prompt.none()
        """
    )
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*left a prompt open, for scope.userLocation", "*picture: *.png"])


def test_a_failure_tells_nothing_of_what_qt_says_of_the_machine(run) -> None:
    fails = "def test_it(miniapp): miniapp.expect_text('Nowhere', seconds=0.05)"
    result = run(fails, "-p", "no:pytest-qt")
    result.assert_outcomes(failed=1)
    result.stdout.no_fnmatch_line("*Captured stderr*")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_a_phone_to_be_seen_says_so(run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    result = run("def test_it(miniapp): pass", "--miniapp-headed")
    assert result.ret != pytest.ExitCode.OK
    result.stderr.fnmatch_lines(["Qt finds no screen: *"])


def test_each_way_of_no_scope_says_so_without_our_frames(run) -> None:
    result = run(
        """
        from miniapp_host.testing import each_way

        @each_way("scope.userLocaton")
        def test_it(miniapp, way):
            pass
        """
    )
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*There is no scope scope.userLocaton. Did you mean *"])
    result.stdout.no_fnmatch_line("*miniapp_host/*.py:*")


def test_every_way_is_walked_by_one_flow_on_two_workers(run) -> None:
    result = run(
        """
        from miniapp_host.testing import Way, each_way

        @each_way("scope.userLocation")
        def test_all(miniapp, way, permissions):
            if way not in (Way.DENIED_BEFORE, Way.ALLOWED_AGAIN):
                miniapp.tap("Use my location")
                miniapp.expect_call("getLocation")
            miniapp.expect_text("Closest first" if way.grants else "All places")
        """,
        "-n",
        "2",
    )
    result.assert_outcomes(passed=6)
    result.stdout.fnmatch_lines(["83 % of the ways walked"])  # Nearby never asks when denied


def test_what_was_recorded_goes_at_a_person_s_pace(run, pytester: pytest.Pytester) -> None:
    """A sheet of a library that is still coming up does not hear the tap that would close it."""
    folder = write_program(
        pytester.path / "sheet",
        {
            "index.wxml": """<view bindtap="open">Open</view>
<view wx:if="{{is}}" bindtap="close">Shut it</view>""",
            "index.js": """Page({data: {is: false}, open() { this.setData({is: true})
  setTimeout(() => { this.up = true }, 100) }, close() { this.setData({is: !this.up}) }})""",
        },
    )
    result = run(
        """
        import pytest

        @pytest.mark.recorded
        def test_it(miniapp):
            miniapp.tap("Open")
            miniapp.tap("Shut it")
            miniapp.expect_no_text("Shut it", seconds=1)
        """,
        f"--miniapp={folder}",
    )
    result.assert_outcomes(passed=1)


def test_a_prompt_that_the_last_tap_opens_is_left_open(run) -> None:
    result = run("def test_asks(miniapp): miniapp.tap('Use my location')")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["the test left a prompt open, for scope.userLocation"])


def test_where_the_phone_s_switch_is_off_authorize_asks_and_is_allowed(pytester) -> None:
    program = {
        "index.wxml": "<button bindtap='ask'>Ask</button><view>{{said}}</view>",
        "index.js": """Page({data: {said: ''}, ask() { wx.authorize({scope: 'scope.record',
  complete: ({errMsg}) => this.setData({said: errMsg})}) } })""",
    }
    write_program(pytester.path / "program", program)
    pytester.makeini(QUIET)
    pytester.makepyfile(
        """
        from miniapp_host.testing import each_way

        @each_way("scope.record")
        def test_all(miniapp, way):
            miniapp.tap("Ask")
            miniapp.expect_text("authorize:")
        """
    )
    pytester.runpytest_subprocess("--miniapp=program").assert_outcomes(passed=6)


def test_two_starts_over_one_memory(run) -> None:
    result = run(
        """
        def test_it(miniapp_host, tmp_path):
            person = miniapp_host.person(tmp_path)
            person.miniapp.tap("Use my location")
            person.prompt.deny()
            person.leave()
            person = miniapp_host.person(tmp_path)
            person.miniapp.expect_text("Without your location")
            person.prompt.none()
        """
    )
    result.assert_outcomes(passed=1)


def test_a_later_run_finds_the_templates_that_an_earlier_one_has_compiled(run, pytester) -> None:
    opens = "def test_it(miniapp): pass"
    kept = pytester.path / ".pytest_cache"
    run(opens).assert_outcomes(passed=1)
    compiled = {file: file.stat().st_mtime_ns for file in kept.rglob("*.js")}
    assert len(compiled) == 1
    run(opens).assert_outcomes(passed=1)
    assert {file: file.stat().st_mtime_ns for file in kept.rglob("*.js")} == compiled


def test_a_run_that_may_keep_nothing_compiles_for_itself(run, pytester) -> None:
    run("def test_it(miniapp): pass", "-p", "no:cacheprovider").assert_outcomes(passed=1)
    assert not (pytester.path / ".pytest_cache").exists()


def test_the_first_test_imports_nothing_after_the_run_has_begun(run) -> None:
    result = run(
        """
        import sys

        def test_it(miniapp_host, request):
            begun = {*sys.modules}
            miniapp, prompt, settings = map(
                request.getfixturevalue, ("miniapp", "prompt", "settings")
            )
            miniapp.tap("Use my location")
            prompt.deny()
            settings.enable("scope.userLocation")
            miniapp.expect_text("Closest first")
            prompt.none()
            later = {*sys.modules} - begun
            assert not [name for name in later if name.startswith(("miniapp_host", "PySide6"))]
        """
    )
    result.assert_outcomes(passed=1)


def test_a_runtime_is_ready_for_the_next_test_and_none_after_the_last(run) -> None:
    result = run(
        """
        import gc

        import shiboken6

        def runtimes():
            from miniapp_host.web.bare_runtime import BareRuntime

            found = [one for one in gc.get_objects() if isinstance(one, BareRuntime)]
            return len([one for one in found if shiboken6.isValid(one)])

        def test_first(miniapp):
            pass  # its runtime is older than what the collector looks at

        def test_second(miniapp):
            assert runtimes() == 2

        def test_last(miniapp):
            assert runtimes() == 1
            miniapp.restart()
            assert runtimes() == 1
            miniapp.expect_text("Use my location")
        """
    )
    result.assert_outcomes(passed=3)


def test_each_way_agrees_to_the_contract_that_comes_first(
    pytester: pytest.Pytester,
) -> None:
    write_program(pytester.path / "program", ASKS_FOR_ITS_CONTRACT)
    pytester.makeini(QUIET)
    pytester.makepyfile(
        """
        from miniapp_host.testing import each_way

        @each_way("scope.userLocation")
        def test_all(miniapp, way):
            miniapp.tap("Ask")
            miniapp.expect_text("getLocation:ok" if way.grants else "getLocation:fail")
        """
    )
    result = pytester.runpytest_subprocess("--miniapp=program")
    result.assert_outcomes(passed=6)


def test_without_a_program_the_remedy_is_told(pytester: pytest.Pytester) -> None:
    pytester.makeini(QUIET)
    pytester.makepyfile("def test_it(miniapp): pass")
    result = pytester.runpytest_subprocess()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["_* ERROR at setup of test_it _*", "no program is named: call *"])
    result.stdout.fnmatch_lines(["*call pytest --miniapp FOLDER*"])
    result.stdout.no_fnmatch_line("*def *")


def test_who_does_not_use_it_loads_no_qt_and_nothing_of_the_phone(
    pytester: pytest.Pytester,
) -> None:
    pytester.makeini("[pytest]\nqt_api = none")
    pytester.makepyfile(
        """
        import sys

        from miniapp_host.testing import each_way

        OF_THE_PHONE = ("PySide6", "miniapp_host.phone", "miniapp_host.programs")

        def test_it():
            assert not [name for name in sys.modules if name.startswith(OF_THE_PHONE)]
        """
    )
    pytester.runpytest_subprocess("-p", "no:pytest-qt").assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            'miniapp.expect_text("Nowhere", seconds=0.05)',
            "waited 0.05 s in vain: the text 'Nowhere'",
        ),
        ('miniapp.tap("Nowhere", seconds=0.05)', "the text 'Nowhere' is not in sight"),
        ('permissions.deny("scope.userLocatio")', "There is no scope scope.userLocatio"),
        ('prompt.allow("scope.nothing")', "There is no scope scope.nothing"),
        ('miniapp.swipe("sideways")', "'sideways' is no direction"),
        ('device.switch("no such", on=False)', "the phone has no switch 'no such'"),
        ('device.form("round")', "there is no 'round': use one of"),
    ],
    ids=lambda one: one.partition("(")[0],
)
def test_a_failure_ends_at_the_stranger_s_own_line(run, line: str, told: str) -> None:
    result = run(
        f"""
        def test_it(miniapp, prompt, permissions, device):
            {line}  # mine
        """
    )
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([f">*{line.replace('[', '[[]')}  # mine", f"E *{told}*"])
    result.stdout.no_fnmatch_line("*miniapp_host/*.py:*")


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        ('{"scope.userLocatio": "denied"}', "There is no scope scope.userLocatio"),
        ('{"scope.userLocation": "deny"}', "There is no state deny"),
        ('{"scope.userLocation": True}', "There is no state True"),
        ('"scope.userLocation", "denied"', "the mark permissions takes one dict"),
        ('location="denied"', "the mark permissions takes one dict"),
    ],
)
def test_a_mark_that_means_nothing_says_so_without_our_frames(run, mark: str, told: str) -> None:
    result = run(
        f"""
        import pytest

        @pytest.mark.permissions({mark})
        def test_it(miniapp):
            pass
        """
    )
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([f"*{told}*"])
    result.stdout.no_fnmatch_line("*miniapp_host/*.py:*")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--miniapp=nowhere", "--miniapp=nowhere *there is no such file or folder"),
        ("--miniapp-fixtures=gone.json", "--miniapp-fixtures=gone.json *no such file or folder"),
        ("--miniapp-slow=fast", "--miniapp-slow=fast *give a number from 0 to 60000"),
        ("--miniapp-patience=0", "--miniapp-patience=0 *give a number from *"),
        ("--miniapp-ways-fail-under=101", "--miniapp-ways-fail-under=101 *from 0 to 100"),
        ("--miniapp-version-type=tria", "* choose from develop, trial, release"),
        ("--override-ini=miniapp_slow=nan", "* (or miniapp_slow in pytest's settings): *"),
    ],
)
def test_an_option_that_means_nothing_ends_the_run_before_its_first_test(
    pytester: pytest.Pytester, words: str, told: str
) -> None:
    pytester.makeini(QUIET)
    pytester.makepyfile("def test_it(): pass")
    result = pytester.runpytest_subprocess(words)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: {told}"])
    result.stderr.no_fnmatch_line("*Traceback*")


def test_the_way_back_waits_for_what_a_tap_has_begun(pytester: pytest.Pytester) -> None:
    program = write_program(
        pytester.path / "program",
        {
            "app.json": '{"pages": ["pages/index/index", "pages/next/next"]}',
            "index.wxml": "<button bindtap='go'>Go</button>",
            "index.js": "Page({ go() { wx.navigateTo({ url: '/pages/next/next' }) } })",
            "pages/next/next.js": "Page({ onLoad() { for (let i = 0; i < 2e8; i++); } })",
            "pages/next/next.wxml": "<view>Next</view>",
        },
    )
    pytester.makeini(QUIET)
    pytester.makepyfile(
        """
        def test_it(miniapp):
            miniapp.tap("Go")
            miniapp.back()
            miniapp.expect_page("pages/index/index")
            miniapp.expect_text("Go")
            assert [call.name for call in miniapp.calls if call.name == "navigateBack"] == []
        """
    )
    pytester.runpytest_subprocess(f"--miniapp={program}").assert_outcomes(passed=1)
