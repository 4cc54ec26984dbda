"""Every answer to a `wx.*` call, without Qt: the call, its checks, and one module per family."""
