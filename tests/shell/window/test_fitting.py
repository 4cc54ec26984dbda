import pytest
from PySide6.QtCore import QSize

from miniapp_host.devices.display import Shape
from miniapp_host.shell.window.fitting import size_within

PHONE, LYING = Shape(), Shape(width=844, height=390)


@pytest.mark.parametrize(
    ("shape", "room", "size"),
    [
        (PHONE, QSize(1912, 1032), QSize(390, 844)),
        (PHONE, QSize(1358, 720), QSize(390, 720)),
        (PHONE, QSize(200, 300), QSize(320, 480)),
        (LYING, QSize(792, 552), QSize(792, 390)),
        (LYING, None, QSize(844, 390)),
    ],
)
def test_a_phone_is_smaller_only_where_the_screen_has_no_room_for_it(
    shape: Shape, room: QSize | None, size: QSize
) -> None:
    assert size_within(shape, room) == size
