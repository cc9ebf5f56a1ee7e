"""The house keeps its walls: who may import whom, one door per library, small rooms."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
CODE = ("rules", "listener", "ui")
MODULES = sorted(p for top in CODE for p in (ROOT / top).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST = 400  # lines of a file, in the code and in its tests

DOORS = {
    "feedparser": {"listener/sources/feed.py"},
    "vaderSentiment": {"listener/reading/vader.py"},
    "sqlite_utils": {"listener/store"},
    "msgspec": {"listener/store/coding.py", "listener/parcels.py"},
    "httpx": {"listener/web.py", "listener/webfaults.py"},
    "httpcore": {"listener/web.py", "listener/webfaults.py", "listener/pinned.py"},
    "truststore": {"listener/web.py"},
    "nh3": {"listener/sources/plain.py"},
    "pycld2": {"listener/reading/language.py"},
    "ahocorasick_rs": {"listener/reading/phrases.py"},
    "rapidfuzz": {"listener/reading/likeness.py"},
    "listparser": {"listener/sources/opml.py"},
    "tomlkit": {"listener/charts.py", "listener/councilfile.py"},
    "filelock": {"listener/profile.py"},
    "platformdirs": {"listener/profile.py"},
    "resources": {"listener/resources.py", "ui/theme.py"},
    "smtplib": {"listener/forward/post.py"},
    "keyring": {"listener/secrets.py"},
    "imap_tools": {"listener/forward/mailbox.py"},
    "imaplib": {"listener/forward/mailbox.py"},
}
PURE = {
    "__future__", "ast", "bisect", "collections", "dataclasses", "datetime", "enum", "functools",
    "heapq", "itertools", "math", "operator", "re", "statistics", "string", "typing", "unicodedata",
}  # fmt: skip


@cache
def imported(path: Path) -> frozenset[str]:
    """The top names that a module imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return frozenset(found)


def whole_names(path: Path) -> set[str]:
    """The modules that a module imports by their whole names, as far as the tree tells."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            files = {m for m in inner if (ROOT / (m.replace(".", "/") + ".py")).is_file()}
            found |= files or {node.module}
    return found


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> list[tuple[str, int]]:
    """Each function of a module with its length in lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        (f"{place(path)}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def at(share: float, sizes: list[int]) -> int:
    return sorted(sizes)[min(len(sizes) - 1, int(share * len(sizes)))]


def test_nothing_points_back_and_the_walls_stand() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    ran = subprocess.run(
        [*command, "--config", "pyproject.toml", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-3000:] + ran.stderr[-2000:]


def test_the_core_and_the_worker_load_no_window() -> None:
    script = (
        "import importlib, pkgutil, sys\n"
        "import listener, rules\n"
        "for package in (listener, rules):\n"
        "    for m in pkgutil.walk_packages(package.__path__, package.__name__ + '.'):\n"
        "        if not m.name.endswith('__main__'): importlib.import_module(m.name)\n"
        "never = {'PySide6', 'shiboken6', 'ui', 'numpy'}\n"
        "bad = sorted(never & {m.split('.')[0] for m in sys.modules})\n"
        "sys.exit(str(bad) if bad else 0)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr[-2000:]


def test_the_command_line_opens_no_window_to_say_how_it_is_used() -> None:
    script = (
        "import sys\n"
        "sys.argv = ['council-listener', '--help']\n"
        "from ui.__main__ import main\n"
        "ended = main()\n"
        "sys.exit(ended or ('Qt was loaded' if 'PySide6' in sys.modules else 0))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr[-2000:]


def test_rules_use_only_pure_parts_of_the_standard_library() -> None:
    for path in (ROOT / "rules").rglob("*.py"):
        assert imported(path) <= PURE | {"rules"}, place(path)


@pytest.mark.parametrize("library", sorted(DOORS))
def test_each_library_has_one_door(library: str) -> None:
    through = {place(p) for p in MODULES if library in imported(p)}
    allowed = DOORS[library]
    strangers = {p for p in through if not any(p == a or p.startswith(f"{a}/") for a in allowed)}
    assert not strangers


def test_rooms_are_small() -> None:
    lengths = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES + TESTS}
    assert not {place(p): lines for p, lines in lengths.items() if lines > LONGEST}
    sizes = [lengths[p] for p in MODULES]
    assert median(sizes) <= 120
    assert at(0.95, sizes) <= 300


def test_functions_are_small() -> None:
    lengths = dict(f for p in MODULES for f in functions(p))
    sizes = list(lengths.values())
    assert max(sizes) <= 60, max(lengths, key=lambda f: lengths[f])
    assert median(sizes) <= 8
    assert at(0.95, sizes) <= 30


def test_every_room_has_a_door_sign() -> None:
    for path in MODULES:
        sign = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        assert sign, place(path)
        assert len(sign.splitlines()[0]) <= 110, place(path)


def test_only_qt_people_meet_qt() -> None:
    for path in MODULES:
        if not place(path).startswith("ui/"):
            assert not imported(path) & {"PySide6", "shiboken6"}, place(path)


WINDOW_SEES = {
    "listener.commands", "listener.council", "listener.desk", "listener.errors",
    "listener.events", "listener.handoff", "listener.mention", "listener.settings",
    "listener.spike",
}  # fmt: skip


def test_the_window_sees_only_what_the_listener_shows() -> None:
    for path in (p for p in MODULES if place(p).startswith("ui/") and p.name != "__main__.py"):
        strange = {m for m in whole_names(path) if m.startswith("listener")} - WINDOW_SEES
        assert not strange, (place(path), strange)


def test_nothing_that_git_keeps_names_a_registry_host() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    hosts = re.compile("|".join(("py" + r"pi\.org", "python" + r"hosted\.org", "npm" + r"js\.org")))
    for name in listed.stdout.split("\n"):
        path = ROOT / name
        if path.is_file() and path.suffix in (".py", ".toml", ".txt", ".md", ".spec", ".sh", ""):
            assert not hosts.search(path.read_text(encoding="utf-8", errors="replace")), name
