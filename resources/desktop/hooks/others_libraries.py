"""Runs first in the bundle: what it starts, as an editor, finds the libraries of the system.

PyInstaller has put the bundle's before the system's, for this process and all that it starts.
"""

import os

_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if _before is not None:
    os.environ["LD_LIBRARY_PATH"] = _before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
