"""Refuses the network: while this is installed, Python reaches only this machine.

An audit hook sees every call on a socket, of any library, and cannot be removed. Processes that
tests start install it by `tests/guard/sitecustomize.py`.
"""

from __future__ import annotations

import ipaddress
import sys
from typing import Any

_ASKS = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"})
_LOOKS_UP = frozenset({"socket.getaddrinfo", "socket.gethostbyname"})


class NetworkRefusedError(BaseException):
    """No Exception, so that nobody on the way takes it for a network that is merely down."""


def is_near(host: object) -> bool:
    """Whether a host, as it is given to a socket, is this machine; no name is looked up for it."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """The audit hook. Raises NetworkRefusedError."""
    if event in _ASKS:
        address = arguments[1]
        # A path is a socket of this machine.
        if isinstance(address, tuple) and address and not is_near(address[0]):
            raise NetworkRefusedError(f"{event} to {address!r}")
    elif event in _LOOKS_UP and not is_near(arguments[0]):
        raise NetworkRefusedError(f"{event} of {arguments[0]!r}")


def install() -> None:
    sys.addaudithook(refuse)
