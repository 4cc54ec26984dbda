"""The only QtWebEngine code: one closed profile, page and bridge per open program."""
