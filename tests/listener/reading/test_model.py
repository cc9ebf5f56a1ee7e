"""The model: the same text, the same likelihoods; its reasons are words of the text."""

from __future__ import annotations

import json
import zlib

import pytest

from listener import resources
from listener.errors import Known
from listener.reading.model import (
    FILE,
    LOOKS,
    MOST,
    Model,
    Weighed,
    _told,
    features_of,
    pairs_of,
    shipped,
    tokens_of,
)

TEXT = "the bins were missed again in mill lane, and nobody answers the phone. what a shambles!"


def weighed(text: str = TEXT, model: Model | None = None) -> Weighed:
    return (model or shipped()).weigh(tokens_of(text, "facebook_group", False))


def test_the_same_text_gives_the_same_likelihoods_in_any_order_of_asking() -> None:
    fresh = Model(resources.data(FILE))
    weighed("something else altogether", fresh)
    for task in shipped().tasks:
        assert weighed(model=fresh).scores(task) == weighed().scores(task)
        assert weighed(model=fresh).likely(task) == weighed().likely(task)


@pytest.mark.parametrize("text", ["", TEXT, "!", "ਗੈਸ ਲੀਕ", "0 00 000", "bins " * 500])
def test_likelihoods_lie_between_nought_and_one_and_add_up_to_one(text: str) -> None:
    for task in shipped().tasks:
        likely = weighed(text).likely(task)
        assert sum(likely.values()) == pytest.approx(1)
        assert min(likely.values()) >= 0


def test_a_word_never_seen_weighs_nothing() -> None:
    tokens = tokens_of(TEXT, "forum", False)
    known, more = shipped().weigh(tokens), shipped().weigh([*tokens, "ᚠᚢᚦᚨᚱᚲ"])
    assert shipped().row("=ᚠᚢᚦᚨᚱᚲ") == 0
    assert {t: more.scores(t) for t in shipped().tasks} == {
        t: known.scores(t) for t in shipped().tasks
    }


def test_a_word_said_ten_times_weighs_as_much_as_once() -> None:
    once, often = weighed("pothole"), weighed("pothole pothole pothole")
    assert once.likely("category")["Potholes and road surface"] == pytest.approx(
        often.likely("category")["Potholes and road surface"], abs=0.05
    )


@pytest.mark.parametrize("task", sorted(shipped().tasks))
def test_reasons_are_words_of_the_text_each_once_and_few(task: str) -> None:
    text = f"{TEXT} @ home"
    for label in shipped().tasks[task].labels:
        said = weighed(text).because(task, label)
        words = [word for reason in said for word in reason.split()]
        assert len(said) <= MOST
        assert len(words) == len(set(words))
        assert all(word in text for word in words)
        assert not any("@" in word for word in words)  # where it was said is no word of it


def test_no_reason_is_a_word_of_grammar_a_day_or_a_number() -> None:
    text = "nobody came on friday nothing through these even three whole weeks and still no bins"
    dull = {"nobody", "came", "friday", "nothing", "through", "these", "even", "three", "weeks"}
    for task in shipped().tasks:
        for label in shipped().tasks[task].labels:
            said = weighed(text).because(task, label)
            assert not any(set(reason.split()) <= dull for reason in said)


def test_a_pair_of_words_is_told_without_what_tells_nothing() -> None:
    assert _told("round and") == "round"
    assert _told("no answer") == "no answer"
    assert _told("weren't collected") == "weren't collected"
    assert _told("bin 00") == "bin"
    assert _told("waiting !") == "waiting"


def test_what_follows_a_long_beginning_is_not_weighed() -> None:
    long = ("bins and lanes " * LOOKS)[:LOOKS]
    assert tokens_of(long + "murder", "x", False) == tokens_of(long, "x", False)


def test_tokens_say_where_it_was_said_and_whether_it_had_a_title() -> None:
    assert tokens_of("bin 42!", "forum", True) == ["bin", "00", "!", "@forum", "@titled"]


def test_features_are_the_word_its_letters_and_pairs() -> None:
    assert set(features_of("bin")) >= {"=bin", "<b", "<bin>", "bin", "in>"}
    assert list(features_of("!")) == ["=!"]
    assert list(pairs_of(["a", "b", "a", "b"])) == ["a b", "b a"]


def _changed(**more: object) -> bytes:
    head, _, rest = zlib.decompress(resources.data(FILE)).partition(b"\n")
    return zlib.compress(json.dumps(json.loads(head) | more).encode() + b"\n" + rest, 1)


WHOLE = resources.data(FILE)
DAMAGED = {
    "empty": b"", "another file": b"not a model", "cut": WHOLE[:-100], "beheaded": WHOLE[1_000:],
    "one byte": WHOLE[:5_000] + bytes([WHOLE[5_000] ^ 1]) + WHOLE[5_001:],
    "no head": zlib.compress(b"no end of line"), "an empty head": zlib.compress(b"{}\n"),
    "a list": zlib.compress(b"[]\n"), "no text": zlib.compress(b"\xff\xfe\n"),
    "few names": _changed(names=10), "few scales": _changed(scales=[1.0]),
    "no labels": _changed(tasks=[{"name": "tone"}]), "no tasks": _changed(tasks=7),
    "few offsets": _changed(offsets=[0.0]),
}  # fmt: skip


@pytest.mark.parametrize("packed", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_model_is_said_to_be_damaged_and_what_to_do(packed: bytes) -> None:
    with pytest.raises(Known, match=r"model .* is damaged. Please install the app again"):
        Model(packed)
