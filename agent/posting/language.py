"""Which language a posting is written in, from its commonest small words."""

from __future__ import annotations

import re
from collections import Counter

SUPPORTED = ("en", "de", "fr", "es", "nl")

# The commonest function words that the other languages of this table do not share.
_SMALL_WORDS = {
    "en": "the and of to with you your our will are is this that for or an be have we as by from "
    "who at",
    "de": "und der die das mit für sie wir ist eine einen einer von zu im den auf sowie bei als "
    "ihre oder dich du unsere",
    "fr": "et les des vous nous pour une dans est sur avec votre au aux du notre ou par vos qui en "
    "le",
    "es": "y los las del para con una el por que es su nuestra más como nuestro se tus experiencia "
    "al de en la un años",
    "nl": "en het een van je voor met wij ons onze jij bent op te aan zijn naar ook bij als jouw "
    "wat",
    "it": "e di che per il della con una sono nel gli del alla dei delle nostro si le come",
    "pt": "e de que para com uma do da os em no na dos você nosso por ao das mais não",
    "sv": "och att du som för med är vi på ett av till har din våra vill eller hos om",
    "da": "og at du som til med er vi på et af har din vores vil eller hos dig kan",
    "no": "og å du som til med er vi på et av har din våre vil eller hos deg kan ikke",
    "pl": "i w z na do się oraz dla jest w pracy nie od po będzie jako",
    "fi": "ja on sekä olet meillä työ tai kanssa myös joka ei että ovat",
    "cs": "a v na se pro s je do máme práce nebo jako vám naše ve",
    "tr": "ve bir için ile olarak bu en çok sahip olan iş",
}
_CODES = {
    word: tuple(code for code, words in _SMALL_WORDS.items() if word in words.split())
    for word in " ".join(_SMALL_WORDS.values()).split()
}
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN_WORD = re.compile(r"[a-z]+")
_SCRIPTS = (
    (re.compile("[\u3040-\u30ff]"), "ja"),
    (re.compile("[\u4e00-\u9fff]"), "zh"),
    (re.compile("[\uac00-\ud7af]"), "ko"),
    (re.compile("[\u0400-\u04ff]"), "ru"),
    (re.compile("[\u0600-\u06ff]"), "ar"),
    (re.compile("[\u0590-\u05ff]"), "he"),
    (re.compile("[\u0370-\u03ff]"), "el"),
    (re.compile("[\u0900-\u097f]"), "hi"),
    (re.compile("[\u0e00-\u0e7f]"), "th"),
)


def detect_language(text: str) -> str:
    """ISO 639-1 code of the language of `text`; 'en' where there is too little to tell.

    Counts small words that belong to one language; a script other than Latin decides by itself.
    The first 6,000 characters are enough.
    """
    sample = text[:6000]
    if not sample.isascii():
        letters = sum(map(str.isalpha, sample))
        for script, code in _SCRIPTS:
            if len(script.findall(sample)) > 0.2 * max(letters, 1):
                return code
    word = _PLAIN_WORD if sample.isascii() else _WORD
    said = filter(_CODES.__contains__, word.findall(sample.lower()))
    scores = Counter(code for found in said for code in _CODES[found])
    best = max(scores, key=lambda code: (scores[code], code == "en"), default="en")
    return best if scores[best] >= 3 else "en"
