"""`python -m miniapp_host`."""

import sys

from miniapp_host.cli.main import main

sys.exit(main())
