"""Where the window is: which list, page or search is open, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from listener.mention import MentionKey, View
from ui.areas.page import AreasPage
from ui.digests.page import DigestsPage
from ui.head import Head
from ui.pages import Pages
from ui.parts.rail import Rail
from ui.queue.lister import Lister
from ui.sources.page import SourcesPage
from ui.spikes.page import SpikesPage
from ui.tongue import tr
from ui.words import VIEW_WORDS


class Going(QObject):
    """Opens lists, pages and searches; split: what holds a list with its mention."""

    def __init__(
        self, rail: Rail, head: Head, lister: Lister, pages: Pages, split: QWidget
    ) -> None:
        super().__init__(pages)
        self._rail = rail
        self._head = head
        self._list = lister
        self._pages = pages
        self._split = split
        self.last_view: View = "forward"

    def on_list(self) -> bool:
        """Whether a list with its mention is shown."""
        return self._pages.currentWidget() is self._split

    def open(self, name: str) -> None:
        """Opens a list or a page."""
        page = self._pages.named(name) or self._split
        self._turn_to(page, name)
        if name == "starred" or name.startswith("saved:"):
            self._open_search(name)
        elif name in VIEW_WORDS:
            self._head.forget()
            self._list.open(name)
            self._list.step_into()
        elif isinstance(page, SourcesPage):
            page.reload()
        elif isinstance(page, SpikesPage | DigestsPage | AreasPage):
            page.reload()
            page.step_into()

    def _turn_to(self, page: QWidget, marked: str) -> None:
        """Shows a page, marked in the rail; what was searched for is no part of any other page."""
        self._rail.mark(marked)
        self._pages.setCurrentWidget(page)
        if page is not self._split:
            self._head.forget()

    def _open_search(self, name: str) -> None:
        """Opens the starred, or a saved search with its words in the search box."""
        self.last_view = self._list.view or self.last_view
        searches = {f"saved:{s.key}": s for s in self._rail.saved.searches}
        if name == "starred":
            self._head.forget()
            self._list.open(None, "is:starred", tr("Starred"))
        elif name in searches:
            self._head.show_search(searches[name].typed)
            self._list.open(None, searches[name].typed, searches[name].name)
        self._list.step_into()

    def open_first(self, view: View) -> None:
        """Opens the list with which a start begins."""
        self.last_view = view
        self.open(view)

    def back(self) -> None:
        """Back to the list, out of a search or a page."""
        if self.on_list() and self._list.table.several():
            self._list.table.let_go()
            self._list.step_into()
        elif self._list.search or not self.on_list():
            self.open(self._list.view or self.last_view)
        else:
            self._head.forget()
            self._list.step_into()

    def seek(self, text: str) -> None:
        """Shows what a search finds; an empty one leads back to the list before it."""
        if text:
            self.last_view = self._list.view or self.last_view
            self._turn_to(self._split, "")
            self._list.open(None, text)
        elif self._list.search:
            self.open(self.last_view)

    def go_to(self, view: View, key: MentionKey) -> None:
        """Opens a list at one of its mentions."""
        self.open(view)
        self._list.reload(key)

    def welcome(self) -> None:
        """Opens the page of the first run."""
        self._turn_to(self._pages.first_run, "")
        self._pages.first_run.sample.setFocus()
