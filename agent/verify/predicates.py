"""Phrases with their verb: what was done, how much of it, and by whom."""

from __future__ import annotations

from typing import NamedTuple

from agent.language.ladders import known, phrases, word_set
from agent.language.spelling import american
from agent.verify.doers import BEING, RECIPIENTS, by_another, named_doer, only_seen
from agent.verify.words import PREPOSITIONS, Word, breaks, is_verb


class Predicate(NamedTuple):
    """A verb and the words it governs, up to the next verb."""

    verb: int
    """Index of the verb among the words; -1 for a phrase without one."""
    first: int
    last: int
    """Half-open range of words."""
    lemma: str
    groups: frozenset[int]
    agency: int
    """Index in `AGENCY`, lowered by a verb above it: 'helped train' is assisted."""
    base: int
    """Agency of the verb itself."""
    content: frozenset[str]
    """Stems of the words it governs that carry meaning."""
    like: frozenset[str]
    """Keys of words of like meaning, for those words."""
    alike: frozenset[str]
    """Keys of verbs of like meaning."""
    stem: str
    distant: bool
    """A verb about a thing rather than the doing of it: 'scheduled interviews'."""
    light: bool
    """A verb that says little by itself: 'performed', 'used'."""


_DONE_TO = word_set(
    """
    train teach mentor coach supervise tutor instruct hire guide advise
    """
)


def predicates_of(words: tuple[Word, ...]) -> tuple[Predicate, ...]:
    heads = [index for index in range(len(words)) if is_verb(words, index)]
    starts: list[tuple[int, int]] = []  # (first word, verb or -1)
    if words and (not heads or heads[0] != 0):
        starts.append((0, -1))
    starts.extend((index, index) for index in heads)
    for index, word in enumerate(words):
        if index and index not in heads and (word.opens or ";" in word.gap):
            starts.append((index, -1))
    starts.sort()
    found: list[Predicate] = []
    for number, (first, verb) in enumerate(starts):
        last = starts[number + 1][0] if number + 1 < len(starts) else len(words)
        found.append(_predicate(words, first, last, verb, found[-1] if found else None))
    for number, one in enumerate(found):
        if one.verb > 0 and by_another(words, one.verb):
            found[number] = one._replace(agency=0)
        if one.verb > 1 and words[one.verb - 1].norm in ("i", "we") and not one.content:
            thing = words[one.verb - 2].known  # 'a temp I supervised'
            found[number] = one._replace(content=frozenset((thing.stem,)), like=thing.like)
            told = next((p for p in reversed(found[:number]) if p.content), None)
            if told is not None and breaks(words[one.verb - 1], ",;"):
                found[number] = one._replace(content=told.content, like=told.like)  # '; I ran it'
    for number in range(1, len(found)):  # 'abandonment fell': the subject belongs to its verb
        one, subject = found[number], found[number - 1]
        if one.verb >= 0 and subject.verb < 0 and words[one.verb].gap == " ":
            cut = _last_break(words, subject.first, one.verb)
            if cut is None:
                found[number - 1] = subject._replace(agency=min(subject.agency, one.agency))
                if one.agency and _ends_in_participle(words, one.verb):
                    found[number - 1] = found[number - 1]._replace(
                        content=frozenset(), like=frozenset()
                    )  # 'samples pulled' names no work but the pulling
            elif one.agency < 2:  # 'mail migration, student mail done by the vendor'
                part = _predicate(words, cut, one.verb, -1, None)
                found[number] = one._replace(
                    content=one.content | part.content, like=one.like | part.like
                )
                continue
            found[number] = one._replace(
                content=one.content | subject.content, like=one.like | subject.like
            )
    if any(word.norm == "i" for word in words):
        found = [_not_mine(one, words) for one in found]
    for number in range(len(found) - 2, -1, -1):  # 'recruited and scheduled 45 volunteers'
        one, following = found[number], found[number + 1]
        bare = all(word.known.kind == "function" for word in words[one.verb + 1 : one.last])
        if one.verb >= 0 and bare and not words[following.first].opens:
            found[number] = one._replace(content=following.content, like=following.like)
    return tuple(found)


def _not_mine(one: Predicate, words: tuple[Word, ...]) -> Predicate:
    """In a line that says 'I', a clause with 'was' and without 'I' tells of others' work:
    'compounding was done at our sister store, where I shadowed'."""
    place = one.first if one.verb < 0 else one.verb
    first = next((n for n in range(place, 0, -1) if breaks(words[n], ",;.:(")), 0)
    last = next((n for n in range(place + 1, len(words)) if breaks(words[n], ",;.:(")), len(words))
    clause = {word.norm for word in words[first:last]}
    if clause & _FIRST_PERSON or not clause & _STOOD:
        return one
    return one._replace(agency=0)


_FIRST_PERSON = word_set("i we me us my our")
_STOOD = word_set("was were is are")


def _ends_in_participle(words: tuple[Word, ...], verb: int) -> bool:
    """'Samples pulled for the agronomist': the phrase before is what it was done to."""
    after = words[verb + 1] if verb + 1 < len(words) else None
    return words[verb - 1].norm not in ("and", "or") and (
        after is None or after.gap != " " or after.norm in PREPOSITIONS
    )


def _last_break(words: tuple[Word, ...], first: int, last: int) -> int | None:
    return next((i for i in range(last, first, -1) if breaks(words[i], ",;(")), None)


def _predicate(
    words: tuple[Word, ...], first: int, last: int, verb: int, above: Predicate | None
) -> Predicate:
    content = frozenset(
        word.known.stem
        for index, word in enumerate(words[first:last], start=first)
        if index != verb
        and not word.numeric
        and (word.known.kind == "content" or (word.name and word.known.kind != "function"))
    )
    like = frozenset(
        key
        for word in words[first:last]
        if word.known.stem in content and not word.name
        for key in word.known.like
    ) | frozenset(
        "n" + word.known.stem
        for index, word in enumerate(words[first:last], start=first)
        if word.known.kind == "neutral" and index != verb
    )
    if verb < 0:
        rung = _rung_of_noun(words[first:last])
        return Predicate(
            -1, first, last, "", frozenset(), rung, 2, content, like, frozenset(), "", False, True
        )
    facts = words[verb].known
    base = facts.agency if facts.agency is not None else 2
    groups, head, root = facts.groups, facts.lemma, facts.stem
    if verb + 1 < len(words):
        after = words[verb + 1].norm
        if after in ("a", "an", "the") and verb + 2 < len(words):
            after = words[verb + 2].norm  # 'lent a hand'
        phrase = phrases().get((facts.lemma, after))
        if phrase and words[verb + 1].gap.strip() == "":
            meant = known(phrase)
            base = meant.agency if meant.agency is not None else 2
            groups, head, root = groups | meant.groups, phrase, meant.stem
    if head == "be" and any(
        word.norm in _AMONG and (word.norm != "one" or after.norm == "of")
        for word, after in zip(words[verb + 1 : verb + 4], words[verb + 2 : verb + 5], strict=False)
    ):
        base = 1
    if head == "watch" and not any(
        word.known.lemma in _WATCHED_OVER for word in words[verb + 1 : verb + 6]
    ):
        base = 0  # 'watched an operation', not 'watched the gate'
    if head in ("see", "hear") and only_seen(words, verb):
        base = 0
    if head == "observe" and any(
        word.known.lemma in _OBEYED for word in words[verb + 1 : verb + 6]
    ):
        base = 2  # 'observed safety rules'
    if base == 1 and _serves_people(words, verb, last):
        base = 2
    if head == "lead" and _is_session(words, verb, last):
        base = 2  # who leads a tour does it; who leads a team stands above it
    if head == "supervise" and _looks_after(words, verb, last):
        base = 2
    agency = base
    if (
        verb > 1
        and words[verb - 1].norm in ("that", "which", "who")
        and words[verb - 2].known.lemma in _AMONG
    ):
        agency = min(agency, 1)  # 'part of a team that moved the data'
    if above is not None and above.verb >= 0 and above.agency < 2 and _governs(words, above, verb):
        agency = min(agency, above.agency)
    doer = words[verb + 2].norm if verb + 2 < len(words) else ""
    if (
        verb + 1 < len(words)
        and words[verb + 1].norm == "by"
        and words[verb].gap == " "
        and verb
        and doer not in ("me", "us", "myself")
    ):
        agency = 0  # 'plans written by the therapist'
    if (
        verb
        and verb + 2 < last
        and words[verb + 2].norm == "by"
        and words[verb + 1].norm in ("once", "twice", "first", "later", "mainly", "mostly")
    ):
        agency = 0  # 'AED used once by the medic'
    if verb and words[verb - 1].norm in BEING and named_doer(words, verb):
        agency = 0  # 'formulas were scaled up to production by the plant team'
    if head in _DONE_TO and _was_taught(words, verb, last):
        agency = 0
    if verb and words[verb - 1].norm in ("was", "were", "been", "being") and head in _DONE_TO:
        agency = 0  # 'was trained on the GC'
    alike = facts.like
    light = bool(facts.marks & {"light", "carrier"})
    return Predicate(
        verb,
        first,
        last,
        head,
        groups,
        agency,
        base,
        content,
        like,
        alike,
        root,
        "distant" in facts.marks,
        light,
    )


def _rung_of_noun(phrase: tuple[Word, ...]) -> int:
    """The rung of a phrase that names a post: 'story time helper on Saturdays' assisted."""
    for index, word in enumerate(phrase):
        last = index + 1 == len(phrase) or (
            phrase[index + 1].gap != " " or phrase[index + 1].known.kind == "function"
        )
        if last and word.known.lemma in _POSTS:
            return _POSTS[word.known.lemma]
    return 2


_POSTS = {"helper": 1, "backup": 1, "observer": 0, "onlooker": 0, "spectator": 0, "attendee": 0}


def _was_taught(words: tuple[Word, ...], verb: int, last: int) -> bool:
    """'Trained under the blood bank lead', 'trained in CPR': nobody is named who was trained."""
    if verb + 1 >= last or words[verb + 1].gap != " " or words[verb].norm.endswith("ing"):
        return False
    if words[verb + 1].norm == "under":
        return True
    return words[verb + 1].norm in ("in", "as") and not any(
        word.known.marks & {"people", "title"} or word.known.lemma in RECIPIENTS
        for word in words[verb + 1 : last]
    )


_SESSIONS = word_set(
    """
    session class lesson workshop tour walk discussion activity exercise drill seminar tutorial
    demonstration storytime rehearsal service worship song game craft lecture webinar hike ride
    """
)


def _is_session(words: tuple[Word, ...], verb: int, last: int) -> bool:
    """Whether the object of the verb is an event that somebody holds: 'led yoga classes'."""
    for place in range(verb + 1, min(last, verb + 7)):
        if words[place].norm in PREPOSITIONS or breaks(words[place], ",;:("):
            return words[place - 1].known.lemma in _SESSIONS
    return words[min(last, verb + 7) - 1].known.lemma in _SESSIONS


def _looks_after(words: tuple[Word, ...], verb: int, last: int) -> bool:
    """'Supervised the playground', 'supervised pupils at lunch': nobody's superior."""
    return any(
        word.known.lemma in _WATCHED_OVER or word.known.lemma in _LOOKED_AFTER
        for word in words[verb + 1 : min(verb + 4, last)]
    )


_LOOKED_AFTER = word_set(
    """
    playground recess lunch lunchroom cafeteria break playtime detention bus dormitory exam pupil
    student visit
    """
)


_OBEYED = word_set(
    """
    rule procedure protocol policy guideline standard law regulation code requirement practice
    precaution confidentiality deadline privacy etiquette
    """
)


_AMONG = word_set("part member team crew committee panel group one party board council taskforce")


_WATCHED_OVER = word_set(
    """
    camera monitor screen child kid toddler infant resident patient prisoner inmate gate door
    entrance site store lot crowd pool swimmer house home dog pet level gauge dial alarm traffic
    """
)


def _serves_people(words: tuple[Word, ...], verb: int, last: int) -> bool:
    """'Assisted customers' is the work itself; 'assisted the team' is not."""
    for word in words[verb + 1 : min(verb + 5, last)]:
        if word.known.lemma in RECIPIENTS:
            return True
        if word.norm in ("with", "in", "to", "by", "on"):
            return False
    return False


_PRESENT = word_set("observe attend join accompany")


def _governs(words: tuple[Word, ...], above: Predicate, verb: int) -> bool:
    between = words[above.verb + 1 : verb]
    if words[verb].norm.endswith("ing") and words[verb - 1].norm in ("and", "or"):
        return not any(
            mark in word.gap for word in words[above.verb + 1 : verb + 1] for mark in ";.("
        )
    norm = words[verb].norm
    if above.lemma in _PRESENT and words[verb - 1].norm == "to":
        return False  # 'sat in on interviews to take notes'
    if words[verb - 1].norm in ("that", "which", "who") and len(between) <= 7:
        return all(word.gap.strip() in ("", "-") for word in between)  # 'took part in a team that'
    if american(norm) != words[verb].known.lemma and not norm.endswith("ing"):
        return False  # 'helped train', 'assisted in training', but not 'was trained and ran'
    if len(between) > 4 or breaks(words[verb], ",;.("):
        return False
    return all(word.gap.strip() in ("", "-") for word in between) and not any(
        word.norm in ("by", "who", "while", "which") for word in between
    )
