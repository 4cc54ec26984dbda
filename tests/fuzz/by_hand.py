"""Lets atheris (libFuzzer for Python) look for input that one of our readers can't stand.

`pip install atheris`, then `python -m tests.fuzz.by_hand TARGET [FOLDER] [-max_total_time=60 …]`.
TARGET is one of `TARGETS`; what follows are libFuzzer's own words: a FOLDER keeps what it learnt.
A crash leaves its input as `crash-…`. atheris is no requirement of the tests.
"""

import json
import logging
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["miniapp_host"]):
    from miniapp_host.memory.database import Database
    from miniapp_host.memory.store_error import StoreError
    from miniapp_host.programs.package import Package
    from miniapp_host.programs.wxml import references, tags
    from miniapp_host.texts import ToldError

from tests.guarantees.damage import Memory, content
from tests.program_folder import write_program


class Targets:
    """What is tried; each method takes the bytes and raises only for what must not happen."""

    def __init__(self, folder: Path) -> None:
        self.program = write_program(folder / "program", {"index.wxml": "<view/>"})
        (folder / "memory").mkdir()
        self.memory = Memory(folder / "memory")

    def manifest(self, data: bytes) -> None:
        (self.program / "app.json").write_bytes(data)
        self._open()

    def project(self, data: bytes) -> None:
        (self.program / "app.json").write_text(json.dumps({"pages": ["pages/index/index"]}))
        (self.program / "project.config.json").write_bytes(data)
        self._open()

    def template(self, data: bytes) -> None:
        text = data.decode("utf-8", "replace")
        list(tags(text))
        references("pages/index/index.wxml", text)

    def store(self, data: bytes) -> None:
        """The data overwrites the file from a place that its first two bytes name."""
        whole = bytearray(self.memory.whole)
        start = int.from_bytes(data[:2], "big") * 7 % len(whole)
        whole[start : start + len(data) - 2] = data[2:]
        self.memory.path.write_bytes(whole)
        self.memory.backup.unlink(missing_ok=True)
        try:
            with closing(Database(self.memory.path)) as database:
                rows, notice = content(database), database.notice
        except StoreError:
            return
        assert rows == ([] if notice else self.memory.truth)

    def _open(self) -> None:
        with suppress(ToldError):
            Package.open(self.program)


TARGETS = ("manifest", "project", "template", "store")


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"{__doc__}\nTARGET is one of: {', '.join(TARGETS)}")
    logging.disable()
    target = sys.argv.pop(1)
    with tempfile.TemporaryDirectory() as folder:
        tried: Callable[[bytes], None] = getattr(Targets(Path(folder)), target)
        atheris.Setup(sys.argv, tried)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
