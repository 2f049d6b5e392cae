"""The words of a demand and no more: lead-ins, purposes and far tails taken off."""

from __future__ import annotations

import re

from agent.language import grammar
from agent.requirements.cues import stated_kind
from agent.requirements.doing import help_with
from agent.requirements.lists import EITHER, LISTING
from agent.requirements.tagging import tag
from agent.requirements.years import find_years

_TRIM_TAIL = re.compile(
    r"[\s,]*\b(?:as (?:needed|required|assigned|necessary|requested|directed|appropriate|well|"
    r"applicable)|(?:sont|font partie de) vos (?:points forts|atouts|qualités)|"
    r"when (?:needed|required|necessary)|where (?:needed|necessary|appropriate)|"
    r"on an as[- ]needed basis|etc)\b[\s.,]*$",
    re.I,
)

_PURPOSE = re.compile(
    r"(?:,? in order to| so that|,? (?:while|whilst) \w+ing\b|,? with the goal of|"
    r",? to (?:ensure|enable|support|help|drive|increase|improve|maximize|achieve|meet|"
    r"promote|facilitate|allow|provide|make sure|minimize|optimize|assure|maintain|guarantee|"
    r"foster|build|create|deliver|inform|identify|determine|prepare)\b|,? (?:issued|awarded|"
    r"granted|administered) by\b|,? ensuring\b|,? in order for\b|,? (?:whose|where|when|"
    r"because|if) )"
)

# Says when or how, whatever stands before.
_MEANWHILE = re.compile(
    r",? (?:(?:while|whilst) \w+ing\b|in order to\b|in an? (?:way|manner) that\b|"
    r"(?<=required )(?:for|by)\b|"
    r"when (?:required|needed|necessary) to\b|(?:aimed|geared|directed) (?:at|to|towards?)\b)"
)

_CHARGED = (
    r"(?:also )?(?:primarily |directly )?"
    r"(?:responsible for|required to|expected to|tasked with|accountable for)"
)
_LEAD = re.compile(
    r"^(?:(?:however|in addition|additionally|furthermore|also)[, ]+)?(?:(?:the|this|our|your|"
    r"all|a|an|each|selected)\s+)?(?:primary |main |key |essential |successful |ideal |right |"
    r"perfect |core )*(?:(?:role|position|job|incumbent|individual|person|candidates?|applicants?|"
    r"responsibilit(?:y|ies)|duties|employee|you|we)\b(?: of (?:the|"
    r"this) [\w -]{2,40}?)?(?: also)? (?:is|are|will be|may be) "
    rf"(?:{_CHARGED}|(?:also )?(?:primarily |directly )?to)|"
    rf"the (?:[\w/&-]+ ){{1,5}}(?:is|are|will be|shall be) {_CHARGED}|"
    r"(?:also )?responsible for|(?:role|position|job|incumbent|individual|person|candidates?|"
    r"applicants?|employees?|you|he/she)(?: will|'ll| must| should)(?: also| be|"
    r" primarily)*(?: responsible for| expected to| required to)?|(?:role|position|"
    r"job) (?:also )?(?:has|have) (?:primary )?responsibility for|(?:major |primary |"
    r"essential |key )?(?:duties|responsibilities|tasks)(?: may|"
    r" will)? include(?:s)?(?: but (?:is|are) not limited to)?:?|to)\s+(?=\S+ \S+ \S)",
    re.I,
)

# 'the ability to: assess', 'Knowledge of: proper usage' amid a sentence.
_CARRIER_COLON = re.compile(
    r"(?:and )?(?:the )?(?:ability|knowledge|skills?|understanding)(?: to| of| in)?:\s*", re.I
)
# Says under whom, not what.
_GUIDED = re.compile(
    r"(?:under|with|reporting to) (?:[\w-]+ ){0,4}(?:supervision|direction|guidance|oversight)"
    r"(?: (?:of|from) [^,;]{3,60})?,\s+(?=\w)",
    re.I,
)

# 'Above all we want somebody calm', 'We'd like at least two years', 'Day to day you'll monitor'.
_WANTING = re.compile(
    r"(?:[A-Z][a-z]+(?: [a-z]+){0,2},? )?(?:we(?:'d like| would like|'re after| are after| want|"
    r" need| expect)(?: to (?:see|have))?(?: (?:someone|somebody|a person|people)"
    r"(?: who(?: is| has|'s)?| with)?)?|you(?:'d be|'ll| would be| will be)) (?=\S+ \S)",
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
    r",? (?=(?:of|in|on|for|with|to|from|by|at|within|across|through|throughout|between|among|"
    r"under|during|via|that|which|who|where|relating|related to|regarding|concerning|according|"
    r"as|into|toward|towards|when|while|using|based|focusing|necessary|required|reflective) )"
)


# '20%: Answers the telephone': how much of the time.
_SHARE = re.compile(r"\d{1,3} ?%\s*[:–-]?\s*")
_MARKS = " ,.;:-–—*(&"
_LOOSE_END = re.compile(r"(?:[\s,;]+(?:and|or|and/or|und|oder|et|ou|y|o|en|but))+$")
_LOOSE_START = re.compile(
    r"(?:\([a-z0-9]\)\s*)?(?:(?:including )?(?:but )?(?:are )?not limited to:?|"
    r"and/or|and|or|but|also|as well as|und|oder|sowie|et|ou)\s+|"
    r"\([a-z0-9]\)\s+",
    re.I,
)


def trimmed(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The demand's words and no more: without a lead-in, a catch-all ending, a purpose after a
    whole clause, or the far tail of a long one."""
    share = _SHARE.match(sentence, start, end)
    if share:
        start = share.end()
    carrier = _CARRIER_COLON.match(sentence[start:end])
    start += carrier.end() if carrier else 0
    guided = _GUIDED.match(sentence[start:end])
    start += guided.end() if guided else 0
    for lead in (_LEAD.match(sentence[start:end]), _subject(sentence[start:end])):
        if lead:
            start += lead.end()
            break
    wanting = _WANTING.match(sentence[start:end])
    start += wanting.end() if wanting else 0
    start += _past_helped(sentence[start:end])
    text = sentence[start:end]
    aside = _MEANWHILE.search(text, 20)
    if aside:
        text = text[: aside.start()]
    found = _TRIM_TAIL.search(text)
    if found and found.start() > 8:
        text = text[: found.start()]
    purpose = _PURPOSE.search(text, 20)
    if (
        purpose
        and len(text[: purpose.start()].split()) >= 4
        and not _TOGETHER.match(text)
        and not _BARE_CARRIER.fullmatch(_HANGING.sub("", text[: purpose.start()]))
        and not stated_kind(text[purpose.start() :])
    ):
        text = text[: purpose.start()]
    text = _without_tail(_without_aim(text))
    while start + len(text) < end and (hanging := _HANGING.search(text)):
        text = text[: hanging.start()]
    stripped = _LOOSE_END.sub("", text.rstrip(_MARKS)).rstrip(_MARKS)
    loose = _LOOSE_START.match(stripped)
    if loose:
        start += loose.end()
        stripped = stripped[loose.end() :]
    if (
        stripped.count("(") > stripped.count(")")
        and sentence[start + len(stripped) : start + len(stripped) + 1] == ")"
    ):
        stripped = sentence[start : start + len(stripped) + 1]
    margin = len(stripped) - len(stripped.lstrip(" ,.;:-–—*)&"))
    return start + margin, start + len(stripped)


def _past_helped(text: str) -> int:
    """Where 'develop a plan' starts in 'Partner with the chair to develop a plan'; 0 if the clause
    says no more than whom one works with."""
    start = help_with(text)
    if not start:
        return 0
    words = re.findall(r"[a-z-]+", text[start:].lower())
    if words[:1] and words[0].endswith("ly"):
        words = words[1:]
    doing = len(words) > 2 and grammar.verb_form(words[0]) in ("base", "ing")
    aim = doing and words[0] in _AIMS
    listed = re.match(r"[\w-]+,", text[start:]) is not None
    return start if doing and not aim and not listed else 0


_AIMS = frozenset(
    ("ensure", "enable", "support", "achieve", "improve", "help", "identify", "meet", "make", "get")
)


# What waits for the words cut after it.
_HANGING = re.compile(
    r"[\s,]+(?:related|relating|relative|consistent|necessary|required|needed|based|aimed|focused|"
    r"pursuant|according|associated|directed|reflective|and|or|to|both|including|such|as)$",
    re.I,
)

# What one does together with others is said after the purpose word.
_TOGETHER = re.compile(
    r"(?:collaborat|work(?:s|ing)? |partner|liais|coordinat|co-ordinat|assist|help|support|"
    r"cooperat|interact|serve|participat|team up|act(?:s|ing)? )",
    re.I,
)

_MIN_WORDS = 4


def _ends_loosely(text: str) -> bool:
    """True if the words up to here still wait for what they are about."""
    words = tag(text)
    return bool(words) and (
        words[-1].tag in ("V", "G", "T", "C", ",", "X", "P", "D")
        or words[-1].low in grammar.CARRIERS
        or words[-1].low in _WAITING
    )


_WAITING = grammar.word_set(
    "prior class focus knack emphasis eye attention view strong partnership conjunction "
    "collaboration lack response order addition relation regard respect access adherence second "
    "variety range level levels number wide lot array part kind type types amount degree sense "
    "spirit record means point forms form aspects set sets combination diverse development"
)


_AIM = re.compile(r"(\w+) to ([a-z]+)\b")
_NOT_AN_AIM = grammar.word_set(
    "ability able willingness willing how need needs required desire opportunity commitment "
    "committed expected responsible used and or aptitude capacity motivation drive passion "
    "eagerness readiness availability available skills necessary needed attempt attempts tries"
)


def _without_aim(text: str) -> str:
    """'Provide feedback to your team to inspire improvement' asks for the feedback."""
    if len(text.split()) <= 9 or _TOGETHER.match(text):
        return text
    for found in _AIM.finditer(text):
        before = text[: found.end(1)]
        if (
            found.group(1).lower() not in _NOT_AN_AIM
            and len(before.split()) >= 5
            and grammar.verb_form(found.group(2)) == "base"
            and not stated_kind(text[found.end(1) :])
            and find_years(text[found.end(1) :]) is None
            and not LISTING.search(text[found.end(1) :])
        ):
            return before
    return text


# Says of whom or when, never what: who is served, until when, during what.
_ASIDE = re.compile(
    r",? (?:who|whom|whose|until|once|upon|whenever|wherever|so as to|throughout the|during the|"
    r"on behalf of|in accordance with|in compliance with|as (?:described|defined|outlined|"
    r"specified|directed|determined|(?:requested|required|needed|assigned) by)|per )\b",
    re.I,
)


def _without_tail(text: str) -> str:
    """A long clause ends where an aside begins, or else at the joint nearest to its measure,
    unless its tail lists alternatives or says how strongly it is asked."""
    aside = _ASIDE.search(text)
    if (
        aside
        and len(text[: aside.start()].split()) >= _MIN_WORDS
        and not _ends_loosely(text[: aside.start()])
        and not _says_how(text[aside.start() :])
        and (
            len(text.split()) > _LONG or 2 * len(text[: aside.start()].split()) >= len(text.split())
        )
    ):
        text = text[: aside.start()]
    size = len(text.split())
    if size <= _ENOUGH:
        return text
    measure = min(0.6 * size, _MEASURE)
    best: int | None = None
    nearest: float | None = None
    for joint in _JOINT.finditer(text):
        head, tail = text[: joint.start()], text[joint.start() :]
        before = len(head.split())
        if nearest is not None and abs(before - measure) >= nearest:
            continue
        if (
            before < max(_MIN_WORDS, min(0.45 * size, 0.75 * _MEASURE))
            or _ends_loosely(head)
            or head.count("(") != head.count(")")
            or _within_name(head, tail)
            or _BARE_CARRIER.fullmatch(head)
        ):
            continue
        if "experience" in head and _AS_ROLE.search(tail):
            continue  # the role is what the years count
        if EITHER.search(tail) or LISTING.search(tail) or tail.count(",") >= 2 or _says_how(tail):
            continue
        best, nearest = joint.start(), abs(before - measure)
    return text[:best] if best is not None else text


# 'The knowledge and skills | necessary to provide care': what is asked comes after.
_BARE_CARRIER = re.compile(
    r"(?:\W*\b(?:must|should|be|able|ability|to|demonstrates?|possess(?:es)?|have|has|shows?|uses?|"
    r"the|and|or|basic|appropriate|required|all|knowledge|skills?|abilit(?:y|ies)|competenc\w+|"
    r"experience|understanding|training)\b)+\W*",
    re.I,
)


def _within_name(head: str, tail: str) -> bool:
    """'Department | of Transportation', 'Right | to Financial Privacy', 'able | to work': no
    joint."""
    named = re.match(r",? (?:of|to|for) (?:the )?[A-Z]", tail) and re.search(r"[A-Z][\w'’]*$", head)
    last = re.search(r"[\w'’-]+$", head)
    waits = tail.lstrip(" ,").startswith("to ") and last and last.group().lower() in _NOT_AN_AIM
    return bool(named or waits)


_AS_ROLE = re.compile(r"\bas (?:an? |the )?[A-Z]")
_LONG = 12
_ENOUGH = 8
_MEASURE = 10


def _says_how(tail: str) -> bool:
    return bool(stated_kind(tail) or re.search(r"\d+\+? year|degree", tail))
