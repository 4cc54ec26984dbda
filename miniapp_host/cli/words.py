"""The words that several sub-commands share, so that each means the same everywhere."""

import argparse
from pathlib import Path


def add_data_dir(parser: argparse.ArgumentParser) -> None:
    """Adds `--data-dir`: which phone is meant."""
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="keep everything here instead of your profile"
    )


def add_fixtures(parser: argparse.ArgumentParser) -> None:
    """Adds `--fixtures`: the file that stands in for the network."""
    parser.add_argument(
        "--fixtures", type=Path, metavar="FILE", help="answer from this file, not the network"
    )


def add_verbose(parser: argparse.ArgumentParser) -> None:
    """Adds `--verbose`: the engines may write to standard error."""
    parser.add_argument(
        "--verbose", action="store_true", help="let Qt and Chromium talk on standard error, too"
    )
