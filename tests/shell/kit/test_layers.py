from PySide6.QtWidgets import QWidget

from miniapp_host.shell.kit.layers import Layer, is_covered, place


def on_layer(screen: QWidget, layer: Layer) -> QWidget:
    widget = QWidget(screen)
    widget.show()
    place(widget, layer)
    return widget


def top(screen: QWidget) -> object:
    return screen.children()[-1]


def test_a_prompt_lies_over_whatever_comes_up_later(screen: QWidget) -> None:
    prompt = on_layer(screen, Layer.PROMPT)
    dialog = on_layer(screen, Layer.DIALOG)
    toast = on_layer(screen, Layer.TOAST)
    assert top(screen) is prompt
    assert is_covered(dialog)
    assert is_covered(toast)
    assert not is_covered(prompt)


def test_on_one_layer_the_latest_is_on_top(screen: QWidget) -> None:
    first, second = on_layer(screen, Layer.DIALOG), on_layer(screen, Layer.DIALOG)
    assert is_covered(first)
    assert not is_covered(second)


def test_the_status_bar_stays_visible_and_covers_nobody(screen: QWidget) -> None:
    status = on_layer(screen, Layer.STATUS)
    page = on_layer(screen, Layer.DIALOG)
    assert top(screen) is status
    assert not is_covered(page)


def test_the_capsule_lies_over_a_prompt_and_covers_nobody(screen: QWidget) -> None:
    capsule = on_layer(screen, Layer.CAPSULE)
    prompt = on_layer(screen, Layer.PROMPT)
    assert top(screen) is capsule
    assert not is_covered(prompt)


def test_what_is_hidden_covers_nobody(screen: QWidget) -> None:
    page, dialog = on_layer(screen, Layer.DIALOG), on_layer(screen, Layer.DIALOG)
    dialog.hide()
    assert not is_covered(page)


def test_a_page_of_the_phone_lies_over_what_a_program_brings_up_later(screen: QWidget) -> None:
    page = on_layer(screen, Layer.PAGE)
    dialog, toast = on_layer(screen, Layer.DIALOG), on_layer(screen, Layer.TOAST)
    assert is_covered(dialog)
    assert is_covered(toast)
    assert not is_covered(page)
