"""A snow day in many voices of our own: the service, dangers, people at risk, and everything else.

Most of what is said on such a day is that a road was not treated, in many words; little is a danger
at a place, and very little is about somebody at risk now.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tests.listener.spikes.days import ROADS

Part = Literal["service", "beside", "hazard", "person"]

SERVICE = (
    "not one gritter seen on {road} and it is like an ice rink",
    "{road} has not been gritted, cars sliding everywhere",
    "why has {road} not been gritted? We knew the snow was coming",
    "grit bin on {road} is empty, the road is sheet ice",
    "has anybody seen a gritter on {road}? Snow and black ice the whole way",
    "is {road} being gritted tonight? It is lethal out there",
    "not been gritted",
    "still not gritted {road}",
    "no grit on {road} again",
    "{road} not touched, as per",
    "main roads fine, {road} like glass, nobody bothers with us",
    "pavements on {road} are treacherous, gritted for cars but not for people",
    "who do I ring for the grit bin by the school on {road}, it's been empty since last winter",
    "took me forty minutes to get up {road}, wheels spinning, not a grain of salt down",
    "{road} untreated and it's a bus route",
    "the hill on {road} is a skating rink, gave up and walked",
    "when are they doing the side roads, we can't get off {road}",
    "gritter went past the end of {road} twice and never turned in",
    "can't get out of our close onto {road}, not been ploughed",
    "every year the same, a bit of snow and {road} is forgotten",
    "buses not going up {road} because it hasn't been done",
    "i pay my council tax and {road} is an ice rink",
    "{road} is bad this morning, go steady",
    "steps down from {road} are solid ice, could someone put some salt on",
    "bins not emptied on {road}, they say the lorry can't get up because it isn't gritted",
    "is there a map of which roads get gritted? {road} doesn't seem to be on it",
    "cars abandoned all along {road} last night, where were the gritters",
    "side of {road} by the shops has frozen over and no salt",
    "slip sliding all the way down {road} this morning lol, no gritter in sight",
    "grit run missed {road} out again",
    "they said on the radio all main routes were treated, {road} was not",
    "cycle lane on {road} full of frozen slush that the plough pushed there",
    "would the council mind doing {road} before the school run for once",
    "nearly came a cropper on {road}, needs some grit down",
    "road's white over on {road}, never seen a wagon all day",
    "{road} at six this morning. Ungritted. Minus four. Well done all",
)
BESIDE = (
    "snowman competition on the rec by {road}, bring a carrot",
    "is the primary school shut today? nothing on their page",
    "kids having the time of their lives sledging on the field behind {road}",
    "thank you to the gritter driver who did {road} at four this morning, hero",
    "no brown bins today because of the weather they say",
    "anyone know if the tip is open in this",
    "lost cat near {road}, grey, answers to Smokey, hates the snow",
    "my flight's been cancelled, gutted",
    "it isn't even that deep, we had ten foot in 1963",
    "big thanks to the lads who cleared our path on {road}",
    "does anybody deliver bread round {road}, shops are empty",
    "weather warning for snow and ice until midnight, plan ahead",
    "library closing at three today because of the weather",
    "lovely picture of Priory Park in the snow",
    "market cancelled tomorrow, shame but sensible",
    "anyone got a spare sledge for two excited boys",
    "whoever decides these school closures wants shooting, I've a shift to do",
    "dying to get back in the warm, feet like blocks",
)
# Each is one thing at one spot, as different people tell of it.
HAZARDS = (
    ("tree has come down across {road} with the weight of the snow",
     "{road} blocked by a fallen tree, nothing can get past",
     "big tree down on {road}, it's across both sides"),
    ("power line down on {road}, sparking on the snow",
     "there's a cable down on {road} and it's fizzing",
     "electric cable hanging right down over {road}"),
    ("burst main on {road} has frozen right across, three cars in the wall already",
     "another car just hit the wall on {road}, that burst pipe has turned it to ice",
     "four cars crashed now where the water froze on {road}, close the road"),
    ("bus has gone sideways on {road} and is wedged against the wall with people on it",
     "bus stuck across {road}, passengers still on, cars sliding down towards it",
     "bus jammed sideways on {road}, there are cars coming down at it"),
    ("great icicles hanging over the pavement on {road}, one dropped right next to a pram",
     "icicles falling off the gutters on {road}, one nearly hit a pram",
     "huge spears of ice coming off the roof on {road} onto the pavement"),
    ("my mum slipped on {road} this morning and has broken her wrist, not gritted",
     "postman went over on the ice on {road}, two people have fallen at that same spot",
     "seen three people fall on the ice on {road} in ten minutes, one cut her head"),
    ("lorry jackknifed on {road} and blocking it both ways",
     "artic stuck right across {road}, jack-knifed on the ice",
     "{road} shut by a jackknifed wagon, cars skidding into the back of the queue"),
    ("traffic lights are out on {road}, in this of all days",
     "lights out on {road}, cars nearly hitting each other in the snow"),
    ("snow coming off the roof of the old mill on {road} in slabs onto people walking under it",
     "slabs of snow sliding off that roof on {road}, nearly took my neighbour's head off"),
    ("wall on {road} is leaning out over the path since the snow",
     "that wall on {road} is about to fall, it's right over the pavement"),
    ("manhole cover missing on {road} and you can't see the hole for snow",
     "open manhole on {road} under the snow, somebody will go down it"),
)  # fmt: skip
PERSON = (
    "old lady has gone down on the ice on {road}, been on the floor half an hour, no ambulance yet",
    "my mum is 84 with no heating since last night, {road}, nobody will answer me",
    "carer can't get up {road} to my dad and he has had no insulin",
    "there's a man asleep in the doorway of the bank on {road}, minus five tonight, is he ok?",
    "kids on the ice on the pool in Priory Park, six of them, it will not hold",
    "ambulance stuck halfway up {road} with somebody in the back of it",
    "neighbour at the end of {road} hasn't been seen since the snow came, post still in the door",
    "little girl about four out on {road} in her pyjamas in this snow, no grown up with her",
    "lad knocked off his bike by a car that slid on {road}, he is not moving",
    "his oxygen is running out and the delivery can't get up {road}",
    "stuck in the car on {road} four hours with a baby, heater has packed in",
    "carers haven't come to nan on {road} for two days, she can't get out of bed",
    "one more night in this freezing flat and I don't want to be here anymore",
    "she fell on {road}, broken hip we think, still lying there waiting for an ambulance",
)
VOICES: Mapping[Part, Sequence[str]] = {"service": SERVICE, "beside": BESIDE, "person": PERSON}
SPOTS = 12  # things to make safe, each told by many
SHARES: Mapping[Part, float] = {"service": 0.74, "beside": 0.2, "hazard": 0.05, "person": 0.01}
BEFORE = ("", "", "", "", "Morning all, ", "Honestly, ", "Here we go, ", "Just to say ", "FYI ")
AFTER = (
    "", "", "", "", "", " Sort it out.", " Again!", " Joke.", " Been like it all day.", " Anyone?",
    " @council", " Fuming.", " #snow", " Take care everyone.", " Third year running.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Voice:
    """One post of the day, and what it is by the hand that wrote it."""

    part: Part
    text: str


def snow_day(posts: int, seed: int) -> list[Voice]:
    """So many posts of a snow day, in an order by chance."""
    chance = random.Random(seed)
    spots = [(chance.choice(HAZARDS), chance.choice(ROADS)) for _ in range(SPOTS)]
    parts = chance.choices(tuple(SHARES), tuple(SHARES.values()), k=posts)
    return [Voice(part, _said(part, chance, spots)) for part in parts]


def _said(part: Part, chance: random.Random, spots: Sequence[tuple[Sequence[str], str]]) -> str:
    voices, road = (
        chance.choice(spots) if part == "hazard" else (VOICES[part], chance.choice(ROADS))
    )
    said = f"{chance.choice(BEFORE)}{chance.choice(voices).format(road=road)}"
    after = chance.choice(AFTER)
    if chance.random() < 0.7:  # some begin with a capital
        said = said[0].upper() + said[1:]
    return f"{said}{'.' if after and said[-1] not in '?.' else ''}{after}"
