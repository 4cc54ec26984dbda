"""The house rules that a machine can check: which room may use which, and what stays where.

A rule that fails says what to do. Change a rule only together with README's map.
"""

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "miniapp_host"
TOP_LEVEL = {"pyproject.toml", "miniapp_host", "resources", "tests", "README.md"}
MADE_BY_TOOLS = {"build", "dist", "venv"}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_runtime" not in path.parts)

ROOMS = [
    "paths",
    "texts",
    "watchers",
    "nearest",
    "memory",
    "devices",
    "permissions",
    "programs",
    "checks",
    "web",
    "api",
    "walkthroughs",
    "recording",
    "shell",
    "phone",
    "automation",
    "visits",
    "testing",
    "desktop",
    "cli",
    "__main__",
]
"""The package's rooms from the ground up: a module imports only from rooms that come before."""

INNER_ROOMS = {
    "api": ["calls", "places", "files", "network", "media", "phone", "owner", "families"],
    "shell": [
        "kit",
        "sheets",
        "console",
        "home",
        "asking",
        "settings",
        "program",
        "inspector",
        "panels",
        "window",
    ],
}
"""The same order inside these rooms."""

MAY_IMPORT_QT = {"web", "shell", "phone", "automation", "visits", "testing", "desktop"}
MAY_IMPORT_SQLITE = {"database.py", "recovery.py", "schema.py", "store_error.py"}
MAY_NAME_COLOURS = {"shell/kit/map_colours.py", "shell/kit/theme.py", "programs/usual_colours.py"}
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})|(?:rgb|hsl)a?\(.*")
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{\d+,\d*\})\+")
"""Before Python 3.11.5 such a group keeps what its last, failing turn had read already."""
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
VAGUE_NAMES = {"utils", "helpers", "common", "misc", "base", "core", "manager", "handler"}


@cache
def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"))


@pytest.fixture(scope="module", autouse=True)
def let_the_trees_go() -> Iterator[None]:
    yield
    tree_of.cache_clear()


def named(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def in_every_module(rule: Callable[[Path], None]) -> Callable[[], None]:
    """A test that holds `rule` against every module and says of each one what breaks it.

    One test for a rule: a test for each module and rule would be 8,000, a minute of pytest's own.
    """

    def test() -> None:
        broken = []
        for module in MODULES:
            try:
                rule(module)
            except AssertionError as error:
                broken.append(f"{named(module)}: {error}")
        assert not broken, "\n".join(broken)

    test.__name__, test.__doc__ = rule.__name__, rule.__doc__
    return test


def place_of(parts: list[str]) -> tuple[int, int]:
    """Where a module stands, from its dotted name without the package: room and inner room.

    The package itself stands below all rooms, a room itself below its inner rooms.
    """
    if not parts:
        return -1, -1
    room, *inside = parts
    assert room in ROOMS, f"{room} is no room: put it into one of {ROOMS}, or add it in its place"
    inner = INNER_ROOMS.get(room)
    if inner is None or not inside:
        return ROOMS.index(room), -1
    assert inside[0] in inner, f"{room}/{inside[0]} is no inner room: use one of {inner}"
    return ROOMS.index(room), inner.index(inside[0])


def parts_of(module: Path) -> list[str]:
    """`miniapp_host/api/calls/call.py` as `["api", "calls", "call"]`; a package is its folder."""
    inside = module.relative_to(PACKAGE)
    return list((inside.parent if module.stem == "__init__" else inside.with_suffix("")).parts)


def room_of(module: Path) -> str:
    return parts_of(module)[0] if parts_of(module) else ""


def imports_of(module: Path) -> Iterator[str]:
    """Every imported module's dotted name, also inside functions."""
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def own_imports_of(module: Path) -> list[str]:
    """Dotted names of our modules that `module` imports, `from package import module` spelt out."""
    names: list[str] = []
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("miniapp_host"):
            source = node.module or ""
            if PACKAGE.joinpath(*source.split(".")[1:]).is_dir():
                names += [f"{source}.{alias.name}" for alias in node.names if alias.name[0] != "_"]
            else:
                names.append(source)
    return names


@in_every_module
def test_a_module_imports_only_from_rooms_before_its_own(module: Path) -> None:
    place = place_of(parts_of(module))
    imported = [name.split(".")[1:] for name in own_imports_of(module)]
    wrong = [".".join(other) for other in imported if place_of(other) > place]
    assert not wrong, (
        f"it imports {wrong}, which come after it in ROOMS or INNER_ROOMS. "
        "Move what both need to a room before both, or hand it in as an argument or a callback."
    )


@in_every_module
def test_a_name_is_imported_from_where_it_is_defined(module: Path) -> None:
    second_hand = [
        f"{alias.name} from {node.module}"
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("miniapp_host.")
        for alias in node.names
        if alias.name not in defined_in(node.module or "")
    ]
    assert not second_hand, f"import these from their own modules: {second_hand}"


@cache
def defined_in(dotted: str) -> frozenset[str]:
    """The names that a module of ours defines, and the modules in a package of ours."""
    place = PACKAGE.joinpath(*dotted.split(".")[1:])
    if place.is_dir():
        return frozenset(path.stem for path in place.iterdir())
    names = set()
    for node in ast.walk(ast.parse(place.with_suffix(".py").read_text("utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
    return frozenset(names)


@in_every_module
def test_qt_stays_on_its_side_of_the_wall(module: Path) -> None:
    qt = {name for name in imports_of(module) if name.startswith("PySide6")}
    if room_of(module) not in MAY_IMPORT_QT:
        assert not qt, "it must run without Qt"
    engine = {name for name in qt if "WebEngine" in name or "WebChannel" in name}
    assert not engine or room_of(module) == "web", "QtWebEngine belongs to web/ alone"


@in_every_module
def test_only_the_stores_know_sqlite(module: Path) -> None:
    assert "sqlite3" not in imports_of(module) or module.name in MAY_IMPORT_SQLITE


def is_colour(node: ast.AST) -> bool:
    """Whether `node` names a colour itself: `#rrggbb`, QColor(255, 0, 0), QColor("white")."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and bool(COLOUR.fullmatch(node.value))
    if isinstance(node, ast.Attribute):
        return node.attr == "GlobalColor" or node.attr.startswith(("fromRgb", "fromHs", "fromCmyk"))
    made = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "QColor"
    return made and any(isinstance(one, ast.Constant) for one in getattr(node, "args", ()))


@in_every_module
def test_colours_stand_in_the_theme(module: Path) -> None:
    if named(module) in MAY_NAME_COLOURS:
        return
    tree = tree_of(module)
    lines = sorted({getattr(node, "lineno", 0) for node in ast.walk(tree) if is_colour(node)})
    assert not lines, (
        f"it names colours in lines {lines}. Give them a name in shell/kit/theme.py, "
        "or in programs/usual_colours.py if they are what the platform gives a program."
    )


@pytest.mark.parametrize(
    ("code", "named_there"),
    [
        ('ink = "#1a2b3c"', True),
        ("QColor(1, 2, 3)", True),
        ('QColor("white")', True),
        ("Qt.GlobalColor.red", True),
        ("QColor.fromRgb(number)", True),
        ('"rgba(0, 0, 0, 0.5)"', True),
        ("QColor(theme.bg_0)", False),
        ('"#list"', False),
        ('"It is #fff here"', False),
    ],
)
def test_a_named_colour_is_found(code: str, named_there: bool) -> None:
    assert any(is_colour(node) for node in ast.walk(ast.parse(code))) is named_there


def test_only_the_application_runs_an_event_loop() -> None:
    loops = [
        named(module)
        for module in MODULES
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"exec", "exec_"}
    ]
    applications = {"phone/running.py", "phone/trouble.py"}
    assert set(loops) == applications, "dialogs open(); only the application exec()s"


def test_nobody_walks_the_focus_chain() -> None:
    """PySide makes whoever asks the owner of what it gives; see `Overlay`."""
    walkers = [
        named(module)
        for module in MODULES
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Attribute)
        and node.attr in {"nextInFocusChain", "previousInFocusChain"}
    ]
    assert walkers == []


def test_a_single_shot_is_given_no_owner() -> None:
    """PySide keeps what is called, and so its object, when the owner is deleted before."""
    owned = [
        named(module)
        for module in MODULES
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "singleShot"
        if len(node.args) > 2
    ]
    assert not owned, "use shell/kit/soon.py"


@in_every_module
def test_nobody_asks_who_sent_a_signal(module: Path) -> None:
    asked = [
        node.lineno
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Attribute) and node.attr in {"sender", "senderSignalIndex"}
    ]
    assert not asked, (
        f"it asks for the sender in lines {asked}. Let the signal say it: give it a "
        "payload, or use a QSignalMapper for many buttons of one kind."
    )


def test_only_the_dispatcher_and_the_watchers_catch_everything() -> None:
    broad = {
        named(module)
        for module in MODULES
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in {"Exception", "BaseException"})
    }
    assert broad == {"api/calls/dispatcher.py", "watchers.py"}


@in_every_module
def test_a_module_says_what_it_is_for(module: Path) -> None:
    docstring = ast.get_docstring(tree_of(module))
    assert docstring, "it has no docstring"
    assert len(docstring.splitlines()) <= 5


@in_every_module
def test_a_module_is_named_after_the_one_thing_in_it(module: Path) -> None:
    assert module.stem not in VAGUE_NAMES


@in_every_module
def test_a_module_is_short(module: Path) -> None:
    lines = len(module.read_text("utf-8").splitlines())
    assert lines <= LONGEST_MODULE, (
        f"it has {lines} lines, {LONGEST_MODULE} are the most. It does more than one "
        "thing: give one of them a module of its own, named after it."
    )


@in_every_module
def test_a_function_is_short(module: Path) -> None:
    long = [
        f"{node.name} ({length})"
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert not long, (
        f"{long} have more than {LONGEST_FUNCTION} lines. "
        "Let each step of theirs be a function, named after what it does."
    )


def given_to_self(node: ast.AST) -> set[str]:
    """The attributes that are set on `self` somewhere in `node`."""
    return {
        one.attr
        for one in ast.walk(node)
        if isinstance(one, ast.Attribute) and isinstance(one.ctx, ast.Store)
        if isinstance(one.value, ast.Name) and one.value.id == "self"
    }


def named_in_body(node: ast.ClassDef) -> set[str]:
    """What the class itself names, annotated or with a value."""
    lines = (part for part in node.body if isinstance(part, ast.Assign | ast.AnnAssign))
    names = (one for line in lines for one in ast.walk(line) if isinstance(one, ast.Name))
    return {one.id for one in names if isinstance(one.ctx, ast.Store)}


@in_every_module
def test_no_attribute_appears_after_an_object_was_made(module: Path) -> None:
    late = set()
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.ClassDef):
            made = [one for one in node.body if getattr(one, "name", "") == "__init__"]
            known = named_in_body(node).union(*map(given_to_self, made))
            late |= given_to_self(node) - known
    assert not late, f"give {sorted(late)} a value in __init__"


def circle_in(graph: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The modules of one circle, the first again at the end; empty if there is none."""
    clear: set[str] = set()

    def search(start: str, path: tuple[str, ...]) -> tuple[str, ...]:
        if start in path:
            return (*path[path.index(start) :], start)
        if start in clear:
            return ()
        for target in sorted(graph.get(start, frozenset())):
            if found := search(target, (*path, start)):
                return found
        clear.add(start)
        return ()

    return next((found for name in sorted(graph) if (found := search(name, ()))), ())


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = {
        ".".join(["miniapp_host", *parts_of(module)]): frozenset(own_imports_of(module))
        for module in MODULES
    }
    assert not circle_in(graph), "break the circle: hand one of them in as an argument"


def test_a_circle_is_found() -> None:
    graph = {"a": frozenset({"b", "d"}), "b": frozenset({"c"}), "c": frozenset({"b"})}
    assert circle_in(graph) == ("b", "c", "b")
    assert circle_in({"a": frozenset({"b", "c"}), "b": frozenset({"c"})}) == ()


@in_every_module
def test_no_group_of_a_pattern_is_possessive(module: Path) -> None:
    found = POSSESSIVE_GROUP.findall(module.read_text("utf-8"))
    assert not found, f"write (?>(?:…)*), Debian 12's Python mistakes {found}"


def test_the_top_level_holds_what_was_agreed_and_nothing_else() -> None:
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith((".", "__"))}
    assert names - MADE_BY_TOOLS == TOP_LEVEL


def test_all_resources_but_the_runtimes_source_are_in_the_wheel() -> None:
    hook = (ROOT / "resources" / "runtime" / "build_hook.py").read_text("utf-8")
    shipped = re.search(r"^SHIPPED = \((.*)\)$", hook, re.MULTILINE)
    assert shipped is not None
    folders = {path.name for path in (ROOT / "resources").iterdir() if path.is_dir()}
    assert set(re.findall(r'"(\w+)"', shipped[1])) == folders - {"runtime"}
