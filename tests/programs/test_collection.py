"""Nothing is collected while a thread works beside the phone's, nor by that thread afterwards."""

import gc
from collections.abc import Iterator
from threading import Thread, current_thread, main_thread

import pytest

from miniapp_host.programs.collection import end_halt, halt_collection, let_collection_go_on


class Cycle:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collectors() -> Iterator[list[Thread]]:
    """The threads in which a collection began."""
    threads: list[Thread] = []

    def note(phase: str, _info: object) -> None:
        if phase == "start":
            threads.append(current_thread())

    gc.callbacks.append(note)
    yield threads
    gc.callbacks.remove(note)


def test_it_goes_on_after_the_last_of_two_halts() -> None:
    first, second = halt_collection(), halt_collection()
    end_halt(second)
    end_halt(second)
    let_collection_go_on()
    assert not gc.isenabled()
    end_halt(first)
    let_collection_go_on()
    assert gc.isenabled()


def test_what_another_thread_leaves_is_collected_by_the_one_that_lets_it_go_on(
    collectors: list[Thread],
) -> None:
    kept: list[Cycle] = []
    halt = halt_collection()

    def work() -> None:
        kept.extend(Cycle() for _ in range(10_000))
        end_halt(halt)
        kept.extend(Cycle() for _ in range(10_000))

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert not collectors
    let_collection_go_on()
    assert set(collectors) == {main_thread()}
