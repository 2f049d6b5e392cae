"""What one sentence of a posting does: ask, list a duty, praise the firm, offer pay.

The section it stands in decides, unless the sentence plainly does something else (a line about pay
under "Qualifications"). Where no heading helps, its own words decide.
"""

from __future__ import annotations

import re
from functools import lru_cache

from agent.language.cues import cues
from agent.language.grammar import starts_with_verb, verb_form
from agent.language.text import fold
from agent.models import BlockKind
from agent.posting.demand_cues import (
    DEMAND,
    ENDS_ASKING,
    FOR_SOME,
    KNOWS,
    MORE_THAN_OTHER,
    MUST_HOLD,
    PAPER_REQUIRED,
    STRONG_DEMAND,
    WANTED,
    WE_WANT,
)
from agent.posting.fields import OCCUPATION
from agent.posting.heading_cues import Announces
from agent.posting.headings import announces
from agent.posting.noise import noise_of

_DUTY = cues(
    r"\b(?:you(?:'ll| will)\b|you(?:'d| would) (?:be|\w+ing)\b|"
    r"will (?:be|have|assist|work|support|provide|perform|lead|manage|help|play|"
    r"report|include|also|act|serve|ensure|oversee|coordinate|develop)|responsib\w+|"
    r"duties|\bemployees? (?:perform|assist|operate|in this)\b|"
    r"tasked with|in charge of|(?:this|the) (?:role|position|job|individual|incumbent|"
    r"person|successful candidate)\b|"
    r"(?:they|he|she|he/she|incumbent|specialist|manager|assistant|technician|engineer|"
    r"officer|coordinator|director|supervisor) will|serves|performs|oversees|coordinates|"
    r"assists?|sie (?:übernehmen|sind verantwortlich|betreuen)|du (?:übernimmst|betreust|"
    r"bist verantwortlich)|verantwortlich für|"
    r"vous (?:serez|assurez|participez|gérez|devrez)|chargée? de|te encargarás|"
    r"serás responsable|se encargará|"
    r"je (?:bent verantwoordelijk|gaat|werkt|zorgt)|verantwoordelijk voor)\b"
)
# 'You own the pastry section', 'As our electrician you keep two lines running'.
_YOU_DO = re.compile(
    r"\W*(?:[a-z ]{2,15}: )?(?:as (?:our|an?|the) [\w -]{3,40}?,? )?you (?!have|are|can|must|"
    r"should|may|might|could|know|love|enjoy|like|want|need|possess|bring|think|care|speak|hold|"
    r"understand|thrive|get|find|see|take pride)([a-z]+) \w"
)
_PITCH = cues(
    r"\b(?:was|were) (?:formed|founded|established)\b|\blook no further\b|\bexciting time\b|"
    r"^consider (?:joining|a career)\b|\bin our industry\b|"
    r"^(?:seeking|looking for|we|our|the company|founded|since|established|headquartered|"
    r"based in|at [a-z]+,|here at|join|come|are you|do you want|as one of|with (?:over|more)|"
    r"located|wir|unsere?|nous|notre|somos|nuestr\w+|wij|onze)\b|"
    r"\b(?:our (?:mission|vision|clients|customers|company|culture|values|founders|team is|"
    r"employees|people|products|story|community)|leading (?:provider|supplier|company|"
    r"manufacturer|global)|(?:is|are) (?:a|an|the|one of) (?:\S+ ){0,8}(?:company|firm|"
    r"organi[sz]ation|provider|leader|agency|manufacturer|hospital|retailer|contractor|"
    r"employer|business|nonprofit|non-profit|school|university|network|platform)|"
    r"we(?:'re| are|'ve| have| believe| pride| strive| value| love| help| build| serve| work)|"
    r"has been (?:serving|a|in business)|fastest[- ]growing|family[- ]owned|great (?:team|"
    r"place))\b"
)
DEMAND_LEAD = re.compile(
    r"^(?:\W*)(?:(?:strong|excellent|good|proven|demonstrated|solid|basic|advanced|"
    r"working (?:know|exper|underst|profic|famil)|"
    r"prior(?!iti)|previous|extensive|deep|minimum|at least|\d+\+?|must|should|able|willing|"
    r"team-oriented|detail-oriented|self-motivated|attention to detail|ability|experience|"
    r"knowledge|skill|familiar|proficien|understanding|competen|fluen|certifi|licen|bachelor|"
    r"master|degree|high school)\w*\b)"
)
# 'Class Code: 2332', 'Posting Number GS920P', 'Cover Letter': a form's fields.
_DETAIL = re.compile(
    r"^(?:[A-Z][\w# ]{2,24}:\s*[\d/.-]+\s?[A-Za-z]?|"
    r"\W*(?:(?:Position|Job|Posting|Working|Official|Class|Classification|Requisition|Vacancy|"
    r"(?:Auto )?[Rr]eq) (?:Title|Number|No\.?|Code|Category|Type|ID|Id|Grade|Status|"
    r"Details?|Information|Posting)|"
    r"(?:Open|Close|Closing|Start|Posting|Posted) (?:Date|Until Filled)|"
    r"Exam(?:ination)? (?:Open|Closed|Type|Date|Number|No\.?)|"
    r"Curriculum Vitae|Cover Letter|Resume|References|Job Attachment)\b.{0,50})$"
)
# What the job is like, not what it asks.
_STAGE = re.compile(
    r"^\W*(?:for example\b|you're \w+ing\b|(?:this|it) is (?:a|an|the|not)\b|"
    r"this (?:process|schedule|activity) (?:will|may|should|is)\b|each \w+ will\b|"
    r"(?:all|any) .{0,60}will be provided\b|the \w+ will (?:happen|take place|run)\b|"
    r".*\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b.*\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|.*\d+k?/(?:month|"
    r"year|hour)\b)"
)
# 'Ideally you also have ...', 'Extra points: ...'.
_WISH = re.compile(
    r"\W*(?:ideally,?|(?:extra|bonus) points?\b(?: for| if)?:?|(?:it )?would (?:also )?help\b|"
    r"nice to haves?:?|(?:a )?plus:|idealerweise|idéalement|idealmente|bij voorkeur|valorable)\s+\w"
)
_SECTION_KIND: dict[Announces, BlockKind] = {
    "must": "must",
    "preferred": "preferred",
    "responsibility": "responsibility",
    "pitch": "pitch",
    "benefits": "benefits",
    "legal": "legal",
    "context": "context",
    "apply": "other",
    "conditions": "other",
    "notes": "other",
}
# 'The Detailer will clean ...', whatever the job is called.
_TITLE_WILL = re.compile(
    r"(?:The|Our|An?|This) (?:(?!Company|Team|University|College|City|State|Department|Board|"
    r"School|Hospital|Program)[A-Z][\w/&'’-]+ ){1,4}will (?!be (?:paid|required|notified|given))\w"
)
# 'Hollow Creek Foods develops ...': the firm, not the person.
_FIRM_DOES = re.compile(
    r"(?:[A-Z][\w&.'’-]+ ){2,6}(?:delivers|develops|provides|offers|serves|operates|helps|builds|"
    r"creates|seeks|manufactures|designs)\b"
)
_NOISE_KIND: dict[str, BlockKind] = {
    "legal": "legal",
    "benefits": "benefits",
    "apply": "other",
    "disclaimer": "other",
    "physical": "other",
    "catch_all": "other",
}
_META = re.compile(r"^([A-Z][\w/&' -]{2,30})\s?:\s+\S")


def is_duty(sentence: str) -> bool:
    """True for a line that opens with a verb and asks nothing of the person."""
    folded = fold(sentence).lower()
    return (
        opens_with_verb(folded)
        and not STRONG_DEMAND.search(folded)
        and not re.match(
            r"\W*(?:demonstrat|possess|have|be|pass|hold|maintain a|understand)", folded
        )
    )


def is_detail(line: str) -> bool:
    """True for a field of a form: 'Class Code: 2332'."""
    return _DETAIL.match(line) is not None or _META.match(line) is not None


def labelled_section(line: str) -> Announces | None:
    """'Reports to: the head chef' is a detail of the posting wherever it stands."""
    found = _META.match(line)
    if not found or len(line) > 120:
        return None
    kind = announces(found.group(1) + ":")
    return kind if kind in ("conditions", "benefits", "apply", "legal") else None


@lru_cache(maxsize=2048)
def label(sentence: str, section: Announces | None, prose: bool) -> BlockKind:
    """The kind of block a sentence belongs to.

    Args:
        sentence: without its list glyph.
        section: what the heading above it announces.
        prose: True in a paragraph, False in a list item.
    """
    folded = fold(sentence).lower()
    if _DETAIL.match(sentence) or _STAGE.match(folded):
        return "other"
    if (
        section in ("apply", "notes")
        and folded.count(";") >= 3
        and re.search(r"\b(?:knowledge of|ability to|skills? in)\b", folded)
    ):
        # What an examination looks for is wanted, not a condition of entry.
        return "preferred"
    if section in ("apply", "notes") and WANTED.search(folded):
        return "preferred"
    if _WISH.match(folded) and section not in ("apply", "notes", "benefits", "legal", "context"):
        return "preferred"
    if (
        section in ("apply", "notes", "conditions")
        and MUST_HOLD.search(folded)
        and not FOR_SOME.search(folded)
    ):
        # A paper one must hold counts wherever it is said: losing it costs the reader most.
        return "must"
    noise = noise_of(sentence)
    kind = _SECTION_KIND.get(section) if section else None
    if noise is not None and noise != "page":
        asks = kind in ("must", "preferred", "responsibility") and not prose
        if (
            noise in ("physical", "benefits", "apply")
            and kind == "responsibility"
            and not prose
            and opens_with_verb(folded)
        ):
            return "responsibility"
        if noise == "benefits" and re.match(r"\W*(?:we|our)\b", folded):
            return "benefits"
        if kind in ("must", "preferred") and (
            (noise == "legal" and KNOWS.match(folded))
            or (noise in ("apply", "disclaimer") and PAPER_REQUIRED.search(folded))
        ):
            return kind
        if noise == "catch_all" and kind == "responsibility" and MORE_THAN_OTHER.match(folded):
            return kind
        if noise == "benefits" and kind == "must" and not DEMAND.search(folded):
            return "benefits"
        lead = bool(DEMAND_LEAD.match(folded)) or asks
        if noise in ("legal", "disclaimer", "catch_all", "physical") or not (
            lead and kind in ("must", "preferred", "responsibility")
        ):
            return _NOISE_KIND[noise]
    if kind in ("must", "preferred"):
        if prose and re.match(
            r"\W*(?:we|our)\b(?!.*\b(?:requir|need|expect|look|seek|want|ask))", folded
        ):
            return "pitch"
        if prose and _PITCH.search(folded) and not DEMAND.search(folded):
            return "pitch"
        return kind
    if kind == "responsibility":
        if prose and _FIRM_DOES.match(sentence) and not OCCUPATION.search(sentence[:60]):
            return "pitch"
        if (
            prose
            and STRONG_DEMAND.search(folded)
            and not _DUTY.search(folded)
            and not opens_with_verb(folded)
        ):
            return "must"
        if prose and _PITCH.search(folded) and not _DUTY.search(folded):
            return "pitch"
        return "responsibility"
    if kind in ("benefits", "legal", "context"):
        return kind
    if section == "notes":
        if MUST_HOLD.search(folded) or (STRONG_DEMAND.search(folded) and DEMAND_LEAD.match(folded)):
            return "must"
        return "other"
    if kind == "other":
        return (
            "must"
            if STRONG_DEMAND.search(folded) and section == "conditions" and "experience" in folded
            else "other"
        )
    if kind == "pitch":
        if re.search(
            r"\b(?:must have|(?:is|are) required|\d+\+? years(?:'|’|"
            r" of)? (?:\w+ ){0,3}experience|degree in)\b",
            folded,
        ) and not _PITCH.search(folded):
            return "must"
        return "pitch"
    # No heading of known meaning: the sentence's own words decide.
    if section == "summary" or section == "container" or section == "unknown" or section is None:
        return _by_words(sentence, folded, section, prose)
    return "other"


def _by_words(sentence: str, folded: str, section: Announces | None, prose: bool) -> BlockKind:
    duty = bool(_DUTY.search(folded)) or _TITLE_WILL.match(sentence) is not None
    if re.match(r"\W*(?:this|the) (?:position|role|job) must\b", folded):
        return "responsibility"
    verb = opens_with_verb(folded)
    demand = STRONG_DEMAND.search(folded)
    acting = _YOU_DO.match(folded)
    duty = duty or (acting is not None and verb_form(acting.group(1)) == "base")
    if WE_WANT.match(folded) or (ENDS_ASKING.search(folded) and len(folded) < 200 and not duty):
        return "must"
    if (
        demand
        and not re.match(r"\W*(?:we|our) ", folded)
        and not (not prose and verb)
        and not (duty and demand.group().startswith("experience"))
    ):
        return "must"
    if _META.match(sentence) and len(sentence) < 90 and not duty and section != "summary":
        return "other"
    if DEMAND_LEAD.match(folded) and len(folded) < 240 and not duty:
        return "must"
    if verb and len(_NEXT_VERB.findall(folded)) > 1 and _chains_verbs(folded):
        return "responsibility"
    if _PITCH.search(folded) and not duty:
        return "pitch"
    if verb and (section is not None or not prose):
        return "responsibility"
    if duty and len(folded) > 20:
        return "responsibility"
    if DEMAND.search(folded) and not prose:
        return "must"
    if section == "summary" and verb_form(folded.split(" ")[0]) is not None:
        return "responsibility"
    return "pitch" if prose else "context"


_NEXT_VERB = re.compile(r",(?: and)? (?=([a-z]+) )")


def _chains_verbs(folded: str) -> bool:
    """'Lead the desk, resolve complaints and train agents': duties in a sentence."""
    forms = [verb_form(found.group(1)) for found in _NEXT_VERB.finditer(folded)]
    return sum(form in ("base", "s") for form in forms) > 1 and not re.search(
        r"\b(?:we|us|our|join)\b", folded
    )


_WORD = re.compile(r"[^\W\d_][\w'-]*")


def opens_with_verb(folded: str) -> bool:
    """True if a folded, lower-case line opens like a duty."""
    words = _WORD.findall(folded, 0, 60)
    return bool(words) and starts_with_verb(words)
