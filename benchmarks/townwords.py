"""What a town says in a week, on a morning of roadworks and on a day of snow; written for this."""

from __future__ import annotations

import random

ROADS = (
    "Wolverton Road", "High Street", "Bilston Lane", "Hagley Street", "Park Lane", "Station Road",
    "Dudmaston Way", "Mill Street", "Cinder Bank", "New Cross Street",
)  # fmt: skip
ORDINARY = (
    "Pothole on {road} by the {spot} is deep enough to lose a wheel in",
    "My brown bin was missed again, the whole of {road} was",
    "Street light out by the {spot} on {road} since the weekend",
    "Fly-tipping behind the {spot}: two sofas and a fridge",
    "What time does the Central Library close on Saturdays?",
    "Dog mess all along the path through Priory Park",
    "Council tax is up and what do we get for it",
    "The swings in Victoria Park are broken still",
    "Got a ticket on {road} though the machine by the {spot} was dead",
    "Queue for the tip was out onto the road by nine",
    "Lovely to see the planters by the {spot}, well done whoever did those",
    "The pool at the leisure centre is freezing, is the heating off?",
    "The verge on {road} has not been cut since spring",
    "No shelter at the bus stop by the {spot}, we were all soaked",
    "Is the consultation on library hours still open?",
    "Rats by the bins behind the {spot}, they come out in daylight",
    "Noise from the {spot} until two in the morning, third night",
    "How do I apply for a blue badge for my dad?",
    "Tree roots have lifted the pavement on {road}, my nan tripped there last year",
    "Leaves all over {road}, the drains will block with the next rain",
    "Anybody know why the barrier at the {spot} car park stays up?",
    "The new crossing on {road} is a great help with the pram",
)
SPOTS = (
    "chip shop", "chapel", "Legion", "old school", "station", "surgery", "corner shop", "bakery",
    "bridge", "garage", "launderette", "allotments",
)  # fmt: skip
BEGIN = (
    "", "Honestly, ", "Morning all. ", "So ", "Right. ", "FYI: ", "Just got in. ", "Unbelievable. ",
    "Question: ", "Fed up. ",
)  # fmt: skip
END = (
    "", " Anybody else?", " Sort it out please.", " Not good enough.", " Ta.",
    " Third time this week.",
    " What do we pay for?", " Rang the council, no answer.", " Any idea when?", " Ridiculous.",
    " Shame on them.", " Somebody tell them.",
)  # fmt: skip
STORM = (
    "the roadworks on Wolverton Road are a nightmare, down to one lane and nobody working",
    "forty minutes in the queue at the temporary lights on Wolverton Road",
    "late for work because of the roadworks on Wolverton Road, put up signs with an end date",
    "who put temporary lights on Wolverton Road with no end date?",
    "Wolverton Road roadworks again, cones everywhere and not a soul working there",
    "when will the roadworks on Wolverton Road be finished? Put up signs with an end date",
    "no diversion for the roadworks on Wolverton Road, we need a proper diversion",
    "stuck at the roadworks by the Shell for half an hour, the kids are late for school",
    "roadworks: queue back to Tollgate island, one lane, lights stuck on red",
    "why not do these roadworks at night? Wolverton Road at rush hour is madness",
    "the bus gave up at the roadworks and let us all out, walked the rest",
)
SNOW = (
    "not one gritter seen on {road} and it is like an ice rink by the {spot}",
    "{road} has not been gritted, cars sliding into each other near the {spot}",
    "why has {road} not been gritted? We knew that the snow was coming",
    "grit bin by the {spot} is empty, {road} is sheet ice",
    "has anybody seen a gritter near the {spot} today?",
    "pavements on {road} are lethal, not a grain of salt down",
    "is {road} being gritted tonight? I am on lates",
    "bus could not get up {road}, everybody walked from the {spot}",
    "are the schools shut? Nothing on the council page about {road}",
    "bins not collected on {road} because of the snow, when will they come?",
    "a gritter went past the {spot} with nothing coming out of the back",
    "car stuck across {road} by the {spot}, nobody can get past",
    "two inches by the {spot} and the whole town stops",
    "no salt left in the bin on {road}, who fills it?",
    "how do I get my mum to her appointment when {road} is not cleared?",
    "thank you to whoever cleared the path by the {spot} this morning",
    "tip closed because of the snow, wasted journey",
    "is the library by the {spot} open today?",
)
GRAVE = (
    "An old man has fallen on the ice outside the {spot} and is bleeding from his head, {road}",
    "My neighbour slipped on {road} and cannot get up, I think her hip is broken",
    "Car on its roof on {road}, somebody is trapped inside",
    "Child knocked down by a sliding car by the {spot}, she is not moving",
    "Man lying unconscious in the snow behind the {spot}",
    "Wires down across {road} in the snow, sparking, people are walking right by",
    "Lady collapsed at the bus stop on {road}, we have rung 999 and nobody has come",
    "Gas smell in the whole of {road} since the gritter hit the wall, feeling sick",
)
PRESS = (
    "The council has said that the library in Coseford is to close for six weeks from Monday so "
    "that a new roof can be built. Residents may use the Central Library in the meantime, and the "
    "mobile library will call on Tuesdays and Thursdays, a spokesman said."
)
LOUD = (
    "The planters on Hagley Street are a disgrace, number {n} of my reasons: {why}",
    "Hagley Street again. {why}. Why will nobody at the council answer me?",
    "Take the planters on Hagley Street away! {why}",
)
WHY = ("no parking", "no trade", "the buses", "the smell", "the money", "the noise", "the lorries")


def one_of(texts: tuple[str, ...], chance: random.Random) -> str:
    """A sentence as somebody of the town would put it; hardly twice the same."""
    text = chance.choice(texts).format(
        road=chance.choice(ROADS), spot=chance.choice(SPOTS), n=chance.randrange(2, 90),
        why=chance.choice(WHY),
    )  # fmt: skip
    begin = chance.choice(BEGIN)
    said = f"{begin}{text}{chance.choice(END)}"
    return said[:1].upper() + said[1:]
