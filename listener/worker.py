"""The process that parses and reads what strangers sent: bounded in time and memory, replaceable."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from listener.council import Council
from listener.errors import Bug, Known
from listener.memorycap import cap_memory
from listener.mention import Heard, Reading
from listener.sources.parsed import Parsed

if TYPE_CHECKING:
    from listener.reading import MentionReader

BATCH = 200  # mentions read per request, so that the deadline is for a bounded piece of work
STARTING = 60.0  # seconds a new process may take before its first answer, on a slow laptop
ReadBands = tuple[Reading, tuple[int, ...]]


class WorkerOverran(Known):
    """The worker took too long or too much memory over one thing, and was replaced."""


class Room:
    """What the worker does, in whichever process: parse bytes, read mentions."""

    def __init__(self, council: Council) -> None:
        self._council = council
        self._reader: MentionReader | None = None

    def parse(
        self, body: bytes, headers: Mapping[str, str], address: str, now: datetime, channel: str
    ) -> Parsed:
        """A feed from bytes. Raises NotAFeed."""
        from listener.sources.feed import parse

        return parse(body, headers, address, now, channel)

    def read(self, mentions: tuple[Heard, ...]) -> tuple[ReadBands, ...]:
        """What is read off each mention, with the bands that find others like it."""
        from listener.reading import MentionReader
        from listener.reading.likeness import bands

        if self._reader is None:
            self._reader = MentionReader(self._council)
        reader = self._reader
        return tuple((reader.read(m), bands(m.title, m.text)) for m in mentions)


class Worker:
    """Speaks with the worker from one thread at a time. inline: everything in this process."""

    def __init__(
        self,
        council: Council,
        *,
        inline: bool = False,
        deadline: float = 10.0,
        memory: int = 300_000_000,
    ) -> None:
        self._council = council
        self._inline = Room(council) if inline else None
        self._deadline = deadline
        self._memory = memory
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def parse(
        self, body: bytes, headers: Mapping[str, str], address: str, now: datetime, channel: str
    ) -> Parsed:
        """Reads a feed. Raises NotAFeed, or WorkerOverran after replacing the process."""
        found: Parsed = self._ask("parse", body, dict(headers), address, now, channel)
        return found

    def read(self, mentions: tuple[Heard, ...]) -> tuple[ReadBands, ...]:
        """Reads mentions, in their order. Raises WorkerOverran after replacing the process."""
        read: list[ReadBands] = []
        for n in range(0, len(mentions), BATCH):
            read += self._ask("read", mentions[n : n + BATCH])
        return tuple(read)

    def use_council(self, council: Council) -> None:
        """Reads for another council, or other places and services, from now on."""
        self._council = council
        if self._inline is not None:
            self._inline = Room(council)
        self.close()

    def close(self) -> None:
        """Ends the process."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._process = None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None

    @property
    def pid(self) -> int | None:
        """The process's number, or None where none runs."""
        return self._process.pid if self._process is not None else None

    def _ask(self, verb: str, *given: Any) -> Any:
        if self._inline is not None:
            return getattr(self._inline, verb)(*given)
        pipe = self._pipe or self._start()
        try:
            pipe.send((verb, given))
            if not pipe.poll(self._deadline):
                self.close()
                raise WorkerOverran(
                    f"Reading it took longer than {self._deadline:.0f} s, so it was left. "
                    "What was heard before is kept."
                )
            good, result = pipe.recv()
        except (EOFError, BrokenPipeError, ConnectionResetError, OSError) as fault:
            self.close()
            raise WorkerOverran("Reading it took too much memory, so it was left.") from fault
        if good:
            return result
        raise result if isinstance(result, Known) else Bug(str(result))

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        if getattr(sys, "frozen", False):
            context.set_executable(str(console_program()))
        ours, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, self._council, self._memory), name="worker", daemon=True
        )
        self._process.start()
        theirs.close()
        self._pipe = ours
        if not ours.poll(STARTING):
            self.close()
            raise WorkerOverran("The reading process did not start.")
        ours.recv()
        return ours


def console_program() -> Path:
    """The console program beside this one: frozen, it is the worker, for it holds no window."""
    here = Path(sys.executable)
    return here.with_name("council-listener-cli" + here.suffix)


def serve(pipe: Connection, council: Council, memory: int) -> None:
    """The worker's life: one request, one answer, until the pipe closes."""
    room = Room(council)
    verbs: dict[str, Callable[..., Any]] = {"parse": room.parse, "read": room.read}
    room.read((Heard("", "", "warm"),))
    cap_memory(memory)
    pipe.send(os.getpid())
    while True:
        try:
            verb, given = pipe.recv()
        except (EOFError, OSError, KeyboardInterrupt):
            return
        pipe.send(_answer(verbs[verb], given))


def _answer(verb: Callable[..., Any], given: tuple[Any, ...]) -> tuple[bool, Any]:
    try:
        return True, verb(*given)
    except Known as fault:
        return False, fault
    except MemoryError:
        return False, WorkerOverran("Reading it took too much memory, so it was left.")
    except Exception as fault:  # noqa: BLE001 - this process's top: the fault travels to the engine
        return False, repr(fault)
