"""Whose deed a clause tells, where it names the doer: before the verb, or behind it with 'by'."""

from __future__ import annotations

from agent.language.ladders import word_set
from agent.verify.words import (
    DETERMINERS,
    OPENS_OBJECT,
    PREPOSITIONS,
    SAME_IN_THE_PAST,
    Word,
    breaks,
)

RECIPIENTS = word_set(
    """
    customer client patient student guest user resident shopper member visitor caller
    passenger child patron consumer pupil learner family veteran applicant participant tenant
    citizen traveler diner public people individual adult senior donor parent candidate
    borrower homeowner buyer victim refugee youth teen elderly
    """
)


_OTHERS = word_set(
    """
    boss manager supervisor foreman vendor contractor subcontractor nurse doctor lawyer attorney
    director owner electrician plumber engineer designer scheduler architect agency consultant
    teacher principal accountant controller auditor planner developer chef captain partner legal
    it hr finance headquarters corporate colleague coworker someone others somebody guy dentist
    physician surgeon pharmacist officer inspector agent salesperson dispatcher broker committee
    board senior instructor professor technician mechanic union crew_chief editor client emt medic
    paramedic he she they dr atty mgr gp rep broker buyer producer curator landlord bursar matron
    """
)
_AT_WORK = word_set(
    """
    salon kitchen shop store bakery restaurant hotel bar cafe ward unit clinic practice surgery
    pharmacy lab office branch depot garage plant factory mill farm site firm agency studio gym club
    museum library church charity council union academy nursery theater department dept
    """
)
"""Places and bodies that stand for all who work there: 'salon won the award'."""


def by_another(words: tuple[Word, ...], verb: int) -> bool:
    """'My boss ran the meetings', 'watched as Ann rewired the lathe': the clause names who did it.

    A line of a resume leaves its own subject out, so one that stands there is somebody else. A
    participle that describes ('staff trained on the press') has no object of its own.
    """
    if words[verb].gap != " ":
        return False
    first = verb
    while first > max(0, verb - 7) and not (
        words[first].opens or words[first].gap not in (" ", "-", "/")
    ):
        if words[first - 1].norm in _CLAUSE_OPENERS or words[first - 1].known.lemma in _SEEING:
            break
        first -= 1
    if words[verb - 1].norm == "who" and verb > 2:  # 'to the officer, who closed 31 loans'
        told_of = {word.norm for word in words[max(0, verb - 5) : verb - 2]}
        return bool(told_of & (DETERMINERS | PREPOSITIONS)) and names_somebody(
            words[verb - 2], verb - 3, words
        )
    subject = words[first:verb]
    if len(subject) == 1 and first and words[verb].known.lemma in _DECIDING:
        return names_somebody(subject[0], first, words)  # 'drafted motions, attorneys signed off'
    seen = first > 0 and words[first - 1].known.lemma in _SEEING and words[first].gap == " "
    named = names_somebody(subject[-1], first, words) if subject else False
    if named and subject[0].norm in ("the", "my", "our") and _present(words, verb):
        return True  # 'I type them, the manager signs'
    if not named or len(subject) > 6 or not (seen or _has_object(words, verb)):
        return False
    if any(word.norm in _NO_SUBJECT for word in subject) or any(
        word.known.agency is not None and word.norm != word.known.lemma for word in subject[:-1]
    ):
        return False
    norm = words[verb].norm
    finite = norm in SAME_IN_THE_PAST or (
        norm != words[verb].known.lemma and not norm.endswith("ing")
    )
    seen = seen and (norm == words[verb].known.lemma or norm.endswith("ing"))
    return (finite and _has_object(words, verb)) or seen


def _present(words: tuple[Word, ...], verb: int) -> bool:
    norm = words[verb].norm
    return norm.endswith("s") and norm != words[verb].known.lemma


_CLAUSE_OPENERS = word_set("as while when where because after until that once since whenever")


_DECIDING = word_set("sign approve decide choose")


_SEEING = word_set("watch see observe hear notice")


_NO_SUBJECT = word_set("i we who which by to of for with in on at from us me myself")


_KIN = word_set(
    """
    brother sister wife husband friend father mother son daughter cousin roommate management
    leadership company corporate hospital school dad mum mom predecessor neighbor classmate
    intern other
    """
)


def names_somebody(head: Word, first: int, words: tuple[Word, ...]) -> bool:
    """Whether a subject's last word names a person, a group or an organisation."""
    if head.norm == "team":
        return words[first].norm in ("the", "another", "other", "their")
    if words[first].norm in ("other", "another") and head.norm != words[first].norm:
        return True  # 'other lads'
    marks = head.known.marks
    lemma = head.known.lemma
    named = head.name and not head.numeric and (head.text[1:].islower() or _is_post(head))
    return (
        bool(marks & {"title"})
        or lemma in _OTHERS | _KIN | _AT_WORK | RECIPIENTS
        or head.norm.removesuffix("s") in _OTHERS
        or named
        or ("people" in marks and lemma != "group")
    )


def _is_post(head: Word) -> bool:
    """'PT did evals': letters that stand before a verb for who did it."""
    return head.text.isalpha() and head.text.isupper() and 1 < len(head.text) < 5


def _has_object(words: tuple[Word, ...], verb: int) -> bool:
    """'rolled out NetSuite', 'cleaned the data': something follows that the deed was done to."""
    place = verb + 1
    if place < len(words) and words[place].norm in ("out", "up", "down", "off", "over", "back"):
        place += 1
    if place >= len(words) or words[place].gap != " " or words[place].numeric:
        return False
    word = words[place]
    return (
        word.norm in OPENS_OBJECT
        or word.name
        or (word.known.kind == "content" and not word.norm.endswith(("ly", "ed")))
    )


BEING = word_set("was were is are been being get gets got")


def named_doer(words: tuple[Word, ...], verb: int) -> bool:
    for place in range(verb + 1, min(verb + 8, len(words) - 1)):
        if breaks(words[place], ",;.("):
            return False
        if words[place].norm == "by":
            doer = words[place + 1]
            return doer.norm in ("the", "our", "my", "another", "other", "others", "a") or bool(
                doer.known.marks & {"title", "people"}
            )
    return False


def only_seen(words: tuple[Word, ...], verb: int) -> bool:
    """'Saw the surgeon close the wound', 'heard a talk given by Ann': what another did."""
    for place in range(verb + 2, min(verb + 8, len(words))):
        if breaks(words[place], ",;.("):
            return False
        word, before = words[place], words[place - 1]
        if word.norm == "by" and before.known.agency is not None:
            return True
        deed = word.norm == word.known.lemma or word.norm.endswith("ing")
        if word.known.agency is not None and deed and names_somebody(before, verb + 1, words):
            return True
    return False
