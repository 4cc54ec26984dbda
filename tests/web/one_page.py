"""`python -m tests.web.one_page URL PORT`: a page of the web; the phone listens at PORT."""

import sys

import shiboken6
from PySide6.QtCore import QEventLoop, QTimer, QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWidgets import QApplication

from miniapp_host.phone.qt_application import prepare_qt
from miniapp_host.web.engine import prepare_engine

LONGEST_MS = 40_000


def show(url: str, port: int) -> None:
    prepare_qt()
    app = QApplication([])
    prepare_engine(own_ports=[port])
    profile = QWebEngineProfile()
    page = QWebEnginePage(profile)
    loop = QEventLoop()
    page.loadFinished.connect(loop.quit)
    QTimer.singleShot(LONGEST_MS, loop.quit)
    page.setUrl(QUrl(url))
    loop.exec()
    for made in (page, profile, app):  # Chromium wants a page to end before its profile
        shiboken6.delete(made)


if __name__ == "__main__":
    show(sys.argv[1], int(sys.argv[2]))
