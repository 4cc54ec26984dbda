"""In which language a command speaks on the terminal."""

import json
from pathlib import Path

import pytest

from miniapp_host.automation.requests import Requests, request_line, result_of
from miniapp_host.automation.scope_words import scope_named
from miniapp_host.automation.verb_error import VerbError
from miniapp_host.cli.main import main
from miniapp_host.cli.terminal_texts import terminal_texts
from miniapp_host.texts import Language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, Language.ZH),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "de_DE"}, Language.EN),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, Language.EN),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_TW"}, Language.ZH),
        ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, Language.EN),
    ],
)
def test_the_language_is_that_of_the_locale(
    environment: dict[str, str], language: Language
) -> None:
    assert terminal_texts([], environment)[0].language is language


@pytest.mark.parametrize(
    "words", [["--lang", "zh", "a"], ["a", "--lang=zh"], ["a", "--lang", "zh"]]
)
def test_lang_goes_before_it_wherever_it_stands(words: list[str]) -> None:
    texts, others = terminal_texts(words, {"LANG": "en_US.UTF-8"})
    assert texts.language is Language.ZH
    assert others == ["a"]


def test_a_language_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        terminal_texts(["--lang", "fr"], {})
    assert ended.value.code == 2
    assert "there is no fr. Choose from en, zh." in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told_in_chinese(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "none"), "--lang", "zh"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("miniapp-host: ")
    assert "没有" in told


def test_an_unknown_switch_is_told_in_chinese(
    data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["device", "switch", "camra", "off", "--data-dir", str(data_dir)]
    assert main([*words, "--lang", "zh"]) == 2
    assert capsys.readouterr().err == (
        "miniapp-host: 没有名为 camra 的开关。你是想输入 camera 吗？\n"
    )


def test_what_the_running_phone_says_can_be_said_in_another_language() -> None:
    answers: list[bytes] = []
    requests = Requests(lambda: {"Host.find": lambda _params: scope_named("camra")})
    requests.take(request_line(1, "Host.find", {}), answers.append)
    said = json.loads(answers[0])["error"]["message"]
    assert said == "There is no scope scope.camra. Did you mean scope.camera?"
    with pytest.raises(VerbError) as told:
        result_of(answers[0])
    chinese = terminal_texts(["--lang", "zh"], {})[0]
    assert str(told.value) == said
    assert "你是想输入 scope.camera 吗？" in chinese.said(told.value)
