"""Whether Chromium's tools look into programs, and the port at which a Chrome outside may do so."""

import socket
from dataclasses import dataclass

from miniapp_host.texts import Sentence, ToldError, reason_of

HOST = "127.0.0.1"
"""Nobody but this computer: whoever reaches the port can do anything in Chromium."""


@dataclass
class Inspection:
    """`wanted`: a program that starts loads its files so that the tools show their own names."""

    wanted: bool = False


def free_port(wanted: int) -> int:
    """`wanted` if it is free, or any free port for 0; raises ToldError if it is taken."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, wanted))
        except OSError as error:
            sentence = "Port {port} can't be used: {reason}. Give another one with --inspect=PORT."
            reason = reason_of(error)
            raise ToldError(Sentence(sentence, port=wanted, reason=reason)) from error
        return int(probe.getsockname()[1])
