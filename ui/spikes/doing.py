"""What an officer does about a spike: each verb asks the desk and says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QPoint, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from listener.commands import (
    AcknowledgeSpike,
    BuildDigest,
    Command,
    EndSilence,
    EndSpike,
    NotASpike,
    SendDigest,
    SilenceTopic,
    Undo,
)
from listener.handoff import Delivery, Digest
from listener.spike import Silenced, Spike
from ui import words
from ui.areas.second import ask_second
from ui.bridge import Bridge
from ui.digests.press import Press
from ui.spikes.forms import ReasonForm, SilenceForm
from ui.spikes.passing import Passing
from ui.spikes.silences import SilencesDialog
from ui.tongue import tr

MONTH = timedelta(days=31)


class Doing(QObject):
    """Lives as long as its page. current: the spike that is looked at."""

    response = Signal(object)
    """The Spike whose service said something that is typed in."""
    line = Signal(object)
    """The Spike for which a line for residents is wanted."""
    to_answer = Signal(object)
    """The Spike whose posts are to be answered with its line."""
    done = Signal(object)
    """The Spike for which residents are told what was done."""

    def __init__(
        self, bridge: Bridge, passing: Passing, current: Callable[[], Spike | None], over: QWidget
    ) -> None:
        super().__init__(over)
        self._bridge = bridge
        self._passing = passing
        self._current = current
        self._over = over
        self._press = Press(over, passing.say, self.failed)
        self.digest: Digest | None = None
        self.open_file: Callable[[str], None] = _open
        self.verbs: dict[str, Callable[[], None]] = {
            "forward": lambda: self._with(self._forward),
            "line": lambda: self._with(self.line.emit),
            "acknowledge": lambda: self._with(self._acknowledge),
            "response": lambda: self._with(self.response.emit),
            "to_answer": lambda: self._with(self.to_answer.emit),
            "done": lambda: self._with(self.done.emit),
            "silence": lambda: self._with(self._silence),
            "not_a_spike": lambda: self._with(self._put_away),
            "end": lambda: self._with(self._end),
            "more": lambda: self._with(self._menu),
            "print": self._print,
        }  # fmt: skip

    def _with(self, do: Callable[[Spike], None]) -> None:
        spike = self._current()
        if spike is not None:
            do(spike)

    def preview(self, spike: Spike) -> None:
        """Shows what its service would get now."""
        self.digest = None
        self._bridge.read(
            lambda r: r.preview_digest("", spike.key),
            lambda digest: self._show(spike, digest),
            lambda why: self._passing.show_digest(None, spike.area, why),
            "spike digest",
        )

    def _show(self, spike: Spike, digest: Digest | None) -> None:
        shown = self._current()
        if shown is None or shown.key != spike.key:
            return
        self.digest = digest
        if digest is None:
            why = tr("Nothing is new since the service was told.")
            self._passing.show_digest(None, spike.area, why)
            return
        to = ", ".join(digest.to) or tr("nobody yet: give the area an address under Areas")
        self._passing.show_digest(digest, tr("To {area}: {to}", area=digest.area, to=to))

    def _forward(self, spike: Spike) -> None:
        """The digest is kept as it stands, and goes the way that the settings say."""
        if self.digest is None:
            self.failed(tr("There is nothing to forward: see what stands beside the spike."))
            return
        go = partial(self._send, spike)
        ask_second(self._bridge, self.digest, self._over, go, self.failed)

    def _send(self, spike: Spike, second: str) -> None:
        def send(digest: Digest) -> None:
            self._bridge.ask(
                SendDigest(digest.key, second=second),
                lambda delivery: self._went(spike, delivery),
                self.failed,
            )

        self._bridge.ask(BuildDigest(spike=spike.key), send, self.failed)

    def _went(self, spike: Spike, delivery: Delivery) -> None:
        to = tr("forwarded to {area}", area=spike.area)
        self._bridge.ask(AcknowledgeSpike(spike.key, to=to))
        self._passing.say(delivery.says)
        if delivery.draft:
            self.open_file(delivery.draft)

    def _acknowledge(self, spike: Spike) -> None:
        self._ask(
            AcknowledgeSpike(spike.key),
            tr("You look after it: nobody is told again until it grows or comes back."),
        )

    def _put_away(self, spike: Spike) -> None:
        form = ReasonForm(spike.title, self._over.window())
        self._open(
            form,
            lambda: self._ask(
                NotASpike(spike.key, form.why.text().strip()),
                tr("Put away. Its posts stand where they stood."),
            ),
        )

    def _silence(self, spike: Spike) -> None:
        now = datetime.now(UTC)
        form = SilenceForm(spike.title, now, self._over.window())
        self._bridge.read(
            lambda r: r.would_hide(spike.category, spike.place, now + MONTH),
            lambda hidden: form.show_preview(sum(s.key != spike.key for s in hidden)),
            self.failed, "would hide",
        )  # fmt: skip

        def send() -> None:
            until = form.until()
            command = SilenceTopic(spike.category, spike.place, until, form.why.text().strip())
            said = tr("Silenced until {until}: no spike is raised for it.", until=words.when(until))
            self._ask(command, said)

        self._open(form, send)

    def silences(self) -> None:
        """Shows what is silenced."""
        self._bridge.read(lambda r: r.silences(), self._show_silences, self.failed)

    def _show_silences(self, silences: tuple[Silenced, ...]) -> None:
        dialog = SilencesDialog(silences, datetime.now(UTC), self._over.window())
        dialog.end.connect(
            lambda key: self._ask(EndSilence(key), tr("People are told of it again."))
        )
        self._open(dialog, lambda: None)

    def _end(self, spike: Spike) -> None:
        self._ask(EndSpike(spike.key), tr("It is over. It opens again if it returns."))

    def _menu(self, spike: Spike) -> None:
        """The verbs that are not wanted every time, each by its underlined letter."""
        live = spike.status in ("open", "acknowledged")
        menu = QMenu(self._over)
        menu.setAccessibleName(tr("More"))
        menu.addAction(tr("&What the service said…"), self.verbs["response"])
        menu.addAction(tr("Posts to &answer…"), self.verbs["to_answer"])
        menu.addAction(tr("&You said, we did…"), self.verbs["done"])
        if live:
            menu.addAction(tr("&Silence this topic…"), self.verbs["silence"])
            menu.addAction(tr("It is &over"), self.verbs["end"])
        menu.addAction(tr("&Print or PDF…"), self.verbs["print"])
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        button = self._passing.button("more")
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _print(self) -> None:
        if self.digest is not None:
            self._press.offer(self.digest, tr("not sent yet"))

    def undo(self) -> None:
        """Takes the last thing back; a mail that went is not recalled."""
        self._bridge.ask(
            Undo(),
            lambda said: self._passing.say(tr("Taken back: {said}", said=said)),
            self.failed,
        )

    def failed(self, why: str) -> None:
        """Says why something was not done."""
        self._passing.say(why, fault=True)

    def _ask(self, command: Command, said: str) -> None:
        self._bridge.ask(command, lambda _: self._passing.say(said, True), self.failed)

    def _open(self, dialog: QDialog, done: Callable[[], None]) -> None:
        dialog.accepted.connect(done)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _open(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
