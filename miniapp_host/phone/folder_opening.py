"""Opens the program of a person's folder, which stays the person's; its files are read once."""

from pathlib import Path
from typing import TYPE_CHECKING

from miniapp_host.programs.package import Package
from miniapp_host.programs.reading import read_package

if TYPE_CHECKING:
    from miniapp_host.phone.program import OpenProgram
    from miniapp_host.phone.programs import OpenPrograms


def open_folder(programs: "OpenPrograms", folder: Path, page: str | None = None) -> "OpenProgram":
    """Read the program in `folder` and open it on `page`, None for its first; raises ToldError."""
    return open_package(programs, read_package(folder), page)


def open_package(
    programs: "OpenPrograms", package: Package, page: str | None = None
) -> "OpenProgram":
    """Open a program whose files were read just now, as `open_folder` does."""
    program, notice = programs.parts.memory.enter(package)
    running = programs.running.get(program.id)
    if running is not None and running.session.package.folder != program.folder:
        programs.close_program(program.id)
    opened = programs.open(program.id, page, package)
    if notice is not None:
        programs.problem_found.emit(notice)
    return opened
