import base64
from pathlib import Path

import pytest

from miniapp_host.devices.drawing import avatar_png
from miniapp_host.devices.pictures import Picture, read_picture
from miniapp_host.devices.switches import Switch
from miniapp_host.texts import Language
from tests.api.pretend_phone import OpenProgram, Phone

CARD = avatar_png(24)
MP4 = b"\x00\x00\x00\x18ftypisom" + bytes(40)
SAVE = "saveImageToPhotosAlbum"


def allowed(phone: Phone) -> OpenProgram:
    program = phone.open(files={"images/card.png": CARD, "note.txt": b"hello", "clip.mp4": MP4})
    program.decide("scope.writePhotosAlbum", granted=True)
    return program


def saved(phone: Phone) -> list[bytes]:
    return [file.read_bytes() for file in phone.album.folder.iterdir()]


@pytest.mark.parametrize("path", ["images/card.png", "/images/card.png", "./images/card.png"])
def test_a_package_file_is_saved(phone: Phone, path: str) -> None:
    assert allowed(phone).message(SAVE, {"filePath": path}) == f"{SAVE}:ok"
    assert saved(phone) == [CARD]


def test_a_temporary_file_is_saved_by_either_spelling(phone: Phone) -> None:
    program = allowed(phone)
    url = program.temporary(CARD)
    assert program.message(SAVE, {"filePath": url}) == f"{SAVE}:ok"
    other = url.replace("wxfile://tmp_", "http://tmp/")
    assert program.message(SAVE, {"filePath": other}) == f"{SAVE}:ok"
    assert saved(phone) == [CARD, CARD]


def test_a_user_file_is_saved(phone: Phone) -> None:
    program = allowed(phone)
    file = program.session.files.resolve("wxfile://usr/mine/card.png")
    assert file is not None
    file.parent.mkdir(parents=True)
    file.write_bytes(CARD)
    assert program.message(SAVE, {"filePath": "wxfile://usr/mine/card.png"}) == f"{SAVE}:ok"


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "images",
        "no.png",
        "https://example.com/card.png",
        "http://example.com/card.png",
        "data:image/png;base64," + base64.b64encode(CARD).decode(),
        "file:///etc/passwd",
        "/etc/passwd",
        "../../preferences.json",
        "wxfile://tmp_none.png",
        "wxfile://usr/../../../preferences.json",
        "images/card.png\x00",
    ],
)
def test_what_is_not_the_programs_own_file_is_not_there(phone: Phone, path: str) -> None:
    message = allowed(phone).message(SAVE, {"filePath": path})
    assert message == f"{SAVE}:fail file doesn't exist"
    assert saved(phone) == []


def test_another_programs_temporary_file_is_not_there(phone: Phone) -> None:
    url = phone.open("other").temporary(CARD)
    assert allowed(phone).message(SAVE, {"filePath": url}) == f"{SAVE}:fail file doesn't exist"


@pytest.mark.parametrize("path", ["note.txt", "app.json", "clip.mp4"])
def test_what_is_no_picture_is_not_saved_as_one(phone: Phone, path: str) -> None:
    message = allowed(phone).message(SAVE, {"filePath": path})
    assert message == f"{SAVE}:fail invalid file type"
    assert saved(phone) == []


def test_a_video_must_be_an_mp4(phone: Phone) -> None:
    program, name = allowed(phone), "saveVideoToPhotosAlbum"
    assert program.message(name, {"filePath": "clip.mp4"}) == f"{name}:ok"
    message = program.message(name, {"filePath": "images/card.png"})
    assert message == f"{name}:fail invalid file type"
    assert saved(phone) == [MP4]


def test_an_album_that_cannot_be_written_fails_the_call_and_says_so(phone: Phone) -> None:
    program = allowed(phone)
    phone.album.folder.rmdir()
    (phone.folder / "album").symlink_to("/proc/version")
    message = str(program.message(SAVE, {"filePath": "images/card.png"}))
    assert message.startswith(f"{SAVE}:fail")
    assert program.console[0][0] == "error"


def test_chosen_pictures_are_copies_of_the_programs_own(phone: Phone, tmp_path: Path) -> None:
    program = phone.open()
    (tmp_path / "a.png").write_bytes(CARD)
    album_file = phone.album.add(tmp_path / "a.png")
    answers = program.call("chooseImage", {"count": 3})
    count, on_chosen = program.screen.picture_choices[0]
    assert count == 3
    on_chosen((album_file,))
    (url,) = answers[0]["tempFilePaths"]  # type: ignore[misc]
    assert answers[0]["tempFiles"] == [{"path": url, "size": len(CARD)}]
    copy = program.session.files.resolve(url)
    assert copy is not None
    assert copy != album_file
    assert copy.read_bytes() == CARD
    assert program.result("getImageInfo", {"src": url})["width"] == 24


def test_choosing_media_gives_pictures(phone: Phone, tmp_path: Path) -> None:
    program = phone.open()
    (tmp_path / "a.png").write_bytes(CARD)
    answers = program.call("chooseMedia", {"count": 1, "mediaType": ["image"]})
    program.screen.picture_choices[0][1]((tmp_path / "a.png",))
    ((file,),) = [answers[0]["tempFiles"]]  # type: ignore[misc]
    assert (file["size"], file["fileType"]) == (len(CARD), "image")
    assert program.session.files.resolve(file["tempFilePath"]) is not None


@pytest.mark.parametrize(
    ("count", "offered"), [(..., 9), (1, 1), (0, 1), (-5, 1), (100, 9), ("3", 9), (2.4, 2)]
)
def test_one_to_nine_pictures_can_be_chosen(phone: Phone, count: object, offered: int) -> None:
    program = phone.open()
    program.call("chooseImage", {} if count is ... else {"count": count})
    assert program.screen.picture_choices[0][0] == offered


def test_more_pictures_than_asked_for_are_not_handed_over(phone: Phone, tmp_path: Path) -> None:
    program = phone.open()
    (tmp_path / "a.png").write_bytes(CARD)
    answers = program.call("chooseImage", {"count": 1})
    program.screen.picture_choices[0][1]((tmp_path / "a.png",) * 3)
    assert len(answers[0]["tempFilePaths"]) == 1  # type: ignore[arg-type]


def test_media_are_previewed_with_the_posters_of_films(phone: Phone) -> None:
    program = phone.open(files={"a.png": CARD, "poster.png": CARD})
    sources = [
        {"url": "a.png"},
        {"url": "film.mp4", "type": "video", "poster": "poster.png"},
        {"url": "https://x.example/b.png", "type": "image"},
    ]
    assert program.message("previewMedia", {"sources": sources, "current": 1}) == "previewMedia:ok"
    ((shown, current),) = program.screen.previews
    assert [Path(source).name for source in shown] == ["a.png", "poster.png", "b.png"]
    assert current == 1


def test_without_media_there_is_no_preview(phone: Phone) -> None:
    result = phone.open().result("previewMedia", {"sources": [{"url": "gone.png"}, 7]})
    assert str(result["errMsg"]).startswith("previewMedia:fail parameter error")


def test_a_picture_that_is_shared_can_be_saved_without_a_scope(phone: Phone) -> None:
    program = phone.open(files={"a.png": CARD})
    before = len(phone.album.pictures())
    answers = program.call("showShareImageMenu", {"path": "a.png"})
    program.screen.sheets[-1][1](0)
    assert answers == [{"errMsg": "showShareImageMenu:ok"}]
    assert len(phone.album.pictures()) == before + 1
    assert not phone.prompter.asked
    answers = program.call("showShareImageMenu", {"path": "a.png"})
    program.screen.sheets[-1][1](None)
    assert answers == [{"errMsg": "showShareImageMenu:fail cancel", "errno": 1}]


def test_what_is_offered_for_a_shared_picture_is_said_in_the_phones_language(phone: Phone) -> None:
    program = phone.open(files={"a.png": CARD})
    program.call("showShareImageMenu", {"path": "a.png"})
    phone.texts.language = Language.EN
    program.call("showShareImageMenu", {"path": "a.png"})
    assert [sheet.items for sheet, _ in program.screen.sheets] == [("保存图片",), ("Save Image",)]


def test_choosing_no_picture_is_a_cancel(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("chooseImage")
    program.screen.picture_choices[0][1](())
    assert answers == [{"errMsg": "chooseImage:fail cancel", "errno": 1}]


def test_a_picture_that_vanished_meanwhile_fails_the_choice(phone: Phone) -> None:
    program = phone.open()
    answers = program.call("chooseImage")
    program.screen.picture_choices[0][1]((phone.folder / "gone.png",))
    assert answers == [{"errMsg": "chooseImage:fail file doesn't exist"}]


def test_the_album_switched_off_cannot_be_chosen_from(phone: Phone) -> None:
    phone.switches.turn(Switch.ALBUM, on=False)
    result = phone.open().result("chooseImage")
    assert result == {"errMsg": "chooseImage:fail system permission denied", "errno": 3}


@pytest.mark.parametrize("name", ["chooseImage", "chooseMedia", "chooseVideo"])
def test_the_camera_switched_off_takes_nothing_but_leaves_the_album(
    phone: Phone, name: str
) -> None:
    phone.switches.turn(Switch.CAMERA, on=False)
    program = phone.open()
    denied = {"errMsg": f"{name}:fail system permission denied", "errno": 3}
    assert program.result(name, {"sourceType": ["camera"]}) == denied
    for free in ({}, {"sourceType": ["album", "camera"]}, {"sourceType": "camera"}):
        assert program.call(name, free) == []


def test_a_pictures_info_is_its_size_its_kind_and_how_it_is_turned(phone: Phone) -> None:
    assert allowed(phone).result("getImageInfo", {"src": "images/card.png"}) == {
        "width": 24,
        "height": 24,
        "path": "images/card.png",
        "orientation": "up",
        "type": "png",
        "errMsg": "getImageInfo:ok",
    }


def test_the_info_of_a_data_url_comes_with_a_file_for_it(phone: Phone) -> None:
    program = phone.open()
    source = "data:image/png;base64," + base64.b64encode(CARD).decode()
    result = program.result("getImageInfo", {"src": source})
    file = program.session.files.resolve(str(result["path"]))
    assert file is not None
    assert file.read_bytes() == CARD


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("note.txt", "invalid file type"),
        ("no.png", "file doesn't exist"),
        ("data:image/png;base64,!!", "the data is no base64"),
        ("data:image/png;base64,aGVsbG8=", "invalid file type"),
    ],
)
def test_what_has_no_info_says_why(phone: Phone, source: str, reason: str) -> None:
    message = allowed(phone).message("getImageInfo", {"src": source})
    assert message == f"getImageInfo:fail {reason}"


def test_a_preview_shows_the_programs_pictures_and_those_of_the_network(phone: Phone) -> None:
    program = allowed(phone)
    urls = ["https://example.com/a.png", "images/card.png", "/etc/passwd", 7, "images/card.png"]
    assert program.message("previewImage", {"urls": urls, "current": urls[1]}) == "previewImage:ok"
    ((sources, current),) = program.screen.previews
    assert sources[0] == urls[0]
    assert Path(sources[1]).read_bytes() == CARD
    assert len(sources) == 2
    assert current == 1


@pytest.mark.parametrize(
    ("current", "shown"), [(1, 1), (9, 1), (-1, 0), ("nowhere", 0), (None, 0), (0.6, 1)]
)
def test_a_preview_begins_with_the_current_picture(
    phone: Phone, current: object, shown: int
) -> None:
    program = phone.open()
    program.call("previewImage", {"urls": ["https://a/1", "https://a/2"], "current": current})
    assert program.screen.previews[0][1] == shown


@pytest.mark.parametrize("urls", [[], [1, None], ["no.png"]])
def test_a_preview_of_nothing_fails(phone: Phone, urls: list[object]) -> None:
    message = str(phone.open().message("previewImage", {"urls": urls}))
    assert message.startswith("previewImage:fail parameter error")


def test_a_canvas_becomes_a_temporary_file_that_can_be_saved(phone: Phone) -> None:
    program = allowed(phone)
    data = base64.b64encode(CARD).decode()
    result = program.result("canvasExport", {"data": data, "fileType": "png"})
    url = str(result["tempFilePath"])
    assert url.startswith("wxfile://tmp_")
    assert url.endswith(".png")
    assert program.message(SAVE, {"filePath": url}) == f"{SAVE}:ok"
    assert saved(phone) == [CARD]


@pytest.mark.parametrize("data", ["", "no base64!", base64.b64encode(b"text").decode(), None, 5])
def test_a_canvas_that_is_no_picture_leaves_no_file(phone: Phone, data: object) -> None:
    program = phone.open()
    message = str(program.message("canvasExport", {"data": data}))
    assert message.startswith("canvasExport:fail")
    folder = phone.folder / "files"
    assert [file for file in folder.rglob("*") if file.is_file()] == []


def test_the_drawn_card_is_what_this_file_thinks_it_is(tmp_path: Path) -> None:
    (tmp_path / "c").write_bytes(CARD)
    assert read_picture(tmp_path / "c") == Picture("png", 24, 24)
