"""The compiled templates of programs on disk, by the hash of their sources.

Everything in here can be made again: what can't be written or reads damaged is only time lost.
"""

import hashlib
import logging
import os
import re
import shutil
import tempfile
from pathlib import Path

from miniapp_host.paths import make_private

_KEY = re.compile(r"[0-9a-f]{64}")
_KEPT = 64
_log = logging.getLogger(__name__)


class TemplateCache:
    """`folder/<program>/<key>.js`; `program` is an id that project.py has checked.

    A file's first line is the hash of the rest.
    """

    def __init__(self, folder: Path, program: str) -> None:
        self._folder = folder / program

    def read(self, key: str) -> bytes:
        """The compiled templates, whole; raises FileNotFoundError."""
        digest, _, code = self._file(key).read_bytes().partition(b"\n")
        if digest != _digest(code):
            raise FileNotFoundError(f"compiled templates {key} are damaged")
        return code

    def keep(self, key: str, code: str) -> None:
        """Write all of `code` or nothing; the oldest files are removed when there are many."""
        body = code.encode("utf-8", "replace")
        file = self._file(key)
        try:
            make_private(self._folder)
            _write(file, _digest(body) + b"\n" + body)
            self._drop_oldest()
        except OSError:
            _log.warning("compiled templates are not kept", exc_info=True)

    def delete(self) -> None:
        """Remove everything of this program."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _file(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise FileNotFoundError(f"{key!r} is no key of compiled templates")
        return self._folder / f"{key}.js"

    def _drop_oldest(self) -> None:
        files = sorted(self._folder.iterdir(), key=lambda file: file.stat().st_mtime_ns)
        for file in files[:-_KEPT]:
            file.unlink(missing_ok=True)


def _digest(code: bytes) -> bytes:
    return hashlib.sha256(code).hexdigest().encode()


def _write(file: Path, content: bytes) -> None:
    number, name = tempfile.mkstemp(dir=file.parent, suffix=".part")
    try:
        with os.fdopen(number, "wb") as part:
            part.write(content)
        Path(name).replace(file)
    finally:
        Path(name).unlink(missing_ok=True)
