"""The unit written after a number: '28 kg', '5-minute', '12 sq ft', '72°F', '52 flagged hours'."""

from __future__ import annotations

import re

from agent.language.amounts import Quantity
from agent.language.quantity_words import CHANGES, what_precedes
from agent.language.units import UNITS

_MULTIPLIED = re.compile(
    r" (?:the|as|more|less|fewer|faster|higher|larger|greater|quota|growth)\b|$"
)
UNIT_AFTER = re.compile(
    r"[ -]?(words (?:per|a) minute|miles (?:per|an) hour|%|percentage points?|percent|per cent|(?:square|cubic) (?:feet|foot|inch(?:es)?|yards?|met(?:er|re)s?)|(?:short|metric|long) tons?|m[²³23](?!\w)|(?:° ?|degrees? )(?:f|c|fahrenheit|celsius)\b|sq\.? ?ft\.?|[a-z]+)"  # noqa: E501
)
_DEGREES = re.compile(r"(?:° ?|[Dd]egrees? )?([FC])(?:ahrenheit|elsius)?|[Dd]egrees? ([fc])\w+")
_DESCRIBED = re.compile(r" [a-z]+(?:ed|able) (hours|days|weeks|months|miles|pounds|gallons|tons)\b")
_SIDES = (("f", 0.3048), ("in", 0.0254), ("y", 0.9144), ("m", 1.0))
_POWERS = {"m2": ("area", 1.0), "m²": ("area", 1.0), "m3": ("volume", 1e3), "m³": ("volume", 1e3)}
_TONS = {"short": 907184.74, "metric": 1e6, "long": 1016046.9}


def unit_after(plain: str, text: str, end: int) -> tuple[str, float, int]:
    """Unit, its size in the base unit and where it ends, for the number that ends at `end`.

    Args:
        plain: `text` folded, in lower case.
        text: the text as written; capitals tell 12 F from 12 f.
        end: where the number ends.

    Returns:
        ("count", 1.0, end) where no unit follows.
    """
    mark = plain[end : end + 1]
    if mark in ("'", '"') and not plain[end + 1 : end + 2].isalpha():
        return "length", UNITS["ft" if mark == "'" else "inch"][1], end + 1
    described = _DESCRIBED.match(plain, end)
    if described:  # '52 flagged hours'
        unit, scale = UNITS[described.group(1)]
        return unit, scale, described.end()
    after = UNIT_AFTER.match(plain, end)
    if not after:
        return "count", 1.0, end
    word = after.group(1)
    if word.startswith("percentage point"):
        return "points", 1.0, after.end()
    if word.startswith(("words", "miles")) and " " in word:
        return ("wpm" if word[0] == "w" else "mph"), 1.0, after.end()
    if word == "per cent":
        return "percent", 1.0, after.end()
    if word.startswith(("square ", "cubic ", "sq ", "sq.", "sqft")):
        side = word.replace(".", " ").removeprefix("sq").split()[-1]
        size = next(scale for begins, scale in _SIDES if side.startswith(begins))
        cubic = word[0] == "c"
        return ("volume", 1000 * size**3, after.end()) if cubic else ("area", size**2, after.end())
    if plain[end : end + 1] == " " and re.match(r"-[a-z]", plain[after.end() :]):
        return "count", 1.0, end  # '18 second-shift operators'
    if word == "t" and plain[end : end + 1] == "t":
        return "mass", 1e6, after.end()  # '3.5t'
    if word == "x" and re.match(r" ?\d", plain[after.end() :]):
        return "count", 1.0, after.start()  # '4 x 20 minutes'
    degrees = _DEGREES.fullmatch(text[after.start(1) : after.end(1)])
    if degrees:
        letter = (degrees[1] or degrees[2]).lower()
        return ("fahrenheit" if letter == "f" else "celsius"), 1.0, after.end()
    if word in _POWERS or word.endswith((" ton", " tons")):
        kind, scale = _POWERS.get(word) or ("mass", _TONS[word.split()[0]])
        return kind, scale, after.end()
    written = text[after.start(1) : after.end(1)]
    if word == "times" and not _MULTIPLIED.match(plain, after.end()):
        return "count", 1.0, end  # 'testified 11 times'
    if (
        word == "times"
        and after.end() == len(plain)
        and not CHANGES & set(what_precedes(plain, end))
    ):
        return "count", 1.0, end
    if word in UNITS and not (
        len(word) == 1 and (written.isupper() or word in "gs") and word not in "vwx"
    ):
        if (
            word in ("min", "second", "times", "mi", "gal", "in", "ha", "mo")
            and plain[end : end + 1] == ""
        ):
            return "count", 1.0, end
        unit, scale = UNITS[word]
        if word == "mm" and plain[end : end + 1] != " ":
            return unit, scale, after.end()
        return unit, scale, after.end()
    return "count", 1.0, end


def scale_after(plain: str, shared: Quantity) -> float:
    """Size of the unit that `shared` is written in: 60 for '5 minutes'."""
    after = UNIT_AFTER.search(plain, max(shared.start, shared.end - 14), shared.end)
    if after and after.group(1) in UNITS:
        return UNITS[after.group(1)][1]
    words = plain[shared.start : shared.end].split()
    return UNITS.get(words[-1].lstrip("0123456789.,-"), ("", 1.0))[1] if words else 1.0
