"""Replies, from `R` to the link of what was posted: asks the desk, fills the clipboard, tells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from listener.commands import Command, CopyReply, PostedReply, ReadReply, WithdrawReply
from listener.council import Council
from listener.events import Event, MentionsChanged
from listener.mention import Detail, MentionKey, View
from listener.settings import Settings
from rules.publicity import Stopped
from rules.replying import REPLIES, Advice, Reply, may_reply, officers_of
from ui import words
from ui.bridge import Bridge
from ui.doors import ReaderDoor
from ui.mention.pane import Pane
from ui.publicity import Publicity
from ui.queue.lister import Lister
from ui.reply.dialog import Ask, ReplyDialog
from ui.reply.forms import Posted, SecondReader
from ui.tongue import said_later, tr
from ui.verbs import Verbs

CALM = 150  # ms: a burst of changes is answered by one look at what is open
BEGUN = said_later("This is what you had begun.")
UNSENT = said_later("This is what was written before; what you keep now takes its place.")


class Replying(QObject):
    """Stands between the reply's dialog, its cards and the bridge."""

    wanted = Signal(str, object)
    """A list, and the mention in it that should be shown."""

    def __init__(self, bridge: Bridge, lister: Lister, pane: Pane, verbs: Verbs) -> None:
        super().__init__(verbs)
        self._bridge = bridge
        self._list = lister
        self._pane = pane
        self._verbs = verbs
        self._council: Council | None = None
        self._settings = Settings()
        self._drafts: dict[MentionKey, str] = {}
        self.publicity: Publicity | None = None
        self._calm = QTimer(self, singleShot=True, interval=CALM)
        self._calm.timeout.connect(self.look_again)
        pane.replies.asked.connect(self._asked)
        pane.strip.asked.connect(self._asked)
        bridge.heard.connect(self._heard)
        self.look_again()

    def show_house(self, council: Council | None, settings: Settings) -> None:
        """The council and the settings as they are now."""
        self._council = council
        self._settings = settings
        self._pane.where.services = council.services if council else ()

    def look_again(self) -> None:
        """Reads which replies want something of somebody."""
        self._bridge.read(lambda r: r.open_replies(), self._show_open, place="open replies")

    def begin(self) -> None:
        """Opens what comes before a reply to the mention shown, or says why there is none."""
        detail, card = self._pane.detail, self._list.current()
        if detail is None or card is None or detail.row.key != card.key:
            return
        if len(self._list.table.chosen()) > 1:
            self._say(tr("A reply is written to one mention at a time: choose one."))
            return
        refused, held = self.refused(detail), self._held(detail)
        if refused:
            self._say(refused)
        elif held is not None and self.publicity is not None:
            self.publicity.confirm(
                tr("Reply in public now?"), held.why, lambda: self._advise(detail)
            )
        else:
            self._advise(detail)

    def _advise(self, detail: Detail) -> None:
        read: Callable[[ReaderDoor], tuple[Advice, tuple[Reply, ...]]] = partial(
            _read, detail.row.key
        )
        self._bridge.read(read, lambda r: self._begin(detail, *r), self._fail, "reply")

    def _held(self, detail: Detail) -> Stopped | None:
        """What a hold on publicity means for a reply to this mention."""
        outcome = detail.row.outcome or detail.row.guess
        outcome = outcome if outcome in REPLIES else "answer"
        return self.publicity.stopped(outcome) if self.publicity is not None else None

    def refused(self, detail: Detail) -> str:
        """Why no reply is written to this mention, or ""."""
        row, danger, held = detail.row, detail.reading.danger, self._held(detail)
        return may_reply(
            outcome=row.outcome or row.guess,
            urgent="urgent" in (row.view, row.decided),
            flag=self._flag(self._service(detail)),
            threat=danger.type == "threat" and danger.grade == "person",
            hold=held.why if held is not None and held.how == "no" else "",
        )

    def posted(self) -> None:
        """Takes the link of a posted reply from the clipboard, or asks for it."""
        shown = [r for r in self._pane.shown_replies if r.state == "copied"]
        reply = shown[-1] if shown else self._pane.strip.reply
        if reply is None or reply.state != "copied":
            self._say(tr("No reply waits for its link."))
        else:
            self._link(reply)

    def _begin(self, detail: Detail, advice: Advice, replies: tuple[Reply, ...]) -> None:
        key = detail.row.key
        before = [r for r in replies if r.state in ("waits", "back", "read", "withdrawn")]
        begun = self._drafts.get(key, "")
        unsent = before[-1] if before else None
        said = tr(BEGUN) if begun else tr(UNSENT) if unsent else ""
        if unsent is not None and unsent.state == "back" and not begun:
            said = tr(
                "{by} sent it back: {note}", by=unsent.last.by, note=words.line(unsent.last.note)
            )
        service = self._service(detail)
        ask = Ask(
            detail, advice, self._settings.officer, service, self._flag(service),
            self._values(detail, service), self._names(),
            begun or (unsent.text if unsent else ""), said,
        )  # fmt: skip
        form = ReplyDialog(ask, self._window())
        form.accepted.connect(lambda: self._write(form, detail))
        form.rejected.connect(lambda: self._keep_draft(key, form))
        form.finished.connect(form.deleteLater)
        form.open()

    def _keep_draft(self, key: MentionKey, form: ReplyDialog) -> None:
        text = form.draft.words()
        self._drafts[key] = text
        if text:
            self._say(tr("Your draft is kept while this window is open. R takes it up again."))

    def _write(self, form: ReplyDialog, detail: Detail) -> None:
        command = form.command()
        self._drafts[command.key] = command.text  # until it is kept

        def kept(reply: Reply) -> None:
            self._drafts.pop(command.key, None)
            self._went(reply, detail)

        self._bridge.ask(command, kept, self._fail)

    def _went(self, reply: Reply, detail: Detail) -> None:
        """Copies what may go and opens the original; the list goes on where it decided."""
        at = words.short_when(reply.last.at, datetime.now(UTC))
        if reply.state == "waits":
            self._say(
                tr("Reply kept {at}; it waits for a second reader: {why}.", at=at, why=reply.why),
                True,
            )
        else:
            QGuiApplication.clipboard().setText(reply.text)
            if words.true_host(detail.heard.url):
                self._verbs.open_address(detail.heard.url)
            if detail.decision is None:
                self._verbs.went((detail.row.key,))
                done = f"{words.decided(reply.outcome)}. "
            else:
                done = ""
            self._say(tr("{done}Reply copied {at}, not known posted.", done=done, at=at), True)
        self.look_again()

    def _asked(self, verb: str, reply: Reply) -> None:
        by = self._settings.officer
        if verb == "link":
            self._link(reply)
        elif verb == "posted":
            self._do(PostedReply(reply.key, "", by), tr("Posted; its link is not known."))
        elif verb == "withdraw":
            self._do(WithdrawReply(reply.key, by), tr("Kept as not sent. What was decided stands."))
        elif verb == "read":
            self._ask_reader(reply)
        elif verb == "copy" and self._pane.detail is not None:
            went = partial(self._went, detail=self._pane.detail)
            self._bridge.ask(CopyReply(reply.key, by), went, self._fail)
        elif verb == "open" and words.true_host(reply.last.link):
            self._verbs.open_address(reply.last.link)
        elif verb == "again":
            self.begin()
        elif verb == "show":
            key = MentionKey(reply.mention)
            self._bridge.read(lambda r: r.row(key).view, partial(self._show, key), self._fail)

    def _show(self, key: MentionKey, view: View) -> None:
        self.wanted.emit(view, key)

    def _link(self, reply: Reply) -> None:
        copied = QGuiApplication.clipboard().text().strip()
        if reply.state == "copied" and _looks_like_link(copied):
            self._keep_link(reply, copied)
            return
        form = Posted(reply.last.link, self._window())
        self._open(form, lambda: self._keep_link(reply, form.link.text().strip()))

    def _keep_link(self, reply: Reply, link: str) -> None:
        host = words.true_host(link)
        said = (
            tr("Posted, with its link at {host}.", host=host)
            if host
            else tr("Posted; its link is not known.")
        )
        self._do(PostedReply(reply.key, link, self._settings.officer), said)

    def _ask_reader(self, reply: Reply) -> None:
        form = SecondReader(reply, officers_of(self._settings.officers), self._window())

        def answered() -> None:
            note, agrees = form.note.toPlainText().strip(), form.agrees()
            said = (
                tr("Read by a second person: it may go.")
                if agrees
                else tr("Sent back to its writer.")
            )
            self._do(ReadReply(reply.key, form.name.currentText().strip(), agrees, note), said)

        self._open(form, answered)

    def _do(self, command: Command, said: str) -> None:
        def done(_: Any) -> None:
            self._say(said, True)
            self.look_again()

        self._bridge.ask(command, done, self._fail)

    def _service(self, detail: Detail) -> str:
        decided = detail.decision.service if detail.decision is not None else ""
        return decided or self._pane.service_of(detail.row.key) or detail.row.category

    def _flag(self, category: str) -> str:
        services = self._council.services if self._council else ()
        return next((s.flag for s in services if s.category == category), "normal")

    def _names(self) -> tuple[str, ...]:
        council = self._council
        ours = (council.name, council.short) if council else ()
        return (*ours, *((self._settings.officer,) if self._named() else ()))

    def _named(self) -> bool:
        """Whether we know who writes: "Officer" is nobody's name."""
        return self._settings.officer != Settings().officer

    def _values(self, detail: Detail, service: str) -> dict[str, str]:
        """What is known of the fields."""
        places = detail.reading.places
        return {
            "service": service[:1].lower() + service[1:] if service[1:2].islower() else service,
            "place": places[0].name if places else "",
            "officer": self._settings.officer if self._named() else "",
        }

    def _show_open(self, replies: tuple[Reply, ...]) -> None:
        self._pane.strip.show_open(replies, datetime.now(UTC))
        self._pane.fit_foot()

    def _heard(self, event: Event) -> None:
        if isinstance(event, MentionsChanged) and not self._calm.isActive():
            self._calm.start()

    def _open(self, dialog: QDialog, done: Callable[[], None]) -> None:
        dialog.accepted.connect(done)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _say(self, words_: str, undoable: bool = False) -> None:
        self._verbs.said.emit(words_, undoable, False)

    def _fail(self, why: str) -> None:
        self._verbs.said.emit(why, False, True)

    def _window(self) -> QWidget:
        return self._pane.window()


def _read(key: MentionKey, reader: ReaderDoor) -> tuple[Advice, tuple[Reply, ...]]:
    return reader.advice(), reader.replies(key)


def _looks_like_link(text: str) -> bool:
    return len(text) <= 2_000 and " " not in text and bool(words.true_host(text))
