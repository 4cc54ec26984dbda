"""Reads app.json: tolerant like the phone's client, strict where nothing could run.

Tab bar and declarations have modules of their own; the files of the pages are looked up here.
"""

from pathlib import PurePosixPath

from miniapp_host.programs.aliases import read_aliases
from miniapp_host.programs.declarations import read_private_infos, read_purposes
from miniapp_host.programs.json_document import Files, JsonDocument, read_document
from miniapp_host.programs.manifest import (
    MAIN,
    WINDOW_DEFAULTS,
    AppManifest,
    ManifestError,
    Subpackage,
)
from miniapp_host.programs.tab_bar import read_tab_bar
from miniapp_host.programs.theme import Theme, make_theme, variables_in
from miniapp_host.programs.tree import PackageError, inside
from miniapp_host.texts import Sentence

APP_JSON = "app.json"


def read_app(files: Files) -> AppManifest:
    """The checked app.json of `files`; raises ManifestError."""
    if not files.has(APP_JSON):
        remedy = Sentence("Open the folder of a mini program, the one that holds app.json.")
        raise ManifestError(APP_JSON, "", Sentence("there is no such file"), remedy)
    app = read_document(files, APP_JSON)
    main_pages = _main_pages(app)
    declared = _subpackages(app)
    # A folder called like the main package has no name of its own left: it comes with it.
    main_pages += tuple(page for sub in declared if sub.root == MAIN for page in sub.pages)
    subpackages = tuple(sub for sub in declared if sub.root != MAIN)
    pages = _distinct(app, (*main_pages, *(page for sub in subpackages for page in sub.pages)))
    entry = _entry_page(app, pages)
    _check_page_files(app, files, pages, entry)
    theme = _theme(app, files)
    return AppManifest(
        pages=pages,
        main_pages=tuple(dict.fromkeys(main_pages)),
        subpackages=subpackages,
        entry_page=entry,
        window={**WINDOW_DEFAULTS, **app.mapping("window")},
        tab_bar=read_tab_bar(app, files, pages, theme),
        purposes=read_purposes(app),
        required_private_infos=read_private_infos(app),
        using_components=app.references("usingComponents"),
        extended_libraries=_extended_libraries(app),
        dark_mode=app.values.get("darkmode") is True,
        resizable=app.values.get("resizable") is True,
        new_look=app.values.get("style") == "v2",
        theme=theme,
        background_modes=_background_modes(app),
        workers=_workers(app),
        privacy_check=app.values.get("__usePrivacyCheck__") is True,
        network_timeout=_network_timeout(app),
        aliases=read_aliases(app),
        warnings=tuple(app.warnings),
    )


# -- pages -----------------------------------------------------------------------------------------


def _main_pages(app: JsonDocument) -> tuple[str, ...]:
    pages = app.values.get("pages")
    if not isinstance(pages, list) or not pages:
        problem = Sentence("it must list at least one page")
        raise app.error("pages", problem, Sentence('Write "pages": ["pages/…"].'))
    return tuple(_page(app, "pages", page) for page in pages)


def _page(app: JsonDocument, key: str, page: object, root: str = "") -> str:
    """The full path of a declared page; like the phone it accepts a leading slash and a suffix."""
    path = _inside(f"{root}/{page}") if isinstance(page, str) and page.strip("/ ") else None
    if path is None or (root and not path.startswith(f"{root}/")):
        problem = Sentence("{page} is no page", page=repr(page))
        raise app.error(key, problem, Sentence("Give the page's path without suffix."))
    return path.removesuffix(".wxml")


def _inside(path: str) -> str | None:
    try:
        return inside(path)
    except PackageError:
        return None


def _subpackages(app: JsonDocument) -> tuple[Subpackage, ...]:
    """The subpackages under `subPackages` or `subpackages`: programs use both spellings."""
    key = "subPackages" if "subPackages" in app.values else "subpackages"
    return tuple(_subpackage(app, f"{key}[{i}]", entry) for i, entry in _enumerated(app, key))


def _enumerated(app: JsonDocument, key: str) -> list[tuple[int, object]]:
    return list(enumerate(app.array(key) or ()))


def _subpackage(app: JsonDocument, key: str, entry: object) -> Subpackage:
    if not isinstance(entry, dict):
        problem = Sentence("it must be an object")
        raise app.error(key, problem, Sentence('Give it "root" and "pages".'))
    root = _inside(str(entry.get("root") or ""))
    if not root:
        problem = Sentence("it must name a folder")
        raise app.error(f"{key}.root", problem, Sentence("Give the subpackage's folder."))
    pages = entry.get("pages", [])
    if not isinstance(pages, list):
        problem = Sentence("it must be an array")
        raise app.error(f"{key}.pages", problem, Sentence("List the subpackage's pages."))
    return Subpackage(
        root=root,
        pages=tuple(dict.fromkeys(_page(app, f"{key}.pages", page, root) for page in pages)),
        independent=entry.get("independent") is True,
        name=str(entry.get("name") or ""),
    )


def _distinct(app: JsonDocument, pages: tuple[str, ...]) -> tuple[str, ...]:
    seen: dict[str, None] = {}
    for page in pages:
        if page in seen:
            app.warn(page, Sentence("page {page} is declared twice", page=page))
        seen[page] = None
    return tuple(seen)


def _entry_page(app: JsonDocument, pages: tuple[str, ...]) -> str:
    """`entryPagePath`, or the first page."""
    value = app.values.get("entryPagePath")
    if not isinstance(value, str) or not value:
        return pages[0]
    entry = _page(app, "entryPagePath", value)
    if entry not in pages:
        said = Sentence("entryPagePath {page} is not among the pages", page=entry)
        app.warn("entryPagePath", said)
        return pages[0]
    return entry


def _check_page_files(app: JsonDocument, files: Files, pages: tuple[str, ...], entry: str) -> None:
    """Warns of missing files; raises ManifestError if the entry page has no template."""
    if not files.has(f"{entry}.wxml"):
        name = f"{PurePosixPath(entry).name}.wxml"
        problem = Sentence("the first page {page} has no {name}", page=entry, name=name)
        remedy = Sentence("Add the file, correct the path, or build the program.")
        raise app.error("pages", problem, remedy)
    if not files.has("app.js") and not files.has("app.ts"):
        app.warn("pages", Sentence("there is no app.js; the program has no App()"))
    for page in pages:
        if not files.has(f"{page}.wxml"):
            said = Sentence("page {page} has no .wxml file and can't be opened", page=page)
            app.warn(page, said)
        elif not files.has(f"{page}.js") and not files.has(f"{page}.ts"):
            app.warn(page, Sentence("page {page} has no .js file", page=page))


# -- the rest --------------------------------------------------------------------------------------


def _theme(app: JsonDocument, files: Files) -> Theme:
    location = app.values.get("themeLocation")
    if not isinstance(location, str) or not location:
        theme: Theme = {}
    elif not files.has(file := _inside(location) or location):
        said = Sentence("themeLocation {name} is not in the package", name=location)
        app.warn("themeLocation", said)
        theme = {}
    else:
        theme = _read_theme(app, files, file)
    _check_variables(app, theme)
    return theme


def _read_theme(app: JsonDocument, files: Files, file: str) -> Theme:
    try:
        return make_theme(read_document(files, file).values)
    except ManifestError as error:
        app.warn("themeLocation", error.sentence)
        return {}


def _check_variables(app: JsonDocument, theme: Theme) -> None:
    used = variables_in([app.values.get("window"), app.values.get("tabBar")])
    for name in sorted(used - set(theme.get("light", {}))):
        app.warn(f"@{name}", Sentence("@{name} is not in the theme file", name=name))


def _background_modes(app: JsonDocument) -> tuple[str, ...]:
    modes = app.array("requiredBackgroundModes") or ()
    return tuple(mode for mode in modes if isinstance(mode, str))


def _workers(app: JsonDocument) -> str | None:
    """The workers' folder, of `"workers"` or `{"path": "workers", "isSubpackage": true}`."""
    value = app.values.get("workers")
    path = value.get("path") if isinstance(value, dict) else value
    if path is None:
        return None
    folder = _inside(path) if isinstance(path, str) else None
    if not folder:
        said = Sentence("workers must be a folder of the program; it is ignored")
        app.warn("workers", said)
    return folder or None


def _network_timeout(app: JsonDocument) -> dict[str, float]:
    """Milliseconds by kind of call; a value that is no time counts as absent."""
    given = app.mapping("networkTimeout").items()
    return {call: ms for call, ms in given if isinstance(ms, int | float) and ms > 0}


def _extended_libraries(app: JsonDocument) -> tuple[str, ...]:
    """The names in `{"weui": true}`, `{"weui": "latest"}` or `["weui"]`."""
    value = app.values.get("useExtendedLib")
    if isinstance(value, list):
        return tuple(name for name in value if isinstance(name, str))
    return tuple(name for name, wanted in app.mapping("useExtendedLib").items() if wanted)
