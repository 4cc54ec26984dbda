"""Takes the pictures of all scenes on one phone."""

import time
from pathlib import Path

from tests.screenshots.scenes import SCENES, Scene
from tests.screenshots.studio import Looks, Studio


def take_all(
    folder: Path, looks: Looks, out: Path, size: str, only: tuple[str, ...] = ()
) -> list[str]:
    """Write each scene's picture into `out`; one line for each that could not be taken.

    `folder` is the phone's own; with `only`, the screens whose names begin with one of those.
    """
    studio = Studio(folder, looks)
    scenes = [scene for scene in SCENES if not only or scene.name.startswith(only)]
    ending = f"{looks.theme}.{looks.language}.{size}.png"
    failed = [_taken(studio, scene, out / f"{scene.name}.{ending}") for scene in scenes]
    studio.close()
    return [problem for problem in failed if problem]


def _taken(studio: Studio, scene: Scene, file: Path) -> str | None:
    """Takes one picture; what went wrong, so that the others are taken all the same.

    On a busy machine a scene may come too late: it has a second chance.
    """
    begin = time.monotonic()
    problem = _tried(studio, scene, file) and _tried(studio, scene, file)
    if problem:
        return f"{file.name}: {problem}"
    print(f"{file.name} {time.monotonic() - begin:.1f} s", flush=True)
    return None


def _tried(studio: Studio, scene: Scene, file: Path) -> str | None:
    try:
        scene.bring(studio)
        studio.picture().save(str(file))
    except (AssertionError, RuntimeError, OSError, ValueError) as problem:
        return str(problem)
    finally:
        studio.clear()
    return None
