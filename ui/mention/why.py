"""Why a mention stands where it stands: the walk through the flowchart, and its open question."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from listener.mention import Detail
from rules.agreement import Agreement, Way
from rules.flowchart import OUTCOMES, Answer, Step, Verdict
from ui import words
from ui.keymap import cap
from ui.parts.buttons import KeyButton
from ui.parts.flow import Flow
from ui.parts.labels import chip, heading, label, tip
from ui.tongue import tr

DANGER_QUESTIONS = ("g_risk", "danger")
"""Questions about danger are never answered “no” on screen: we look for words, a person judges."""
WEIGHED = ("urgent", "evaluate")
"""What no single stroke decides: a possible danger, and what the chart leaves to an officer."""


class Why(QFrame):
    """A card, folded to the deciding step until it is opened."""

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._verdict: Verdict | None = None
        self._open = False
        self._agreed: Mapping[Way, Agreement] = {}
        self._questions: Mapping[str, str] = {}
        self.heading = heading(tr("Suggestion"))
        self._outcome = label("", "title")
        self._fault = label("", "fault")
        self._decided = label("", "strong")
        self._steps = QWidget()
        self._step_rows = QVBoxLayout(self._steps)
        self._step_rows.setContentsMargins(0, 0, 0, 0)
        self._step_rows.setSpacing(10)
        self.fold = KeyButton("", kind="link")
        self.fold.clicked.connect(self._unfold)
        self.asked = Asked()
        self.asked.answered.connect(self.answered)
        self._chart = label("", "soft")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 16, 18, 16)
        rows.setSpacing(8)
        for part in (
            self._decided, self.heading, self._outcome, self._fault, self._steps, self.fold,
            self.asked, self._chart,
        ):  # fmt: skip
            rows.addWidget(part)
        rows.addStretch(1)

    def show_ways(self, agreed: Mapping[Way, Agreement], questions: Mapping[str, str]) -> None:
        """How often officers agreed with each step, and the chart's questions by their ids."""
        self._agreed, self._questions = agreed, questions
        self._show_steps()

    def show_detail(self, detail: Detail) -> None:
        """Shows the walk of a mention, and what was decided where it was."""
        self._verdict = verdict = detail.verdict
        decision = detail.decision
        asks = verdict.asks is not None
        said = tr("Suggestion, not settled: one question open") if asks else tr("Suggestion")
        if decision is not None:
            said = tr("The suggestion was")
            service = f" · {decision.service}" if decision.service else ""
            note = f" “{decision.note}”" if decision.note else ""
            done = tr(
                "{outcome}{service}, by {by}",
                outcome=words.outcome(decision.outcome),
                service=service,
                by=decision.by,
            )
            self._decided.setText(words.plain(f"{done}, {words.when(decision.at)}.{note}"))
        self._decided.setVisible(decision is not None)
        self.heading.setText(said.upper())
        self.heading.setAccessibleName(said)
        perhaps = tr("Perhaps: ") if asks else ""
        self._outcome.setText(perhaps + words.outcome(verdict.outcome or verdict.guess))
        self._fault.setText(
            tr(
                "The flowchart could not be followed: {fault}. The mention is kept "
                "and waits for you; whoever keeps the chart should mend it.",
                fault=verdict.fault,
            )
        )
        self._fault.setVisible(bool(verdict.fault))
        self.asked.show_question(verdict if decision is None else None)
        chart = tr("Flowchart “{chart}”. ", chart=verdict.chart) if verdict.chart else ""
        self._chart.setText(tr("{chart}A suggestion with its reasons: you decide.", chart=chart))
        self._show_steps()

    def _unfold(self) -> None:
        self._open = not self._open
        self._show_steps()

    def _show_steps(self) -> None:
        verdict = self._verdict
        if verdict is None:
            return
        while item := self._step_rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        numbered = [(n, s) for n, s in enumerate(verdict.steps, 1) if s.answer is not Answer.UNSURE]
        shown = numbered if self._open else numbered[-1:]
        for number, step in shown:
            way = (verdict.chart, step.question, str(step.answer))
            agreed = self._agreed.get(way) if step.by == "chart" else None
            other = _not_taken(step, self._questions)
            line = StepLine(number, step, other, _often(agreed))
            self._step_rows.addWidget(line)
            line.show()  # left to Qt, it would be shown one turn of the loop later, after a gap
        more = len(numbered) - 1
        self.fold.setVisible(more > 0)
        text = (
            tr("Show only the last step")
            if self._open
            else tr("Show the whole way: {more} more before", more=more)
        )
        self.fold.setText(text)
        self.fold.setAccessibleName(text)


class StepLine(QWidget):
    """One question of the way: its answer, its reason, and where the other answer leads."""

    def __init__(self, number: int, step: Step, other: str, often: str) -> None:
        super().__init__()
        answer, colour = _answer(step)
        top = Qt.AlignmentFlag.AlignTop
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(8)
        rows.setVerticalSpacing(2)
        rows.setColumnStretch(1, 1)
        rows.addWidget(chip(str(number), "grey"), 0, 0, top)
        rows.addWidget(label(step.text), 0, 1, top)
        rows.addWidget(chip(answer, colour), 0, 2, top)
        for line in (_reason(step), other, often):
            if line:
                rows.addWidget(label(line, "soft"), rows.rowCount(), 1, 1, 2)


class Asked(QFrame):
    """The question that the chart asks, with Yes and No and where each leads."""

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("asked", True)
        self._question = label("", "strong")
        self._because = label("")
        self._leads = label("")
        self.yes = KeyButton(tr("Yes"), "Y")
        self.no = KeyButton(tr("No"), "N")
        self.yes.clicked.connect(lambda: self.answered.emit(True))
        self.no.clicked.connect(lambda: self.answered.emit(False))
        buttons = Flow(gap=8)
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        self.stroke = label("", "soft")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 12, 14, 12)
        rows.setSpacing(6)
        rows.addWidget(self._question)
        rows.addWidget(self._because)
        rows.addLayout(buttons)
        rows.addWidget(self._leads)
        rows.addWidget(self.stroke)

    def show_question(self, verdict: Verdict | None) -> None:
        """Shows the open question, or nothing where there is none."""
        self.setVisible(verdict is not None and verdict.asks is not None)
        if verdict is None or not verdict.steps:
            return
        step = verdict.steps[-1]
        self._question.setText(f"{len(verdict.steps)}  {words.plain(step.text)}")
        self._because.setText(
            tr("The chart is not sure: {because}.", because=words.plain(step.because))
        )
        yes, no = words.outcome(verdict.yes_leads), words.outcome(verdict.no_leads)
        self._leads.setText(tr("Yes leads to “{yes}”, No to “{no}”.", yes=yes, no=no))
        self.yes.setAccessibleName(tr("Yes: {text} Leads to {yes}", text=step.text, yes=yes))
        self.no.setAccessibleName(tr("No: {text} Leads to {no}", text=step.text, no=no))
        self._show_stroke(verdict)

    def _show_stroke(self, verdict: Verdict) -> None:
        """Which keys answer and do what the chart then says; none where that is to be weighed."""
        said = []
        for button, key, yes in ((self.yes, cap("Alt+Y"), True), (self.no, cap("Alt+N"), False)):
            does = at_one_stroke(verdict, yes) if key else ""
            text = (
                tr("{key} also does it: {outcome}", key=key, outcome=words.outcome(does))
                if does
                else ""
            )
            tip(button, text) if text else button.setToolTip("")
            said += [key] if does else []
        keys = tr(" or ").join(said)
        self.stroke.setText(tr("{keys} answers and does it, if nothing more is asked.", keys=keys))
        self.stroke.setVisible(bool(said))


def at_one_stroke(verdict: Verdict, yes: bool) -> str:
    """The outcome that may be done together with the answer; "" where there is none.

    A question about danger is answered by itself, and so is what leads to one or to an officer.
    """
    leads = verdict.yes_leads if yes else verdict.no_leads
    apart = verdict.asks is None or verdict.asks in DANGER_QUESTIONS or leads in WEIGHED
    return "" if apart else leads


def _answer(step: Step) -> tuple[str, str]:
    if step.answer is Answer.YES:
        return tr("Yes"), "green"
    if step.question in DANGER_QUESTIONS and step.by == "chart":
        return tr("not seen"), "grey"
    return tr("No"), "grey"


def _reason(step: Step) -> str:
    if step.question in DANGER_QUESTIONS and step.answer is Answer.NO and step.by == "chart":
        return step.because.removesuffix("; you judge") + tr("; you judge")
    return step.because


def _not_taken(step: Step, questions: Mapping[str, str]) -> str:
    """Where the other answer would have led: an outcome, or the question that it asks next."""
    other = tr("No") if step.answer is Answer.YES else tr("Yes")
    if step.not_taken in OUTCOMES:
        return tr(
            "{other} would have led to “{outcome}”.",
            other=other,
            outcome=words.outcome(step.not_taken),
        )
    asks = questions.get(step.not_taken, "")
    return (
        tr("{other} would have asked: {asks}", other=other, asks=words.line(asks)) if asks else ""
    )


def _often(agreed: Agreement | None) -> str:
    if agreed is None:
        return ""
    return tr(
        "Officers agreed in {percent}% of the last {of} that passed this step.",
        percent=agreed.percent,
        of=agreed.of,
    )
