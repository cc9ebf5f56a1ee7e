"""The pages beside the list: each is built when it is first opened, so that a start is quick."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.areas.page import AreasPage
from ui.bridge import Bridge
from ui.firstrun.page import FirstRun
from ui.glance import Glance
from ui.settings.page import SettingsPage
from ui.sources.page import SourcesPage
from ui.spikes.page import SpikesPage


class Pages(QStackedWidget):
    """Lives as long as its window. A page that is built late shows what was read last."""

    look_changed = Signal()
    """A setting was kept: where everything stands is to be read again."""
    sought = Signal(str)
    """A search that a page asks for."""
    go = Signal(object)
    """The key of a mention to go to."""
    chosen = Signal(str)
    """The first run is over; a sentence about how it begins."""

    def __init__(self, bridge: Bridge, profile: Path) -> None:
        super().__init__()
        self._bridge = bridge
        self._profile = profile
        self._now: Glance | None = None

    @cached_property
    def sources(self) -> SourcesPage:
        """What is heard, and how well."""
        page = SourcesPage(self._bridge)
        self.addWidget(page)
        return page

    @cached_property
    def spikes(self) -> SpikesPage:
        """What is talked about much more than is usual."""
        page = SpikesPage(self._bridge)
        page.look_at.connect(self.sought)
        page.go.connect(self.go)
        self.addWidget(page)
        return page

    @cached_property
    def areas(self) -> AreasPage:
        """Who is told of what, and how well that works."""
        page = AreasPage(self._bridge)
        page.sought.connect(self.sought)
        self.addWidget(page)
        return page

    @cached_property
    def settings(self) -> SettingsPage:
        """Every setting, and the council."""
        page = SettingsPage(self._bridge, self._profile)
        page.look_changed.connect(self.look_changed)
        self.addWidget(page)
        self._show(page)
        return page

    @cached_property
    def first_run(self) -> FirstRun:
        """The ways to start."""
        page = FirstRun(self._bridge)
        page.chosen.connect(self.chosen)
        self.addWidget(page)
        return page

    def named(self, name: str) -> QWidget | None:
        """The page that the rail calls so; None where the name is a list's."""
        match name:
            case "sources":
                return self.sources
            case "areas":
                return self.areas
            case "settings":
                return self.settings
            case "spikes":
                return self.spikes
        return None

    def show_glance(self, now: Glance) -> None:
        """Shows the settings that are kept now."""
        self._now = now
        if "settings" in vars(self):
            self._show(self.settings)

    def reload(self) -> None:
        """Reads the page again that is being looked at."""
        page = self.currentWidget()
        if isinstance(page, SourcesPage | AreasPage | SpikesPage):
            page.reload()

    def keys(self) -> Mapping[str, Callable[[], None]]:
        """What the keys for mentions do on the page that is open."""
        page = self.currentWidget()
        return page.keys() if isinstance(page, SpikesPage) else {}

    def _show(self, page: SettingsPage) -> None:
        if self._now is not None:
            page.show_settings(self._now.settings)
            page.show_council(self._now.council)
