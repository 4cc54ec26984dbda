"""Starts the phone with a walkthrough open beside it, and tells how the walk went."""

from dataclasses import replace

from miniapp_host.automation.listener import Listener
from miniapp_host.automation.opened_first import open_first, without_program
from miniapp_host.automation.start import claim_alone
from miniapp_host.checks.used_scopes import used_scopes
from miniapp_host.permissions.scopes import scope_named
from miniapp_host.phone.options import Options
from miniapp_host.phone.phone import Phone
from miniapp_host.phone.running import run
from miniapp_host.programs.boot import make_entry
from miniapp_host.programs.open_error import OpenError
from miniapp_host.programs.package import Package
from miniapp_host.programs.unpacking import as_folder
from miniapp_host.texts import Sentence
from miniapp_host.walkthroughs.shelf import choices
from miniapp_host.walkthroughs.walk import Walk
from miniapp_host.walkthroughs.walkthrough import Walkthrough

PANEL = "walkthrough"


def start_walk(options: Options, walkthrough: Walkthrough, scope: str | None) -> int:
    """Show the phone until it is closed; the exit code is 0 if the last walk passed, else 1.

    `options.folder` is the program's folder or archive; `scope` is the id of the scope to walk
    through, None to let the person choose if there is more than one. Raises ToldError.
    """
    assert options.folder is not None
    with as_folder(options.folder) as folder:
        package = Package.open(folder)
        make_entry(package.manifest, options.page)
        fitting = _scopes_for(walkthrough, package, scope)
    options.read_files()
    claim = claim_alone(options.data_dir)
    started = WalkStart(replace(options, data_dir=claim.folder), walkthrough, fitting)
    return run(without_program(started.options), started.begin) or started.exit_code


def _scopes_for(walkthrough: Walkthrough, package: Package, scope: str | None) -> tuple[str, ...]:
    """The ids of the scopes to choose from, none if it is about no scope; raises OpenError."""
    audience = walkthrough.audience.scopes
    if audience is None:
        return ()
    fitting = choices(walkthrough, used_scopes(package) if scope is None else (scope,))
    if fitting:
        return fitting
    ids = ", ".join(one.id for one in audience)
    raise OpenError(_why_none(package.name, scope, ids))


def _why_none(name: str, scope: str | None, ids: str) -> Sentence:
    if scope is None:
        return Sentence(
            "{name} uses none of the permissions that this walkthrough is about: {ids}.",
            name=name,
            ids=ids,
        )
    if scope_named(scope) is None:
        return Sentence("There is no permission {scope}. Use one of: {ids}.", scope=scope, ids=ids)
    return Sentence(
        "This walkthrough is not about {scope}. Use one of: {ids}.", scope=scope, ids=ids
    )


class WalkStart:
    """One phone with its walkthrough; `scopes` are the ids to choose from."""

    def __init__(self, options: Options, walkthrough: Walkthrough, scopes: tuple[str, ...]) -> None:
        self.options = options
        self._walkthrough = walkthrough
        self._scopes = scopes
        self._last: Walk | None = None

    @property
    def exit_code(self) -> int:
        """0 if the last walk passed, else 1."""
        return 0 if self._last is not None and self._last.passed else 1

    def begin(self, phone: Phone) -> None:
        """Open the panel, and begin the walk unless the person must choose a scope first."""
        open_first(phone, self.options)
        Listener(phone, self.options)
        walks = phone.tools.workbench.context.walks
        walks.watch(self._on_walks_change)
        walks.bring(self._walkthrough)
        if len(self._scopes) < 2:
            walks.begin(self._walkthrough, next(iter(self._scopes), None))
        phone.tools.workbench.show_panel(PANEL)

    def _on_walks_change(self, walk: Walk | None) -> None:
        self._last = walk or self._last
