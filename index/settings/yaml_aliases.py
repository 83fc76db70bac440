"""A check that the user's YAML files have no aliases: a few lines of these can fill the memory."""

from __future__ import annotations

from index.errors import SettingsError


def refuse_aliases(content: str | bytes, *, path: object) -> None:
    """Raises SettingsError, with the line, when a YAML text repeats a part by an alias (`*name`).

    Raises PyYAML's error when the text is no YAML.
    """
    anchor, alias = ("&", "*") if isinstance(content, str) else (b"&", b"*")
    if anchor not in content or alias not in content:  # type: ignore[operator]
        return
    # Imported here: usually there is no such file, or none with these signs.
    import yaml

    for event in yaml.parse(content, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
        if isinstance(event, yaml.AliasEvent):
            raise SettingsError(
                "{path} repeats a part of itself by a YAML alias (line {line}), which is refused.",
                advice="Write that part out.",
                path=path,
                line=event.start_mark.line + 1 if event.start_mark else "?",
            )
