"""From what people do to what they are called: "drive a truck" -> "truck driver", "dog grooming" -> "dog groomer"."""

from collections.abc import Iterator

_AROUND = frozenset(
    {"work", "working", "do", "doing", "did", "job", "been", "be", "run", "in", "at", "for", "on", "with", "as", "of", "my", "our"}
)  # fmt: skip
_VOWELS = frozenset("aeiou")


def doers(key: str, nouns: frozenset[str]) -> Iterator[str]:
    """Titles, in comparable form, that the words of a doing may stand for; a verb comes first or ends in "-ing".

    A first word that is one of the `nouns` of titles is no verb that names a trade by itself ("truck").
    """
    words = key.split()
    while len(words) > 1 and words[0] in _AROUND:
        words.pop(0)
    if words and len(words) < len(key.split()):
        yield " ".join(words)
    if not words:
        return
    head, last = words[0], words[-1]
    things = [word for word in words[1:] if word not in _AROUND]
    for agent in _agents(head):
        if things:
            yield f"{things[-1]} {agent}"
            yield " ".join([*things, agent])
        # What is done to something else is not done by whoever does it to anything ("teach it").
        elif agent != head and head not in nouns:
            yield agent
    if last.endswith("ing") and len(words) > 1:
        for agent in _agents(last):
            yield " ".join([*words[:-1], agent])


def _agents(verb: str) -> Iterator[str]:
    """What somebody who does this is called: "weld", "welding" -> "welder"."""
    stems = [verb]
    if verb.endswith("ing") and len(verb) > 5:
        stem = verb[:-3]
        stems = [stem, f"{stem}e"]
        if len(stem) > 2 and stem[-1] == stem[-2]:
            stems.append(stem[:-1])
    for stem in stems:
        if len(stem) < 3:
            continue
        yield stem
        if stem.endswith("e"):
            yield f"{stem}r"
            yield f"{stem[:-1]}or"
        elif stem.endswith("y"):
            yield f"{stem}er"
        else:
            yield f"{stem}er"
            yield f"{stem}or"
            if len(stem) > 2 and stem[-1] not in _VOWELS and stem[-2] in _VOWELS and stem[-3] not in _VOWELS:
                yield f"{stem}{stem[-1]}er"
        yield f"{stem}ist"
