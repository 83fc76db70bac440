"""What other programs are handed: addresses of the web, documents, lines in an editor; never what could be run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.errors import RecoupeError
from index.interface.outside_arguments import document, editor_command, opening_command, web_address
from tui.desk.programs import open_outside

ADDRESSES = [
    ("https://gazette.example/quai?a=1&b=2", True),
    ("HTTP://gazette.example", True),
    ("https://gazette.example/été", True),
    ("javascript:alert(1)", False),
    ("file:///etc/passwd", False),
    ("data:text/html,x", False),
    ("ftp://gazette.example", False),
    ("smb://server/share", False),
    ("vscode://file/x", False),
    ("--version", False),
    ("-oProxyCommand=x", False),
    ("gazette.example/quai", False),
    ("https://", False),
    ("https://a b", False),
    ("https://a\nfile:///x", False),
    ("https://a\x1b]0;x", False),
    ("https://[", False),
    ("", False),
    (None, False),
]


@pytest.mark.parametrize(("url", "opened"), ADDRESSES)
def test_only_addresses_of_the_web_are_opened(url: str | None, opened: bool) -> None:
    assert web_address(url) == (url if opened else None)


FILES = [
    ("article.txt", b"Le quai", 0o644, True),
    ("page.HTML", b"<p>Le quai", 0o644, True),
    ("une étude (2).pdf", b"%PDF-1.4", 0o600, True),
    ("-rf.txt", b"Le quai", 0o644, True),
    ("; rm -rf ~.md", b"Le quai", 0o644, True),
    ("run.sh", b"echo", 0o644, False),
    ("run.desktop", b"[Desktop Entry]\nExec=x", 0o644, False),
    ("piège.txt", b"# x\n[Desktop Entry]\nExec=x", 0o644, False),
    ("script.txt", b"#!/bin/sh\n", 0o644, False),
    ("x.txt", b"Le quai", 0o755, False),
    ("x.exe", b"MZ", 0o644, False),
    ("x.pdf", b"\x7fELF", 0o644, False),
    ("macro.docm", b"PK", 0o644, False),
    ("x.py", b"print", 0o644, False),
    ("x.jar", b"PK", 0o644, False),
    ("x.lnk", b"L", 0o644, False),
    ("sans ending", b"Le quai", 0o644, False),
]


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
@pytest.mark.parametrize(("name", "content", "mode", "opened"), FILES)
def test_what_could_be_run_is_not_opened(
    name: str, content: bytes, mode: int, opened: bool, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    path.chmod(mode)
    if opened:
        assert document(path) == path and document(path).is_absolute()
    else:
        with pytest.raises(RecoupeError, match="not opened"):
            document(path)


def test_no_link_no_folder_and_nothing_that_is_gone_is_opened(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Le quai")
    (tmp_path / "dossier.txt").mkdir()
    for name in ("dossier.txt", "absent.txt"):
        with pytest.raises(RecoupeError):
            document(tmp_path / name)
    if os.name == "posix":
        (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
        os.mkfifo(tmp_path / "c.txt")
        for name in ("b.txt", "c.txt"):
            with pytest.raises(RecoupeError, match="plain file"):
                document(tmp_path / name)


EDITORS = [
    ({"EDITOR": "nano"}, ["nano", "+12", "/x/a b.txt"]),
    ({"VISUAL": "nvim -p", "EDITOR": "ed"}, ["nvim", "-p", "+12", "/x/a b.txt"]),
    ({"EDITOR": "/usr/bin/vim"}, ["/usr/bin/vim", "+12", "/x/a b.txt"]),
    ({"EDITOR": "code --wait"}, ["code", "--wait", "--goto", "/x/a b.txt:12"]),
    ({"EDITOR": "hx"}, ["hx", "/x/a b.txt:12"]),
    ({"EDITOR": "'/my editor/ed it'"}, ["/my editor/ed it", "/x/a b.txt"]),
]


@pytest.mark.skipif(os.name != "posix", reason="paths of POSIX")
@pytest.mark.parametrize(("environment", "wanted"), EDITORS)
def test_an_editor_is_told_the_line(environment: dict[str, str], wanted: list[str]) -> None:
    assert list(editor_command(Path("/x/a b.txt"), 12, environment=environment)) == wanted


@pytest.mark.parametrize("environment", [{}, {"EDITOR": ""}, {"EDITOR": "'"}])
def test_without_an_editor_one_is_told_what_to_set(environment: dict[str, str]) -> None:
    with pytest.raises(RecoupeError, match="No editor"):
        editor_command(Path("x"), 1, environment=environment)


def test_each_system_has_its_own_program() -> None:
    assert opening_command("https://a.example", platform="linux") == (
        "xdg-open",
        "https://a.example",
    )
    assert opening_command("https://a.example", platform="darwin") == ("open", "https://a.example")
    assert opening_command("https://a.example", platform="win32") == ()


@pytest.mark.skipif(os.name != "posix", reason="the fake program is a shell script")
async def test_the_program_gets_one_argument_and_no_shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, took = tmp_path / "xdg-open", tmp_path / "took"
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$#" "$@" > "{took}"\nexit "${{CODE:-0}}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    target = "https://a.example/$(touch x);`touch y`?a=1&b='2'"
    await open_outside(target, platform="linux")
    assert took.read_text() == f"1|{target}|"
    monkeypatch.setenv("CODE", "3")
    with pytest.raises(RecoupeError, match="could not open"):
        await open_outside(target, platform="linux")
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    with pytest.raises(RecoupeError, match="cannot be started"):
        await open_outside(target, platform="linux")
