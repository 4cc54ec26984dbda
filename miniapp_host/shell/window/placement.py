"""How a tool of the workbench stands, as it is remembered."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Placement:
    """Whether it is open, where, and its size in pixels."""

    open: bool = False
    detached: bool = False
    width: int = 560
    height: int = 844
