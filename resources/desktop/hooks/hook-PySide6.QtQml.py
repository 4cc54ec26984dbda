"""PyInstaller's own hook brings every QML module of Qt, 100 MB of them; the phone has no QML."""

from PyInstaller.utils.hooks.qt import add_qt6_dependencies

hiddenimports, binaries, datas = add_qt6_dependencies(__file__)
