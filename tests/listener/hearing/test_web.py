"""The one door to the web keeps its deadline, its caps and its address check, whatever comes."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator

import pytest

from listener.addresses import WebFault
from listener.web import Answer, Web
from tests.listener.hearing.town import Page, Town, http, town_of, trickle

FEED = b"<rss><channel><title>Brackenford Bugle</title></channel></rss>"
HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
ZEROS = gzip.compress(bytes(30_000_000))


def stall(peer: socket.socket, stopping: threading.Event) -> None:
    peer.sendall(HEAD + b"Content-Length: 5000\r\n\r\n<rss>")
    stopping.wait(5)


def redirect(to: str, status: str = "302 Found") -> bytes:
    return http(b"", status, f"Location: {to}")


PAGES: dict[str, Page] = {
    "/feed": http(FEED, "200 OK", 'ETag: "v1"', "Set-Cookie: who=me"),
    "/gzip": http(gzip.compress(FEED), "200 OK", "Content-Encoding: gzip"),
    "/two-members": http(gzip.compress(FEED[:9]) + gzip.compress(FEED[9:])),
    "/raw-deflate": http(zlib.compress(FEED)[2:-4], "200 OK", "Content-Encoding: deflate"),
    "/deflate": http(zlib.compress(FEED), "200 OK", "Content-Encoding: deflate"),
    "/gzip-in-name-only": http(FEED, "200 OK", "Content-Encoding: gzip"),
    "/gzip-unasked": http(gzip.compress(FEED)),
    "/gzip-cut": http(gzip.compress(FEED)[:-12], "200 OK", "Content-Encoding: gzip"),
    "/br": http(b"\x00\x01", "200 OK", "Content-Encoding: br"),
    "/bomb": http(ZEROS, "200 OK", "Content-Encoding: gzip"),
    "/too-long": http(b"", "200 OK", length=10**18),
    "/cut": http(FEED, "200 OK", length=len(FEED) + 100),
    "/one-big-header": http(FEED, "200 OK", "X-Big: " + "h" * 90_000),
    "/ssh": b"SSH-2.0-OpenSSH_9.2\r\n",
    "/nothing": b"",
    "/chunks": CHUNKED + b"ZZ\r\nhello\r\n",
    "/password": http(b"", "401 Unauthorized", 'WWW-Authenticate: Basic realm="x"'),
    "/trouble": http(FEED, "500 Internal Server Error"),
    "/slow-headers": trickle(HEAD, b"X", 0.05),
    "/slow-body": trickle(HEAD + b"Content-Length: 99999\r\n\r\n", b"<", 0.05),
    "/stall": stall,
    "/endless-headers": trickle(HEAD, b"X-1: y\r\n" * 500, 0.0),
    "/endless-welcome": trickle(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 500, 0.0),
    "/endless-body": trickle(HEAD + b"\r\n", b"<item/>" * 9000, 0.0),
    "/endless-chunks": trickle(CHUNKED, b"fff\r\n" + b"x" * 0xFFF + b"\r\n", 0.0),
    "/loop": redirect("/loop"),
    "/nowhere": http(b"", "302 Found"),
    "/moved": redirect("/feed", "301 Moved Permanently"),
    "/moved-then-lent": redirect("/lent", "301 Moved Permanently"),
    "/lent": redirect("/feed"),
    "/to-file": redirect("file:///etc/passwd"),
    "/to-metadata": redirect("http://169.254.169.254/latest/meta-data/"),
    "/to-script": redirect("javascript:alert(1)"),
    **{f"/hop{n}": redirect(f"/hop{n + 1}") for n in range(1, 7)},
    "/hop7": http(FEED),
}


@pytest.fixture(scope="module")
def town() -> Iterator[Town]:
    with town_of(dict(PAGES)) as place:
        yield place


@pytest.fixture
def web(town: Town) -> Iterator[Web]:
    door = Web(allow=frozenset({town.place}), total=0.6, connect=0.5, cap=1_000_000, gap=0.0)
    yield door
    door.close()


def fault_of(web: Web, address: str) -> WebFault:
    began = time.monotonic()
    with pytest.raises(WebFault) as raised:
        web.fetch(address)
    assert time.monotonic() - began < 2.0
    assert raised.value.sentence().endswith(".")
    return raised.value


@pytest.mark.parametrize(
    "path",
    ["/feed", "/gzip", "/two-members", "/raw-deflate", "/deflate", "/gzip-in-name-only",
     "/gzip-unasked"],
)  # fmt: skip
def test_an_honest_answer_comes_whole_however_it_is_packed(web: Web, town: Town, path: str) -> None:
    answer = web.fetch(town.base + path)
    assert (answer.status, answer.body) == (200, FEED)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/slow-headers", "timeout"), ("/slow-body", "timeout"), ("/stall", "timeout"),
        ("/endless-headers", "protocol"), ("/endless-welcome", "too_big timeout"),
        ("/endless-body", "too_big"), ("/endless-chunks", "too_big"), ("/bomb", "too_big"),
        ("/too-long", "too_big"), ("/one-big-header", "too_big"), ("/gzip-cut", "cut"),
        ("/cut", "cut"), ("/nothing", "cut"), ("/br", "encoding"), ("/ssh", "cut"),
        ("/chunks", "protocol"), ("/loop", "redirect"), ("/nowhere", "redirect"),
        ("/hop1", "redirect"), ("/to-file", "address"), ("/to-script", "address"),
        ("/to-metadata", "private"),
    ],
)  # fmt: skip
def test_a_hostile_answer_is_given_up_in_time_and_in_words(
    web: Web, town: Town, path: str, kind: str
) -> None:
    fault = fault_of(web, town.base + path)
    # A busy machine may not get as far as the cap before the time is over.
    assert fault.kind in kind.split(), fault.sentence()
    assert fault.taken <= 1_400_000


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0.0.0.0", "[::ffff:127.0.0.1]", "127.1"]
)
def test_loopback_is_refused_in_every_disguise_at_once_and_after_a_redirect(
    web: Web, town: Town, host: str
) -> None:
    with town_of({"/": http(FEED)}) as canary:
        address = f"http://{host}:{canary.port}/"
        town.pages["/sly"] = redirect(address)
        assert fault_of(web, address).kind == "private"
        assert fault_of(web, town.base + "/sly").kind == "private"
        assert canary.asked == []


def test_only_a_page_that_is_there_carries_a_body(web: Web, town: Town) -> None:
    assert web.fetch(town.base + "/trouble") == Answer(
        500, town.base + "/trouble", "", web.fetch(town.base + "/trouble").headers, b""
    )


def test_a_permanent_move_is_told_and_a_temporary_one_is_not(web: Web, town: Town) -> None:
    assert web.fetch(town.base + "/moved").moved_to == town.base + "/feed"
    assert web.fetch(town.base + "/lent").moved_to == ""
    assert web.fetch(town.base + "/moved-then-lent").moved_to == town.base + "/lent"


def test_what_is_asked_names_us_and_sends_validators_but_no_cookie(web: Web, town: Town) -> None:
    web.fetch(town.base + "/feed")
    web.fetch(town.base + "/feed", etag='"v1"', last_modified="Sat, 21 Nov 2026 09:30:00 GMT")
    asked = town.asked[-1]
    assert "User-Agent: CouncilListener/" in asked
    assert 'If-None-Match: "v1"' in asked
    assert "If-Modified-Since: Sat, 21 Nov 2026" in asked
    assert "ookie" not in asked


def test_a_password_prompt_is_answered_once_with_nothing(web: Web, town: Town) -> None:
    before = len(town.asked)
    assert web.fetch(town.base.replace("//", "//me:secret@") + "/password").status == 401
    assert len(town.asked) == before + 1
    assert "Authorization" not in town.asked[-1]


def test_a_port_where_nobody_listens_is_said_to_be_so() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        place = nobody.getsockname()
        web = Web(allow=frozenset({place}))
        assert fault_of(web, f"http://127.0.0.1:{place[1]}/").kind == "unreachable"
        web.close()


def test_closing_ends_a_fetch_that_waits(town: Town) -> None:
    web = Web(allow=frozenset({town.place}), total=30.0)
    threading.Timer(0.1, web.close).start()
    assert fault_of(web, town.base + "/stall").kind == "closing"
    assert fault_of(web, town.base + "/feed").kind == "closing"


def test_behind_a_proxy_names_go_to_the_proxy_and_private_numbers_nowhere() -> None:
    with town_of({"http://bugle.example/": http(FEED)}) as proxy:
        web = Web(proxy=f"http://me:pass@127.0.0.1:{proxy.port}", gap=0.0)
        assert web.fetch("http://bugle.example/").body == FEED
        assert "Proxy-Authorization: Basic" in proxy.asked[0]
        for host in ("127.0.0.1", "10.0.0.9", "2130706433", "localhost", "[::1]", "printer.local"):
            assert fault_of(web, f"http://{host}/").kind == "private"
        assert len(proxy.asked) == 1
        web.close()


def test_a_host_is_asked_one_at_a_time_with_a_gap() -> None:
    with town_of({f"http://bugle.example/{n}": http(FEED) for n in range(3)}) as proxy:
        web = Web(proxy=proxy.base, gap=0.1)
        began = time.monotonic()
        for n in range(3):
            web.fetch(f"http://bugle.example/{n}")
        assert time.monotonic() - began >= 0.2
        web.close()


def test_a_dead_host_rests_after_three_failures_and_others_do_not() -> None:
    with town_of({"http://dead.example/": b"", "http://bugle.example/": http(FEED)}) as proxy:
        web = Web(proxy=proxy.base, gap=0.0)
        kinds = [fault_of(web, "http://dead.example/").kind for _ in range(4)]
        assert kinds == ["cut", "cut", "cut", "resting"]
        assert web.fetch("http://bugle.example/").body == FEED
        web.close()
