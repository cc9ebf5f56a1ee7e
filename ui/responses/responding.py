"""Opens the questions about answers and lines for whichever page asks, and says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from listener.commands import DropAnswer, EndLine, MarkRead, PlaceResponse, Remind, UseLine
from listener.handoff import (
    AreaContact,
    Delivery,
    DigestKey,
    Line,
    LinePost,
    LineUsed,
    Recorded,
    Response,
    ResponseKey,
    WaitingAnswer,
)
from listener.settings import Settings
from listener.spike import Spike, SpikeKey
from rules.replying import officers_of
from ui import words
from ui.bridge import Bridge
from ui.doors import ReaderDoor
from ui.responses.lineform import Asking, LineForm
from ui.responses.postslist import PostsToAnswer
from ui.responses.recordform import RecordForm
from ui.spikes.doing import Doing
from ui.tongue import tr

Read = tuple[Settings, tuple[AreaContact, ...]]


class Responding(QObject):
    """Lives as long as its page. over: the widget over whose window the dialogs stand."""

    said = Signal(str, bool)
    """What came of it, and whether it can be taken back."""
    failed = Signal(str)
    """Why something was not done."""
    look_at = Signal(object)
    """The key of a mention to go to."""

    def __init__(self, bridge: Bridge, over: QWidget) -> None:
        super().__init__(over)
        self._bridge = bridge
        self._over = over
        self.open_address: Callable[[str], None] = _open_address
        self.open_file: Callable[[str], None] = _open_file

    def serve(self, doing: Doing, say: Callable[[str, bool], None]) -> None:
        """Does what the page of spikes asks for, and says there what came of it."""
        for asked, verb in (
            (doing.response, self.record), (doing.line, self.line), (doing.done, self.done),
            (doing.to_answer, self.answer_posts),
        ):  # fmt: skip
            asked.connect(verb)
        self.said.connect(say)
        self.failed.connect(doing.failed)

    def record(self, spike: Spike) -> None:
        """What a service said about a spike."""
        self._ask_for(spike.title, spike.area, None, spike.key)

    def record_digest(self, digest: DigestKey, subject: str, area: str) -> None:
        """What a service said about a digest."""
        self._ask_for(subject, area, digest, None)

    def accept(self, mail: WaitingAnswer) -> None:
        """A mail that waits: what it means, as the officer reads it."""

        def opened(read: Read) -> None:
            settings, areas = read
            strange = not any(a.area == mail.area and mail.by in a.answering for a in areas)
            strange = strange and bool(mail.area) and "@" in mail.by
            names = tuple(a.area for a in areas)
            over = self._over.window()
            form = RecordForm(mail.area, mail.area, names, now(), mail, over, strange)
            self._open(
                form,
                lambda: self._do(form.accepted_as(settings.officer), self._recorded),
            )

        self._bridge.read(_settings_and_areas, opened, self.failed.emit)

    def drop(self, mail: WaitingAnswer) -> None:
        """A mail that waits answers nothing."""
        done = tr("It answers nothing. It stays in the mailbox.")
        self._do(DropAnswer(mail.key), lambda _: self.said.emit(done, True))

    def mark_read(self, key: ResponseKey) -> None:
        """An officer has read what a service wrote."""
        done = tr("Read: what they changed may now stand in what residents are told.")
        self._do(MarkRead(key), lambda _: self.said.emit(done, True))

    def place(self, answer: Response, area: str) -> None:
        """Whose it is that was not for a service."""
        self._do(PlaceResponse(answer.key, area), self._recorded)

    def remind(self, digest: DigestKey) -> None:
        """The reminder that is due, or the deputy's."""

        def sent(delivery: Delivery) -> None:
            self.said.emit(delivery.says, False)
            if delivery.draft:
                self.open_file(delivery.draft)

        self._do(Remind(digest), sent)

    def line(self, spike: Spike) -> None:
        """Sets the line of a spike, then shows the posts to answer with it."""
        self._set_line(spike, "")

    def done(self, spike: Spike) -> None:
        """“You said, we did”, drafted from what the service finished."""
        self._bridge.read(
            lambda r: r.answers.done_draft(spike.key),
            lambda draft: (
                self._set_line(spike, draft)
                if draft
                else self.failed.emit(tr("No service has said yet that it is finished."))
            ),
            self.failed.emit,
        )

    def end_line(self, spike: Spike) -> None:
        """The line of a spike is not used any more."""
        done = tr("The line has ended.")
        self._do(EndLine(spike.key), lambda _: self.said.emit(done, True))

    def answer_posts(self, spike: Spike) -> None:
        """Shows the posts of a spike, to be answered one after the other."""
        self._bridge.read(
            lambda r: (r.answers.line_of(spike.key), r.answers.posts(spike.key)),
            lambda found: self._show_posts(spike, *found),
            self.failed.emit,
        )

    def _ask_for(
        self, title: str, area: str, digest: DigestKey | None, spike: SpikeKey | None
    ) -> None:
        def opened(read: Read) -> None:
            settings, areas = read
            names = tuple(a.area for a in areas)
            form = RecordForm(title, area, names, now(), parent=self._over.window())
            self._open(
                form,
                lambda: self._do(form.command(digest, spike, settings.officer), self._recorded),
            )

        self._bridge.read(_settings_and_areas, opened, self.failed.emit)

    def _recorded(self, made: Recorded) -> None:
        self.said.emit(made.follows, True)

    def _set_line(self, spike: Spike, draft: str, why: str = "") -> None:
        """Asks for the text; what the desk does not take is asked for again, with why."""

        def opened(found: tuple[Settings, tuple[Line, ...]]) -> None:
            settings, versions = found
            ask = Asking(
                spike.key, spike.title, settings.officer, officers_of(settings.officers), versions,
                draft, why,
            )  # fmt: skip
            form = LineForm(ask, now(), self._over.window())

            def send() -> None:
                command = form.command()
                again = partial(self._set_line, spike, command.text)
                self._bridge.ask(command, partial(self._line_set, spike), again)

            self._open(form, send)

        self._bridge.read(
            lambda r: (r.settings(), r.answers.lines(spike.key)), opened, self.failed.emit
        )

    def _line_set(self, spike: Spike, line: Line) -> None:
        said = tr("Line {version} is kept, approved by {approver}.", version=line.version,
                  approver=line.approver)  # fmt: skip
        self.said.emit(said, True)
        self.answer_posts(spike)

    def _show_posts(self, spike: Spike, line: Line | None, posts: tuple[LinePost, ...]) -> None:
        dialog = PostsToAnswer(spike.title, line, now(), self._over.window())
        dialog.show_posts(posts)
        dialog.look.connect(self.look_at)
        if line is not None:
            dialog.answer.connect(partial(self._answer, dialog, spike, line))
        self._open(dialog, lambda: None)

    def _answer(self, dialog: PostsToAnswer, spike: Spike, line: Line, post: LinePost) -> None:
        def used(made: LineUsed) -> None:
            if made.left_out:
                dialog.say(made.left_out[0][1])
                return
            self._used(post, made)
            self._bridge.read(lambda r: r.answers.posts(spike.key), dialog.show_posts, dialog.say)

        self._bridge.ask(UseLine(line.key, (post.key,)), used, dialog.say)

    def _used(self, post: LinePost, made: LineUsed) -> None:
        """The text is on the clipboard, and its post is open, ready to be answered."""
        QGuiApplication.clipboard().setText(made.line.text)
        if words.true_host(post.url):
            self.open_address(post.url)
        if made.told is not None and made.told.draft:
            self.open_file(made.told.draft)
        self.said.emit(tr("Line copied, not known posted."), True)

    def _do(self, command: Any, done: Callable[[Any], None]) -> None:
        self._bridge.ask(command, done, self.failed.emit)

    def _open(self, dialog: QDialog, done: Callable[[], None]) -> None:
        dialog.accepted.connect(done)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _settings_and_areas(reader: ReaderDoor) -> Read:
    return reader.settings(), tuple(a.contact for a in reader.areas())


def now() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


def _open_address(address: str) -> None:
    QDesktopServices.openUrl(QUrl(address))


def _open_file(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
