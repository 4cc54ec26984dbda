"""`miniapp-host device`: where the pretend phone is, its switches and its network."""

import argparse
from typing import Any

from miniapp_host.cli.verb import run_verb, table
from miniapp_host.cli.words import add_verb, add_verbs


def add_words(parser: argparse.ArgumentParser) -> None:
    """Describes the sub-command and the words it understands."""
    parser.description = "Moves the pretend phone, turns its switches, slows its network."
    parser.epilog = "Exit code: 0 done, 1 refused, 2 wrong words or an unknown name."
    verbs = add_verbs(parser)
    add_verb(verbs, "show", "says where the phone is, what is on, and how good its network is")
    place = add_verb(verbs, "location", "moves the phone")
    place.add_argument(
        "place",
        nargs="+",
        metavar="LATITUDE LONGITUDE | PLACE",
        help="degrees (WGS-84), or a well-known place like “West Lake”",
    )
    switch = add_verb(verbs, "switch", "turns one of the phone's own switches")
    switch.add_argument(
        "name", metavar="NAME", help="location, album, bluetooth, camera or microphone"
    )
    switch.add_argument("on", choices=("on", "off"))
    network = add_verb(verbs, "network", "makes the network slow, or cuts it off")
    network.add_argument("preset", metavar="PRESET", help="online, slow-4g, 3g, 2g or offline")


def run(words: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    match words.verb:
        case "show":
            return run_verb(words, "Host.getDevice", {}, _lines)
        case "location":
            return run_verb(words, "Host.setLocation", _place(words.place), _lines)
        case "switch":
            params = {"name": words.name, "on": words.on == "on"}
            return run_verb(words, "Host.setSwitch", params, _lines)
        case _:
            return run_verb(words, "Host.setNetwork", {"preset": words.preset}, _lines)


def _place(given: list[str]) -> dict[str, object]:
    """Two numbers with a space, a comma or both between them, or the words of a name."""
    try:
        latitude, longitude = map(float, " ".join(given).replace(",", " ").split())
    except ValueError:
        return {"place": " ".join(given)}
    return {"latitude": latitude, "longitude": longitude}


def _lines(device: Any) -> list[str]:
    place, network = device["location"], device["network"]
    rows = [("location", f"{place['latitude']}, {place['longitude']}  {place['name']}")]
    rows += [(f"switch {name}", "on" if on else "off") for name, on in device["switches"].items()]
    limits = [
        f"{network['latencyMs']} ms" if network["latencyMs"] else "",
        f"{network['rate']} kB/s" if network["rate"] else "",
    ]
    rows.append(("network", "  ".join([network["connection"], *filter(None, limits)])))
    return table(rows)
