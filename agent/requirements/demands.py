"""One sentence -> the separately satisfiable demands in it.

'Knowledge of statistics and experience with regression models' asks for two things that different
lines of a resume would show; 'verbal and written communication skills' asks for one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agent.language import grammar
from agent.models import RequirementKind
from agent.requirements.cues import stated_kind
from agent.requirements.tagging import Word, tag

_HEADS = frozenset(
    "experience experienced knowledge ability abilities understanding familiarity proficiency expertise background exposure fluency aptitude "
    "passion willingness desire commitment competence competency command awareness track certification certificate license licence degree "
    "diploma able proficient familiar skilled fluent comfortable willing capable knowledgeable competent adept versed history "
    "bachelor's master's bachelor master".split()
)
_SKILLY = frozenset("skills skill ability abilities capability capabilities experience knowledge aptitude acumen ethic attitude expertise manner license certification degree".split())
_LISTING = re.compile(r"\b(?:such as|like|e\.g\.?|i\.e\.?|for example|for instance|including|include|includes|not limited to|z\.b\.|wie|tels? que|telles? que|comme|como|zoals)\b", re.I)
_VARIETY = re.compile(r"\b(?:variety|range|array|number|multiple|various|different|suite)\b", re.I)
_OR = re.compile(r"(?:\b(?:or|oder|ou|and/or)\b|(?<=\w)/(?=\w))", re.I)
_TRIM_TAIL = re.compile(
    r"[\s,]*\b(?:as (?:needed|required|assigned|necessary|requested|directed|appropriate|well|applicable)|when (?:needed|required|necessary)|where (?:needed|necessary|appropriate)|on an as[- ]needed basis|etc)\b[\s.,]*$",
    re.I,
)
_PURPOSE = re.compile(
    r"(?:,? in order to| so that|,? (?:while|whilst) \w+ing\b|,? with the goal of|,? to (?:ensure|enable|support|help|drive|increase|improve|maximize|achieve|meet|promote|facilitate|allow|provide|make sure|minimize|optimize|assure|maintain|guarantee|foster|build|create|deliver|inform|identify|determine|prepare)\b|,? (?:issued|awarded|granted|administered) by\b|,? ensuring\b|,? in order for\b|,? (?:whose|where|when|because|if) )"
)


_CATCH_ALL = re.compile(r"^\W*(?:and\s+)?(?:performs?|other|any other|related|handles?|all other)\b.{0,25}\b(?:duties|work|tasks|functions|skills|knowledge|abilities)\b.{0,20}$|^(?:or|and|required|preferred|plus)$", re.I)


class Demand(NamedTuple):
    """A stretch of the sentence that asks for one thing."""

    start: int
    end: int
    stated: RequirementKind | None


def split_demands(sentence: str, *, listed_nouns: bool) -> list[Demand]:
    """Split one sentence.

    Args:
        sentence: text of a sentence or list item without its glyph.
        listed_nouns: True to split a list of three or more nouns into one demand each
            (qualifications); False to keep it together (duties).

    Returns:
        Demands in order, offsets into `sentence`.
    """
    words = tag(sentence)
    demands: list[Demand] = []
    for lo, hi in _segments(sentence, words):
        for a, b in _clauses(sentence, words, lo, hi):
            start, end = _trimmed(sentence, words[a].start, words[b - 1].end)
            kind = stated_kind(sentence[start:end])
            pieces = _noun_list(sentence, words, a, b) if listed_nouns else []
            if not pieces:
                demands.append(Demand(start, end, kind))
            for c, d in pieces:
                start, end = _trimmed(sentence, words[c].start, words[d - 1].end)
                demands.append(Demand(start, end, kind))
    return _share_ending(sentence, [demand for demand in demands if demand.end - demand.start > 1 and not _CATCH_ALL.search(sentence[demand.start : demand.end])])


_ENDING = re.compile(r"\b(?:(?:is|are|a|an|strongly|highly|very)\s+)*(?:preferred|desired|desirable|a plus|plus|an asset|bonus|required|essential|a must|mandatory|von vorteil|wünschenswert|souhaité\w*|apprécié\w*|deseable|valorable|een pré|vereist|erforderlich)\W*$", re.I)


def _share_ending(sentence: str, demands: list[Demand]) -> list[Demand]:
    """'A, B and ability to C strongly preferred': the last word is said of all."""
    if len(demands) < 2 or demands[-1].stated is None or not _ENDING.search(sentence[demands[-1].start : demands[-1].end]):
        return demands
    last = demands[-1]
    joined = re.search(r"\b(?:and|und|et|y|en|or|&)\b[\s\w]{0,6}$", sentence[demands[-2].end : last.start]) is not None
    if not joined or any(";" in sentence[a.end : b.start] for a, b in zip(demands, demands[1:], strict=False)):
        boundary = max((i for i, (a, b) in enumerate(zip(demands, demands[1:], strict=False)) if ";" in sentence[a.end : b.start]), default=-1)
        head, tail = demands[: boundary + 1], demands[boundary + 1 :]
        if not joined or boundary < 0:
            return demands
        return [*head, *(d if d.stated else d._replace(stated=last.stated) for d in tail)]
    return [d if d.stated else d._replace(stated=last.stated) for d in demands]


def _segments(sentence: str, words: tuple[Word, ...]) -> list[tuple[int, int]]:
    """Word ranges between semicolons, and asides in brackets that make a demand of their own."""
    ranges: list[tuple[int, int]] = []
    start = 0
    opened: int | None = None
    for i, word in enumerate(words):
        if word.tag == "(":
            inner = _closing(words, i)
            aside = sentence[word.end : words[inner].start] if inner < len(words) else sentence[word.end :]
            if len(aside.split()) >= 3 and stated_kind(aside) == "preferred":
                if i > start:
                    ranges.append((start, i))
                opened = i
                start = i + 1
        elif word.tag == ")" and opened is not None:
            ranges.append((start, i))
            start, opened = i + 1, None
        elif word.tag == ":" and i - start >= 5 and sum(w.tag == ";" for w in words) >= 2 and not ranges:
            start = i + 1
        elif word.tag == ";":
            if i > start:
                ranges.append((start, i))
            start = i + 1
    if start < len(words):
        ranges.append((start, len(words)))
    return [(a, b) for a, b in ranges if any(w.tag not in ",.;:()-" for w in words[a:b])]


def _closing(words: tuple[Word, ...], opening: int) -> int:
    for i in range(opening + 1, len(words)):
        if words[i].tag == ")":
            return i
    return len(words)


def _clauses(sentence: str, words: tuple[Word, ...], lo: int, hi: int) -> list[tuple[int, int]]:
    """Cut a segment where a new demand starts: after a comma or conjunction, a new carrier
    ('... and experience with'), a new verb with its own object, a participle clause."""
    cuts: list[tuple[int, int]] = []
    start = lo
    i = lo
    depth = 0
    while i < hi:
        if words[i].tag == "(":
            depth += 1
        elif words[i].tag == ")":
            depth = max(0, depth - 1)
        if depth == 0 and i - start >= 4 and words[i].low in ("including", "include", "includes") and hi - i > 2 and words[i - 1].tag == "," and not _VARIETY.search(sentence[words[start].start : words[i].start]):
            cuts.append((start, i))
            start = i + 1
            while start < hi - 1 and words[start].low in ("but", "not", "limited", "to", ":", ","):
                start += 1
            i = start
            continue
        if depth == 0 and words[i].tag in (",", "C", "–", "—"):
            j = i
            while j < hi and words[j].tag in (",", "C"):
                j += 1
            if j == i:
                j = i + 1
            if words[j : j + 1] and words[min(j, hi - 1)].low == "including":
                i = j
                continue
            if start < i and j < hi and _starts_demand(sentence, words, start, i, j, hi):
                cuts.append((start, i))
                start = j
            i = j
            continue
        i += 1
    cuts.append((start, hi))
    return [(a, b) for a, b in cuts if b > a]


def _starts_demand(sentence: str, words: tuple[Word, ...], start: int, gap: int, after: int, hi: int) -> bool:
    left, right = words[start:gap], words[after:hi]
    run = words[gap:after]
    if len(right) < 2 and not stated_kind(sentence[right[0].start : right[-1].end]):
        return False
    has_or = any(w.low in ("or", "nor", "and/or") for w in run)
    k = 0
    while k < len(right) - 1 and right[k].tag in ("A", "J", "D", "R", "M"):
        k += 1
    head = right[k]
    following = right[k + 1] if k + 1 < len(right) else None
    left_names = any(w.tag in ("N", "G", "J") for w in left)
    left_text = sentence[left[0].start : left[-1].end]
    right_text = sentence[right[0].start : right[-1].end]
    if not has_or and left_names and head.low in _HEADS:
        if following is None:
            return len(left) > 1
        if following.tag in ("P", "T", "G", "X", "V", "O") or following.low in ("of", "record") or following.tag == ".":
            return len(left) > 1 or left[0].tag != "A"
    if not has_or and _LISTING.search(left_text) and _LISTING.search(" ".join(w.low for w in right[:7])) and words[after - 1].tag == "C":
        return True
    if not has_or and left_names and right[0].tag in ("O", "X") and len(right) > 3 and len(left) > 2 and any(w.tag == "V" or w.low in _HEADS or w.low in _SKILLY for w in left) and right[0].low in ("you", "must", "should", "can", "be", "have", "will"):
        return True
    stated_left, stated_right = stated_kind(left_text), stated_kind(right_text)
    if stated_left and stated_right and stated_left != stated_right and len(left) > 1 and any(w.tag in ("N", "J") for w in right):
        return True
    if stated_right == "preferred" and run[0].tag in (",", "–", "—") and stated_left is None and 1 < len(right) <= 9 and len(left) > 3 and not any(w.tag == "," for w in right) and not any(w.tag == "," for w in left) and right[0].low not in ("not", "preferred", "preferably", "ideally"):
        return True
    if not has_or and words[after - 1].tag == "C" and left_names and _is_paper(right):
        return True
    if right[0].low == "with" and re.match(r"with (?:a |an )?(?:strong |clear )?preference", right_text, re.I):
        return True
    if has_or:
        return False
    return _starts_verb(left, right, run)


_PAPERS = frozenset("license licence certification certificate degree diploma".split())


def _is_paper(right: tuple[Word, ...]) -> bool:
    """'and a valid driver's license': a noun phrase that ends in a paper."""
    k = 0
    while k < len(right) and right[k].tag in ("D", "A", "J", "N", "E"):
        k += 1
    return 1 < k <= 6 and right[k - 1].low in _PAPERS


def _starts_verb(left: tuple[Word, ...], right: tuple[Word, ...], run: tuple[Word, ...]) -> bool:
    skip = 1 if right[0].tag == "R" and len(right) > 1 else 0
    verb = right[skip]
    if verb.tag == "T" and len(right) > skip + 1:
        skip += 1
        verb = right[skip]
    if verb.tag not in ("V", "G") or len(right) < skip + 2 or verb.low in _RESULTING:
        return False
    after = right[skip + 1]
    # The verb must have its own object; 'plan, organize and supervise operations' shares one.
    if after.tag in (",", "C", "/"):
        rest = right[skip + 1 :]
        if not _verb_chain_has_object(rest):
            return False
    last_verb = max((i for i, w in enumerate(left) if w.tag in ("V", "G")), default=-1)
    if last_verb < 0:
        # A noun list does not become a clause because one noun looks like a verb.
        return verb.tag == "V" and any(w.tag == "T" for w in left)
    has_object = any(w.tag in ("N", "J") for w in left[last_verb + 1 :])
    if not has_object:
        return False
    if verb.tag == "G":
        if left[last_verb].tag == "G" or left[0].tag == "G":
            return True
        return run[0].tag == "," and after.tag not in (",", "C", ".") and len(right) >= 4
    return left[last_verb].tag == "V" or left[0].tag == "V" or any(w.tag == "T" for w in left)


_RESULTING = frozenset("ensuring resulting enabling allowing making being regarding according leading causing assuring".split())


def _verb_chain_has_object(rest: tuple[Word, ...]) -> bool:
    for i, word in enumerate(rest):
        if word.tag in (",", "C", "/", "R"):
            continue
        if word.tag in ("V", "G") and i + 1 < len(rest):
            continue
        return word.tag in ("D", "A", "J", "N", "M") and i >= 2
    return False


def _noun_list(sentence: str, words: tuple[Word, ...], lo: int, hi: int) -> list[tuple[int, int]]:
    """The members of a list of three or more nouns, or of two that are demands each; [] if the
    clause is no such list, or an either/or."""
    text = sentence[words[lo].start : words[hi - 1].end]
    if _OR.search(text) or _LISTING.search(text):
        return []
    if any(words[k].tag == "G" and words[k - 1].tag in ("C", ",") for k in range(lo + 1, hi)):
        return []
    while hi > lo + 1 and words[hi - 1].tag in (",", "."):
        hi -= 1
    marks: list[tuple[int, int]] = []
    i = lo
    depth = 0
    while i < hi:
        if words[i].tag in "()":
            depth += 1 if words[i].tag == "(" else -1
        if depth == 0 and words[i].tag in (",", "C"):
            j = i
            while j < hi and words[j].tag in (",", "C"):
                j += 1
            marks.append((i, j))
            i = j
        else:
            i += 1
    if not marks or marks[-1][1] >= hi:
        return []
    commas = [m for m in marks if any(w.tag == "," for w in words[m[0] : m[1]])]
    items = _members(words, lo, hi, marks)
    if len(commas) >= 2 or (len(commas) == 1 and len(marks) >= 2):
        if all(_is_nominal(words, a, b, n) for n, (a, b) in enumerate(items)) and words[marks[-1][1] - 1].tag == "C":
            # 'A, B and C': a final pair such as 'reports and records' stays together in the tail.
            if len(items) < 3 or not _direct_list(words, items[0]) or _one_phrase(words, items):
                return []
            return items
        return []
    if len(items) == 2:
        (a, b), (c, d) = items
        if words[c].low in _SKILLY or not _has_noun(words, a, b) or not _has_noun(words, c, d):
            return []
        if words[b - 1].low in _SKILLY and b - a > 1 and (words[c].tag == "A" or words[d - 1].low in _SKILLY or words[c].tag in ("N", "J")):
            return items
        if words[c].tag == "A" and words[lo].tag == "A" and words[b - 1].tag == "N" and _is_nominal(words, c, d, 1):
            return items
        if commas and words[b - 1].tag == "N" and words[c].tag != "A" and _is_nominal(words, c, d, 1):
            return items
    return []


# Office nouns that come in strings and are shown by the same line of a resume.
_ADMIN = frozenset(
    "policies policy procedures procedure practices practice standards regulations guidelines laws rules requirements principles methods techniques concepts theories processes "
    "statutes ordinances codes terminology protocols systems equipment tools materials supplies".split()
)
_CARRIER = frozenset("knowledge experience understanding proficiency proficient expertise familiarity familiar background skilled competence skills ability knowledgeable exposure fluency aptitude".split())


def _direct_list(words: tuple[Word, ...], first: tuple[int, int]) -> bool:
    """True if the list is what the carrier is about: 'knowledge of A, B and C', 'A, B and C
    skills', and not a list deep in a clause ('documentation for A, B and C')."""
    part = words[first[0] : first[1]]
    carrier = next((i for i, w in enumerate(part) if w.low in _CARRIER), -1)
    rest = part[carrier + 2 :] if carrier >= 0 else part
    return not any(w.tag in ("P", "T", "V", "X", "O", "E") or (w.tag == "G" and i == 0 and carrier >= 0 and len(rest) > 1) for i, w in enumerate(rest))


def _has_noun(words: tuple[Word, ...], lo: int, hi: int) -> bool:
    return any(w.tag in ("N", "G") for w in words[lo:hi])


def _members(words: tuple[Word, ...], lo: int, hi: int, marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    edges = [lo, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), hi]
    return [(a, b) for a, b in zip(edges, ends, strict=True) if b > a]


def _is_nominal(words: tuple[Word, ...], lo: int, hi: int, position: int) -> bool:
    """A list member is a noun phrase; the first may carry the lead ('knowledge of ...'), the last
    a tail."""
    part = words[lo:hi]
    if not any(w.tag in ("N", "G", "J") for w in part):
        return False
    if position and part[0].tag in ("V", "P", "X", "O", "T", "E"):
        return False
    return not (position and any(w.tag in ("X", "O") for w in part))


def _one_phrase(words: tuple[Word, ...], items: list[tuple[int, int]]) -> bool:
    """'local, state, and federal regulations', 'quick, agile and calm problem-solving', and
    strings of office nouns are one demand."""
    adjectives = [all(w.tag in ("J", "E", "A", "R", "D") or w.low in ("state", "county", "city") for w in words[a:b]) for a, b in items]
    if sum(adjectives[:-1]) >= 1 and adjectives[-2]:
        return True
    office = [words[b - 1].low in _ADMIN for _, b in items]
    return sum(office) >= len(items) - 1


_LEAD = re.compile(
    r"^(?:(?:however|in addition|additionally|furthermore|also)[, ]+)?(?:(?:the|this|our|your|all|a|an|each|selected)\s+)?(?:primary |main |key |essential |successful |ideal |core )*(?:(?:role|position|job|incumbent|individual|person|candidates?|applicants?|responsibilit(?:y|ies)|duties|employee|you|we)\b(?: of (?:the|this) [\w -]{2,40}?)?(?: also)? (?:is|are|will be|may be) (?:also )?(?:primarily |directly )?(?:responsible for|to|required to|expected to|tasked with|accountable for)|"
    r"(?:also )?responsible for|(?:role|position|job|incumbent|individual|person|candidates?|applicants?|employees?|you|he/she)(?: will|'ll| must| should)(?: also| be| primarily)*(?: responsible for| expected to| required to)?|(?:role|position|job) (?:also )?(?:has|have) (?:primary )?responsibility for|(?:major |primary |essential |key )?(?:duties|responsibilities|tasks)(?: may| will)? include(?:s)?(?: but (?:is|are) not limited to)?:?|to)\s+(?=\S+ \S+ \S)",
    re.I,
)
_TITLED = re.compile(r"^(?:An?|The)\s+(?:[A-Z0-9][\w/&-]*,?\s+(?:(?:of|and|for)\s+)?){1,6}")


def _subject(text: str) -> re.Match[str] | None:
    """'A Community Assistant informs ...': the job itself as subject."""
    found = _TITLED.match(text)
    if not found:
        return None
    verb = re.match(r"[a-z]+", text[found.end() :])
    return found if verb and grammar.verb_form(verb.group()) == "s" else None


_JOINT = re.compile(
    r",? (?=(?:of|in|on|for|with|to|from|by|at|within|across|through|throughout|between|among|under|during|via|that|which|who|where|relating|related|regarding|concerning|according|as|into|toward|towards|when|while|using|based|focusing|necessary|required|reflective) )"
)


def _trimmed(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The demand's words and no more: without a lead-in, a catch-all ending, a purpose after a
    whole clause, or the far tail of a long one."""
    for lead in (_LEAD.match(sentence[start:end]), _subject(sentence[start:end])):
        if lead:
            start += lead.end()
            break
    text = sentence[start:end]
    found = _TRIM_TAIL.search(text)
    if found and found.start() > 8:
        text = text[: found.start()]
    purpose = _PURPOSE.search(text, 20)
    if purpose and len(text[: purpose.start()].split()) >= 4 and not _TOGETHER.match(text) and not stated_kind(text[purpose.start() :]):
        text = text[: purpose.start()]
    text = _without_tail(text)
    stripped = re.sub(r"(?:[\s,;]+(?:and|or|and/or|und|oder|et|ou|y|o|en|but))+$", "", text.rstrip(" ,.;:-–—*(&")).rstrip(" ,.;:-–—*(&")
    loose = re.match(r"(?:\([a-z0-9]\)\s*)?(?:and/or|and|or|but|also|as well as|und|oder|sowie|et|ou)\s+|\([a-z0-9]\)\s+", stripped, re.I)
    if loose:
        start += loose.end()
        stripped = stripped[loose.end() :]
    if stripped.count("(") > stripped.count(")") and sentence[start + len(stripped) : start + len(stripped) + 1] == ")":
        stripped = sentence[start : start + len(stripped) + 1]
    margin = len(stripped) - len(stripped.lstrip(" ,.;:-–—*)&"))
    return start + margin, start + len(stripped)


# What one does together with others is said after the purpose word.
_TOGETHER = re.compile(r"(?:collaborat|work(?:s|ing)? |partner|liais|coordinat|co-ordinat|assist|help|support|cooperat|interact|serve|participat|team up|act(?:s|ing)? )", re.I)


MIN_WORDS = 4


def _ends_in_verb(text: str) -> bool:
    words = tag(text)
    return bool(words) and words[-1].tag in ("V", "G", "T", "C", ",", "X", "P")


def _without_tail(text: str) -> str:
    """A long clause ends at the joint nearest to three fifths of it, unless its tail lists
    alternatives or says how strongly it is asked."""
    size = len(text.split())
    if size <= 9:
        return text
    best: int | None = None
    for joint in _JOINT.finditer(text):
        before = len(text[: joint.start()].split())
        if before < max(MIN_WORDS, 0.45 * size) or _ends_in_verb(text[: joint.start()]) or text[: joint.start()].count("(") != text[: joint.start()].count(")"):
            continue
        tail = text[joint.start() :]
        if _OR.search(tail) or _LISTING.search(tail) or tail.count(",") >= 2 or stated_kind(tail) or re.search(r"\d+\+? year|degree", tail):
            continue
        if best is None or abs(before - 0.6 * size) < abs(len(text[:best].split()) - 0.6 * size):
            best = joint.start()
    return text[:best] if best is not None else text
