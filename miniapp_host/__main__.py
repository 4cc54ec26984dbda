"""`python -m miniapp_host`."""

import sys

from miniapp_host.cli import main

sys.exit(main())
