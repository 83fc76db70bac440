"""Where copied text goes: to the terminal by OSC 52, to the clipboard's own programs, else to a file.

A terminal never says whether it took the text. tmux and screen pass the sequence on only when it is
wrapped for them, and by default not even then; so the text also goes to the first program that is
there, and without any to a file that the reader is told of.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tui.leaving import write_privately

_PATIENCE = 2.0
"""Seconds for a program to take the text."""
_SCREEN_TAKES = 700
"""Bytes of one string that GNU screen passes on."""
_TAKE_OSC52 = (
    "KITTY_WINDOW_ID", "WEZTERM_PANE", "ALACRITTY_WINDOW_ID", "WT_SESSION", "GHOSTTY_RESOURCES_DIR",
)  # fmt: skip
"""Variables of terminals that take text by OSC 52 as they come."""


@dataclass(frozen=True, slots=True)
class Copied:
    """The places where a text went besides the terminal."""

    program: str = ""
    file: Path | None = None
    """The file, where no program took the text and the terminal may not have taken it."""


@dataclass(frozen=True, slots=True)
class Clipboard:
    """The clipboards that the place offers in which the room runs."""

    environment: Mapping[str, str] = field(default_factory=dict)
    file: Path | None = None
    """The file for a text that nothing else takes."""

    def sequence(self, text: str) -> str:
        """The sequence that puts a text into the terminal's clipboard."""
        coded = base64.b64encode(text.encode("utf-8", "replace")).decode()
        bare = f"\x1b]52;c;{coded}\a"
        if "TMUX" in self.environment:
            return "\x1bPtmux;" + bare.replace("\x1b", "\x1b\x1b") + "\x1b\\"
        if "STY" in self.environment:
            parts = (bare[at : at + _SCREEN_TAKES] for at in range(0, len(bare), _SCREEN_TAKES))
            return "".join(f"\x1bP{part}\x1b\\" for part in parts)
        return bare

    async def put(self, text: str) -> Copied:
        """Gives the text to tmux where the room runs in it, and to the first program that takes it."""
        handed = False
        if "TMUX" in self.environment and self._found("tmux"):
            # tmux keeps it in its buffer and passes it on to the terminal outside.
            handed = await self._run(("tmux", "load-buffer", "-w", "-"), text.encode())
        for command, coding in self._programs():
            if await self._run(command, text.encode(coding)):
                return Copied(program=command[0])
        if handed:
            return Copied(program="tmux")
        if any(name in self.environment for name in _TAKE_OSC52) and not self._within:
            return Copied()
        return Copied(file=self._written(text))

    @property
    def _within(self) -> bool:
        """Whether tmux or screen stands between the room and the terminal."""
        return "TMUX" in self.environment or "STY" in self.environment

    def _programs(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """The clipboard commands that are installed, the fittest first, with the encoding that each reads."""
        known: list[tuple[tuple[str, ...], str, bool]] = [
            (("wl-copy",), "utf-8", "WAYLAND_DISPLAY" in self.environment),
            (("xclip", "-selection", "clipboard"), "utf-8", "DISPLAY" in self.environment),
            (("xsel", "--clipboard", "--input"), "utf-8", "DISPLAY" in self.environment),
            (("pbcopy",), "utf-8", True),
            (("clip.exe",), "utf-16le", True),
        ]
        for command, coding, fits in known:
            if fits and self._found(command[0]):
                yield command, coding

    def _found(self, program: str) -> bool:
        return shutil.which(program, path=self.environment.get("PATH", "")) is not None

    async def _run(self, command: tuple[str, ...], given: bytes) -> bool:
        """Whether a program took the text; one that stays running to serve it keeps no pipe of ours open."""
        program = shutil.which(command[0], path=self.environment.get("PATH", ""))
        process = None
        try:
            process = await asyncio.create_subprocess_exec(
                program or command[0],
                *command[1:],
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.DEVNULL,
                env=dict(self.environment),
            )
            await asyncio.wait_for(process.communicate(given), _PATIENCE)
        except (OSError, TimeoutError):
            if process is not None and process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
            return False
        return process.returncode == 0

    def _written(self, text: str) -> Path | None:
        """Writes the file, readable by the reader alone."""
        if self.file is not None:
            write_privately(self.file, text.encode("utf-8", "replace"))
        return self.file
