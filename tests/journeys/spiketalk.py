"""What residents of the sample town say of its roadworks, with handles and a name in it."""

from __future__ import annotations

AUTHORS = tuple(f"@lamplighter_{n}x" for n in range(40))
TALK = (
    "The roadworks on Wolverton Road are a nightmare, down to one lane and nobody working",
    "Forty minutes in the queue at the roadworks on Wolverton Road @lamplighter_3x seen this?",
    "Late for work again because of the roadworks on Wolverton Road, put up signs with an end date",
    "When will the roadworks on Wolverton Road be finished? Please put up signs with an end date",
    "Wolverton Road roadworks again, cones everywhere and nobody working. cheers @lamplighter_9x",
    "No diversion signed for the roadworks on Wolverton Road, we need a proper diversion",
    "My neighbour Margaret Ottershaw is stuck in the roadworks on Wolverton Road again",
    "Wolverton Road roadworks: queue back past the bridge, one lane, signs with no end date",
)
