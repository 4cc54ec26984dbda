"""`miniapp-host check` as a shell sees it: a table, a JSON record, exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from miniapp_host.cli.main import main
from miniapp_host.programs.samples import samples
from tests.program_folder import write_program
from tests.shell_words import run

GOOD = {"index.wxml": "<view/>", "index.js": "Page({})"}
FINDING = ("severity", "where", "file", "line", "text", "remedy")
BAD = {
    "index.wxml": "<view/>\n<buton/>",
    "index.js": "Page({\n onLoad() {\n  wx.openCustomerServiceChat({ fail() {} })\n"
    "  wx.getLocation({ fail() {} })\n  none() } })",
}


def test_a_program_without_errors_ends_with_0(tmp_path: Path) -> None:
    done = run("check", str(write_program(tmp_path / "good", GOOD)))
    assert done.returncode == 0, done.stdout
    assert "1 of 1 page opened; 0 errors, 0 warnings, 0 notes" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("sample", sorted(samples().values()), ids=lambda folder: folder.name)
def test_our_own_samples_are_clean(sample: Path) -> None:
    done = run("check", str(sample))
    assert done.returncode == 0, done.stdout
    assert "0 errors, 0 warnings" in done.stdout


def test_a_program_with_errors_ends_with_1_and_tells_them_to_people_and_machines(
    tmp_path: Path,
) -> None:
    file = tmp_path / "report.json"
    done = run("check", str(write_program(tmp_path / "bad", BAD)), "--json", str(file))
    assert done.returncode == 1
    assert "pages/index/index.wxml\n" in done.stdout
    assert "Did you mean button?" in done.stdout
    report = json.loads(file.read_text("utf-8"))
    assert set(report) == {"program", "findings", "pages"}
    assert set(report["program"]) == {"name", "appid", "version", "folder"}
    for finding in report["findings"]:
        assert set(finding) == {*FINDING, "sentences"}
    (page,) = report["pages"]
    assert page["path"] == "pages/index/index"
    assert page["opened"] is True
    assert page["ms"] > 0
    assert page["prompts"] == ["scope.userLocation"]
    assert page["missing"] == ["openCustomerServiceChat"]
    (error,) = page["errors"]
    assert (error["file"], error["line"]) == ("pages/index/index.js", 5)
    assert "none is not defined" in error["text"]


def test_the_report_is_chinese_to_whom_wants_it_but_for_the_words_of_the_script(
    tmp_path: Path,
) -> None:
    app = json.dumps({"pages": ["pages/index/index"], "tabbar": {}})
    page = "<view>\n{{ look.up(1) }}\n<buton/>"
    folder = write_program(tmp_path / "bad", {**BAD, "app.json": app, "index.wxml": page})
    said = run("check", str(folder), "--lang", "zh").stdout.splitlines()
    english = [
        line
        for line in said
        if line.startswith("  ") and line.isascii() and "none is not defined" not in line
    ]
    assert [line for line in english if "scope.userLocation" not in line] == []
    assert any("<view> 没有闭合" in line for line in said)
    assert any("look.up(1) 为 undefined" in line for line in said)


def test_a_page_that_hangs_does_not_end_the_check(tmp_path: Path) -> None:
    files = {
        "pages/a/a.wxml": "<view/>",
        "pages/a/a.js": "Page({ onLoad() { for (;;); } })",
        "pages/b/b.wxml": "<view/>",
    }
    file = tmp_path / "report.json"
    folder = write_program(tmp_path / "hanging", files)
    done = run("check", str(folder), "--limit", "5", "--json", str(file))
    assert done.returncode == 1
    assert "it did not open within 5 s" in done.stdout
    assert [page["opened"] for page in json.loads(file.read_text())["pages"]] == [False, True]


def test_progress_is_a_line_for_every_page(tmp_path: Path) -> None:
    files = {"pages/a/a.wxml": "<view/>", "pages/b/b.wxml": "<view/>"}
    done = run("check", str(write_program(tmp_path / "two", files)), "--progress")
    assert done.returncode == 0, done.stdout
    told = [line for line in done.stderr.splitlines() if not line.startswith("miniapp-host: ")]
    assert told == ["1/2 pages/a/a", "2/2 pages/b/b"]


def test_only_the_pages_asked_for_are_opened(tmp_path: Path) -> None:
    files = {
        **GOOD,
        "pages/b/b.wxml": "<view/>",
        "pages/b/b.js": "Page({ onLoad({ x }) { console.error(`x is ${x}`) } })",
    }
    file = tmp_path / "report.json"
    folder = write_program(tmp_path / "program", files)
    run("check", str(folder), "--page", "pages/b/b?x=1", "--json", str(file))
    (page,) = json.loads(file.read_text())["pages"]
    assert page["opened"] is True
    assert [error["text"] for error in page["errors"]] == ["x is 1"]


def test_a_name_that_only_running_shows_is_told_with_its_line(tmp_path: Path) -> None:
    script = (
        "Page({ onLoad() {\n const name = 'openCustomerServiceChat'\n wx[name]({ fail() {} }) } })"
    )
    folder = write_program(tmp_path / "program", {**GOOD, "index.js": script})
    file = tmp_path / "report.json"
    assert run("check", str(folder), "--json", str(file)).returncode == 0
    (found,) = json.loads(file.read_text())["findings"]
    assert found["severity"] == "warning"
    assert found["text"].startswith("wx.openCustomerServiceChat is not supported")
    assert (found["where"], found["file"], found["line"]) == (
        "pages/index/index",
        "pages/index/index.js",
        3,
    )


def test_a_method_of_a_context_is_one_finding_in_the_files_and_on_the_page(tmp_path: Path) -> None:
    script = "Page({ onLoad() {\n const map = wx.createMapContext('m')\n map.addMarkers() } })"
    folder = write_program(tmp_path / "program", {**GOOD, "index.js": script})
    file = tmp_path / "report.json"
    assert run("check", str(folder), "--json", str(file)).returncode == 0
    (found,) = json.loads(file.read_text())["findings"]
    assert found["text"].startswith("MapContext.addMarkers is not supported")
    assert (found["file"], found["line"]) == ("pages/index/index.js", 3)


def test_a_declared_page_without_files_is_reported_as_not_opened(tmp_path: Path) -> None:
    pages = json.dumps({"pages": ["pages/index/index", "pages/gone/gone"]})
    file = tmp_path / "report.json"
    folder = write_program(tmp_path / "program", {**GOOD, "app.json": pages})
    assert run("check", str(folder), "--json", str(file)).returncode == 1
    opened = {page["path"]: page["opened"] for page in json.loads(file.read_text())["pages"]}
    assert opened == {"pages/index/index": True, "pages/gone/gone": False}


@pytest.mark.parametrize(
    "last_words",
    ["none()", "setTimeout(() => console.error('too late'))", "require('../../end').end()"],
)
def test_what_a_page_says_while_it_is_left_is_its_own(tmp_path: Path, last_words: str) -> None:
    files = {
        "pages/a/a.wxml": "<view/>",
        "pages/a/a.js": f"Page({{ onUnload() {{ {last_words} }} }})",
        "pages/b/b.wxml": "<view/>",
        "end.js": "exports.end = () => none()",
    }
    file = tmp_path / "report.json"
    done = run("check", str(write_program(tmp_path / "program", files)), "--json", str(file))
    first, second = json.loads(file.read_text())["pages"]
    assert (len(first["errors"]), len(second["errors"])) == (1, 0)
    assert "page pages/a/a\n" in done.stdout


@pytest.mark.parametrize(
    ("app_json", "told"),
    [
        ('{\n"pages": [}', "Correct the JSON."),
        (
            '{"pages": ["pages/index/index"],\n'
            '"requiredPrivateInfos": ["getFuzzyLocation", "getLocation"]}',
            "Keep one kind of location.",
        ),
    ],
)
def test_an_app_json_that_can_not_run_is_a_finding_at_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], app_json: str, told: str
) -> None:
    folder = write_program(tmp_path / "program", {**GOOD, "app.json": app_json})
    file = tmp_path / "report.json"
    assert main(["check", str(folder), "--json", str(file)]) == 1
    assert told in capsys.readouterr().out
    (finding,) = json.loads(file.read_text())["findings"]
    assert (finding["file"], finding["line"]) == ("app.json", 2)


@pytest.mark.parametrize("limit", ["0", "-1", "soon", "inf"])
def test_a_limit_that_is_no_time_is_refused(tmp_path: Path, limit: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", str(tmp_path), "--limit", limit])
    assert ended.value.code == 2


@pytest.mark.parametrize("words", [[], ["--page", "pages/none/none"]])
def test_what_can_not_be_checked_ends_with_2_and_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    folder = write_program(tmp_path / "program", GOOD) if words else tmp_path / "nowhere"
    assert main(["check", str(folder), *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("miniapp-host: ")
    assert said.err.count("\n") == 1


def test_a_folder_without_a_program_can_not_be_checked(tmp_path: Path) -> None:
    assert main(["check", str(tmp_path)]) == 2


def test_a_folder_called_check_can_be_opened(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["./check"]) == 2
    assert "no folder check" in capsys.readouterr().err


def test_an_idle_phone_loads_nothing_of_it() -> None:
    script = (
        "import sys, miniapp_host.cli.open, miniapp_host.phone.phone;"
        "print([m for m in sys.modules if 'check' in m and m.startswith('miniapp_host')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "[]\n"
