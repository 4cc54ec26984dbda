from pathlib import Path

from miniapp_host.recording.device_steps import device_step
from miniapp_host.recording.line_queue import LineQueue
from miniapp_host.recording.recording import Beginning, Recording, Remark, Step


def tap(text: str) -> Step:
    return Step("miniapp", "tap", (text,))


def test_steps_become_a_test_with_the_fixtures_that_it_needs() -> None:
    recording = Recording()
    recording.add(Step("miniapp", "tap", ('Say "hi"',), (("nth", None),)))
    recording.add(Step("prompt", "deny", ("scope.record",)))
    recording.add(Step("permissions", "state", ("scope.record",), expected="denied"))
    assert recording.source(Path("folder/mine")) == (
        '"""Recorded on MiniApp Host; run it by: pytest --miniapp=mine FILE."""\n\n'
        "import pytest\n\n\n"
        "@pytest.mark.recorded\n"
        "def test_recorded(miniapp, prompt, permissions):\n"
        '    miniapp.tap("Say \\"hi\\"")\n'
        '    prompt.deny("scope.record")\n'
        '    assert permissions.state("scope.record") == "denied"\n'
    )


def test_scrolling_on_is_one_step() -> None:
    recording = Recording()
    for pixels in (120, 120, -40):
        recording.add(Step("miniapp", "scroll", (pixels,)))
    assert [step.line for step in recording.lines] == ["miniapp.scroll(200)"]


def test_what_is_known_later_keeps_its_place() -> None:
    recording = Recording()
    queue = LineQueue(recording)
    first, nothing = queue.reserve(), queue.reserve()
    queue.add(tap("third"))
    assert recording.lines == ()
    nothing([])
    first([tap("first"), tap("second")])
    first([tap("once only")])
    assert [line.line for line in recording.lines] == [
        f'miniapp.tap("{one}")' for one in ("first", "second", "third")
    ]


def test_a_test_is_written_whole(tmp_path: Path) -> None:
    recording, file = Recording(), tmp_path / "test_x.py"
    file.write_text("old")
    recording.add(tap("中文"))
    recording.write(file, Path("mine"))
    assert file.read_text("utf-8") == recording.source(Path("mine"))
    assert [one.name for one in tmp_path.iterdir()] == ["test_x.py"]


def test_what_is_set_again_is_one_step_and_what_is_another_is_not() -> None:
    recording = Recording()
    for step in (
        device_step("move", 1.0, 2.0),
        device_step("move", 3.0, 4.0),
        device_step("owner", nickname="Ada"),
        device_step("owner", city="London"),
        device_step("switch", "album", on=False),
        device_step("switch", "location", on=False),
        device_step("switch", "location", on=True),
    ):
        recording.add(step)
    assert [line.line for line in recording.lines] == [
        "device.move(3.0, 4.0)",
        'device.owner(nickname="Ada")',
        'device.owner(city="London")',
        'device.switch("album", on=False)',
        'device.switch("location", on=True)',
    ]


def test_a_test_begins_as_its_recording_did_and_says_what_it_lacks() -> None:
    recording = Recording()
    recording.begin(
        Beginning(
            decided={"scope.record": "denied"},
            lines=(device_step("language", "zh"),),
            words=("--miniapp-fixtures=web.json",),
        )
    )
    recording.add(Remark("Something is\nmissing."))
    assert recording.source(Path("mine.zip")) == (
        '"""Recorded on MiniApp Host; run it by: '
        'pytest --miniapp=mine.zip --miniapp-fixtures=web.json FILE."""\n\n'
        "import pytest\n\n\n"
        "@pytest.mark.recorded\n"
        '@pytest.mark.permissions({\n    "scope.record": "denied",\n})\n'
        "def test_recorded(miniapp, device):\n"
        '    device.language("zh")\n'
        "    # Something is missing.\n"
    )


def test_a_test_of_remarks_alone_is_python() -> None:
    recording = Recording()
    recording.add(Remark("Nothing."))
    recording.add(Remark("Nothing."))
    assert recording.source(Path("x")).endswith(":\n    # Nothing.\n    pass\n")
