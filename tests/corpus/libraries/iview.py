"""Rows to come."""

from tests.corpus.libraries.rows import Row

IVIEW_ROWS: tuple[Row, ...] = ()
