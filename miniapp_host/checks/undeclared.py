"""The pages in the folder that app.json does not list."""

import re
from collections.abc import Iterator

from miniapp_host.checks.issues import Issue, warning
from miniapp_host.programs.package import Package
from miniapp_host.texts import Sentence

_PAGE_CALL = re.compile(r"(?<![\w$.])Page\s*\(")


def check_undeclared(package: Package, used: frozenset[str]) -> Iterator[Issue]:
    """The issues; `used` are the pages and components that the declared ones reach, by path."""
    for file in sorted(package.files):
        path = file.removesuffix(".wxml")
        if path != file and path not in used and _is_page(package, path):
            text = Sentence("the page {path} is not in app.json and can't be opened", path=path)
            remedy = Sentence(
                'Add "{path}" to pages (or to its subpackage), or delete its files.', path=path
            )
            yield warning(file, None, text, remedy)


def _is_page(package: Package, path: str) -> bool:
    """Whether there are a page's three files and the script calls Page()."""
    script = next((path + end for end in (".js", ".ts") if package.has(path + end)), None)
    if script is None or not package.has(f"{path}.json") or "miniprogram_npm/" in path:
        return False
    return not package.page(path).component and bool(_PAGE_CALL.search(package.text(script)))
