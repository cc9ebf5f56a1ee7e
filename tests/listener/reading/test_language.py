"""Which language a text is in: dialect stays English, and what cannot be told is said to be so."""

from __future__ import annotations

import pytest

from listener.mention import Said
from listener.reading.language import language_of
from listener.reading.normal import plain_of


def said(text: str) -> Said:
    return language_of(plain_of("", text))


@pytest.mark.parametrize(
    "text",
    [
        "Ow bin ya bab, the bins ay bin emptied agen and I cor get up the cut",
        "Yow cor park anywheer round ere no more, it's bostin",
        "Why aye man, the bins divvent get teken oot doon wor street like",
        "Wor bairns cannit gan oot cos the lights is oot",
        "Ah'm fair scunnered wi the bins, naebody's been tae oor street fur weeks",
        "Dinnae ken whit the cooncil is daein aboot thae potholes, it's pure mince",
        "Nah then, t'bins were nivver emptied on our ginnel, reet mess it is",
        "Gizza bin lid la, the bizzies are boss round our end",
        "Alright me luvver, gert big pothole down Gloster road innit",
        "Tha knows nowt about nowt, get thissen down to t'tip",
        "The bins were missed again and nobody at the council answers the phone",
    ],
)
def test_dialect_is_english_and_has_its_tone_read(text: str) -> None:
    assert said(text).value == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mae'r biniau heb gael eu casglu ers tair wythnos ac mae'n warthus", "cy"),
        ("Śmieci nie były odbierane od trzech tygodni, to jest skandal", "pl"),
        ("Gunoiul nu a fost ridicat de trei săptămâni, este o rușine", "ro"),
        ("گھر کے باہر کوڑا تین ہفتوں سے پڑا ہے کوئی نہیں اٹھاتا", "ur"),
        ("ਗੈਸ ਲੀਕ ਹੋ ਰਹੀ ਹੈ ਸਕੂਲ ਦੇ ਬਾਹਰ ਮਦਦ ਕਰੋ", "pa"),
        ("আমাদের রাস্তায় তিন সপ্তাহ ধরে ময়লা পড়ে আছে", "bn"),
        ("A basura leva tres semanas sen recoller e ninguén contesta", "gl"),
    ],
)
def test_another_language_is_named_with_its_code(text: str, code: str) -> None:
    found = said(text)
    assert found.value == code
    assert found.because.startswith("reads as ")


@pytest.mark.parametrize("text", ["", "Bins!", "12 34 56", "ok ta", "😀😀😀😀"])
def test_what_is_too_short_is_not_guessed(text: str) -> None:
    found = said(text)
    assert found.value == ""
    assert found.because


@pytest.mark.parametrize(
    "text", ["\x00\x01\x02" * 20, "\ud800\udfff" * 20, "\uffff" * 40, "\ufdd0" * 9]
)
def test_what_is_no_text_cannot_be_told(text: str) -> None:
    assert said(text).value == ""
