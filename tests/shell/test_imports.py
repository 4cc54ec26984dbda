"""What loading the phone's modules leaves behind."""

import subprocess
import sys


def test_loading_the_phone_keeps_no_source_of_any_module() -> None:
    script = (
        "import linecache, miniapp_host.phone.phone, miniapp_host.phone.programs\n"
        "print([name for name, (*_, lines, _) in linecache.cache.items() if lines])"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )

    assert loaded.stdout.strip() == "[]"
