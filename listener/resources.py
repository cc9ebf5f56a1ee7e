"""Opens what we ship: charts, services, words, the sample council. The same when frozen."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def _root() -> Traversable:
    return files("resources")


def text(name: str) -> str:
    """The text of a resource such as `charts/council.toml`, as UTF-8."""
    return data(name).decode("utf-8")


def data(name: str) -> bytes:
    """The bytes of a resource. Raises FileNotFoundError for one that we do not ship."""
    return _root().joinpath(*name.split("/")).read_bytes()


def names(folder: str) -> tuple[str, ...]:
    """The names of the files in a folder of resources, in order."""
    return tuple(sorted(f.name for f in _root().joinpath(folder).iterdir() if f.is_file()))
