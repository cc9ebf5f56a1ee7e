"""A reply on the real desk: kept, read by a second person, copied, posted, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from listener import commands as c
from listener.advice import shipped
from listener.desk import Desk
from listener.errors import Known, NotFound, NotUnderstood
from listener.mention import MentionKey
from listener.store import Store
from listener.store.reading import Reader
from rules.flowchart import OUTCOMES
from rules.letters import counted
from rules.replying import FIELDS, Reply, unfilled

TOLD = """id\ttext
bin\tour brown bin on Park Lane has been left again, third week running, when will you come?
vote\twhere is my polling station, and can councillors be paid less, asks a voter of Coseford
cable\tthere is a live cable hanging over the pavement on Mill Street, kids walk past it
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    told = tmp_path / "told.tsv"
    told.write_text(TOLD, encoding="utf-8")
    desk = Desk.open(tmp_path / "profile", workers=0, polling=False)
    desk.ask(c.ImportFile(told)).result()
    desk.ask(c.Change("officer", "Amy")).result()
    yield desk
    desk.close()


@pytest.fixture
def reader(desk: Desk) -> Iterator[Reader]:
    reader = desk.reader()
    yield reader
    reader.close()


def write(desk: Desk, key: MentionKey, text: str = "We will come.", **more: str) -> Reply:
    given = {"outcome": "answer"} | more
    made: Reply = desk.ask(c.WriteReply(key, text, **given)).result()
    return made


def test_a_reply_is_kept_and_decides_and_one_undo_takes_both_back(
    desk: Desk, reader: Reader
) -> None:
    key = reader.find("bin")
    view = reader.row(key).view
    made = write(desk, key)
    assert (made.state, made.by, made.text, made.why) == ("copied", "Amy", "We will come.", "")
    detail = reader.detail(key)
    assert detail.decision is not None
    assert (detail.decision.outcome, detail.row.view) == ("answer", "done")
    assert [h.what for h in detail.history][-1] == "reply copied, not known posted"
    assert reader.open_replies() == reader.replies(key) == (made,)
    assert "the reply with it" in desk.ask(c.Undo()).result()
    assert reader.replies(key) == ()
    assert reader.row(key).view == view
    with pytest.raises(NotFound):
        desk.ask(c.PostedReply(made.key)).result()


def test_it_is_posted_with_its_link_and_that_is_taken_back_alone(
    desk: Desk, reader: Reader
) -> None:
    key = reader.find("bin")
    made = write(desk, key)
    with pytest.raises(NotUnderstood):
        desk.ask(c.PostedReply(made.key, "javascript:alert(1)")).result()
    desk.ask(c.PostedReply(made.key, " https://b.example/7 ")).result()
    (now,) = reader.replies(key)
    assert (now.state, now.last.link) == ("posted", "https://b.example/7")
    assert reader.open_replies() == ()
    desk.ask(c.Undo()).result()
    assert reader.replies(key)[0].state == "copied"
    assert reader.row(key).view == "done"


def test_what_was_decided_already_stands_when_a_reply_follows(desk: Desk, reader: Reader) -> None:
    key = reader.find("bin")
    desk.ask(c.Decide((key,), "forward", "Missed collections")).result()
    made = write(desk, key)
    assert made.state == "copied"
    decision = reader.detail(key).decision
    assert decision is not None
    assert decision.outcome == "forward"
    desk.ask(c.WithdrawReply(made.key)).result()
    assert reader.replies(key)[0].state == "withdrawn"


def test_a_delicate_reply_waits_until_somebody_else_has_read_it(desk: Desk, reader: Reader) -> None:
    key = reader.find("bin")
    desk.ask(c.Change("officers", "Amy, Bob")).result()
    view = reader.row(key).view
    made = write(desk, key, service="Councillors and decisions")
    assert made.state == "waits"
    assert "political" in made.why
    assert reader.row(key).view == view
    for name in ("amy", "Cas", ""):
        with pytest.raises(Known):
            desk.ask(c.ReadReply(made.key, name, True)).result()
    with pytest.raises(Known):
        desk.ask(c.CopyReply(made.key)).result()
    with pytest.raises(NotUnderstood):
        desk.ask(c.ReadReply(made.key, "Bob", False)).result()
    desk.ask(c.ReadReply(made.key, "Bob", False, "Kinder, please")).result()
    assert reader.replies(key)[0].last.note == "Kinder, please"
    again = write(desk, key, "We are sorry.", service="Councillors and decisions")
    assert [r.state for r in reader.replies(key)] == ["withdrawn", "waits"]
    desk.ask(c.ReadReply(again.key, "Bob", True)).result()
    assert desk.ask(c.CopyReply(again.key)).result().state == "copied"
    assert reader.row(key).decided == "answer"
    desk.ask(c.Undo()).result()
    assert reader.replies(key)[1].state == "read"
    assert reader.row(key).view == view


def test_a_possible_danger_gets_no_reply(desk: Desk, reader: Reader) -> None:
    key = reader.find("cable")
    with pytest.raises(Known, match="pass it on first"):
        write(desk, key)
    desk.ask(c.Decide((key,), "urgent", note="Passed on")).result()
    with pytest.raises(Known, match="Whoever deals with it"):
        write(desk, key)


@pytest.mark.parametrize(
    ("given", "said"),
    [({"text": "  "}, "nothing in the reply"), ({"text": "x" * 20_001}, "at most 20,000"),
     ({"outcome": "shout"}, "no outcome shout"), ({"service": "Dragons"}, "no category")],
)  # fmt: skip
def test_what_is_no_reply_is_said_and_nothing_is_kept(
    desk: Desk, reader: Reader, given: dict[str, str], said: str
) -> None:
    key = reader.find("bin")
    with pytest.raises(NotUnderstood, match=said):
        write(desk, key, **given)
    assert reader.replies(key) == ()


def test_erasing_a_mention_takes_our_words_to_it_and_the_link_away(
    desk: Desk, reader: Reader, tmp_path: Path
) -> None:
    key = reader.find("bin")
    made = write(desk, key, "Dear resident of Park Lane")
    desk.ask(c.PostedReply(made.key, "https://b.example/7")).result()
    desk.close()
    store = Store.open(tmp_path / "profile" / "listener.db", clock=lambda: made.at)
    store.block(key, "asked for")
    store.close()
    (now,) = reader.replies(key)
    assert (now.text, now.last.link, now.state, now.by) == ("", "", "posted", "Amy")


def test_the_advice_is_whole() -> None:
    advice = shipped()
    assert len(advice.considerations) == 5
    assert len(advice.house_rules) >= 5
    assert len(advice.templates) >= 12
    for template in advice.templates:
        assert set(template.outcomes) <= set(OUTCOMES), template.name
        assert set(unfilled(template.text)) <= set(FIELDS), template.name
        assert template.tone in ("any", "annoyed", "pleased")
        for network in ("x", "bluesky", "mastodon"):
            assert counted(template.text, network).over == 0, (template.name, network)
