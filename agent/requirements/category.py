"""What sort of thing a demand asks for, from its words in any trade."""

from __future__ import annotations

import re

from agent.language import lexicon
from agent.language.cues import cues
from agent.language.text import fold
from agent.models import Category, RequirementKind
from agent.requirements.education import LEVEL

_CONDITION = cues(
    r"\bdriver'?s?'?s? licen[sc]e|\bdriving licen[sc]e|\bclean driving|\bmotor vehicle|"
    r"\bcdl\b|\bvalid (?:state )?(?:driver|license to drive)|\bshifts?\b(?! (?:manager|leader|"
    r"supervisor))|\bweekends?\b|\bovertime\b|\bon[- ]call\b|\bholidays\b|\bevenings?\b|"
    r"\bnights?\b|"
    r"\btravel(?:l?ing)?\b(?! (?:agen|industry|arrange|manage|plan|book|itiner))|\brelocat|"
    r"\bwork authori[sz]ation|\bauthori[sz]ed to work|\bvisa\b|\bsponsorship\b|\bwork permit|"
    r"\bright to work|\bcitizen|\bsecurity clearance|\bclearance\b|\bbackground (?:check|"
    r"screen)|\bdbs\b|\bdrug (?:test|screen)|\bown (?:vehicle|car|transport)|\breliable transport|"
    r"\bcommut|\bfull[- ]time availab|"
    r"\bführerschein|\bschicht|\breisebereit|\bwochenend|\barbeitserlaubnis|\bpermis (?:b|"
    r"de conduire)|\bdéplacements?|\bcarnet de conducir|\bdisponibilidad (?:para|horaria|de)|"
    r"\brijbewijs|\bploegendienst|\breisbereid|\bwerkvergunning|\bvog\b"
)
# A paper to be held by the first day is a condition of starting, not of applying.
_BY_THE_START = re.compile(
    r"\b(?:prior to|before|upon|as a condition of|within \w+(?: \(\d+\))? (?:days|weeks|months|"
    r"years?) of) (?:the date of )?(?:appointment|hire|hiring|employment|joining)\b"
)
_CERTIFICATION = cues(
    r"\bcertifi(?:ed|cation|cations|cate|cates)\b|\blicen[sc](?:e|es|ed|ure)\b|"
    r"\bregistered (?:nurse|dietitian|professional|architect)|\bregistration\b|"
    r"\bcredentials?\b|\baccredit|\bcpr\b|\bbls\b|\bacls\b|\bcpa\b|\bpmp\b|\bcissp\b|\brn\b|"
    r"\blpn\b|\bosha[- ]?\d+|\bchartered\b|\bzertifi|\bapprobation\b|"
    r"\bstaatliche? (?:anerkannt|anerkennung|geprüft)|\bhabilitation|\bcaces\b|"
    r"\bcertificad|\bcertificaat|\bbig-registratie"
)
_LANGUAGE_NAMES = cues(
    r"\b(?:english|spanish|french|german|italian|portuguese|dutch|polish|russian|ukrainian|"
    r"chinese|mandarin|cantonese|japanese|korean|arabic|hebrew|hindi|urdu|bengali|punjabi|"
    r"tamil|vietnamese|thai|tagalog|turkish|greek|swedish|danish|norwegian|finnish|czech|"
    r"hungarian|romanian|welsh|irish|asl|american sign language|sign language|bilingual|"
    r"multilingual|foreign language|second language|haitian creole|somali|swahili|"
    r"deutsch\w*|englisch\w*|französisch\w*|spanisch\w*|niederländisch\w*|italienisch\w*|"
    r"anglais|français|allemand|espagnol|néerlandais|inglés|francés|alemán|español|engels\w*|"
    r"nederlands\w*|duits\w*|frans\w*|spaans)\b"
)
_LANGUAGE_USE = cues(
    r"\b(?:fluen\w+|proficien\w+|speak\w*|spoken|written|language|bilingual|multilingual|"
    r"native|read\w*|writ\w+|command|sign language|communicat\w+|[abc][12]\b|kenntnisse|wort|"
    r"schrift|"
    r"sprach\w*|verhandlungssicher|fließend|muttersprach\w+|maîtris\w+|courant|parlé|lu|"
    r"niveau|nivel|hablado|fluido|dominio|beheers\w+|vloeiend|taal|woord|knowledge)\b"
)
_SOFT = cues(
    r"\b(?:communicat\w*|interpersonal|team(?:work| player| work|-oriented| environment)?s?\b|"
    r"collaborat\w*|organi[sz](?:ed|ational)|detail|self-?\w*(?:starter|motivated|directed|"
    r"driven|disciplined|reliant|confident)|motivat\w+|leadership|problem[- ]solv\w*|"
    r"solve problems|"
    r"time[- ]management|multi-?task\w*|prioriti\w+|flexib\w+|adapt\w*|creativ\w*|integrity|"
    r"positive attitude|attitude|work ethic|reliab\w+|dependab\w+|punctual\w*|"
    r"customer service|customer[- ]focus\w*|people skills|listening|critical thinking|"
    r"analytical (?:skills?|thinking|mind\w*|ability)|strategic thinking|independent\w*|"
    r"initiative|proactive\w*|pressure|fast[- ]paced|deadlines?|patien(?:ce|t attitude)|"
    r"empath\w+|compassion\w*|courteous|friendly|professionalism|judg\w+|decision[- ]making|"
    r"negotiat\w+|persuasi\w+|influenc\w+|mentor\w*|"
    r"curio\w+|passion\w*|enthusias\w*|energetic|driven|ambiguity|resourceful\w*|diplomacy|"
    r"tact\w*|relationship\w*|rapport|stakeholders?|presentation skills|verbal|oral|honest\w*|"
    r"trustworth\w+|ambitio\w+|hard[- ]working|humor|urgency|accountab\w+|"
    r"teamfähig\w*|kommunikat\w*|selbstständig\w*|zuverlässig\w*|belastbar\w*|flexibilität|"
    r"eigeninitiative|engagement|motivation|organisationstalent|sorgfältig\w*|autonom\w*|"
    r"rigoureu\w*|rigueur|esprit d'équipe|sens du|dynami\w+|polyvalen\w+|relationnel\w*|"
    r"trabajo en equipo|proactiv\w*|comunicaci\w+|responsab\w+|teamspeler|zelfstandig\w*|"
    r"communicatie\w*|flexibel\w*|enthousias\w*|stressbestendig\w*)\b"
)
_TOOL = cues(
    r"\b(?:software|tools?|systems?|applications?|platforms?|equipment|machines?|machinery|"
    r"devices?|instruments?|frameworks?|librar(?:y|ies)|languages?|databases?|toolkits?|suite|"
    r"excel|powerpoint|microsoft|ms office|office 365|google (?:docs|workspace|sheets|cloud)|"
    r"adobe|sap|erp|crm|emr|ehr|pos\b|forklifts?|vehicles?|computers?|programs?|stack|apis?|"
    r"spreadsheets?|word processing)\b"
)
_EXPERIENCE = cues(
    r"\b(?:experience\w*|years?|history of|track record|background in|berufserfahrung|"
    r"erfahrung\w*|expérience|experiencia|(?:werk)?ervaring)\b"
)
_DOMAIN = cues(
    r"\b(?:knowledge|understanding|familiar\w*|awareness|regulations?|standards|laws?|"
    r"principles|industry|kenntnisse?|connaissances?|conocimientos?|kennis)\b"
)


def languages_named(clause: str) -> tuple[str, ...]:
    """The languages that `clause` names, in its own words and order."""
    places = _LANGUAGE_NAMES.finditer(fold(clause).lower())
    names = [re.sub("s?kenntnisse$", "", clause[m.start() : m.end()]) for m in places]
    plain = [n for n in names if not re.search(r"lingual|language", n, re.I)]
    return tuple(dict.fromkeys(plain or names))


def condition_in(clause: str) -> bool:
    """True for what no resume proves by experience: licence to drive, shifts, travel, visa,
    clearance."""
    return bool(_CONDITION.search(fold(clause).lower()))


def categorise(
    clause: str, kind: RequirementKind, *, years: bool, terms: tuple[str, ...]
) -> Category:
    """The category of one demand.

    Args:
        clause: its words.
        kind: its kind; a duty is a skill unless its words say more.
        years: True if it counts years.
        terms: what it names.
    """
    folded = fold(clause).lower()
    if kind != "responsibility":
        if (
            (_CONDITION.search(folded) or _BY_THE_START.search(folded))
            and not years
            and "experience" not in folded
        ):
            return "condition"
        if LEVEL.search(folded) and (
            not years or folded.find("degree") >= 0 or folded.find("diploma") >= 0
        ):
            return "education"
        if _CERTIFICATION.search(folded):
            return "certification"
        if (
            _LANGUAGE_NAMES.search(folded)
            and _LANGUAGE_USE.search(folded)
            and not re.search(r"\b(?:teach\w*|degree|department|literature)\b", folded)
        ):
            return "language"
        if years:
            return "experience"
    named = " ".join(terms)
    if _TOOL.search(named.lower()) or _branded(terms, folded):
        return "tool"
    if _SOFT.search(folded) and (kind != "responsibility" or _SOFT.search(named.lower())):
        return "soft"
    if kind == "responsibility":
        return "skill"
    if _EXPERIENCE.search(folded):
        return "experience"
    if _DOMAIN.search(folded):
        return "domain"
    return "skill"


_BRAND = re.compile(r"[a-z][A-Z]|\w[+#]|[A-Za-z]\.[a-z]{2}|^[A-Z]{2,6}$")


def _branded(terms: tuple[str, ...], folded: str) -> bool:
    """Names in mixed case or with signs ('SolidWorks', 'C++', 'D3.js') are tools; 'OSHA' is known
    as a field."""
    return any(
        _BRAND.search(term) is not None and len(term) > 1 and lexicon.category(term) != "domain"
        for term in terms
    ) and not _CERTIFICATION.search(folded)
