"""Which verbs of the evidence entitle a rewrite to its own."""

from __future__ import annotations

from agent.language.ladders import word_set
from agent.verify.align import Claim
from agent.verify.predicates import Predicate
from agent.verify.scope import Scope
from agent.verify.words import DETERMINERS, Word, breaks

# Nouns for people and things that look like a verb: 'new hires' does not mean that one hired.
_NOT_ACTIONS = word_set(
    """
    hire lead guide host coach guard cook head judge pilot nurse engineer graduate
    """
)


_LOOSE = word_set(
    """
    coordinate handle organize administer maintain monitor arrange
    """
)


def same_work(
    predicate: Predicate, about: list[tuple[Predicate, int]], claim: Claim, scope: Scope
) -> bool:
    """Another plain verb for work on the same things: 'processed payments' for 'took payments'.

    Only verbs that claim no more than that the work was done: none of authorship, judgement or
    result, none that only others' work carries.
    """
    word = claim.reading.words[predicate.verb]
    if word.known.lemma not in _PLAIN:
        return False
    purpose = claim.reading.words[predicate.verb - 1].norm == "to"
    if not word.opens and word.norm == word.known.lemma and not purpose:
        return False
    objects = [
        index
        for index in range(predicate.verb + 1, predicate.last)
        if claim.reading.words[index].known.kind == "content"
        and not claim.reading.words[index].numeric
    ]
    if not objects or any(claim.carried[index] is None for index in objects):
        return False
    mine = _direct(claim.reading.words, predicate)
    if purpose:
        return True  # 'checked the forms to find mistakes' of one who checked for errors
    return any(
        p.agency >= 2
        and p.verb >= 0
        and not p.distant
        and mine & _direct(scope.lines[n].reading.words, p)
        for p, n in about
    )


def _direct(words: tuple[Word, ...], predicate: Predicate) -> frozenset[str]:
    """Keys of the words of its direct object: 'exhibits' in 'prepared exhibits for two trials'."""
    found: set[str] = set()
    for word in words[predicate.verb + 1 : predicate.last]:
        if word.norm in _PREPOSITIONS or breaks(word, ",;:("):
            if found:
                break
            if word.norm in _PREPOSITIONS:
                continue
        if word.known.kind == "content" and not word.numeric:
            found.update(key for key in word.known.keys if key[0] in "~=!")
    return frozenset(found)


_PREPOSITIONS = word_set(
    "for with from at by in on to into of through under using via across during"
)


_PLAIN = word_set(
    """
    process handle take receive field answer respond attend serve assist support care tend work
    cover staff address deal look tackle undertake deliver provide carry make prepare produce keep
    maintain update record log track enter use apply employ follow check monitor collect gather
    compile organize arrange sort coordinate do give put run see find observe note read study
    examine watch describe discuss explain share pass send issue file store stock move bring
    transport cook fetch pick pack load place set clean clear treat help guide greet welcome contact
    call phone email notify inform report raise refer
    """
)


def plain_nouns(words: tuple[Word, ...], predicate: Predicate) -> frozenset[str]:
    """Lemmas of things and people that are spelt like a deed: who 'ground welds' has not welded,
    who 'fetched rod for welders' neither. A list of work names deeds: 'snagging, leak repairs'."""
    work = words[predicate.verb].norm.endswith("ing")
    return frozenset(
        lemma
        for index, word in enumerate(words[predicate.first : predicate.last], predicate.first)
        if words[index - 1].norm not in ("by", "via", "over")  # 'by phone' is to phone
        and not (work and _is_listed_work(words, index))
        for lemma in (word.known.lemma, word.norm.removesuffix("s").removesuffix("er"))
        if word.norm.removesuffix("s") in (lemma, lemma + "er", lemma + "r")
    )


def _is_listed_work(words: tuple[Word, ...], index: int) -> bool:
    """Whether the word heads an item of its own, a word before it: ', leak repairs'."""
    if index < 2 or words[index].gap != " ":
        return False
    kind = words[index - 1]
    listed = kind.gap.strip() in (",", "+", "&") or words[index - 2].norm in ("and", "or")
    return listed and kind.known.kind == "content"


def licenses(
    evidence: Predicate, predicate: Predicate, claim: Claim, theirs: tuple[Word, ...]
) -> bool:
    """Whether the evidence's phrase, in the words `theirs`, names this action, at whatever rung."""
    words = claim.reading.words
    word = words[predicate.verb]
    stem = word.known.stem
    if evidence.verb < 0:
        return predicate.agency <= 2 and not goes_beyond(evidence, predicate, claim, theirs)
    if evidence.lemma == "be" and stem in evidence.content and predicate.agency <= 2:
        return True  # 'I was mentor to one trainee'
    if evidence.light and evidence.lemma in ("handle", "be", "have") and predicate.agency <= 3:
        return (
            word.known.lemma in ("manage", "oversee", "administer") or "carrier" in word.known.marks
        )
    if (
        evidence.stem == stem
        or evidence.groups & predicate.groups
        or evidence.alike & predicate.alike
    ):
        return True
    if stem in evidence.content and word.known.lemma not in _NOT_ACTIONS and not evidence.distant:
        made = evidence.agency < 2 or (
            evidence.lemma in _MAKING and "~" + stem in _direct(theirs, evidence)
        )
        return evidence.light or made or word.known.lemma not in plain_nouns(theirs, evidence)
    marks = word.known.marks
    if word.known.lemma in ("lead", "run", "head") and evidence.lemma in _TEACHING:
        return evidence.stem in predicate.content
    if word.known.lemma in _WATCHING and predicate.base == 2 and "duti" in evidence.content:
        return True  # 'supervised the playground' of one who had playground duty
    if word.known.lemma in _GIVING and not evidence.distant:
        head = _object_head(words, predicate)
        if head is not None and words[head].known.stem == evidence.stem:
            return True  # 'prepared prices' of one who priced
    if "carrier" in marks and (
        any(w.known.stem == evidence.stem for w in words[predicate.verb + 1 : predicate.last])
        or evidence.alike & predicate.like
        or evidence.light
        or (not evidence.distant and _is_doing(word))
    ):
        return True
    return evidence.agency >= 3 and predicate.agency <= 2 and word.known.lemma in _LOOSE


def goes_beyond(
    evidence: Predicate, predicate: Predicate, claim: Claim, theirs: tuple[Word, ...]
) -> bool:
    """Whether a verb says more than that the work was done which a phrase without a verb names:
    what came of it ('shortened the close' of 'month end close'), or another thing's work."""
    word = claim.reading.words[predicate.verb]
    came = "outcome" in word.known.marks and word.known.lemma not in _DOING_TOO
    if came and word.known.stem not in evidence.content:
        return True
    return _is_of_a_compound(evidence, predicate, claim, theirs)


_DOING_TOO = word_set("generate drive deliver secure earn yield achieve attain result lead")


def _is_of_a_compound(
    evidence: Predicate, predicate: Predicate, claim: Claim, theirs: tuple[Word, ...]
) -> bool:
    """Whether the verb takes for its object what only tells a thing of the evidence apart.

    Who lists 'medication reminders' reminded of medication and did not administer it.
    """
    words = claim.reading.words
    objects = _object_head(words, predicate)
    if objects is None:
        return False
    kept = frozenset(key for word in words for key in word.known.keys)
    found = False
    for index in range(evidence.first, evidence.last):
        if not theirs[index].known.keys & words[objects].known.keys:
            continue
        last = index
        while last + 1 < evidence.last and _goes_on(theirs[last + 1]):
            last += 1
        head = theirs[last].known
        if (
            last == index
            or head.kind != "content"
            or head.keys & kept
            or head.groups & predicate.groups
        ):
            return False
        found = True
    return found


def _goes_on(word: Word) -> bool:
    listed = word.gap in (" ", "-") and not word.numeric and word.norm not in DETERMINERS
    return listed and word.known.kind != "function"


def _object_head(words: tuple[Word, ...], predicate: Predicate) -> int | None:
    """Index of the last word of the first noun phrase behind the verb."""
    head = None
    for index in range(predicate.verb + 1, predicate.last):
        word = words[index]
        if head is not None and not _goes_on(word):
            break
        if word.norm in _PREPOSITIONS or breaks(word, ",;:("):
            break
        if word.known.kind == "content" and not word.numeric:
            head = index
    return head


_MAKING = word_set(
    "write make prepare produce create draft build design develop do run give hold conduct perform "
    "issue file submit"
)


_WATCHING = word_set("supervise monitor watch patrol")


_GIVING = word_set("make prepare provide give produce")


_TEACHING = word_set(
    """
    train teach instruct tutor coach facilitate present interview demonstrate brief orient
    onboard
    """
)


def _is_doing(word: Word) -> bool:
    """'performed tests' claims no more than 'ran', 'entered' or 'wrote' them."""
    return word.known.lemma in (
        "perform",
        "do",
        "complete",
        "conduct",
        "execute",
        "carry",
        "handle",
    )


def same_group_freely(evidence: Predicate, claim: Predicate) -> bool:
    """Verbs that mean the same though they stand on different rungs: 'ran' and 'led' a workshop."""
    if evidence.lemma == "handle" and claim.agency == 3:
        return True
    return evidence.agency >= evidence.base and bool(evidence.groups & claim.groups)
