"""The names behind the accounts of a service, which its export keeps in a file of their own (Slack's `users.json`)."""

from __future__ import annotations

import json
import re
from functools import lru_cache

from index.corpus.document import FileContent
from index.corpus.fields import Value

_ACCOUNT = re.compile(r"[UW][A-Z0-9]{2,14}")
_FILES = ("../users.json", "users.json")


class Accounts:
    """The accounts of the export that a file belongs to, read when the first one is asked for."""

    def __init__(self, file: FileContent) -> None:
        self._file = file
        self._names: dict[str, str] | None = None

    def name_of(self, record: dict[str, Value]) -> str | None:
        """Who wrote a message that gives nothing but an account; None for other records."""
        account = record.get("user")
        if (
            not isinstance(account, str)
            or record.get("type") != "message"
            or "user_profile" in record
        ):
            return None
        if not _ACCOUNT.fullmatch(account):
            return None
        if self._names is None:
            found = (self._file.beside(name) for name in _FILES)
            self._names = next((names for data in found if data and (names := _names_in(data))), {})
        return self._names.get(account)


def names_accounts(data: bytes, relative: str) -> bool:
    """Whether a file holds nothing but accounts and their names, which other files of the export are read with."""
    if relative.rpartition("/")[2] != _FILES[-1]:
        return False
    names = _names_in(data)
    return any(names.values()) and all(map(_ACCOUNT.fullmatch, names))


@lru_cache(maxsize=4)
def _names_in(data: bytes) -> dict[str, str]:
    try:
        users = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    known: dict[str, str] = {}
    for user in users if isinstance(users, list) else ():
        if isinstance(user, dict) and isinstance(user.get("id"), str):
            profile = user.get("profile")
            names = (
                user.get("real_name"),
                profile.get("real_name") if isinstance(profile, dict) else None,
                user.get("name"),
            )
            known[user["id"]] = next((name for name in names if isinstance(name, str) and name), "")
    return known
