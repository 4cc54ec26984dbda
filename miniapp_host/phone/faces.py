"""How a program of the library shows itself before its package is read."""

from miniapp_host.programs.library import Program
from miniapp_host.programs.samples import shown_name
from miniapp_host.shell.kit.program_icon import ProgramFace
from miniapp_host.texts import Texts


def face_of(program: Program, texts: Texts) -> ProgramFace:
    """Its face, in the person's language."""
    return ProgramFace(program.id, shown_name(program.id, program.name, texts), program.icon)
