"""A pytest plugin that forbids Qt: what imports it fails."""

import sys

sys.modules["PySide6"] = None  # type: ignore[assignment]
