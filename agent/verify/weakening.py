"""Words that weaken a statement, and which of its words each of them covers.

'Proposed', 'target', 'pending', 'occasionally', 'basic', 'co-': what they cover is not yet done, or
not always, or not alone.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from agent.language.ladders import known, word_set
from agent.models import FindingType
from agent.verify.reading import Reading, read
from agent.verify.words import Word, breaks

AHEAD = word_set(
    """
    propose proposed proposes proposing proposal suggest suggested suggesting recommend
    recommended recommending recommendation hope hopes hoped hoping aspire aspires aspired
    aspiring intend intends intended intending aim aims aimed aiming goal goals target targets
    targeted objective sought
    learning prospective potential tentative provisional hypothetical expected expects
    anticipated projected pending upcoming forthcoming pursuing seeking interested interest
    wants wanted wish wished would could might may considering exploring awaiting attempted
    attempting tried trying
    enrolled eligible unfinished incomplete ongoing studying desired seeks want wishes
    toward towards practicing planning estimated
    """
)
ATTRIBUTES = word_set(
    """
    pilot piloted prototype prototyped prototyping trial trialed trialled experimental beta
    alpha mock mockup simulated simulation poc demo sandbox exploratory preliminary toy
    proof-of-concept planned draft proposed expected potential prospective unpaid volunteer
    projected partial
    """
)
BEHIND = word_set("pending planned expected proposed tentatively ongoing")
# What undoes or leaves open all that its sentence said before it.
UNDONE = word_set(
    """
    lapsed expired revoked suspended withdrawn discontinued surrendered inactive cancelled
    canceled abandoned unsuccessful unsuccessfully incomplete postponed rejected shelved
    unfinished failed declined dropped waiting awaiting booked preparation terminar
    abgebrochen afgebroken inachevé interrumpido lapse expire unaccredited uncertified
    unlicensed
    """
)
_TARGETS = word_set("goal goals target targets objective objectives")
RARELY = word_set(
    """
    rarely seldom infrequently sporadically occasionally occasional sometimes intermittently
    periodically partially partly briefly
    """
)
LEVEL = word_set(
    """
    basic beginner elementary familiar familiarity limited exposure novice introductory
    rudimentary conversational intermediate
    """
)
_FAR = 40
"""Words that a clause has at most; bounds the work on hostile text."""


# Words that, with the word after them, leave open whether it was done or had.
_OPEN = {
    "to": word_set(
        """
        prepared preparing offered offering supposed meant due about slated scheduled ready willing
        """
    ),
    "for": word_set(
        """
        applied applying apply applies bid bids bidding tendered competed auditioned interviewed
        studied study training trained prepared preparing
        nominated shortlisted longlisted nominee finalist considered
        """
    ),
    "toward": word_set("studied study worked working training"),
    "towards": word_set("studied study worked working training"),
    "on": word_set("bid bids bidding"),
    "at": word_set("looking"),
    "into": word_set("looked looking look"),
    "up": word_set("runner"),
}
_WEIGHED = word_set("considered considering explored exploring discussed debated contemplated")


class Weak(NamedTuple):
    """A weakening word and what it covers."""

    word: int
    kind: FindingType
    stems: frozenset[str]


def weakened(reading: Reading) -> tuple[Weak, ...]:
    """The weakening words of a text with the stems of the words that each covers."""
    return _weakened(reading.text)


@lru_cache(maxsize=16384)
def _weakened(text: str) -> tuple[Weak, ...]:
    reading = read(text)
    words = reading.words
    found: list[Weak] = []
    for index, word in enumerate(words):
        norm = word.norm
        following = words[index + 1].norm if index + 1 < len(words) else ""
        if norm == "planned" and word.opens and following != "to":
            continue  # who planned the party organized it
        if (
            norm in UNDONE
            and index
            and not words[index - 1].numeric  # '(600 booked)' is an amount's own
            and (
                (word.known.agency is None and norm != "preparation")
                or _ends_clause(reading, index)
            )
        ):
            found.append(Weak(index, "modality", _sentence_before(reading, index)))
        elif norm in _TARGETS and index and _is_aimed_at(reading, index):
            found.append(Weak(index, "modality", _so_far(reading, index) | _rest(reading, index)))
        elif norm == "by" and index and _others_did(reading, index):
            stems = _so_far(reading, index)
            if breaks(words[index - 1], ","):  # 'Design is 30%, done by the contractor'
                stems |= _so_far(reading, index - 2)
            found.append(Weak(index, "agency", stems))
        elif norm in RARELY:
            found.append(Weak(index, "frequency", _rest(reading, index) or _so_far(reading, index)))
        elif (
            norm in BEHIND
            and index
            and not word.opens
            and (
                following == ""
                or following in ("but", "and")
                or words[index - 1].known.kind == "function"
                or index + 1 == len(words)
                or words[index + 1].gap != " "
            )
        ):
            found.append(
                Weak(
                    index,
                    "modality",
                    _so_far(reading, index)
                    | (_rest(reading, index) if following != "" else frozenset()),
                )
            )
        elif norm == "before" and following in ("i", "my"):
            found.append(Weak(index, "agency", _so_far(reading, index)))
        elif norm in _OPEN.get(following, ()) or (norm in _WEIGHED and following.endswith("ing")):
            found.append(Weak(index, "modality", _rest(reading, index + 1)))
        elif (
            (norm in AHEAD and not _is_kind_of_work(reading, index))
            or (norm in ("plan", "plans", "planned") and following == "to")
            or (norm in ATTRIBUTES and word.known.agency is not None and norm.endswith("ed"))
        ):
            found.append(Weak(index, "modality", _rest(reading, index)))
        elif norm in ATTRIBUTES:
            found.append(Weak(index, "modality", _phrase(reading, index)))
        elif norm in LEVEL or (norm == "some" and following and words[index + 1].name):
            found.append(Weak(index, "proficiency", _level(reading, index)))
        elif norm == "co" and following and words[index + 1].gap == "-":
            found.append(Weak(index, "agency", frozenset({words[index + 1].known.stem})))
        elif norm.startswith("co") and norm[2:] in (
            "authored",
            "founded",
            "led",
            "wrote",
            "managed",
            "created",
            "developed",
            "designed",
            "taught",
            "hosted",
            "organized",
            "chaired",
            "author",
            "founder",
        ):
            found.append(Weak(index, "agency", frozenset({known(norm[2:]).stem})))
        elif norm == "helper" and following in ("on", "for", "with", "in"):
            found.append(Weak(index, "agency", _rest(reading, index)))
        elif word.text.endswith(("'s", "s'", "\u2019s")) and index and _is_anothers(words, index):
            stems = _so_far(reading, index)
            if index + 2 < len(words) and ":" in words[index + 2].gap:
                stems |= _rest(reading, index + 1)  # 'owner's idea: loyalty card'
            found.append(Weak(index, "agency", stems))
        elif norm == "one" and following == "of":
            found.append(Weak(index, "agency", _rest(reading, index)))
    return tuple(weak for weak in found if weak.stems)


def _is_aimed_at(reading: Reading, index: int) -> bool:
    """'goal of 10 %', 'target: reduce waste'; not 'set clear objectives for lessons'."""
    words = reading.words
    if index + 1 >= len(words) or words[index].norm == words[index].known.lemma:
        return True
    following = words[index + 1]
    return following.numeric or following.gap != " " or following.norm in ("of", "to", "was", "is")


def _is_kind_of_work(reading: Reading, index: int) -> bool:
    """'110 pending files': what waits is the work; 'pending certification' is not yet had."""
    words = reading.words
    if words[index].norm != "pending" or index + 1 >= len(words) or not index:
        return False
    following = words[index + 1]
    return words[index - 1].numeric and not following.known.marks & {"credential"}


def _ends_clause(reading: Reading, index: int) -> bool:
    words = reading.words
    return (
        index + 1 == len(words)
        or words[index + 1].gap != " "
        or words[index + 1].norm in ("on", "for", "in", "at")
        or words[index - 1].norm == "in"
    )


def _others_did(reading: Reading, index: int) -> bool:
    """'primers designed by the postdoc': a participle, then 'by' and somebody."""
    words = reading.words
    if index + 1 >= len(words) or words[index].gap != " ":
        return False
    done = words[index - 1]
    after = words[index + 1]
    if done.norm == done.known.lemma or (
        done.known.agency is None and not done.norm.endswith("ed")
    ):
        return False
    if after.numeric or after.norm.endswith("ing"):
        return False
    return (
        after.norm in ("the", "a", "an", "another", "other", "others", "my", "our", "their")
        or after.name
        or bool(after.known.marks & {"title", "people"})
    )


def _is_anothers(words: tuple[Word, ...], index: int) -> bool:
    """Whether a possessive says whose a thing was: 'the deposit was chef's idea', 'the app was the
    office's', 'gas under Pete's ticket'."""
    following = words[index + 1] if index + 1 < len(words) else None
    before = {word.norm for word in words[max(0, index - 2) : index]}
    if following is None or following.gap != " ":
        return bool(before & {"was", "were", "is", "are"})
    return following.norm in _BRAINCHILD or (following.norm in _PAPERS and "under" in before)


_BRAINCHILD = word_set("idea suggestion invention brainchild concept initiative design proposal")
_PAPERS = word_set("ticket license licence permit card registration certificate insurance name")


def _sentence_before(reading: Reading, index: int) -> frozenset[str]:
    """All that the sentence said so far; of a list whose last item has a name of its own ('A5
    done, A4 booked'), that item."""
    words = reading.words
    first = index
    while first > max(0, index - _FAR) and not breaks(words[first], (";", ". ")):
        if breaks(words[first], ",") and any(word.name for word in words[first:index]):
            break
        first -= 1
    return content_stems(reading, first, index)


def content_stems(reading: Reading, first: int, last: int) -> frozenset[str]:
    return frozenset(
        word.known.stem
        for word in reading.words[first:last]
        if (word.known.kind == "content" and not word.numeric)
        or (word.known.agency is not None and word.known.kind != "function")
    )


def _rest(reading: Reading, index: int) -> frozenset[str]:
    """From the word to the end of its clause."""
    words = reading.words
    last = index + 1
    while last < min(len(words), index + _FAR) and not any(
        mark in words[last].gap for mark in (";", ".", ")", " - ", ",", "(")
    ):
        if (
            words[last].norm in ("that", "which", "who")
            and last + 1 < len(words)
            and words[last + 1].known.agency is not None
            and words[last + 1].norm.endswith("ed")
        ):
            break
        if (
            words[last].norm in ("but", "while", "and")
            and last + 1 < len(words)
            and words[last + 1].known.agency is not None
        ):
            break
        last += 1
    return content_stems(reading, index + 1, last)


def _so_far(reading: Reading, index: int) -> frozenset[str]:
    """From the beginning of the clause to the word."""
    words = reading.words
    first = index
    while (
        first > max(0, index - _FAR)
        and not words[first].opens
        and not breaks(words[first], (";", "(", ","))
    ):
        first -= 1
    return content_stems(reading, first, index)


def _phrase(reading: Reading, index: int) -> frozenset[str]:
    """The noun phrase that the word belongs to."""
    words = reading.words
    last = index + 1
    while last < len(words) and words[last].norm in ("a", "an", "the"):
        last += 1
    while (
        last < min(len(words), index + _FAR)
        and words[last].gap in (" ", "-", "/")
        and words[last].known.kind != "function"
    ):
        last += 1
    if last == index + 1 and last < len(words) and words[last].norm == "of":
        return _rest(reading, index)
    return content_stems(reading, index + 1, last)


def _level(reading: Reading, index: int) -> frozenset[str]:
    """The skill a level belongs to: 'basic Spanish', 'Spanish (basic)', 'familiar with Excel'."""
    words = reading.words
    if "(" in words[index].gap and index:
        first = index - 1
        while first and words[first].gap in (" ", "-", "/"):
            first -= 1
        return content_stems(reading, first, index)
    first = index + 1
    while first < len(words) and words[first].norm in (
        "with",
        "in",
        "of",
        "knowledge",
        "to",
        "the",
        "use",
        "skills",
    ):
        first += 1
    last = first
    while last < len(words) and (last == first or words[last].gap in (" ", "-", "/")):
        last += 1
    return content_stems(reading, first, last)
