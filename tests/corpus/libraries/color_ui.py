"""Rows to come."""

from tests.corpus.libraries.rows import Row

COLOR_UI_ROWS: tuple[Row, ...] = ()
