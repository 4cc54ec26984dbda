"""An opened program: its folder, its identity, its checked manifest, its files.

Made once per start of a program; what changes on disk afterwards is seen at the next start.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from miniapp_host.programs.app_json import APP_JSON, read_app
from miniapp_host.programs.findings import Findings
from miniapp_host.programs.json_text import StringLines
from miniapp_host.programs.look_up import NPM
from miniapp_host.programs.manifest import AppManifest, ManifestError, PageConfig
from miniapp_host.programs.npm import npm_packages
from miniapp_host.programs.page_json import read_page
from miniapp_host.programs.project import Project, read_project
from miniapp_host.programs.regular_file import MOST_TEXT
from miniapp_host.programs.stopping import never
from miniapp_host.programs.tree import PackageError, TooLargeError, Tree, unreadable
from miniapp_host.texts import Sentence

_NPM_NAMES = {"weui": "weui-miniprogram", "kbone": "kbone-ui"}
_SHEETS = {"weui": f"{NPM}/weui-miniprogram/weui-wxss/dist/style/weui.wxss"}
_NO_LIBRARIES: Mapping[str, Path] = MappingProxyType({})


class Package:
    """The files of one program and its manifest; it reads nothing outside its root."""

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
        self._strings: dict[str, StringLines] = {}

    @classmethod
    def open(
        cls,
        folder: Path,
        extended_libraries: Mapping[str, Path] = _NO_LIBRARIES,
        known_as: str | None = None,
        is_stopped: Callable[[int], bool] = never,
    ) -> "Package":
        """Read the program in `folder`; `extended_libraries` are what useExtendedLib may name.

        `known_as` is the appid of a program that names none; `is_stopped` is as for a Tree.
        Raises PackageError if the folder can't be read, ManifestError if the program can't run,
        StoppedError.
        """
        if not folder.is_dir():
            raise PackageError(
                Sentence(
                    "There is no folder {path}. Open the folder of a mini program.", path=folder
                )
            )
        try:
            project = read_project(folder, known_as)
            if not (project.root / APP_JSON).is_file():
                raise _no_program(project)
            tree = Tree(project.root, is_stopped=is_stopped)
            return cls._open(project, tree, extended_libraries)
        except OSError as error:
            raise unreadable(error.filename, error) from error

    @classmethod
    def _open(
        cls, project: Project, tree: Tree, extended_libraries: Mapping[str, Path]
    ) -> "Package":
        manifest = read_app(tree)
        mounts = {
            _library_place(name): extended_libraries[name]
            for name in manifest.extended_libraries
            if name in extended_libraries and extended_libraries[name].is_dir()
        }
        npm = npm_packages(project, tree, ("", *(sub.root for sub in manifest.subpackages)))
        if mounts or npm.folders:
            tree = tree.mounted({**mounts, **npm.folders}, npm.entries)
        package = cls(project, tree, manifest)
        package._warn_of_missing_libraries()
        return package

    def has(self, path: str) -> bool:
        """Whether there is such a file, in exactly this case."""
        return self._tree.has(path)

    def place(self, path: str) -> Path:
        """Where a file is on disk.

        Raises FileNotFoundError, or PackageError if it leads outside the program's folder.
        """
        return self._tree.path(path)

    def read(self, path: str) -> bytes:
        """A file's bytes.

        Raises FileNotFoundError, or PackageError if the file leads outside or can't be read.
        """
        return self._tree.read(path)

    def text(self, path: str) -> str:
        """A text file without byte order mark; one too large to read counts as empty.

        Raises like `read` otherwise.
        """
        try:
            body = self._tree.read(path, MOST_TEXT)
        except TooLargeError as error:
            said = Sentence("{reason} and counts as empty", reason=error.reason)
            self.warnings.add(path, None, said)
            return ""
        try:
            return body.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = body.count(b"\n", 0, error.start) + 1
            self.warnings.add(path, line, Sentence("this is not UTF-8"))
            return body.decode("utf-8-sig", "replace")

    def line_of(self, file: str, string: str) -> int | None:
        """The line of a json file where `string` first stands; raises like `read`."""
        if file not in self._strings:
            self._strings[file] = StringLines(self.text(file))
        return self._strings[file].line_of(string)

    def path(self, path: str) -> Path:
        """Where a file is on disk; raises like `read`."""
        return self._tree.path(path)

    def same_files(self, other: "Package") -> bool:
        """Whether both hold the same files with the same bytes, wherever they lie.

        Raises PackageError, also for a file that is too large to read.
        """
        return self.files == other.files and all(
            self.read(path) == other.read(path) for path in self.files
        )

    def page(self, path: str) -> PageConfig:
        """The json of the page or component at `path` (no suffix); empty if there is none."""
        if path not in self._pages:
            self._pages[path] = read_page(self, path, self.warnings)
        return self._pages[path]

    @property
    def library_sheets(self) -> tuple[str, ...]:
        """The style sheets of the extended libraries, which belong to every page."""
        sheets = (_SHEETS.get(name, "") for name in self.manifest.extended_libraries)
        return tuple(sheet for sheet in sheets if self.has(sheet))

    def _warn_of_missing_libraries(self) -> None:
        for name in self.manifest.extended_libraries:
            folder = f"{_library_place(name)}/"
            if not any(path.startswith(folder) for path in self.files):
                said = Sentence("useExtendedLib: {name} is not available here", name=name)
                self.warnings.add(APP_JSON, None, said)


def _no_program(project: Project) -> ManifestError:
    """The error that fits what is there instead of an app.json."""
    root = project.root
    inner = next(
        (found for depth in ("*", "*/*") for found in sorted(root.glob(f"{depth}/{APP_JSON}"))),
        None,
    )
    if (root / "game.json").is_file():
        remedy = Sentence("This is a mini game; the phone runs mini programs.")
    elif root != project.folder:
        remedy = Sentence("project.config.json names this folder: build the program first.")
    elif inner is not None:
        folder = inner.parent.relative_to(root).as_posix()
        remedy = Sentence("Open the folder {path} in it.", path=folder)
    else:
        remedy = Sentence("Open the folder of a mini program, the one that holds app.json.")
    problem = Sentence("there is no such file in {folder}", folder=root.name)
    return ManifestError(APP_JSON, "", problem, remedy)


def _library_place(name: str) -> str:
    return f"{NPM}/{_NPM_NAMES.get(name, name)}"


def _title(manifest: AppManifest) -> str:
    title = manifest.window_in("light").get("navigationBarTitleText")
    return title.strip() if isinstance(title, str) else ""
