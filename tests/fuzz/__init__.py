"""Random bytes and words where a program or a disk speaks: manifests, files, templates, scripts.

The test run tries few, the same each time; `MINIAPP_HOST_GUARANTEES=1 pytest tests/fuzz` many more.
`by_hand.py` lets atheris look for as long as somebody wants.
"""
