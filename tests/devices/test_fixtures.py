"""Answers from a file: which rule answers what, and what a bad file says."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from miniapp_host import paths
from miniapp_host.devices.fixture_file import LARGEST_MB, FixtureError
from miniapp_host.devices.fixtures import FixtureNetwork, read_fixtures
from miniapp_host.devices.network import Collector, Download, Request, Trouble
from miniapp_host.devices.pictures import read_picture
from miniapp_host.texts import Language, Texts
from tests.api.pretend_phone import FakeClock


def answer(folder: Path, rules: object, url: str = "https://a.example/x", **more: Any) -> Download:
    """What a request gets with these rules; the file they come from lies in `folder`."""
    file = folder / "fixtures.json"
    file.write_text(json.dumps(rules), "utf-8")
    clock, ends = FakeClock(), list[Download]()
    network = FixtureNetwork(read_fixtures(file), clock.after)
    network.send(Request(url, **more), Collector(ends.append))
    assert not ends
    clock.advance(0)
    return ends[0]


def test_data_is_json_or_text(tmp_path: Path) -> None:
    found = answer(tmp_path, [{"url": "*", "data": {"a": "中"}}])
    assert json.loads(found.body) == {"a": "中"}
    assert (found.head.status, found.head.header("content-type")) == (
        200,
        "application/json; charset=utf-8",
    )
    assert answer(tmp_path, [{"url": "*", "data": "<a>"}]).body == b"<a>"
    assert answer(tmp_path, [{"url": "*"}]).body == b""


def test_status_and_headers_are_as_written(tmp_path: Path) -> None:
    rule = {"url": "*", "status": 500, "header": {"Content-Type": "x/y", "X-A": 1}, "data": "no"}
    head = answer(tmp_path, [rule]).head
    assert (head.status, head.header("content-type"), head.header("x-a")) == (500, "x/y", "1")


@pytest.mark.parametrize(
    ("pattern", "url", "fits"),
    [
        ("https://a.example/x", "https://a.example/x", True),
        ("https://a.example/x", "https://a.example/xy", False),
        ("https://a.example/x", "https://a.example/x?y=1", False),
        ("*/x?y=*", "https://a.example/x?y=1", True),
        ("*/x?y=*", "https://a.example/xzy=1", False),
        ("*[1]", "https://a.example/x[1]", True),
        ("/x\\?id=\\d+$/", "https://a.example/x?id=12", True),
        ("/x\\?id=\\d+$/", "https://a.example/x?id=b", False),
    ],
)
def test_patterns_have_stars_or_are_expressions(
    tmp_path: Path, pattern: str, url: str, fits: bool
) -> None:
    found = answer(tmp_path, [{"url": pattern, "data": "yes"}], url)
    assert found.trouble is (None if fits else Trouble.REFUSED)


def test_the_first_rule_that_fits_wins(tmp_path: Path) -> None:
    rules = [
        {"url": "*", "method": "post", "data": "posted"},
        {"url": "*", "data": "first"},
        {"url": "*", "data": "second"},
    ]
    assert answer(tmp_path, rules).body == b"first"
    assert answer(tmp_path, rules, method="POST", body=b"x").body == b"posted"


def test_files_lie_beside_the_rules(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[1]")
    found = answer(tmp_path, [{"url": "*", "file": "a.json"}])
    assert (found.body, found.head.header("content-type")) == (b"[1]", "application/json")


def test_a_picture_of_any_size_can_be_had(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(answer(tmp_path, [{"url": "*", "image": [30, 20]}]).body)
    picture = read_picture(file)
    assert picture is not None
    assert (picture.kind, picture.width, picture.height) == ("png", 30, 20)


@pytest.mark.parametrize(
    ("url", "picture"),
    [("https://a.example/b.JPG?x=1", False), ("https://a.example/avatar", True)],
)
def test_where_a_picture_is_wanted_there_is_one(tmp_path: Path, url: str, picture: bool) -> None:
    found = answer(tmp_path, [], url, picture=picture)
    assert found.head.header("content-type") == "image/png"


def test_what_no_rule_answers_fails_as_a_dead_server_does(tmp_path: Path) -> None:
    assert answer(tmp_path, []).trouble is Trouble.REFUSED


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{", "it is no JSON"),
        ("{}", "it holds no list"),
        ("[7]", "[0]: it is no object"),
        ('[{"data": 1}]', "[0].url: it must be a pattern"),
        ('[{"url": ""}]', "[0].url: it must be a pattern"),
        ('[{"url": "*"}, {"url": "/(/"}]', "[1].url: bad expression"),
        ('[{"url": "*", "date": 1}]', "[0].date: there is no such key"),
        ('[{"url": "*", "status": 9}]', "[0].status: it must be a number"),
        ('[{"url": "*", "method": 1}]', "[0].method: it must be a string"),
        ('[{"url": "*", "header": []}]', "[0].header: it must be an object"),
        ('[{"url": "*", "file": "no.json"}]', "[0].file: there is no file no.json"),
        ('[{"url": "*", "image": [0, 9]}]', "[0].image: it must be a size"),
        ('[{"url": "*", "data": 1, "image": [1, 1]}]', "[0].data: more than one body"),
    ],
)
def test_a_bad_file_is_named_with_key_and_remedy(tmp_path: Path, text: str, complaint: str) -> None:
    file = tmp_path / "fixtures.json"
    file.write_text(text)
    with pytest.raises(FixtureError) as raised:
        read_fixtures(file)
    message = str(raised.value)
    assert message.startswith(f"{file}: {complaint}")
    assert "\n" not in message
    assert message.endswith(".")
    texts = Texts(Language.ZH, paths.resources() / "i18n")
    for words in (raised.value.problem, raised.value.remedy):
        assert not texts.said(words).isascii()


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FixtureError, match=r"no\.json: it can't be read") as raised:
        read_fixtures(tmp_path / "no.json")
    texts = Texts(Language.ZH, paths.resources() / "i18n")
    told = "无法读取：没有这个文件或文件夹。请提供一个 JSON 文件。"
    assert texts.said(raised.value) == f"{tmp_path / 'no.json'}：{told}"


def test_what_is_no_plain_file_or_too_large_is_refused_unread(tmp_path: Path) -> None:
    pipe, large = tmp_path / "pipe", tmp_path / "large.json"
    os.mkfifo(pipe)
    with large.open("wb") as stream:
        stream.truncate(3 * 1024**3)
    texts = Texts(Language.ZH, paths.resources() / "i18n")
    for file, complaint in (
        (Path("/dev/full"), "it is no plain file. Give a JSON file."),
        (pipe, "it is no plain file. Give a JSON file."),
        (large, f"it is larger than {LARGEST_MB} MB. Choose another file."),
    ):
        with pytest.raises(FixtureError) as raised:
            read_fixtures(file)
        assert str(raised.value) == f"{file}: {complaint}"
        assert not texts.said(raised.value.problem).isascii()
    rules = tmp_path / "fixtures.json"
    rules.write_text('[{"url": "*", "file": "large.json"}]')
    with pytest.raises(FixtureError, match=r"\[0\]\.file: it is larger than 256 MB"):
        read_fixtures(rules)


def test_lists_without_end_inside_each_other_are_no_json_that_is_read(tmp_path: Path) -> None:
    file = tmp_path / "deep.json"
    file.write_text("[" * 200_000)
    with pytest.raises(FixtureError, match="it is no JSON"):
        read_fixtures(file)


def test_an_answer_names_the_rule_that_gave_it(tmp_path: Path) -> None:
    rules = [{"url": "*/other"}, {"url": "https://a.example/*", "data": 1}]
    assert answer(tmp_path, rules).head.played_by == "fixtures.json [1] https://a.example/*"
    stand_in = answer(tmp_path, [], "https://a.example/x.png").head.played_by
    assert stand_in == "no fixture fits: a grey picture stands in"
