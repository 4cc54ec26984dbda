"""The sample programs that the phone brings along."""

import json
from pathlib import Path

from miniapp_host import paths


def samples() -> dict[str, Path]:
    """Their folders by appid; they are our own, so their files need no checking."""
    configs = sorted((paths.resources() / "programs").glob("*/project.config.json"))
    return {json.loads(config.read_text("utf-8"))["appid"]: config.parent for config in configs}
