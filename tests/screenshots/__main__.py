"""`python -m tests.screenshots --out FOLDER`: every screen x theme x language x size as PNG files.

A file is called SCREEN.THEME.LANGUAGE.SIZE.png. Each size has a process of its own, since Qt reads
the factor when it starts. `--readme` draws README's pictures instead.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.screenshots.platform import prepare_platform

SIZES = (100, 200)
"""What is drawn unless `--size` says otherwise."""
EVERY_SIZE = (50, 75, 100, 125, 150, 200)
THEMES = ("light", "dark")
LANGUAGES = ("en", "zh")


def main() -> int:
    words = _words()
    if words.readme:
        prepare_platform(100)
        from tests.screenshots.readme_pictures import draw_pictures

        return draw_pictures()
    if words.out is None:
        sys.exit("say where the pictures go: --out FOLDER")
    words.out.mkdir(parents=True, exist_ok=True)
    sizes = words.size or SIZES
    if len(sizes) == 1:
        return _take(words, sizes[0])
    return max(_in_own_process(size) for size in sizes)


def _words() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.screenshots", description=__doc__)
    parser.add_argument("--out", type=Path, help="the folder of the pictures")
    parser.add_argument("--readme", action="store_true", help="draw README's pictures")
    parser.add_argument("--only", nargs="*", default=[], help="screens that begin with this")
    parser.add_argument("--size", type=int, nargs="*", choices=EVERY_SIZE, help="in per cent")
    parser.add_argument("--theme", nargs="*", choices=THEMES, default=THEMES)
    parser.add_argument("--language", nargs="*", choices=LANGUAGES, default=LANGUAGES)
    return parser.parse_args()


def _in_own_process(size: int) -> int:
    module = [sys.executable, "-m", "tests.screenshots"]
    return subprocess.run([*module, *sys.argv[1:], "--size", str(size)], check=False).returncode


def _take(words: argparse.Namespace, size: int) -> int:
    prepare_platform(size)
    from PySide6.QtWidgets import QApplication

    from miniapp_host.phone.qt_application import prepare_qt
    from miniapp_host.phone.terminal import silence_engines
    from tests.screenshots.studio import Looks
    from tests.screenshots.taking import take_all

    silence_engines()
    prepare_qt()
    app = QApplication([])
    failed: list[str] = []
    for theme in words.theme:
        for language in words.language:
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                looks = Looks(theme, language)
                failed += take_all(Path(folder), looks, words.out, f"{size}", tuple(words.only))
    app.quit()
    for line in failed:
        print(line, file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # Chromium's threads outlive the application and may hang an ordinary exit
