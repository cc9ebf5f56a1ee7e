"""Holding all publicity: the banner, the dialog, and what a verb has to ask while it holds."""

from __future__ import annotations

from collections.abc import Callable

from listener.commands import EndPublicity, HoldPublicity
from rules.publicity import PublicityHold, Stopped, stopped
from ui import words
from ui.doing import Doing, now
from ui.mention.putaway import HoldForm
from ui.parts.banners import Banner
from ui.queue.card import Card
from ui.tongue import tr


class Publicity(Doing):
    """Knows what holds publicity now, as the desk says."""

    hold: PublicityHold | None = None
    banner: Banner

    def show_hold(self, hold: PublicityHold | None) -> None:
        """What the desk says now: shows the banner, and the verbs as they may be done."""
        changed = hold != self.hold
        self.hold = hold
        if hold is None:
            self.banner.clear()
        else:
            until = words.when(hold.until, now())
            said = tr(
                "All publicity is held until {until}: {why} ({by}).",
                until=until,
                why=hold.why,
                by=hold.by,
            )
            self.banner.say(said, "amber", keep=True, button=tr("End the hold…"), press=self.end)
        if changed:
            self.pane.bar.show_again()
            self.pane.afoot.show_again()

    def stopped(self, outcome: str) -> Stopped | None:
        """What holding publicity means for an outcome now."""
        until = words.when(self.hold.until, now()) if self.hold else ""
        return stopped(outcome, self.hold, until)

    def begin(self) -> None:
        """Asks why and until when, and holds all publicity; offers to end a hold that stands."""
        if self.hold is not None:
            self.end()
            return
        form = HoldForm(now(), self.window)

        def send() -> None:
            why, until = form.why.text().strip(), form.until()
            said = tr("All publicity is held until {until}", until=words.when(until))
            self.verbs.remember(())
            self.ask(HoldPublicity(why, until, self.officer), said)

        self.open(form, send)

    def end(self) -> None:
        """Asks once, for it was held with a reason, and ends the hold."""
        hold = self.hold
        if hold is None:
            self.say(tr("Publicity is not held."))
            return
        text = tr("End the hold on publicity? {by} holds it: {why}.", by=hold.by, why=hold.why)

        def go() -> None:
            self.verbs.remember(())
            self.ask(EndPublicity(self.officer), tr("Publicity is held no longer"))

        self.confirm(text, tr("Ctrl+Z holds it again."), go)

    def allowed(
        self,
        cards: tuple[Card, ...],
        outcome: Callable[[Card], str],
        go: Callable[[tuple[Card, ...], int], None],
    ) -> None:
        """Goes on with the cards whose outcome is not stopped, and with how many are held back.

        Says why where none may go on; asks first where one would be a public reply.
        """
        means = {card.key: self.stopped(outcome(card)) for card in cards}
        free = tuple(c for c in cards if (m := means[c.key]) is None or m.how != "no")
        whys = [m.why for m in means.values() if m is not None]
        if not free:
            self.say(whys[0] if whys else tr("Nothing is chosen."))
            return
        asked = next((m.why for c in free if (m := means[c.key]) is not None), "")
        held_back = len(cards) - len(free)
        if asked:
            self.confirm(tr("Reply in public now?"), asked, lambda: go(free, held_back))
        else:
            go(free, held_back)
