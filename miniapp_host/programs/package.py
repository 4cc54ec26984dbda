"""An opened program: its folder, its identity, its checked manifest, its files.

Made once per start of a program; what changes on disk afterwards is seen at the next start.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from miniapp_host.programs.app_json import APP_JSON, read_app
from miniapp_host.programs.findings import Findings
from miniapp_host.programs.manifest import AppManifest, ManifestError, PageConfig
from miniapp_host.programs.page_json import read_page
from miniapp_host.programs.project import Project, read_project
from miniapp_host.programs.tree import PackageError, Tree

__all__ = ["Package", "PackageError"]

_NPM_NAMES = {"weui": "weui-miniprogram", "kbone": "kbone-ui"}
_NO_LIBRARIES: Mapping[str, Path] = MappingProxyType({})


class Package:
    """The files of one program and what they say of it; reads nothing outside its root."""

    def __init__(self, project: Project, tree: Tree, manifest: AppManifest) -> None:
        self.folder = project.folder
        self.root = tree.root
        self.appid = project.appid
        self.version = project.version
        self.icon = project.icon
        self.name = project.name or _title(manifest) or project.folder.name
        self.manifest = manifest
        self.files = tree.files
        self.warnings = Findings(manifest.warnings)
        self._tree = tree
        self._pages: dict[str, PageConfig] = {}

    @classmethod
    def open(
        cls, folder: Path, extended_libraries: Mapping[str, Path] = _NO_LIBRARIES
    ) -> "Package":
        """Read the program in `folder`; `extended_libraries` are what useExtendedLib may name.

        Raises PackageError if there is no such folder, ManifestError if it can't run.
        """
        if not folder.is_dir():
            raise PackageError(f"There is no folder {folder}. Open the folder of a mini program.")
        project = read_project(folder)
        tree = Tree(project.root)
        _check_place(project, tree)
        manifest = read_app(tree)
        wanted = {
            f"miniprogram_npm/{_NPM_NAMES.get(name, name)}": extended_libraries[name]
            for name in manifest.extended_libraries
            if name in extended_libraries
        }
        package = cls(project, Tree(project.root, wanted) if wanted else tree, manifest)
        for name in manifest.extended_libraries:
            if name not in extended_libraries:
                package.warnings.add(
                    APP_JSON, None, f"useExtendedLib: {name} is not available here"
                )
        return package

    def has(self, path: str) -> bool:
        """Whether there is such a file, with exactly this case."""
        return self._tree.has(path)

    def read(self, path: str) -> bytes:
        """A file's bytes; raises FileNotFoundError, PackageError if it leads outside."""
        return self._tree.read(path)

    def text(self, path: str) -> str:
        """A text file without byte order mark; raises like `read`."""
        return self._tree.text(path)

    def path(self, path: str) -> Path:
        """Where a file is on disk; raises like `read`."""
        return self._tree.path(path)

    def page(self, path: str) -> PageConfig:
        """The json of the page or component at `path` (no suffix); empty if there is none."""
        if path not in self._pages:
            self._pages[path] = read_page(self._tree, path, self.warnings)
        return self._pages[path]


def _check_place(project: Project, tree: Tree) -> None:
    """Someone opened the folder around a program: say which one it is."""
    if tree.has(APP_JSON):
        return
    inner = sorted(path for path in tree.files if path.endswith(f"/{APP_JSON}"))
    if inner:
        folder = min(inner, key=lambda path: (path.count("/"), path)).removesuffix(f"/{APP_JSON}")
        remedy = f"Open its folder {folder}, or name it as miniprogramRoot in project.config.json."
        raise ManifestError(APP_JSON, "", f"there is none in {project.root.name}", remedy)


def _title(manifest: AppManifest) -> str:
    title = manifest.window.get("navigationBarTitleText")
    return title.strip() if isinstance(title, str) else ""
