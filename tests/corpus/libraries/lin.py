"""Rows to come."""

from tests.corpus.libraries.rows import Row

LIN_ROWS: tuple[Row, ...] = ()
