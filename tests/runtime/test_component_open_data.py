"""<open-data>: neutral words and a grey figure instead of the owner's name and face."""

from tests.conftest import OpenProgram
from tests.runtime.hearing import inner


def test_names_and_faces_are_placeholders(run_program: OpenProgram) -> None:
    page = run_program(
        {
            "index.wxml": '<open-data id="name" type="userNickName" lang="zh_CN" />'
            '<open-data id="face" type="userAvatarUrl" style="width: 40px; height: 40px" />'
        }
    )
    assert inner(page, "#name", "part('shown').textContent") == "微信用户"
    assert inner(page, "#face", "part('shown').firstElementChild.clientWidth") == 40
