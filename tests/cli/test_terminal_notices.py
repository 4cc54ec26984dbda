"""What a phone tells of itself on the terminal is said in the command's language."""

import pytest

from miniapp_host import paths
from miniapp_host.cli.terminal_notices import told_on_terminal
from miniapp_host.texts import Language, Sentence, Texts, tell_terminal

NO_OPENGL = Sentence("There is no OpenGL here; pages are drawn without it.")


def texts_in(language: Language) -> Texts:
    return Texts(language, paths.resources() / "i18n")


@pytest.mark.expects_log
@pytest.mark.parametrize(
    ("language", "line"),
    [
        (Language.EN, "There is no OpenGL here; pages are drawn without it."),
        (Language.ZH, "这里没有 OpenGL，页面将不借助它绘制。"),
    ],
)
def test_a_notice_is_a_line_in_the_commands_language(
    language: Language, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with told_on_terminal(texts_in(language)):
        tell_terminal(NO_OPENGL)
    assert capsys.readouterr().err == f"miniapp-host: {line}\n"


@pytest.mark.expects_log
def test_a_command_that_has_ended_says_nothing_more(capsys: pytest.CaptureFixture[str]) -> None:
    with told_on_terminal(texts_in(Language.EN)):
        pass
    tell_terminal(NO_OPENGL)
    assert capsys.readouterr().err == ""
