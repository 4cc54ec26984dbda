import os
import re
from pathlib import Path

import pytest

from miniapp_host.devices.album import Album, UnknownMediaError
from miniapp_host.devices.drawing import avatar_png
from miniapp_host.devices.pictures import read_picture


@pytest.fixture(scope="module")
def new_album(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "Album"
    assert len(Album(folder).pictures()) >= 3
    return folder


@pytest.fixture
def album(tmp_path: Path) -> Album:
    folder = tmp_path / "Album"
    folder.mkdir()
    return Album(folder)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "card.jpeg.tmp"
    file.write_bytes(avatar_png(16))
    return file


def test_a_new_album_has_pictures_of_a_good_size(new_album: Path) -> None:
    sizes = {(p.width, p.height) for f in new_album.iterdir() if (p := read_picture(f))}
    assert sizes == {(1080, 1440)}


def test_an_album_that_the_person_emptied_stays_empty(album: Album) -> None:
    assert album.pictures() == ()


def test_a_saved_picture_is_a_copy_under_a_dated_name_with_its_true_suffix(
    album: Album, picture: Path
) -> None:
    saved = album.add(picture)
    assert saved.parent == album.folder
    assert re.fullmatch(r"IMG_\d{8}_\d{6}(_\d+)?\.png", saved.name)
    assert saved.read_bytes() == picture.read_bytes()


def test_pictures_saved_in_one_second_do_not_replace_each_other(
    album: Album, picture: Path
) -> None:
    saved = {album.add(picture) for _ in range(5)}
    assert len(saved) == 5
    assert set(album.pictures()) == saved


def test_a_video_is_saved_but_is_no_picture(album: Album, tmp_path: Path) -> None:
    video = tmp_path / "clip"
    video.write_bytes(b"\x00\x00\x00\x18ftypmp42" + bytes(100))
    assert album.add(video).suffix == ".mp4"
    assert album.pictures() == ()


def test_what_is_neither_picture_nor_video_is_refused_and_leaves_nothing(
    album: Album, tmp_path: Path
) -> None:
    (tmp_path / "run.png").write_text("#!/bin/sh")
    with pytest.raises(UnknownMediaError):
        album.add(tmp_path / "run.png")
    with pytest.raises(UnknownMediaError):
        album.add(tmp_path / "nothing.png")
    assert list(album.folder.iterdir()) == []


def test_the_newest_picture_comes_first(album: Album, picture: Path) -> None:
    files = [album.add(picture) for _ in range(3)]
    for age, file in enumerate(files):
        os.utime(file, (1_000_000 - age, 1_000_000 - age))
    assert list(album.pictures()) == files


def test_pictures_that_the_person_put_there_count_whatever_their_names_case(album: Album) -> None:
    for name in ("HOLIDAY.JPG", "a.jpeg", "b.WebP", "notes.txt"):
        (album.folder / name).write_bytes(b"x")
    assert {file.name for file in album.pictures()} == {"HOLIDAY.JPG", "a.jpeg", "b.WebP"}


def test_who_watches_hears_of_the_finished_copy(album: Album, picture: Path) -> None:
    heard: list[bytes] = []
    album.watch(lambda file: heard.append(file.read_bytes()))
    album.add(picture)
    assert heard == [picture.read_bytes()]


def test_an_interrupted_first_drawing_is_done_again(tmp_path: Path) -> None:
    (tmp_path / ".Album-new").mkdir()
    (tmp_path / ".Album-new" / "half.png").write_bytes(b"\x89PNG")
    album = Album(tmp_path / "Album")
    assert all(read_picture(file) for file in album.pictures())
    assert not (tmp_path / ".Album-new").exists()


def test_a_deleted_file_is_gone_and_told_and_no_other_can_be_deleted(
    album: Album, tmp_path: Path
) -> None:
    drawn = tmp_path / "drawn.png"
    drawn.write_bytes(avatar_png(8))
    first, other = album.add(drawn), album.add(drawn)
    heard: list[Path] = []
    album.watch(heard.append)
    album.remove(first)
    album.remove(first)
    assert first not in album.pictures()
    assert other in album.pictures()
    assert heard == [first, first]
    outside = tmp_path / "mine.png"
    outside.write_bytes(b"mine")
    with pytest.raises(ValueError, match="not in the album"):
        album.remove(outside)
    assert outside.exists()
