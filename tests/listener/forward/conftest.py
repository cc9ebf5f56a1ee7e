"""A desk whose mail goes to a server on loopback, a clock that obeys, a keyring in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import keyring
import pytest

from listener import commands as c
from listener.desk import Desk
from listener.handoff import Delivery, DeliveryKey
from tests.listener.forward.making import area_kept, digest_kept, digest_state
from tests.listener.forward.town import Box, MemoryKeyring, Trust, certificate, serving
from tests.listener.store.making import FakeClock


@pytest.fixture
def keyring_in_memory() -> Iterator[MemoryKeyring]:
    before = keyring.get_keyring()
    made = MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture(scope="session")
def trust(tmp_path_factory: pytest.TempPathFactory) -> Trust:
    return certificate(tmp_path_factory.mktemp("trust"))


@dataclass
class Bench:
    """A desk in a profile with one area, Highways."""

    desk: Desk
    profile: Path
    clock: FakeClock

    def set(self, **settings: str | int | bool) -> None:
        for name, value in settings.items():
            self.desk.ask(c.Change(name, value)).result()

    def port(self) -> int:
        reader = self.desk.reader()
        held = reader.settings().mail_port
        reader.close()
        return held

    def send(self, key: int = 1, **more: object) -> Delivery:
        made: Delivery = self.desk.ask(
            c.SendDigest(digest_kept(self.profile, key), **more)  # type: ignore[arg-type]
        ).result()
        return made

    def post(self) -> int:
        went: int = self.desk.ask(c.PostNow()).result(60)
        return went

    def all(self) -> tuple[Delivery, ...]:
        reader = self.desk.reader()
        found = reader.outbox.deliveries(most=5_000)
        reader.close()
        return found

    def get(self, key: DeliveryKey | int) -> Delivery:
        return next(d for d in self.all() if d.key == key)

    def digest(self, key: int = 1) -> str:
        return digest_state(self.profile, key)


@pytest.fixture
def bench(tmp_path: Path, keyring_in_memory: MemoryKeyring) -> Iterator[Bench]:
    clock = FakeClock()
    profile = tmp_path / "profile"
    desk = Desk.open(profile, workers=0, polling=False, clock=clock)
    area_kept(profile, "Highways", "desk@highways.example")
    yield Bench(desk, profile, clock)
    desk.close()


@pytest.fixture
def box() -> Box:
    return Box()


@pytest.fixture
def posted(bench: Bench, box: Box) -> Iterator[Bench]:
    """The same, sending by SMTP to the box, without encryption."""
    with serving(box) as port:
        bench.set(
            mail_way="smtp", mail_host="127.0.0.1", mail_port=port, mail_security="none",
            mail_from="comms@brackenford.example", mail_name="Brackenford communications",
            responses_address="answers@brackenford.example",
        )  # fmt: skip
        yield bench
