"""The one door to the keyring of this computer, where passwords are kept, and nowhere else."""

from __future__ import annotations

import threading

from listener.errors import Known

SERVICE = "Council Listener"
NO_KEYRING = (
    "This computer has no keyring that we may use, so the password is kept in memory until the "
    "app closes, and then asked for again."
)


class Secrets:
    """From any thread; a keyring may ask the person to unlock it, so never from the window's.

    What no keyring takes is kept in memory for this session, and said so.
    """

    def __init__(self) -> None:
        self._session: dict[str, str] = {}
        self._one = threading.Lock()  # keyrings of several systems stand no two callers

    def put(self, name: str, secret: str) -> str:
        """Keeps a secret; "" takes it away. Returns "", or a sentence where no keyring took it."""
        with self._one:
            self._session.pop(name, None)
            if not secret:
                return _taken_away(name)
            if _kept(name, secret):
                return ""
            self._session[name] = secret
            return NO_KEYRING

    def get(self, name: str) -> str:
        """A secret, or "" where there is none. Raises Known where the keyring stays locked."""
        with self._one:
            if name in self._session:
                return self._session[name]
            return _read(name)


def keyring_words() -> tuple[bool, str]:
    """Whether there is a keyring, and its name, for the doctor."""
    import keyring  # it looks for every plug-in that is installed, which takes its time

    found = keyring.get_keyring()
    name = f"{type(found).__module__}.{type(found).__name__}".removeprefix("keyring.backends.")
    return _safe(found.priority), name


def _safe(priority: float) -> bool:
    # Below 1 stand the backend that always fails, and those that write passwords as plain text.
    return priority >= 1


def _kept(name: str, secret: str) -> bool:
    import keyring
    from keyring.errors import KeyringError

    try:
        if not _safe(keyring.get_keyring().priority):
            return False
        keyring.set_password(SERVICE, name, secret)
        return True
    except (KeyringError, RuntimeError):
        return False


def _read(name: str) -> str:
    import keyring
    from keyring.errors import KeyringError

    try:
        if not _safe(keyring.get_keyring().priority):
            return ""
        return keyring.get_password(SERVICE, name) or ""
    except (KeyringError, RuntimeError) as fault:
        raise Known(f"The keyring of this computer is locked or broken ({fault}).") from fault


def _taken_away(name: str) -> str:
    import keyring
    from keyring.errors import KeyringError, PasswordDeleteError

    try:
        if _safe(keyring.get_keyring().priority):
            keyring.delete_password(SERVICE, name)
    except PasswordDeleteError:
        return ""  # there was none
    except (KeyringError, RuntimeError) as fault:
        return f"The keyring of this computer kept the old password ({fault})."
    return ""
