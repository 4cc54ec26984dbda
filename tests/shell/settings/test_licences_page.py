"""The notices are wrapped by the screen alone."""

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from miniapp_host.shell.settings.licences_page import LicencesPage
from miniapp_host.texts import Texts

NOTICES = """@example/a 1.0 (MIT)

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files, to deal in the Software
without restriction.

Copyright 2024 One
Copyright 2025 Two

  1. An indented item that is as long as a whole line of the licence would be,
     and its second line.
"""


def test_a_paragraph_is_one_line_and_what_stands_alone_stays_alone(
    screen: QWidget, texts: Texts, tmp_path: Path
) -> None:
    file = tmp_path / "NOTICES.txt"
    file.write_text(NOTICES, "utf-8")
    page = LicencesPage(screen, texts, file)
    view = page.findChild(QPlainTextEdit, "notices")
    lines = view.toPlainText().splitlines()
    assert (
        "Permission is hereby granted, free of charge, to any person obtaining a copy of"
        in (lines[2])
    )
    assert lines[2].endswith("without restriction.")
    assert "Copyright 2024 One" in lines
    assert "Copyright 2025 Two" in lines
    assert "     and its second line." in lines
