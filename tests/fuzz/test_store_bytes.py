"""Whatever bytes stand where the phone keeps its memory, none of them is taken for a decision."""

from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miniapp_host.memory.database import Database
from miniapp_host.memory.store_error import StoreError
from tests.fuzz.words import tries
from tests.guarantees.damage import Memory, Rows, content


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Memory:
    return Memory(tmp_path_factory.mktemp("memory"))


def opened(memory: Memory, data: bytes) -> tuple[Rows, str | None]:
    """What is read of a file with these bytes, and what the person is told."""
    memory.path.write_bytes(data)
    memory.backup.unlink(missing_ok=True)
    memory.path.with_name("phone.sqlite-journal").unlink(missing_ok=True)
    try:
        with closing(Database(memory.path)) as database:
            return content(database), database.notice
    except StoreError as refusal:
        return [], str(refusal)


cuts = st.tuples(st.integers(0, 10**6), st.binary(min_size=1, max_size=64))


@tries(60, 5_000)
@given(st.lists(cuts, min_size=1, max_size=4))
def test_bytes_that_are_overwritten_are_noticed_or_change_nothing(
    memory: Memory, cuts: list[tuple[int, bytes]]
) -> None:
    data = bytearray(memory.whole)
    for place, body in cuts:
        start = place % len(data)
        data[start : start + len(body)] = body
    rows, notice = opened(memory, bytes(data))
    assert notice is not None or rows == memory.truth
    assert notice is None or rows == []


@tries(40, 5_000)
@given(st.binary(max_size=300), st.sampled_from([0, 16, 100, 4096, 8192]))
def test_any_bytes_are_no_decision(memory: Memory, tail: bytes, head: int) -> None:
    rows, notice = opened(memory, memory.whole[:head] + tail)
    assert rows == [] or notice is None
    assert rows in ([], memory.truth)
