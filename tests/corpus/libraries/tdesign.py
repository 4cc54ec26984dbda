"""Rows to come."""

from tests.corpus.libraries.rows import Row

TDESIGN_ROWS: tuple[Row, ...] = ()
