"""Collects the window's texts for the translator: `make strings` writes the .ts template.

It reads ui/ without running it: the texts of `tr`, `said_later`, `count`, and the fields that a
class has said when they are read (`spoken`).
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).parents[1]
TEMPLATE = ROOT / "resources" / "i18n" / "council-listener.ts"
_ID = re.compile(r"[a-z][a-z_/]*")


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _text(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _inside(node: ast.expr, inner: bool = False) -> Iterator[str]:
    """The texts of a text or of a table of them, without its ids."""
    if isinstance(node, ast.Dict):
        for value in node.values:
            yield from _inside(value)
    elif isinstance(node, ast.Tuple):
        parts = node.elts
        first = _text(parts[0]) if parts else ""
        if inner and len(parts) > 1 and _ID.fullmatch(first) and _text(parts[1]):
            parts = parts[1:2]
        for part in parts:
            yield from _inside(part, True)
    elif isinstance(node, ast.IfExp):
        yield from _inside(node.body)
        yield from _inside(node.orelse)
    elif _text(node):
        yield _text(node)


def spoken_fields(trees: list[ast.Module]) -> dict[str, dict[int, str]]:
    """By class the places and names of the fields that are said when they are read."""
    found: dict[str, dict[int, str]] = {}
    for node in (n for tree in trees for n in ast.walk(tree) if isinstance(n, ast.ClassDef)):
        for made in node.decorator_list:
            if isinstance(made, ast.Call) and _name(made.func) == "spoken":
                names = [_text(a) for a in made.args]
                fields = [_name(f.target) for f in node.body if isinstance(f, ast.AnnAssign)]
                found[node.name] = {fields.index(n): n for n in names}
    return found


def texts_of(call: ast.Call, spoken: dict[str, dict[int, str]]) -> Iterator[str]:
    """The texts that a call says."""
    name = _name(call.func)
    if name in ("tr", "said_later") and call.args:
        yield from _inside(call.args[0])
    elif name == "count" and len(call.args) > 1:
        one, many = _text(call.args[1]), _text(call.args[2]) if len(call.args) > 2 else ""
        yield from (t for t in (one, many or (one and one + "s")) if t)
    elif name in spoken:
        for at, field in spoken[name].items():
            given = call.args[at] if at < len(call.args) else None
            named = next((k.value for k in call.keywords if k.arg == field), None)
            yield from (t for t in (_text(given), _text(named)) if t)


def strings(root: Path = ROOT) -> list[str]:
    """Every text of ui/ once, sorted."""
    paths = sorted((root / "ui").rglob("*.py"))
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in paths]
    spoken = spoken_fields(trees)
    calls = (n for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Call))
    return sorted({text for call in calls for text in texts_of(call, spoken)})


def template(texts: list[str]) -> str:
    """The texts as Qt's .ts, none of them translated yet."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines += ['<TS version="2.1" sourcelanguage="en_GB">', "<context>", "    <name>ui</name>"]
    for text in texts:
        lines += ["    <message>", f"        <source>{escape(text)}</source>"]
        lines += ['        <translation type="unfinished"></translation>', "    </message>"]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def main() -> int:
    """Writes the template."""
    TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_text(template(strings()), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
