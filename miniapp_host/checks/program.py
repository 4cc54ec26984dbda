"""Runs every check of a program's files, in order, each issue once."""

from collections.abc import Iterator, Mapping
from itertools import islice

from miniapp_host.checks.calls import check_calls
from miniapp_host.checks.declared import check_declared
from miniapp_host.checks.issues import Issue, error, note, warning
from miniapp_host.checks.keys import check_keys
from miniapp_host.checks.known_names import KnownNames
from miniapp_host.checks.remedies import issues_of
from miniapp_host.checks.scripts import Mention, Scripts
from miniapp_host.checks.tags import check_tags, maps_with_location
from miniapp_host.checks.undeclared import check_undeclared
from miniapp_host.checks.values import check_values
from miniapp_host.programs.components import Components
from miniapp_host.programs.findings import MOST_FINDINGS
from miniapp_host.programs.look_up import is_package_name
from miniapp_host.programs.manifest import MAIN
from miniapp_host.programs.package import Package
from miniapp_host.programs.styles import Styles
from miniapp_host.programs.templates import Templates
from miniapp_host.texts import Sentence

_MOST_OF_A_KIND = MOST_FINDINGS


def check_files(package: Package, known: KnownNames) -> tuple[Issue, ...]:
    """The issues of a package, by file and line; none of its scripts is run."""
    issues = dict.fromkeys(_all(package, known))
    return tuple(sorted(issues, key=lambda one: (one.file, one.line or 0, one.text)))


def _all(package: Package, known: KnownNames) -> Iterator[Issue]:
    configs = _read(package)
    scripts = Scripts(package, ("app", *configs))
    mentioned = (*scripts.mentioned, *maps_with_location(package))
    for found in (
        check_keys(package),
        check_values(package),
        check_declared(package, mentioned),
        check_calls(scripts.mentioned, known),
        check_tags(package, configs, known),
        check_undeclared(package, frozenset(configs)),
        map(_missing, scripts.missing),
        issues_of(package.warnings.found),
    ):
        yield from _first_of(found)


def _first_of(found: Iterator[Issue]) -> Iterator[Issue]:
    """As many issues of one kind as a person can use: for the rest no remedy is looked up."""
    yield from islice(found, _MOST_OF_A_KIND)
    more = next(found, None)
    if more is not None:
        text = Sentence("there are more than {most} issues of this kind", most=_MOST_OF_A_KIND)
        remedy = Sentence("Mend those that are listed, then check again.")
        yield note(more.file, None, text, remedy)


def _missing(one: Mention) -> Issue:
    """The issue of a missing module; a package's is a warning, as the call may never run."""
    text = Sentence("the module {name} is not in the package", name=one.name)
    if is_package_name(one.name):
        remedy = Sentence("Run npm install beside package.json, if it is needed.")
        return warning(one.file, one.line, text, remedy)
    return error(one.file, one.line, text, Sentence("Add the file, or correct the path."))


def _read(package: Package) -> Mapping[str, Mapping[str, object]]:
    """Read all that the pages need, so that the package warns of it; the json of each by path."""
    components, styles = Components(package), Styles(package)
    templates = Templates(package, components, "")
    configs: dict[str, Mapping[str, object]] = {}
    for root in (MAIN, *(sub.root for sub in package.manifest.subpackages)):
        configs.update(components.part(root).configs)
        templates.part(root)
    for path in ("app", *configs):
        if package.has(f"{path}.wxss"):
            styles.css(path)
    return configs
