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


def test_what_contexts_only_fail_at_is_lacking_and_what_they_do_is_not(known: KnownNames) -> None:
    assert known.lacking["createMapContext.addMarkers"] == "MapContext.addMarkers"
    assert "createCameraContext.onCameraFrame" in known.lacking
    done = ("createMapContext.getScale", "createVideoContext.play", "createCameraContext.takePhoto")
    assert not set(done) & set(known.lacking)


def test_what_is_wholly_absent_is_lacking_by_its_own_name(known: KnownNames) -> None:
    assert "createLivePlayerContext" in known.documented - known.supported


def test_tags_in_whose_place_stands_a_card_are_placeholders(known: KnownNames) -> None:
    assert (
        {"live-player", "live-pusher", "editor", "channel-video"}
        <= known.placeholders
        <= known.tags
    )
    assert not {"map", "video", "camera", "ad"} & known.placeholders
