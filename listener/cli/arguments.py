"""Which commands there are, and what each takes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from listener import __version__
from listener.mention import VIEWS
from listener.spike import SpikeStatus


def parsed(given: Sequence[str]) -> argparse.Namespace:
    """The arguments as asked; ends the program with 2 for what cannot be understood."""
    parser = _parser()
    return parser.parse_args(_front(given))


def _front(given: Sequence[str]) -> list[str]:
    """--profile and --json may stand before or after the command: they are put before it."""
    front: list[str] = []
    rest: list[str] = []
    waiting = list(given)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            rest += [word, *waiting]
            break
        if word == "--json" or word.startswith("--profile="):
            front.append(word)
        elif word == "--profile" and waiting:
            front += [word, waiting.pop(0)]
        else:
            rest.append(word)
    return front + rest


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="council-listener",
        description="Hears what residents say about a council and walks each mention through its "
        "flowchart. Without a command it opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"Council Listener {__version__}")
    parser.add_argument("--profile", metavar="DIR", help="where this council's work is kept")
    parser.add_argument("--json", action="store_true", help="answer in JSON on standard output")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _sources(commands)
    _bringing(commands)
    _triage(commands)
    _spikes(commands)
    _house(commands)
    _works(commands)
    return parser


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def _told(commands: Commands, name: str, about: str) -> argparse.ArgumentParser:
    """A command that says what it is about in the list of commands and in its own help."""
    return commands.add_parser(name, help=about, description=f"{about[:1].upper()}{about[1:]}.")


def _sources(commands: Commands) -> None:
    parser = commands.add_parser("sources", help="what is listened to")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    add = verbs.add_parser("add", help="add feeds, or every feed of a site")
    add.add_argument("addresses", nargs="+", metavar="ADDRESS")
    add.add_argument("--name")
    add.add_argument("--every", type=_seconds, metavar="SECONDS")
    _unasked(add)
    verbs.add_parser("list", help="every source and its health")
    check = verbs.add_parser("check", help="ask one source now")
    check.add_argument("name")
    remove = verbs.add_parser("remove", help="stop hearing one; what it said is kept")
    remove.add_argument("name")
    bring = verbs.add_parser("import", help="add the feeds of an OPML file")
    bring.add_argument("file")
    _unasked(bring)
    take = verbs.add_parser("export", help="write the feeds as OPML")
    take.add_argument("file")
    poll = commands.add_parser("poll", help="ask every source that is due")
    poll.add_argument("--all", action="store_true", help="ask all, due or not")


def _unasked(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--allow-private", action="store_true", help="let this private host and port be asked"
    )
    parser.add_argument("--unchecked", action="store_true", help="add it without asking it first")


def _seconds(text: str) -> int:
    seconds = int(text)
    if seconds < 1:
        raise argparse.ArgumentTypeError("must be at least 1 second")
    return seconds


def _bringing(commands: Commands) -> None:
    bring = commands.add_parser("import", help="bring in .csv, .tsv, .jsonl or .eml")
    bring.add_argument("file")
    bring.add_argument("--source", default="", metavar="NAME")
    take = commands.add_parser("export", help="write every mention to .jsonl or .csv")
    take.add_argument("file")
    take.add_argument("--with-authors", metavar="REASON", help="with names; the reason is logged")


def _triage(commands: Commands) -> None:
    queue = commands.add_parser("queue", help="what is to be done, in order of need")
    queue.add_argument("--view", choices=VIEWS)
    explain = commands.add_parser("explain", help="why a mention stands where it stands")
    what = explain.add_mutually_exclusive_group(required=True)
    what.add_argument("id", nargs="?")
    what.add_argument("--text", help="a text that is not kept")
    decide = commands.add_parser("decide", help="decide a mention and its stack")
    decide.add_argument("id")
    decide.add_argument("outcome")
    decide.add_argument("--service", default="", metavar="CATEGORY")
    decide.add_argument("--note", default="")
    decide.add_argument("--second", default="", metavar="NAME", help="who read it besides")
    decide.add_argument("--as", dest="by", default="", metavar="NAME")
    answer = commands.add_parser("answer", help="answer what the chart asks")
    answer.add_argument("id")
    answer.add_argument("answer", choices=("yes", "no"))
    answer.add_argument("--as", dest="by", default="", metavar="NAME")
    correct = commands.add_parser("correct", help="put right what was read off a mention")
    correct.add_argument("id")
    correct.add_argument("what", metavar="WHAT", help="tone, service, place, kind or danger")
    correct.add_argument("value", metavar="VALUE")
    correct.add_argument("--as", dest="by", default="", metavar="NAME")
    digest = _told(commands, "digest", "what a service is told, of an area or a spike")
    digest.add_argument("what", metavar="AREA|SPIKE", help="an area's name, or a spike's id (S1)")
    where = digest.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", metavar="DIR", help="write it to files, without keeping it")
    where.add_argument("--send", action="store_true", help="keep it and send it")
    digest.add_argument("--second", default="", metavar="NAME", help="who read it besides")
    digest.add_argument("--as", dest="by", default="", metavar="NAME", help="who does it")
    answers = _told(commands, "responses", "what the services answered")
    verbs = answers.add_subparsers(dest="verb", metavar="[VERB]")
    _told(verbs, "read", "look into the responses mailbox now")
    commands.add_parser("undo", help="take the last decision or correction back")


def _spikes(commands: Commands) -> None:
    spikes = _told(commands, "spikes", "what is talked about much more than is usual")
    which = spikes.add_mutually_exclusive_group()
    which.add_argument("--all", action="store_true", help="those that are over, too")
    which.add_argument("--status", choices=get_args(SpikeStatus), help="those that stand so")


def _areas(verbs: Commands) -> None:
    _told(verbs, "list", "who is told of each area, and how that stands")
    bring = _told(verbs, "contacts", "who is told of each area, from a table")
    bring.add_argument("file", help=".csv or .tsv")
    _told(verbs, "export", "write who is told as CSV").add_argument("file")


def _works(commands: Commands) -> None:
    parser = _told(commands, "works", "the calendar of known works and events")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    bring = _told(verbs, "import", "bring in a table of works or events")
    bring.add_argument("file", help=".csv or .tsv")
    bring.add_argument(
        "--column", action="append", default=[], metavar="OURS=THEIRS",
        help="which of its columns is ours: reference, promoter, street, description, starts, "
        "ends, traffic, kind",
    )  # fmt: skip
    bring.add_argument(
        "--kind", choices=("works", "event"), default="works", help="of rows that do not say"
    )
    listed = _told(verbs, "list", "what is on the calendar")
    listed.add_argument("--all", action="store_true", help="what is over too")


def _house(commands: Commands) -> None:
    chart = commands.add_parser("chart", help="the flowchart")
    verbs = chart.add_subparsers(dest="verb", metavar="VERB", required=True)
    verbs.add_parser("show", help="the chart in use")
    check = verbs.add_parser("check", help="look a chart file over")
    check.add_argument("file")
    use = verbs.add_parser("use", help="walk the undecided through another chart")
    use.add_argument("name", choices=("classic", "council", "emergency"))
    for name, help_ in (
        ("council", "the council itself"),
        ("places", "roads, places and wards"),
        ("areas", "service areas and categories"),
    ):
        verb = "use" if name == "council" else "import"
        parser = _told(commands, name, help_)
        inner = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
        _told(inner, verb, f"{help_}, from a file").add_argument("file")
        if name == "areas":
            _areas(inner)
    for name, help_ in (("backup", "a whole copy"), ("restore", "put a backup in place")):
        commands.add_parser(name, help=help_).add_argument("file")
    commands.add_parser("doctor", help="look everything over")
    mails = _told(commands, "outbox", "the mails to the services, and what became of them")
    mails.add_argument("verb", nargs="?", choices=("send",), help="send what is due")
