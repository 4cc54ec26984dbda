"""A plain script around minium: every flow of every program, one after the other."""

import os
from typing import Any

import minium
from minium.miniprogram.base_driver import minium_log

from tests.clients.minium_flows import FLOWS

minium_log.existFlag = 1  # nothing is reported to its makers


def main() -> None:
    for name, flows in FLOWS.items():
        if not os.environ.get(name):
            continue
        mini: Any = minium.Minium(
            {
                "project_path": os.environ[name],
                "dev_tool_path": os.environ["CLI"],
                "test_port": int(os.environ["PORT"]),
                "debug_mode": "error",
            }
        )
        try:
            for flow in flows:
                flow(mini)
                print(f"ok {name.lower()}: {flow.__name__.replace('_', ' ')}", flush=True)
        finally:
            mini.shutdown()


if __name__ == "__main__":
    main()
