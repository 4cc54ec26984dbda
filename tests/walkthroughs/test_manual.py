"""resources/docs/walkthroughs.md names every word that a file can have, and none more."""

import re
import tomllib

import pytest

from miniapp_host import paths
from miniapp_host.api.calls.journal import How
from miniapp_host.devices.switches import Switch
from miniapp_host.permissions.decisions import Actor, Decision
from miniapp_host.walkthroughs.condition_reader import KINDS
from miniapp_host.walkthroughs.happenings import Turn
from miniapp_host.walkthroughs.reader import KEYS, PROGRAM_KEYS, STEP_KEYS, read_walkthrough
from miniapp_host.walkthroughs.shelf import shipped_dir
from miniapp_host.walkthroughs.walkthrough import Offer

MANUAL = (paths.resources() / "docs" / "walkthroughs.md").read_text("utf-8")


def words(row: str) -> set[str]:
    """The quoted words of the table row that begins with this word."""
    (line,) = re.findall(rf"^\| `{re.escape(row)}` \|(.*)$", MANUAL, re.M)
    return set(re.findall(r'`"([^"]+)"`', line))


def test_every_key_is_told() -> None:
    for key in (*KEYS, *(f"programs.{one}" for one in PROGRAM_KEYS)):
        assert f"| `{key}` |" in MANUAL, key
    for key in STEP_KEYS:
        assert f"| `steps.{key}` |" in MANUAL, key
    for offer in Offer:
        assert f"`{offer.value}`" in MANUAL, offer


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_condition_is_told_with_its_facts(kind: str) -> None:
    (line,) = re.findall(rf"^\| `{kind}` \|(.*?)\|", MANUAL, re.M)
    assert set(re.findall(r"`(\w+)`", line)) == set(KINDS[kind][0])


def test_every_word_is_told() -> None:
    assert words("how") == {one.value for one in How}
    assert words("decision.is") == {one.value for one in Decision}
    assert words("decision.by") == {one.value for one in Actor if one is not Actor.EARLIER}
    assert words("program.is") == {one.value for one in Turn}
    switches = {one.value.rpartition(".")[2] for one in Switch}
    assert words("switch.of") == {"chosen", *switches}


def test_everything_that_ships_is_told() -> None:
    for file in shipped_dir().glob("*.toml"):
        assert f"| `{file.stem}` |" in MANUAL


def test_its_example_can_be_read(tmp_path: pytest.TempPathFactory) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", MANUAL, re.S)
    assert tomllib.loads(example)
    file = tmp_path / "example.toml"
    file.write_text(example, "utf-8")
    assert len(read_walkthrough(file).steps) == 3
