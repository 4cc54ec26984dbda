"""One `wx.*` call in flight: its record, its checks in order, its answer."""
