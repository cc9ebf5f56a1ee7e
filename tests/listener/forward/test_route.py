"""How the mail server is reached: encrypted, trusted, let in, or said in words why not."""

from __future__ import annotations

import pytest

from listener import commands as c
from listener.errors import Known
from listener.secrets import NO_KEYRING
from tests.listener.forward.conftest import Bench
from tests.listener.forward.town import PASSWORD, USER, Box, MemoryKeyring, Trust, serving


def reach(bench: Bench, port: int, security: str, **more: str) -> None:
    bench.set(
        mail_way="smtp", mail_host="127.0.0.1", mail_port=port, mail_security=security,
        mail_from="comms@brackenford.example", **more,
    )  # fmt: skip


def test_starttls_with_the_councils_own_authority_and_a_password(
    bench: Bench, box: Box, trust: Trust, keyring_in_memory: MemoryKeyring
) -> None:
    with serving(box, starttls=trust.server, log_in=True) as port:
        reach(bench, port, "starttls", mail_ca=str(trust.file), mail_user=USER)
        assert bench.desk.ask(c.SetMailPassword(PASSWORD)).result() == ""
        assert bench.desk.ask(c.TestMail("me@brackenford.example")).result().state == "sent"
    assert list(keyring_in_memory.kept) == [("Council Listener", f"smtp:{USER}@127.0.0.1")]
    assert PASSWORD.encode() not in (bench.profile / "listener.db").read_bytes()


def test_tls_from_the_first_byte(bench: Bench, box: Box, trust: Trust) -> None:
    with serving(box, tls=trust.server) as port:
        reach(bench, port, "tls", mail_ca=str(trust.file))
        bench.send()
        assert bench.post() == 1


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_that_nobody_vouches_for_is_not_taken(
    bench: Bench, box: Box, trust: Trust, security: str
) -> None:
    kind = {"starttls" if security == "starttls" else "tls": trust.server}
    with serving(box, **kind) as port:  # type: ignore[arg-type]
        reach(bench, port, security)
        with pytest.raises(Known, match=r"is not trusted .* in Settings, Mail"):
            bench.desk.ask(c.TestMail("me@brackenford.example")).result()
    assert not box.mails


def test_a_server_without_starttls_is_told_nothing(bench: Bench, box: Box) -> None:
    with serving(box) as port:
        reach(bench, port, "starttls")
        with pytest.raises(Known, match="offers no STARTTLS"):
            bench.desk.ask(c.TestMail("me@brackenford.example")).result()


def test_the_wrong_kind_of_encryption_is_said(bench: Bench, box: Box) -> None:
    with serving(box) as port:
        reach(bench, port, "tls")
        with pytest.raises(Known, match="does not speak TLS as set"):
            bench.desk.ask(c.TestMail("me@brackenford.example")).result()


def test_without_encryption_mail_leaves_this_computer_never(bench: Bench) -> None:
    reach(bench, 25, "none")
    bench.set(mail_host="mail.brackenford.example")
    with pytest.raises(Known, match="without encryption mail is only handed to a server on this"):
        bench.desk.ask(c.TestMail("me@brackenford.example")).result()


def test_a_file_of_certificates_that_cannot_be_read_is_said(bench: Bench, box: Box) -> None:
    with serving(box) as port:
        reach(bench, port, "tls", mail_ca="/nowhere/ca.pem")
        with pytest.raises(Known, match=r"certificate file /nowhere/ca.pem cannot be read"):
            bench.desk.ask(c.TestMail("me@brackenford.example")).result()


def test_a_wrong_password_is_tried_once_and_all_mail_is_kept(
    bench: Bench, box: Box, trust: Trust
) -> None:
    with serving(box, starttls=trust.server, log_in=True) as port:
        reach(bench, port, "starttls", mail_ca=str(trust.file), mail_user=USER)
        bench.desk.ask(c.SetMailPassword("wrong")).result()
        for key in (1, 2, 3):
            bench.send(key)
        assert bench.post() == 0
        bench.send(4)
        assert bench.post() == 0
        assert box.log_ins == 1
        assert {(d.state, d.next_at) for d in bench.all()} == {("queued", None)}
        assert all("comms was not let in" in d.says for d in bench.all())
        bench.desk.ask(c.SetMailPassword(PASSWORD)).result()
        assert bench.post() == 4
    assert len(box.mails) == 4


def test_no_password_yet_is_said(bench: Bench, box: Box, trust: Trust) -> None:
    with serving(box, starttls=trust.server, log_in=True) as port:
        reach(bench, port, "starttls", mail_ca=str(trust.file), mail_user=USER)
        with pytest.raises(Known, match="no password is kept"):
            bench.desk.ask(c.TestMail("me@brackenford.example")).result()


def test_a_sender_that_the_server_does_not_allow_stops_all_and_loses_nothing(
    bench: Bench, box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object) -> str:
        return "550 5.7.60 client does not have permission to send as this sender"

    monkeypatch.setattr(Box, "handle_MAIL", refuse, raising=False)
    with serving(box) as port:
        reach(bench, port, "none")
        for key in (1, 2):
            bench.send(key)
        assert bench.post() == 0
    assert {d.state for d in bench.all()} == {"queued"}
    assert "does not let us send as comms@brackenford.example" in bench.get(1).says


def test_without_a_keyring_the_password_lasts_for_the_session_and_that_is_said(
    bench: Bench, box: Box, trust: Trust, keyring_in_memory: MemoryKeyring,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(MemoryKeyring, "priority", 0)
    with serving(box, starttls=trust.server, log_in=True) as port:
        reach(bench, port, "starttls", mail_ca=str(trust.file), mail_user=USER)
        assert bench.desk.ask(c.SetMailPassword(PASSWORD)).result() == NO_KEYRING
        assert not keyring_in_memory.kept
        bench.send()
        assert bench.post() == 1
