"""The list of names that the build of the runtime writes."""

from pathlib import Path

import pytest

from miniapp_host import paths
from miniapp_host.checks.known_names import KnownNames, read_known_names
from miniapp_host.programs.open_error import OpenError


@pytest.fixture(scope="module")
def known() -> KnownNames:
    return read_known_names(paths.runtime_dir(), ["getLocation"])


@pytest.mark.parametrize("name", ["getLocation", "createSelectorQuery", "onError", "navigateTo"])
def test_what_host_or_service_do_is_supported(known: KnownNames, name: str) -> None:
    assert name in known.supported


@pytest.mark.parametrize("name", ["openCustomerServiceChat", "startWifi", "getXrFrameSystem"])
def test_what_only_fails_is_documented_and_not_supported(known: KnownNames, name: str) -> None:
    assert name in known.documented - known.supported


def test_the_built_in_tags_are_known(known: KnownNames) -> None:
    assert {"view", "scroll-view", "web-view"} <= known.tags
    assert "div" not in known.tags


def test_a_runtime_that_is_not_built_is_told(tmp_path: Path) -> None:
    with pytest.raises(OpenError, match="Build the runtime"):
        read_known_names(tmp_path, [])
