"""The command line: what scripts, IT and people without a window use. Imports no Qt."""

from listener.cli.program import run, show_without_window

__all__ = ["run", "show_without_window"]
