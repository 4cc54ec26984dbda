from pathlib import Path

import pytest

from miniapp_host.devices.drawing import avatar_png
from miniapp_host.devices.pictures import read_picture
from miniapp_host.devices.preferences import Preferences
from miniapp_host.devices.profile import AvatarError, Profile, SimulatedProfile


def owner(folder: Path) -> SimulatedProfile:
    return SimulatedProfile(Preferences(folder / "p.json"), folder / "profile")


def test_a_new_phone_has_an_owner_with_a_name_and_a_drawn_avatar(tmp_path: Path) -> None:
    profile = owner(tmp_path).profile
    assert profile.nickname
    assert profile.avatar is not None
    assert read_picture(profile.avatar) is not None


def test_the_drawn_avatar_is_the_one_of_the_start_before_unless_that_is_damaged(
    tmp_path: Path,
) -> None:
    drawn = owner(tmp_path).profile.avatar
    assert drawn is not None
    kept = drawn.stat().st_ino
    again = owner(tmp_path).profile.avatar
    assert again == drawn
    assert drawn.stat().st_ino == kept
    drawn.write_bytes(b"")
    assert owner(tmp_path).profile.avatar == drawn
    assert read_picture(drawn) is not None


def test_the_profile_is_kept_over_a_restart_with_a_copy_of_the_avatar(tmp_path: Path) -> None:
    mine = tmp_path / "me.png"
    mine.write_bytes(avatar_png(8))
    owner(tmp_path).change(Profile("小明", mine, 1, "广州", "广东", "中国", "zh_CN"))
    mine.unlink()
    profile = owner(tmp_path).profile
    assert (profile.nickname, profile.gender, profile.city) == ("小明", 1, "广州")
    assert profile.avatar is not None
    assert profile.avatar.read_bytes() == avatar_png(8)


def test_changing_only_the_name_keeps_the_avatar(tmp_path: Path) -> None:
    someone = owner(tmp_path)
    before = someone.profile
    someone.change(Profile("Ann", before.avatar))
    assert someone.profile.avatar == before.avatar


def test_an_avatar_that_is_no_picture_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "me.txt").write_text("me")
    someone = owner(tmp_path)
    before = someone.profile
    with pytest.raises(AvatarError, match="no picture"):
        someone.change(Profile("Ann", tmp_path / "me.txt"))
    assert someone.profile == before


def test_who_watches_hears_the_new_profile(tmp_path: Path) -> None:
    someone = owner(tmp_path)
    heard: list[str] = []
    someone.watch(lambda profile: heard.append(profile.nickname))
    someone.change(Profile("Ann"))
    assert heard == ["Ann"]


@pytest.mark.parametrize(
    "kept", [3, [], {"nickname": 3, "gender": "female", "avatar": 1}, {"gender": [], "avatar": ""}]
)
def test_a_damaged_profile_counts_as_not_set(tmp_path: Path, kept: object) -> None:
    Preferences(tmp_path / "p.json").set("profile", kept)
    profile = owner(tmp_path).profile
    assert profile.nickname == Profile().nickname
    assert profile.gender == 0
