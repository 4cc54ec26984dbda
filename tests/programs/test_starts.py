"""How a program is started, kept by name beside its files, and gone with it."""

from pathlib import Path

import pytest

from miniapp_host.phone.memory import PhoneMemory
from miniapp_host.programs.boot import Arrival
from miniapp_host.programs.samples import samples
from miniapp_host.programs.scenes import scene_title, scenes
from miniapp_host.programs.start import Start, StartError, read_extra, restored_start
from miniapp_host.programs.starts import Starts

SCAN = Start(
    "pages/a?id=1", Arrival(1011, "wx2", {"from": ["x"]}), "trial", name="Scan", again=True
)


@pytest.fixture
def starts(tmp_path: Path) -> Starts:
    return Starts(tmp_path / "program" / "files")


def test_a_kept_start_is_the_same_after_a_restart(starts: Starts, tmp_path: Path) -> None:
    starts.keep(SCAN)
    assert Starts(tmp_path / "program" / "files").all == (SCAN,)


def test_they_are_in_the_order_of_their_names_and_a_name_is_kept_once(starts: Starts) -> None:
    for name in ("b", "a", "b"):
        starts.keep(Start("pages/a", name=name, again=True))
    assert [one.name for one in starts.all] == ["a", "b"]
    starts.remove("a")
    starts.remove("never")
    assert [one.name for one in starts.all] == ["b"]


def test_who_watches_hears_of_each_change(starts: Starts) -> None:
    heard: list[int] = []
    starts.watch(lambda changed: heard.append(len(changed.all)))
    starts.keep(SCAN)
    starts.remove("Scan")
    assert heard == [1, 0]


def test_a_start_without_a_name_is_not_kept(starts: Starts) -> None:
    with pytest.raises(StartError, match="name"):
        starts.keep(Start("pages/a"))


@pytest.mark.parametrize("text", ["", "no json", "7", "{}", '["x", {"name": 3}, {"name": ""}]'])
def test_what_is_no_start_is_left_out(starts: Starts, tmp_path: Path, text: str) -> None:
    file = tmp_path / "program" / "files" / "starts.json"
    file.parent.mkdir(parents=True)
    file.write_text(text)
    assert starts.all == ()


def test_of_a_start_with_odd_values_the_good_ones_count() -> None:
    odd = {"name": "x", "page": 3, "scene": True, "version": "beta", "referrer": 1, "extraData": []}
    assert restored_start(odd) == Start(name="x", again=True)


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "files").write_text("a file where a folder should be")
    with pytest.raises(StartError, match=r"starts\.json"):
        Starts(tmp_path / "files").keep(SCAN)


def test_they_are_deleted_with_the_program_and_stay_when_its_data_is_cleared(
    tmp_path: Path,
) -> None:
    memory = PhoneMemory(tmp_path)
    folder = next(iter(samples().values()))
    program = memory.library.install(folder)
    memory.starts(program.id).keep(SCAN)
    memory.clear_data(program.id)
    assert memory.starts(program.id).all == (SCAN,)
    memory.forget(program.id)
    memory.library.install(folder)
    assert memory.starts(program.id).all == ()
    memory.close()


@pytest.mark.parametrize("text", ["", "  ", "{}"])
def test_nothing_is_an_empty_object(text: str) -> None:
    assert read_extra(text) == {}


@pytest.mark.parametrize("text", ["[]", "7", "{", "{a: 1}", "null"])
def test_what_is_no_object_is_told_with_an_example(text: str) -> None:
    with pytest.raises(StartError, match=r"extraData.*write one like"):
        read_extra(text)


def test_scenes_have_their_numbers_and_words_once() -> None:
    numbers = [scene.number for scene in scenes()]
    assert len(numbers) > 100
    assert numbers == sorted(set(numbers))
    assert all(all(scene.title) for scene in scenes())
    assert scene_title(1047).zh == "扫描小程序码"
    assert scene_title(9999).en == "9999"
