"""A text's words with what each of them claims, and which of them stand as verbs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from agent.language.amounts import Quantity
from agent.language.ladders import Known, known, word_set
from agent.language.spelling import IRREGULAR_PASTS, american
from agent.language.text import WORD, fold


class Word(NamedTuple):
    """One word; hyphenated and slashed words are several."""

    start: int
    end: int
    text: str
    norm: str
    known: Known
    opens: bool
    """First of a sentence or list item."""
    gap: str
    """What stands between the word before and this one."""
    name: bool
    """Written like a name: a capital inside a sentence, an acronym, a digit in it."""
    numeric: bool


def breaks(word: Word, marks: str | tuple[str, ...]) -> bool:
    """Whether one of `marks` stands before the word."""
    return word.gap != " " and any(mark in word.gap for mark in marks)


DETERMINERS = word_set(
    """
    the a an this that these those its our their his her my your each every any no all both
    some
    """
)


PREPOSITIONS = word_set(
    """
    of in on at for with from into onto through across between among under over per about
    during within without against as
    """
)


_GERUND_BEFORE = word_set(
    """
    by for in while when after before with from through to without then and or
    """
)


_BASE_BEFORE = word_set(
    """
    to who i we they will would can could must may might should not help helped helping n't
    don't doesn't didn't and or that which
    """
)


_NOMINAL = word_set(
    """
    housing training building nursing marketing accounting engineering banking purchasing
    manufacturing advertising catering cleaning cooking programming testing planning
    scheduling reporting billing staffing recruiting shipping packaging processing welding
    teaching learning fundraising merchandising bookkeeping monitoring onboarding coaching
    counseling tutoring drafting modeling pricing parking dining operating drinking lighting
    plumbing printing publishing screening trading underwriting lending consulting counselling
    machining tooling molding casting roofing framing heating cooling piping wiring painting
    gardening landscaping farming mining drilling logging fishing driving writing reading
    editing filing typing mailing clothing meeting hearing opening closing setting
    """
)


SAME_IN_THE_PAST = word_set("run cut set put let hit split spread read cast shut bid")


OPENS_OBJECT = DETERMINERS | {"them", "it"}
"""What a verb does begins so: 'read them', 'cleaned the data'."""


_SENTENCE_END = (".", "!", "?", ":", ";", "•", "\n", "|")


_CLIPPED_WITH = {"w/": "with", "w/o": "without", "w/out": "without", "w/in": "within"}


def words_of(text: str, quantities: tuple[Quantity, ...]) -> tuple[Word, ...]:
    plain = fold(text)
    found: list[Word] = []
    last = 0
    counted = {place for amount in quantities for place in range(amount.start, amount.end)}
    for token in WORD.finditer(plain):
        for start, end in _pieces(plain, *token.span()):
            written = plain[start:end]
            norm = lower = written.lower()
            if norm.startswith("co-"):
                norm = "co" + norm[3:]
            if norm.endswith("'s"):
                norm = norm[:-2]
            if norm[0] == "w":
                norm = _CLIPPED_WITH.get(norm + plain[end : end + 1].strip(), norm)
            gap = plain[last:start]
            opens = not found or (gap != " " and any(mark in gap for mark in _SENTENCE_END))
            numeric = norm[0].isdigit() or not counted.isdisjoint(range(start, end))
            name = not numeric and (
                (written[0].isupper() and not opens)
                or (written != lower and written[1:] != written[1:].lower())
                or (not written.isalpha() and any(char.isdigit() for char in written))
            )
            found.append(
                Word(start, end, text[start:end], norm, known(norm), opens, gap, name, numeric)
            )
            last = end
    return tuple(found)


def _pieces(plain: str, start: int, end: int) -> Sequence[tuple[int, int]]:
    written = plain[start:end]
    if "-" not in written and "/" not in written:
        return ((start, end),)
    norm = written.lower()
    if norm in _CLIPPED_WITH or norm.startswith(("co-or", "co-op")):
        return ((start, end),)  # 'co-ordinated'
    pieces = []
    begin = start
    for index in range(start, end + 1):
        if index == end or plain[index] in "-/":
            if index > begin:
                pieces.append((begin, index))
            begin = index + 1
    return pieces


def is_verb(words: tuple[Word, ...], index: int) -> bool:
    """Whether the word stands there as a verb, by its form and its neighbours; no grammar."""
    word = words[index]
    facts = word.known
    norm, base = word.norm, facts.lemma
    inflected = norm != base and american(norm) != base
    ing = norm.endswith("ing") and inflected
    past = inflected and not ing and not norm.endswith("s")
    if (
        facts.agency is None
        and norm not in SAME_IN_THE_PAST
        and (
            (facts.kind == "function" and norm not in IRREGULAR_PASTS)
            or (not ing and not (past and (norm.endswith("ed") or norm in IRREGULAR_PASTS)))
        )
    ):
        return False
    before = words[index - 1] if index else None
    if any(ladder == "proficiency" for ladder, _ in word.known.rungs) and inflected:
        return False
    if before is None or word.opens:
        following = words[index + 1] if index + 1 < len(words) else None
        if (
            not inflected
            and following is not None
            and following.gap == " "
            and following.norm.endswith("ing")
        ):
            return False  # 'order picking'
        if not inflected and following is not None and "&" in following.gap:
            return False  # 'combine & grain cart'
        if (
            norm.endswith("s")
            and inflected
            and not norm.endswith("ss")
            and (following is None or following.gap != " " or following.norm in ("and", "for"))
        ):
            return False  # 'rewires and unit changes': no present tense stands alone so
        return not (
            not inflected
            and following is not None
            and following.name
            and following.known.marks & {"title"}
        )
    split = breaks(word, ",(–—") or " - " in word.gap
    if (
        facts.agency is not None
        and word.gap.strip() in ("/", "&", "+")
        and _pairs_with(words, index)
    ):
        return True  # 'open/close store', 'weeding & ordering'
    if ("-" in word.gap and not split) or "/" in word.gap:
        return False
    previous = before.norm
    relative = previous in ("that", "which", "who") and past
    if (previous in DETERMINERS and not relative) or (before.numeric and not split):
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    if ing:
        if (
            norm in _NOMINAL
            and after is not None
            and after.gap == " "
            and (
                after.known.kind != "function"
                and previous not in ("by", "while", "when", "after", "before", "without")
            )
        ):
            return False
        if split or previous in _GERUND_BEFORE:
            return not (
                previous in ("for", "with", "in", "and", "or", "from")
                and after is not None
                and after.gap == " "
                and after.known.kind != "function"
                and facts.agency is None
            )
        return (
            after is not None
            and after.gap == " "
            and (after.norm in DETERMINERS or "people" in before.known.marks)
        )
    if past:
        if previous in PREPOSITIONS and not split:
            return False
        if (
            word.gap == " "
            and after is not None
            and after.gap == " "
            and after.known.kind != "function"
        ):
            earlier = before.known
            verbal = (
                earlier.agency is not None
                and before.norm != earlier.lemma
                and not before.norm.endswith("s")
            )
            if earlier.agency is not None and index > 1 and words[index - 2].norm == "to":
                return False  # 'to contain increased yields'
            if verbal and (
                before.opens or (index > 1 and words[index - 2].norm in ("and", "to", "by"))
            ):
                return False  # 'built discounted cash flow models'
        return True
    if word.name:
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    if norm in SAME_IN_THE_PAST and after is not None and after.norm == "by" and not split:
        return True  # 'a meeting run by the nurse'
    if norm in SAME_IN_THE_PAST and index > 1 and breaks(before, ",;(") and after is not None:
        return after.gap == " " and after.norm in OPENS_OBJECT  # 'took x-rays, dr read them'
    joined = split or previous in ("and", "or")
    if (
        norm in SAME_IN_THE_PAST
        and joined
        and after is not None
        and after.gap == " "
        and (after.norm in _PARTICLES or after.norm in DETERMINERS or after.numeric)
    ):
        return True  # 'poured footings, cut the forms and set up for the winter'
    told_of = index > 1 and words[index - 2].norm in ("the", "my", "our")
    if told_of and inflected and norm.endswith("s") and "title" in before.known.marks:
        return True  # 'the manager signs'
    if previous == "to" and inflected:
        return False  # 'matched orders to invoices'
    if previous in _BASE_BEFORE and previous not in ("and", "or", "that"):
        return True
    return bool(joined) and _opens_in_base(words, index)


_PARTICLES = word_set("up out down in off on over back")


def _pairs_with(words: tuple[Word, ...], index: int) -> bool:
    """Whether the line opens with a verb in this form right before the sign that joins the two."""
    one, two = words[index - 1], words[index]
    if not one.opens or one.known.agency is None:
        return False
    plain = one.norm == one.known.lemma and two.norm == two.known.lemma
    return plain or any(
        one.norm.endswith(form) and two.norm.endswith(form) for form in ("ing", "ed")
    )


def _opens_in_base(words: tuple[Word, ...], index: int) -> bool:
    """Whether the sentence began with a verb in the same plain form: 'Plan and run events'."""
    for back in range(index - 1, -1, -1):
        if words[back].opens or back == 0:
            first = words[back]
            base = first.norm == first.known.lemma
            # 'brings order and time management': a verb beside 'brings' would be 'times'.
            return first.known.agency is not None and (
                words[index].norm in SAME_IN_THE_PAST  # 'took and read x-rays'
                or (
                    (base or first.norm.endswith("s"))
                    and base == (words[index].norm == words[index].known.lemma)
                )
            )
    return False
