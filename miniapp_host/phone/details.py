"""The facts that the About page shows of an open program, from its package and the library."""

from miniapp_host.programs.library import Program
from miniapp_host.programs.package import Package
from miniapp_host.programs.samples import shown_name
from miniapp_host.shell.kit.program_icon import ProgramFace
from miniapp_host.shell.program.about_page import ProgramDetails, announced_scopes
from miniapp_host.texts import Texts


def details_of(program: Program, package: Package, version: str, texts: Texts) -> ProgramDetails:
    """The details; `version` is the one that runs: develop, trial or release."""
    manifest = package.manifest
    purposes = {scope: manifest.purpose_text(scope) for scope in manifest.purposes}
    return ProgramDetails(
        face=ProgramFace(program.id, shown_name(program.id, package.name, texts), package.icon),
        appid=package.appid,
        version=version,
        folder=package.folder,
        owned=program.owned,
        asks=announced_scopes(purposes, manifest.required_private_infos),
    )
