"""Compiled templates of one program on disk, by the hash of what they were compiled from.

Everything in here can be made again; a file that can't be written is only time lost.
"""

import os
import re
import shutil
import tempfile
from pathlib import Path

_KEY = re.compile(r"[0-9a-f]{64}")
_KEPT = 64


class TemplateCache:
    """`folder/<program>/<key>.js`; `program` is an id that package.py has checked."""

    def __init__(self, folder: Path, program: str) -> None:
        self._folder = folder / program

    def read(self, key: str) -> bytes:
        """The compiled templates; raises FileNotFoundError."""
        return self._file(key).read_bytes()

    def has(self, key: str) -> bool:
        return self._file(key).is_file()

    def keep(self, key: str, code: str) -> None:
        """Write all of `code` or nothing; the oldest files go when there are many."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
        part = Path(name)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(code.encode("utf-8", "replace"))
                file.flush()
                os.fsync(file.fileno())
            part.replace(self._file(key))
        except OSError:
            part.unlink(missing_ok=True)
            raise
        self._drop_oldest()

    def delete(self) -> None:
        """Forget everything of this program."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _file(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise FileNotFoundError(f"{key!r} is no key of compiled templates")
        return self._folder / f"{key}.js"

    def _drop_oldest(self) -> None:
        files = sorted(self._folder.iterdir(), key=lambda file: file.stat().st_mtime_ns)
        for file in files[:-_KEPT]:
            file.unlink(missing_ok=True)
