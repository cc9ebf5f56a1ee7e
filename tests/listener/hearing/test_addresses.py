"""Only public addresses are asked, however they are written."""

from __future__ import annotations

import pytest

from listener.addresses import WebFault, checked, public, resolve, written_private


@pytest.mark.parametrize(
    ("number", "open_to_all"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("127.0.0.1", False),
        ("10.1.2.3", False), ("192.168.1.1", False), ("172.16.0.1", False), ("100.64.0.1", False),
        ("169.254.169.254", False), ("0.0.0.0", False), ("224.0.0.1", False), ("::1", False),
        ("fe80::1%eth0", False), ("fc00::1", False), ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False), ("64:ff9b::7f00:1", False), ("255.255.255.255", False),
    ],
)  # fmt: skip
def test_private_numbers_are_known_in_every_form(number: str, open_to_all: bool) -> None:
    assert public(number) is open_to_all


@pytest.mark.parametrize("host", ["127.0.0.1", "0x7f.1", "2130706433", "localhost", "[::1]"[1:-1]])
def test_a_private_host_is_refused_unless_its_port_was_allowed(host: str) -> None:
    with pytest.raises(WebFault, match="inside this network"):
        resolve(host, 80, frozenset({(host, 81)}))
    assert resolve(host, 81, frozenset({(host, 81)}))


def test_a_name_that_nobody_knows_is_said_to_be_unknown() -> None:
    with pytest.raises(WebFault, match=r"nobody\.invalid could not be"):
        resolve("nobody.invalid", 80, frozenset(), 5.0)


def test_a_proxy_still_leaves_local_names_unasked() -> None:
    assert written_private("printer.local")
    assert not written_private("bugle.example")


@pytest.mark.parametrize(
    "address",
    ["", "file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)", "bugle", "http://",
     "http://a.example:99999/", "http://[::1", "data:text/xml,<rss/>", "//a.example/"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused_in_words(address: str) -> None:
    with pytest.raises(WebFault) as raised:
        checked(address)
    assert raised.value.kind == "address"


def test_an_address_has_its_usual_port() -> None:
    assert checked("HTTPS://Bugle.example/feed") == ("https", "bugle.example", 443)
    assert checked("http://bugle.example:8080/") == ("http", "bugle.example", 8080)
