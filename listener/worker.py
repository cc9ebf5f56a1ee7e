"""The process that parses and reads what strangers sent: bounded in time and memory."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from listener.council import Council
from listener.errors import Known
from listener.memorycap import cap_memory
from listener.mention import Heard
from listener.parcels import ReadBands, lighten, packed, unpacked
from listener.sources.parsed import Parsed

if TYPE_CHECKING:
    from listener.reading import MentionReader

BATCH = 200  # mentions read per request, so that the deadline is for a bounded piece of work
STARTING = 60.0  # seconds a new process may take before its first answer, on a slow laptop
TOO_MUCH = "Reading it took too much memory, so it was left."
log = logging.getLogger(__name__)


class WorkerOverran(Known):
    """The worker took too long or too much memory over one thing, and was replaced."""


class WorkerStumbled(Known):
    """A fault of ours in the worker: logged with its trail; the source is tried again later."""


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

    def modules(self) -> tuple[str, ...]:
        """The names of all modules loaded where this is."""
        return tuple(sorted(sys.modules))


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
        lighten()
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
            read += unpacked(self._ask("read", mentions[n : n + BATCH]))
        return tuple(read)

    def modules(self) -> tuple[str, ...]:
        """What the worker has loaded: there is to be no window among it."""
        loaded: tuple[str, ...] = self._ask("modules")
        return loaded

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
        pipe = self._ready()
        try:
            pipe.send((verb, given))
            if not pipe.poll(self._deadline):
                self.close()
                raise WorkerOverran(
                    f"Reading it took longer than {self._deadline:.0f} s, so it was left."
                )
            good, result = pipe.recv()
        except (EOFError, OSError) as fault:
            self.close()
            raise WorkerOverran(TOO_MUCH) from fault
        if good:
            return result
        if isinstance(result, Known):
            raise result
        log.error("the worker stumbled over %s:\n%s", verb, result)
        raise WorkerStumbled("Reading it failed for a reason that is ours; the log has its trail.")

    def _ready(self) -> Connection:
        """The pipe to a living worker; one that died between two requests is replaced."""
        if self._process is not None and not self._process.is_alive():
            self.close()
        return self._pipe or self._start()

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        if getattr(sys, "frozen", False):
            context.set_executable(str(console_program()))
        ours, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, self._council, self._memory), name="worker", daemon=True
        )
        with _no_main():
            self._process.start()
        theirs.close()
        self._pipe = ours
        if not ours.poll(STARTING):
            self.close()
            raise WorkerOverran("The reading process did not start.")
        ours.recv()
        return ours


@contextmanager
def _no_main() -> Iterator[None]:
    """Hides the program's own module: a spawned process would import it, and with it the window."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def console_program() -> Path:
    """The console program beside this one: frozen, it is the worker, for it holds no window."""
    here = Path(sys.executable)
    return here.with_name("council-listener-cli" + here.suffix)


def serve(pipe: Connection, council: Council, memory: int) -> None:
    """The worker's life: one request, one answer, until the pipe closes."""
    lighten()
    room = Room(council)
    verbs: dict[str, Callable[..., Any]] = {
        "parse": room.parse,
        "read": lambda mentions: packed(room.read(mentions)),
        "modules": room.modules,
    }
    # What is loaded now is not loaded under the cap, and no source has to wait for it.
    room.parse(b"<rss><channel/></rss>", {}, "", datetime.now(UTC), "")
    room.read((Heard("", "", "warm"),))
    gc.collect()
    gc.freeze()  # word lists and automata stay: looking through them again cost a tenth of reading
    gc.set_threshold(20_000, 20, 20)  # records hold no circles: a rare look will do
    cap_memory(memory)
    pipe.send(os.getpid())
    while True:
        try:
            verb, given = pipe.recv()
        except (EOFError, OSError, KeyboardInterrupt, MemoryError):
            return
        pipe.send(_answer(verbs[verb], given))


def _answer(verb: Callable[..., Any], given: tuple[Any, ...]) -> tuple[bool, Any]:
    try:
        return True, verb(*given)
    except Known as fault:
        return False, fault
    except MemoryError:
        return False, WorkerOverran(TOO_MUCH)
    except Exception:  # noqa: BLE001 - this process's top: the trail travels to the log
        return False, traceback.format_exc()
