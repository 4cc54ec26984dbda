"""Pages over the npm package of TDesign."""

from pathlib import Path


def write_pages(program: Path) -> None:
    """Writes a program whose pages use the package's components."""
    program.mkdir(parents=True, exist_ok=True)
