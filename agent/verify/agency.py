"""Actions and how much of them the person claims: 'led' needs more than 'assisted with'.

Each verb of the rewrite is held against the verbs that the evidence uses of the same things. It is
licensed by the same verb, by one of the same group, by a weaker one, and by a carrier verb that
only turns the evidence's verb into a noun ('performed inspections' for 'inspected').
"""

from __future__ import annotations

import itertools

from agent.language.ladders import AGENCY, word_set
from agent.models import Finding
from agent.verify.align import Claim, finding, nearest, quoted
from agent.verify.polarity import denied
from agent.verify.reading import Predicate, Word, breaks, names_somebody
from agent.verify.scope import Scope
from agent.verify.titles import designations, leading

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


def check(claim: Claim, scope: Scope) -> list[Finding]:
    """Verbs that the evidence's verbs for the same things do not carry."""
    findings = []
    for predicate in claim.reading.predicates:
        if predicate.verb >= 0:
            found = _check(predicate, claim, scope)
            if found:
                findings.append(found)
    return findings


def _check(predicate: Predicate, claim: Claim, scope: Scope) -> Finding | None:
    word = claim.reading.words[predicate.verb]
    marks = word.known.marks
    if predicate.verb in claim.expanded and predicate.agency <= 2:
        return None
    if word.numeric or _counts(claim, predicate):
        return None  # 'doubled' is an amount, and so is what 'reached 410' says
    same = [
        (p, n)
        for p, n in scope.predicates
        if p.verb >= 0
        and (
            p.stem == predicate.stem
            or (
                p.agency == 0 < p.base
                and p.groups & predicate.groups
                and p.content & predicate.content
            )
        )
    ]
    if (
        predicate.agency >= 2
        and not _passive(claim.reading.words, predicate.verb)
        and not _of_somebody(claim.reading.words, predicate.verb)
        and same
        and all(
            p.agency == 0 < p.base
            or (word.known.agency is None and _happened(p, scope.lines[n].reading.words))
            for p, n in same
        )
    ):
        line = scope.lines[same[0][1]]
        reason = f"By {quoted(line)} somebody else did this."
        return finding("agency", "hard", "major", word.start, word.end, reason, (line,))
    if predicate.base <= 1:
        return None
    if marks & {"light", "carrier"} and predicate.agency <= 2:
        passive = _passive(claim.reading.words, predicate.verb)
        watched = None if passive else _only_watched(predicate, scope)
        if watched is not None:
            line = scope.lines[watched]
            reason = f"By {quoted(line)} somebody else did this."
            return finding("agency", "hard", "major", word.start, word.end, reason, (line,))
        if "light" in marks:
            return None
    if predicate.agency <= 2 and _is_denied(claim, predicate):
        return None
    if _by_others(claim, predicate) or _describes(claim, predicate):
        return None
    after = predicate.verb + 1
    if predicate.agency <= 2 and after < predicate.last:
        lowered = any(p.stem == predicate.stem and p.agency < p.base for p, _ in scope.predicates)
        if not lowered and word.norm + claim.reading.words[after].norm in scope.joined:
            return None
    about = nearest(predicate, scope)
    bare = not predicate.content and not any(
        p.stem == predicate.stem or p.groups & predicate.groups for p, _ in scope.predicates
    )
    if "outcome" in marks and (predicate.content or bare) and not _is_head(claim, predicate):
        about = [
            (p, n)
            for p, n in about
            if p.content & predicate.content
            or p.like & predicate.like
            or p.stem in predicate.content
        ]
        if not about and not any(
            p.stem == predicate.stem and n == claim.main for p, n in scope.predicates
        ):
            line = scope.lines[claim.main]
            return finding(
                "outcome",
                "hard",
                "major",
                word.start,
                word.end,
                f"Nothing in the evidence says that this came of it: {quoted(line)}.",
                (line,),
            )
    bare = not predicate.content and predicate.agency <= 2
    if (word.known.agency is None or bare) and claim.carried[predicate.verb]:
        return None
    if marks & {"up", "down"} and _changed(scope) & marks:
        return None
    if marks & {"up", "down"} and _compared(claim, predicate, scope, marks & {"up", "down"}):
        return None
    if word.known.lemma in _SURPASSING and _surpassed(scope):
        return None
    licensed = [
        (p, n)
        for p, n in about or scope.predicates
        if _licenses(p, predicate, claim, _plain_nouns(scope.lines[n].reading.words, p))
        and not _happened(p, scope.lines[n].reading.words)
    ]
    if any(p.agency >= predicate.agency or _same_group_freely(p, predicate) for p, _ in licensed):
        return None
    if not about and not licensed and claim.carried[predicate.verb] and predicate.agency <= 2:
        return None
    if predicate.agency <= 2 and _same_work(predicate, about, claim, scope):
        return None
    said = claim.reading.text[word.start : word.end]
    best = (licensed or about or list(scope.predicates))[:1]
    line = scope.lines[best[0][1]] if best else scope.lines[0]
    fragments = [n for p, n in about if p.verb < 0]
    if fragments and predicate.agency <= _named_rung(scope, fragments):
        return None
    highest = max((p.agency for p, _ in licensed or about or scope.predicates), default=2)
    if 2 < predicate.agency <= _own_rank(scope) or _tends(claim, predicate, scope):
        return None
    if predicate.agency > highest:
        return finding(
            "agency",
            "hard",
            "major",
            word.start,
            word.end,
            f"{said!r} claims more than {quoted(line)} ({AGENCY[highest]}).",
            (line,),
            _verb_of(best, scope),
        )
    if "outcome" in marks:
        return finding(
            "outcome",
            "hard",
            "major",
            word.start,
            word.end,
            f"Nothing in the evidence says {said!r}: {quoted(line)}.",
            (line,),
        )
    return finding(
        "action",
        "soft",
        "major",
        word.start,
        word.end,
        f"{said!r} is not what the evidence says was done: {quoted(line)}.",
        (line,),
        _verb_of(best, scope),
    )


_COUNTING = word_set("reach total average number measure span comprise hit peak stand")


def _counts(claim: Claim, predicate: Predicate) -> bool:
    """'totalling 18 episodes': the verb only leads to the amount, which has its own check."""
    words = claim.reading.words
    return (
        words[predicate.verb].known.lemma in _COUNTING
        and predicate.verb + 1 < len(words)
        and any(word.numeric for word in words[predicate.verb + 1 : predicate.verb + 3])
    )


def _is_denied(claim: Claim, predicate: Predicate) -> bool:
    """'not authorized to give medications' claims no deed; the check of polarity looks at it."""
    return any(s.first <= predicate.verb < s.last for s in denied(claim.reading))


def _of_somebody(words: tuple[Word, ...], verb: int) -> bool:
    """'Ann and Tom talked': the rewrite names who did it too."""
    return verb > 0 and words[verb].gap == " " and names_somebody(words[verb - 1], verb - 1, words)


def _only_watched(predicate: Predicate, scope: Scope) -> int | None:
    """Number of the line that only saw what these words name: 'observed nurses giving injections'
    is no injection given."""
    about = [(p, n) for p, n in scope.predicates if p.content & predicate.content]
    if about and all(p.verb >= 0 and p.agency == 0 for p, _ in about):
        return about[0][1]
    return None


def _passive(words: tuple[Word, ...], verb: int) -> bool:
    """'endpoints, used by three teams', 'files, seven of which were denied': not the writer."""
    before = words[verb - 1].norm if verb else ""
    after = words[verb + 1].norm if verb + 1 < len(words) else ""
    doer = verb + 2 < len(words) and not words[verb + 2].norm.endswith("ing")
    past = words[verb].norm != words[verb].known.lemma and not words[verb].norm.endswith("ing")
    return past and verb > 0 and (before in _WERE or (after == "by" and doer))


_WERE = word_set("was were been being")


def _same_work(
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
            found.update(key for key in word.known.keys if key[0] == "~" or key[1:].isdigit())
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


def _changed(scope: Scope) -> frozenset[str]:
    """Which way amounts of the evidence went: 'from 10 to 7' shortened something."""
    found = set()
    for (first, n), (second, m) in itertools.pairwise(scope.quantities):
        if n == m and first.role == "from" and second.role == "to" and first.unit == second.unit:
            found.add("up" if second.low > first.low else "down")
    return frozenset(found)


def _compared(claim: Claim, predicate: Predicate, scope: Scope, ways: frozenset[str]) -> bool:
    """'reduced waste' of one who had 'less waste': a comparative of the evidence goes that way."""
    return any(
        ways & word.known.marks
        and (word.norm in _COMPARATIVES)
        and predicate.content & {w.known.stem for w in line.reading.words}
        for line in scope.lines[: claim.main + 1]
        if line.kind in ("own", "fact") or line is scope.lines[claim.main]
        for word in line.reading.words
    )


_COMPARATIVES = word_set(
    "less fewer lower shorter smaller down more higher up bigger larger longer"
)
_SURPASSING = word_set("exceed surpass beat top outpace better outperform")


def _surpassed(scope: Scope) -> bool:
    """'140 units an hour, goal was 120': the evidence's own amounts say which is more."""
    return any(
        second.role == "vs" and first.unit == second.unit and first.low > second.high
        for (first, n), (second, m) in itertools.pairwise(scope.quantities)
        if n == m
    )


def _happened(predicate: Predicate, words: tuple[Word, ...]) -> bool:
    """'Sent files to the unit, 7 were denied': done to them, by someone else than who sent them."""
    verb = predicate.verb
    return (
        verb > 1
        and words[verb - 1].norm in ("was", "were", "got", "been")
        and not words[verb - 1].opens
        and words[0].known.agency is not None
        and words[0].norm != words[verb].norm
        and any(word.gap.strip() in (",", ";", "-", ".") for word in words[1:verb])
    )


def _plain_nouns(words: tuple[Word, ...], predicate: Predicate) -> frozenset[str]:
    """Lemmas of things and people that are spelt like a deed: who 'ground welds' has not welded,
    who 'fetched rod for welders' neither."""
    return frozenset(
        lemma
        for index, word in enumerate(words[predicate.first : predicate.last], predicate.first)
        if words[index - 1].norm not in ("by", "via", "over")  # 'by phone' is to phone
        for lemma in (word.known.lemma, word.norm.removesuffix("s").removesuffix("er"))
        if word.norm.removesuffix("s") in (lemma, lemma + "er", lemma + "r")
    )


def _licenses(
    evidence: Predicate, predicate: Predicate, claim: Claim, nouns: frozenset[str]
) -> bool:
    """Whether the evidence's phrase names this action, at whatever rung."""
    words = claim.reading.words
    word = words[predicate.verb]
    stem = word.known.stem
    if evidence.verb < 0:
        return predicate.agency <= 2
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
        made = evidence.agency < 2 or evidence.lemma in _MAKING
        return evidence.light or made or word.known.lemma not in nouns
    marks = word.known.marks
    if word.known.lemma in ("lead", "run", "head") and evidence.lemma in _TEACHING:
        return evidence.stem in predicate.content
    if "carrier" in marks and (
        any(w.known.stem == evidence.stem for w in words[predicate.verb + 1 : predicate.last])
        or evidence.alike & predicate.like
        or evidence.light
        or (not evidence.distant and _is_doing(word))
    ):
        return True
    return evidence.agency >= 3 and predicate.agency <= 2 and word.known.lemma in _LOOSE


_MAKING = word_set(
    "write make prepare produce create draft build design develop do run give hold conduct perform "
    "issue file submit"
)
_TEACHING = word_set(
    """
    train teach instruct tutor coach facilitate present interview demonstrate brief orient
    onboard
    """
)
_RANKS = {
    "lead": 4,
    "leader": 4,
    "head": 4,
    "director": 4,
    "chief": 4,
    "captain": 4,
    "owner": 4,
    "chair": 4,
    "founder": 5,
    "manager": 3,
    "supervisor": 3,
    "foreman": 3,
    "responsible": 3,
    "charge": 3,
    "accountable": 3,
    "superintendent": 3,
}


def _named_rung(scope: Scope, lines: list[int]) -> int:
    """The rung that a title gives where the evidence has no verb: 'Team lead, six people'."""
    rung = 2
    for number, line in enumerate(scope.lines):
        if number in lines or (line.kind == "heading" and not scope.whole):
            for word in line.reading.words:
                rung = max(rung, _RANKS.get(word.norm, 0))
    return rung


def _own_rank(scope: Scope) -> int:
    """The rung of a title in the line itself: 'Opened two stores as setup lead'."""
    highest = 0
    for line in scope.lines:
        if line.kind in ("own", "fact"):
            words = line.reading.words
            named = [last for _, last in designations(line.reading)]
            opened = leading(words)
            named += [opened] if opened is not None else []
            highest = max([highest, *(_RANKS.get(words[last].norm, 0) for last in named)])
    return highest


def _tends(claim: Claim, predicate: Predicate, scope: Scope) -> bool:
    """'Managed the calendar' of a line that only names the calendar: looked after it.

    Managing people, money, projects or a place is another thing.
    """
    own = [line for line in scope.lines if line.kind in ("own", "fact")]
    words = claim.reading.words[predicate.verb + 1 : predicate.last]
    return (
        predicate.lemma == "manage"
        and all(p.verb < 0 for line in own for p in line.reading.predicates)
        and any(claim.carried[i] for i in range(predicate.verb + 1, predicate.last))
        and not any(
            word.known.marks & {"people", "title", "seniority"}
            or any(ladder == "scope" for ladder, _ in word.known.rungs)
            or word.known.lemma in _LED
            for word in words
        )
    )


_LED = word_set(
    """
    budget project program portfolio region site plant branch store shop restaurant practice
    operation business fund volunteer apprentice trainee intern contractor vendor reorganization
    change restructuring transformation merger p&l
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


def _same_group_freely(evidence: Predicate, claim: Predicate) -> bool:
    """Verbs that mean the same though they stand on different rungs: 'ran' and 'led' a workshop."""
    if evidence.lemma == "handle" and claim.agency == 3:
        return True
    return evidence.agency >= evidence.base and bool(evidence.groups & claim.groups)


def _by_others(claim: Claim, predicate: Predicate) -> bool:
    """'supervised by an attorney': somebody else's action."""
    words = claim.reading.words
    return (
        predicate.verb + 1 < len(words)
        and words[predicate.verb + 1].norm == "by"
        and words[predicate.verb].norm.endswith(("ed", "en", "wn", "ught", "de", "pt"))
    )


def _is_head(claim: Claim, predicate: Predicate) -> bool:
    """Whether the verb opens the sentence, and so is the deed and not what came of it."""
    return claim.reading.words[predicate.verb].opens


def _describes(claim: Claim, predicate: Predicate) -> bool:
    """A participle after its noun, which describes and claims little: 'defects found during'."""
    words = claim.reading.words
    word = words[predicate.verb]
    if word.opens or word.gap != " " or predicate.agency > 2 or "outcome" in word.known.marks:
        return False
    before = words[predicate.verb - 1]
    return (
        not word.norm.endswith("ing")
        and word.norm != word.known.lemma
        and (before.known.kind != "function" and "evaluative" not in before.known.marks)
    )


def _verb_of(about: list[tuple[Predicate, int]], scope: Scope) -> str | None:
    for predicate, line in about:
        if predicate.verb >= 0:
            reading = scope.lines[line].reading
            words = reading.words
            last = predicate.verb
            if (
                predicate.agency < 2
                and last + 1 < len(words)
                and words[last + 1].norm in ("with", "in", "to")
            ):
                last += 1
            return reading.text[words[predicate.verb].start : words[last].end].lower()
    return None
