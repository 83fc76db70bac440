"""Saved pages through the programs of Debian by which people keep a page."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

TOOLS: dict[str, tuple[str, ...]] = {
    "w3m": ("w3m", "-dump", "-cols", "79", "-I", "UTF-8", "-O", "UTF-8", "-T", "text/html"),
    "lynx": ("lynx", "-dump", "-width=79", "-display_charset=UTF-8", "-assume_charset=UTF-8", "-nolist"),
    "pdf": ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--no-first-run", "--no-pdf-header-footer"),
}  # fmt: skip
"""Debian's programs by which people keep a page, where they are installed."""


def dumped(form: str, page: str) -> tuple[bytes | str, str]:
    """What a program makes of a saved page."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "page.html"
        path.write_text(page, encoding="utf-8")
        command = [*TOOLS[form]]
        if form == "pdf":
            made = path.with_suffix(".pdf")
            command += [f"--user-data-dir={name}/user", f"--print-to-pdf={made}", path.as_uri()]
            subprocess.run(command, check=True, capture_output=True)
            return made.read_bytes(), "pdf"
        found = subprocess.run([*command, str(path)], check=True, capture_output=True)
        return found.stdout.decode("utf-8"), "txt"
