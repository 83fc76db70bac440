"""The whole suite runs with the network refused; here is what shows that it is."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from tests.loopback import NetworkRefusedError, is_near

ASKS = {
    "a name": "socket.getaddrinfo('example.org', 80)",
    "an old way": "socket.gethostbyname('example.org')",
    "a connection": "socket.create_connection(('192.0.2.1', 80), timeout=1)",
    "the sixth version": "with socket.socket(socket.AF_INET6) as s: s.connect(('2001:db8::1', 80))",
    "without an answer": "with socket.socket(type=socket.SOCK_DGRAM) as s: s.sendto(b'a', ('192.0.2.1', 53))",
    "a library": "urllib.request.urlopen('http://192.0.2.1/', timeout=1)",
}


@pytest.mark.parametrize("ask", ASKS.values(), ids=ASKS)
def test_the_network_is_refused(ask: str) -> None:
    code = compile(f"import socket, urllib.request\n{ask}", "ask", "exec")
    with pytest.raises(NetworkRefusedError):
        exec(code)


def test_it_is_refused_to_a_process_that_a_test_starts() -> None:
    code = "import socket; socket.socket().connect(('192.0.2.1', 80))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert told.returncode and "NetworkRefusedError" in told.stderr
    told = subprocess.run(
        [sys.executable, "-P", "-m", "index.cli.main", "--help"], capture_output=True, check=False
    )
    assert told.returncode == 0


def test_the_machine_itself_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()


@pytest.mark.parametrize(
    ("host", "near"),
    [
        ("127.0.0.1", True), ("127.8.9.1", True), ("::1", True), ("localhost", True), (None, True),
        (b"localhost", True), ("10.0.0.1", False), ("0.0.0.0", False), ("fe80::1%eth0", False),
        ("example.org", False), ("localhost.example.org", False),
    ],
)  # fmt: skip
def test_what_is_near(host: object, near: bool) -> None:
    assert is_near(host) is near
