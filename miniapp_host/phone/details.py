"""The facts that the About page shows of an open program, from its package and the library."""

from dataclasses import replace

from miniapp_host.programs.library import Program
from miniapp_host.programs.package import Package
from miniapp_host.programs.samples import shown_name
from miniapp_host.shell.kit.program_icon import ProgramFace
from miniapp_host.shell.program.about_page import ProgramDetails, announced_scopes
from miniapp_host.texts import Texts


def details_of(program: Program, package: Package, version: str, texts: Texts) -> ProgramDetails:
    """The details; `version` is the one that runs: develop, trial or release."""
    details = ProgramDetails(
        face=ProgramFace(program.id, package.name, package.icon),
        appid=package.appid,
        version=version,
        folder=package.folder,
        owned=program.owned,
    )
    return renewed(details, package, texts)


def renewed(details: ProgramDetails, package: Package, texts: Texts) -> ProgramDetails:
    """The details with what the package says now, in the person's language."""
    manifest, program_id = package.manifest, details.face.id
    purposes = {scope: manifest.purpose_text(scope) for scope in manifest.purposes}
    return replace(
        details,
        face=ProgramFace(program_id, shown_name(program_id, package.name, texts), package.icon),
        asks=announced_scopes(purposes, manifest.required_private_infos),
    )
