"""The phone on the screen: what Qt shows, asks and listens to; decides and keeps nothing."""

import linecache

# PySide reads the source of every module that is imported after it, and linecache keeps them all:
# 1.5 MB of an idle phone that nobody reads again.
linecache.clearcache()
