"""A running phone answers from outside though no program was ever opened on it."""

from pathlib import Path

import pytest

from miniapp_host.automation.verb_error import Fault, VerbError
from tests.program_folder import write_program
from tests.running_phone import phone_process


def test_an_idle_phone_answers_every_verb(data_dir: Path, tmp_path: Path) -> None:
    folder = write_program(tmp_path / "program", {"index.wxml": "<view/>"})
    with phone_process(data_dir) as phone:
        assert phone.ask("Host.getPrompts") == []
        moved = phone.ask("Host.setLocation", latitude=1, longitude=2, name="Here")
        assert moved["location"]["name"] == "Here"
        assert phone.ask("Host.setSwitch", name="album", on=False)["switches"]["album"] is False
        appid = phone.ask("Host.addProgram", folder=str(folder))["appid"]
        set_to = phone.ask("Host.setPermissions", appid=appid, states={"camera": "denied"})
        assert set_to["scopes"]["scope.camera"]["state"] == "denied"
        assert [one["new"] for one in phone.ask("Host.getHistory", appid=appid)] == ["denied"]
        phone.ask("Host.deleteProgram", appid=appid)
        assert appid not in [one["appid"] for one in phone.ask("Host.getPrograms")]
        with pytest.raises(VerbError, match="Host\\.none unimplemented") as caught:
            phone.ask("Host.none")
        assert caught.value.fault is Fault.USAGE
