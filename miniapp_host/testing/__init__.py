"""Tests of mini programs in Python: a real phone, real clicks, and what the person decides.

`pip install '.[test]'` brings what the pytest plugin needs; its fixtures are `miniapp`, `prompt`,
`permissions`, `settings` and `device`; `resources/docs/automation.md` is the manual.
"""

from miniapp_host.api.calls.journal import How
from miniapp_host.api.calls.ways import Way
from miniapp_host.testing.each_way import each_way
from miniapp_host.testing.wait_error import WaitError

__all__ = ["How", "WaitError", "Way", "each_way"]
