"""Writes export files, each completely or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from index.errors import RecoupeError
from index.export.export_format import ExportFormat
from index.export.material import Material


def write_out(known: ExportFormat, material: Material, out: Path) -> tuple[Path, ...]:
    """Writes a file, or a folder of files for a format of several; gives the paths written.

    Each file is written beside its place and then moved there. Raises RecoupeError with the cause.
    """
    written = []
    try:
        for name, content in known.write(material):
            target = out / name if name else out
            target.parent.mkdir(parents=True, exist_ok=True)
            _replace(target, content)
            written.append(target)
    except OSError as error:
        raise RecoupeError(
            "{path} cannot be written: {cause}.", path=out, cause=error.strerror or error
        ) from error
    return tuple(written)


def _replace(target: Path, content: bytes) -> None:
    handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        # The file gets the permissions that the folder gives to others.
        Path(beside).chmod(0o600 | (target.parent.stat().st_mode & 0o044))
        Path(beside).replace(target)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
