from pathlib import Path

from miniapp_host.recording.recording import Recording, Step
from miniapp_host.recording.step_queue import StepQueue


def tap(text: str) -> Step:
    return Step("miniapp", "tap", (text,))


def test_steps_become_a_test_with_the_fixtures_that_it_needs() -> None:
    recording = Recording()
    recording.add(Step("miniapp", "tap", ('Say "hi"',), (("nth", None),)))
    recording.add(Step("prompt", "deny", ("scope.record",)))
    recording.add(Step("permissions", "state", ("scope.record",), expected="denied"))
    assert recording.source(Path("folder/mine")) == (
        '"""Recorded on MiniApp Host; run it by: pytest --miniapp=mine FILE."""\n\n\n'
        "def test_recorded(miniapp, prompt, permissions):\n"
        '    miniapp.tap("Say \\"hi\\"")\n'
        '    prompt.deny("scope.record")\n'
        '    assert permissions.state("scope.record") == "denied"\n'
    )


def test_scrolling_on_is_one_step() -> None:
    recording = Recording()
    for pixels in (120, 120, -40):
        recording.add(Step("miniapp", "scroll", (pixels,)))
    assert [step.line for step in recording.steps] == ["miniapp.scroll(200)"]


def test_what_is_known_later_keeps_its_place() -> None:
    recording = Recording()
    queue = StepQueue(recording)
    first, nothing = queue.reserve(), queue.reserve()
    queue.add(tap("third"))
    assert recording.steps == ()
    nothing([])
    first([tap("first"), tap("second")])
    first([tap("once only")])
    assert [step.arguments[0] for step in recording.steps] == ["first", "second", "third"]


def test_a_test_is_written_whole(tmp_path: Path) -> None:
    recording, file = Recording(), tmp_path / "test_x.py"
    file.write_text("old")
    recording.add(tap("中文"))
    recording.write(file, Path("mine"))
    assert file.read_text("utf-8") == recording.source(Path("mine"))
    assert [one.name for one in tmp_path.iterdir()] == ["test_x.py"]
