"""The house rules that a machine can check (design.md)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "miniapp_host"
TOP_LEVEL = {"pyproject.toml", "miniapp_host", "resources", "tests", "README.md"}
MADE_BY_TOOLS = {"build", "dist", "venv"}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_runtime" not in path.parts)

LAYERS = [
    {"paths", "texts", "watchers", "__init__"},
    {"open_error"},
    {"memory"},
    {"watchers", "store_error"},
    {"schema", "salvage"},
    {"recovery"},
    {"database"},
    {"permissions", "programs", "devices"},
    {"phone_memory"},
    {"checks"},
    {"api"},
    {"web"},
    {"shell"},
    {"automation"},
    {"web_views", "phone_devices", "program_details", "presence"},
    {"phone_parts"},
    {"open_program"},
    {"open_programs"},
    {"application"},
    {"page_opener"},
    {"page_issues"},
    {"check_command"},
    {"cli"},
    {"__main__"},
]
MAY_IMPORT_QT = {
    "web",
    "shell",
    "automation",
    "web_views",
    "phone_devices",
    "open_program",
    "open_programs",
    "application",
    "page_opener",
}
MAY_IMPORT_SQLITE = {"database.py", "recovery.py", "schema.py", "store_error.py"}
VAGUE_NAMES = {"utils", "helpers", "common", "misc", "base", "core", "manager", "handler"}


def part_of(module: Path) -> str:
    """The top-level part a module belongs to: `permissions`, `cli`, …"""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def layer_of(part: str) -> int:
    return next(place for place, parts in enumerate(LAYERS) if part in parts)


def imports_of(module: Path) -> Iterator[str]:
    """Every imported module's dotted name, also inside functions."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def own_parts_imported_by(module: Path) -> set[str]:
    names = (name.split(".") for name in imports_of(module) if name.startswith("miniapp_host."))
    return {parts[1] for parts in names}


def named(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_a_module_imports_only_what_stands_left_of_it(module: Path) -> None:
    part = part_of(module)
    wrong = {
        other
        for other in own_parts_imported_by(module) - {part}
        if layer_of(other) >= layer_of(part)
    }
    assert not wrong, f"{named(module)} may not import {wrong}: see the order in design.md"


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_qt_stays_on_its_side_of_the_wall(module: Path) -> None:
    qt = {name for name in imports_of(module) if name.startswith("PySide6")}
    if part_of(module) not in MAY_IMPORT_QT:
        assert not qt, f"{named(module)} must run without Qt"
    engine = {name for name in qt if "WebEngine" in name or "WebChannel" in name}
    assert not engine or part_of(module) == "web", "QtWebEngine belongs to web/ alone"


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_only_the_stores_know_sqlite(module: Path) -> None:
    assert "sqlite3" not in imports_of(module) or module.name in MAY_IMPORT_SQLITE


def test_only_the_application_runs_an_event_loop() -> None:
    loops = [
        named(module)
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"exec", "exec_"}
    ]
    assert set(loops) == {"application.py"}, "dialogs open(); only the application exec()s"


def test_nobody_walks_the_focus_chain() -> None:
    """PySide makes whoever asks the owner of what it gives; see `Overlay`."""
    walkers = [
        named(module)
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in {"nextInFocusChain", "previousInFocusChain"}
    ]
    assert walkers == []


def test_only_the_dispatcher_and_the_watchers_catch_everything() -> None:
    broad = {
        named(module)
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in {"Exception", "BaseException"})
    }
    assert broad == {"api/dispatcher.py", "watchers.py"}


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_a_module_says_what_it_is_for(module: Path) -> None:
    docstring = ast.get_docstring(ast.parse(module.read_text("utf-8")))
    assert docstring, f"{named(module)} has no docstring"
    assert len(docstring.splitlines()) <= 5


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_a_module_is_named_after_the_one_thing_in_it(module: Path) -> None:
    assert module.stem not in VAGUE_NAMES


def cycle_from(start: str, graph: dict[str, set[str]], path: tuple[str, ...]) -> tuple[str, ...]:
    for target in graph.get(start, set()):
        if target in path:
            return (*path, target)
        if found := cycle_from(target, graph, (*path, target)):
            return found
    return ()


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {
        "miniapp_host." + named(module).removesuffix(".py").replace("/", "."): {
            name for name in imports_of(module) if name.startswith("miniapp_host.")
        }
        for module in MODULES
    }
    assert not any(cycle_from(name, graph, (name,)) for name in graph)


def test_the_top_level_holds_what_was_agreed_and_nothing_else() -> None:
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith((".", "__"))}
    assert names - MADE_BY_TOOLS == TOP_LEVEL
