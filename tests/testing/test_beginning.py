"""What the beginning of a run changes while modules are imported is as before afterwards."""

import builtins
import gc
import sys
from collections.abc import Iterator
from importlib import import_module

import pytest

from miniapp_host.testing.beginning import swift_imports


@pytest.fixture
def collection() -> Iterator[None]:
    """Dead cycles are looked for after the test, whatever it has said."""
    yield
    gc.enable()


@pytest.mark.usefixtures("collection")
@pytest.mark.parametrize("wanted", [True, False])
def test_dead_cycles_are_looked_for_as_before(wanted: bool) -> None:
    if not wanted:
        gc.disable()
    with swift_imports():
        assert not gc.isenabled()
    assert gc.isenabled() is wanted


@pytest.mark.usefixtures("collection")
def test_dead_cycles_are_looked_for_after_a_module_was_not_found() -> None:
    with pytest.raises(ModuleNotFoundError), swift_imports():
        import_module("miniapp_host.no_such_module")
    assert gc.isenabled()


def test_imports_are_made_as_before() -> None:
    before = builtins.__import__
    with swift_imports():
        assert builtins.__import__ is not before
    assert builtins.__import__ is before


def test_pytest_does_not_write_our_assertions_anew(pytestconfig: pytest.Config) -> None:
    before = sys.meta_path[:]
    hook = pytestconfig.pluginmanager.rewrite_hook
    assert hook in before
    with swift_imports():
        assert hook not in sys.meta_path
    assert sys.meta_path == before
