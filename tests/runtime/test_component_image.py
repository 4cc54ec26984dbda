"""<image> and <cover-image>: modes, sizes, and what is told of the picture."""

import base64
import struct
import zlib
from pathlib import Path

import pytest

from miniapp_host.phone.phone import Phone
from tests.conftest import OpenProgram
from tests.driver import PageDriver
from tests.program_folder import write_program
from tests.runtime.hearing import hearing_page, inner, wait_heard


def png(width: int, height: int) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress((b"\0" + b"\x88" * width) * height)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


@pytest.fixture
def run_with_picture(phone: Phone, tmp_path: Path, open_folder: OpenProgram) -> OpenProgram:
    """As `run_program`, with a picture of 200 × 100 at /a.png."""

    def run(files: dict[str, str]) -> PageDriver:
        folder = write_program(tmp_path / "program", files)
        (folder / "a.png").write_bytes(png(200, 100))
        return open_folder(phone, folder)

    return run


def test_it_tells_the_size_of_the_picture(run_with_picture: OpenProgram) -> None:
    page = run_with_picture(hearing_page('<image id="i" src="/a.png" bindload="hear" />'))
    assert wait_heard(page, "load") == {"width": 200, "height": 100}
    box = page.box("#i")
    assert (box["width"], box["height"]) == (320, 240)


def test_it_tells_what_could_not_be_loaded(run_with_picture: OpenProgram) -> None:
    page = run_with_picture(hearing_page('<image id="i" src="/missing.png" binderror="hear" />'))
    assert "missing.png" in wait_heard(page, "error")["errMsg"]


@pytest.mark.parametrize(
    ("mode", "fit", "place"),
    [
        ("scaleToFill", "fill", "50% 50%"),
        ("aspectFit", "contain", "50% 50%"),
        ("aspectFill", "cover", "50% 50%"),
        ("top left", "none", "0% 0%"),
        ("bottom", "none", "50% 100%"),
        ("right", "none", "100% 50%"),
    ],
)
def test_each_mode_fits_the_picture_its_way(
    run_program: OpenProgram, mode: str, fit: str, place: str
) -> None:
    page = run_program({"index.wxml": f'<image id="i" mode="{mode}" />'})
    look = "getComputedStyle(part('picture'))"
    assert inner(page, "#i", f"[{look}.objectFit, {look}.objectPosition]") == [fit, place]


def test_one_side_may_follow_the_other(run_with_picture: OpenProgram) -> None:
    page = run_with_picture(
        hearing_page(
            '<image id="w" src="/a.png" mode="widthFix" style="width: 100px; height: 7px" bindload="hear" />'
            '<image id="h" src="/a.png" mode="heightFix" style="height: 30px; width: 7px" bindload="hear" />'
        )
    )
    wait_heard(page, "load", count=2)
    assert page.box("#w")["height"] == 50
    assert page.box("#h")["width"] == 60


def test_a_lazy_picture_waits_until_it_is_near(run_with_picture: OpenProgram) -> None:
    page = run_with_picture(
        hearing_page(
            '<view style="height: 9000px"></view><image id="i" lazy-load src="/a.png" bindload="hear" />'
        )
    )
    assert (
        inner(page, "#i", "part('picture').complete && part('picture').naturalWidth > 0") is False
    )
    page.in_page("(page.documentElement.scrollTop = 9000, 1)")
    wait_heard(page, "load")


def test_data_urls_are_pictures_too(run_with_picture: OpenProgram) -> None:
    source = "data:image/png;base64," + base64.b64encode(png(3, 4)).decode()
    page = run_with_picture(hearing_page(f'<image src="{source}" bindload="hear" />'))
    assert wait_heard(page, "load") == {"width": 3, "height": 4}


def test_a_cover_picture_is_as_large_as_the_picture(run_with_picture: OpenProgram) -> None:
    page = run_with_picture(
        hearing_page('<cover-image id="i" src="/a.png" bindload="hear" style="width: 80px" />')
    )
    wait_heard(page, "load")
    assert page.box("#i")["height"] == 40
