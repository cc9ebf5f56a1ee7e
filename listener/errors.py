"""The two families of faults: the world's, said kindly, and ours, logged with their trail."""

from __future__ import annotations


class Known(Exception):
    """The world's fault. `sentence()` says what happened, what was kept and what happens next."""

    def sentence(self) -> str:
        """What a person reads."""
        return str(self)


class Bug(Exception):
    """Our fault: logged with its trail and offered for reporting."""


class ProfileBusy(Known):
    """Another program writes to this profile."""


class ProfileUnusable(Known):
    """The profile cannot be written or read: full disk, read-only folder, newer version."""


class DatabaseNewer(ProfileUnusable):
    """A newer version of this app wrote the database."""


class NotFound(Known):
    """No mention, source, chart or file by that name."""


class NotUnderstood(Known):
    """A file or an address that cannot be read as what it should be."""


class NothingToUndo(Known):
    """No decision is there to take back."""
