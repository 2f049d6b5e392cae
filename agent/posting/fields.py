"""Details a posting states about itself: title, company, place, pay. Never guessed.

Every field carries how it was found; where nothing says it, the field is None.
"""

from __future__ import annotations

import re

from agent.language.grammar import word_set
from agent.models import Span, Stated

_LABELS = {
    "title": r"(?:job|position|role|working|civil service|posting|class)?\s?title|position|role|"
    r"vacancy|stellenbezeichnung|stelle|poste|intitulé du poste|puesto|functie(?:titel)?",
    "company": r"company(?: name)?|employer|organi[sz]ation|agency|institution|hiring (?:company|"
    r"organi[sz]ation)|unternehmen|firma|arbeitgeber|entreprise|société|empresa|bedrijf|"
    r"werkgever",
    "location": r"(?:job |work |office )?location(?:s|\(s\))?|place of work|work site|city|"
    r"standort|"
    r"arbeitsort|einsatzort|ort|lieu(?: de travail)?|localisation|ubicación|"
    r"lugar(?: de trabajo)?|standplaats|locatie",
    "salary": r"(?:annual |hourly |base |starting )?(?:salary|pay ?rate|pay|wage|compensation|"
    r"pay range|"
    r"payrate|hourly rate)(?: range)?|gehalt|vergütung|salaire|rémunération|salario|salaris",
    "employment_type": r"(?:employment|job|contract|position) (?:type|status)|"
    r"type of (?:employment|contract)|"
    r"status|contract|anstellungsart|vertragsart|type de contrat|contrat|tipo de contrato|"
    r"jornada|dienstverband",
    "seniority": r"(?:experience|seniority|career|job) level|seniority|level|karrierestufe|"
    r"niveau d'expérience|nivel",
}
_LABELLED = {
    field: re.compile(rf"^\W*(?:{label})\s*[:：]\s*(\S.{{0,118}})$", re.I | re.M)
    for field, label in _LABELS.items()
}
_MONEY = re.compile(
    r"(?:(?:US|CA|AU)?[$£€]|USD|EUR|GBP|CHF)\s?\d[\d,.' ]*\d?\s?[kK]?(?:\s?(?:-|–|to|bis|à|a|"
    r"tot)\s?(?:(?:US|CA|AU)?[$£€]|USD|EUR|GBP|CHF)?\s?\d[\d,.']*\s?[kK]?)?"
    r"(?:\s?(?:/|per|an|a|p\.?)\s?(?:hour|hr|year|yr|annum|month|week|day|h|a))?|"
    r"\d{1,3}(?:[.,' ]\d{3})+\s?(?:€|EUR|CHF)(?:\s?(?:brutto|bruto|brut))?"
)
_CURRENCY = re.compile("[$£€]|USD|EUR|GBP|CHF")
_PAY_WORDS = re.compile(
    r"salar|pay|compensation|wage|hour|annual|year|per |range|gehalt|vergüt|rémun|salaire|"
    r"bruto|brutto|/",
    re.I,
)
_TYPES = re.compile(
    r"\b(?:full[- ]time|part[- ]time|per diem|temporary|seasonal|permanent|fixed[- ]term|"
    r"freelance|internship|apprenticeship|zero hours|"
    r"vollzeit|teilzeit|unbefristet|befristet|minijob|temps plein|temps partiel|cdi|cdd|"
    r"alternance|jornada completa|media jornada|tiempo completo|indefinido|fulltime|parttime|"
    r"voltijd|deeltijd)\b",
    re.I,
)
_SENIORITY = re.compile(
    r"\b(?:entry[- ]level|junior|mid[- ]level|senior|lead|principal|staff|director|head of|"
    r"chief|trainee|intern|graduate|apprentice|jr\.?|sr\.?)\b",
    re.I,
)
NAME = r"[A-ZÀ-Þ][\w&'’-]*(?:\.\w+)*"
_AS_A = re.compile(
    rf"(?:(?:(?<=\n)|(?<=[.!?:] )|^)As (?:an?|our|the)|\b(?:seeking|hiring|looking for|"
    rf"recruit(?:ing)?|need) (?:an?|our|the)(?: (?:new|experienced|motivated|talented|"
    rf"passionate|dedicated|skilled|full-time|part-time))*|(?:opening|vacancy|opportunity|"
    rf"position) (?:for|as) (?:an?|the)\b) "
    rf"((?:{NAME}|of|and|&|/|-)(?:[ ,/]+(?:{NAME}|of|and|&|I{{1,3}}|/|-))*)"
)
_THE_TITLE = re.compile(
    rf"\b(?:[Tt]he|THE) ((?:{NAME}|of|and|&|/)(?: (?:{NAME}|of|and|&|/))*) (?:is responsible|"
    rf"will\b|is a\b|is an\b|reports|serves|works|assists|performs|provides|plays|oversees|"
    rf"is expected|is part|supports|manages|leads)"
)
NOT_A_NAME = word_set(
    "we our the this you your it us as in at for if who what why how job the position role all "
    "candidates applicants work company team about must a an "
    "responsibilities requirements qualifications duties summary description overview "
    "experience education skills ability knowledge benefits there these they that "
    "he she i no yes please under reporting one each any some wir sie du nous vous le la el "
    "los las wij je het de der die das here"
)
_SUFFIX = re.compile(
    r"\s*(?:\((?:m|f|w|d|x|h|v|n|gn|all genders?)(?:\s*[/|*]\s*(?:m|f|w|d|x|h|v|n|gn))*\)|"
    r"\b[mfwdxhv]/[mfwdxhv](?:/[mfwdxhv])?\b)\s*",
    re.I,
)
_PHONE = re.compile(
    r"(?<![\w/])\+?\(?\d{2,4}\)?[\s./-]\(?\d{2,4}\)?[\s./-]?\d{2,4}(?:[\s.-]?\d{2,4})?(?![\w/])"
)
_CONTACT = re.compile(rf"[\w.+-]+@[\w-]+\.[\w.-]*\w|{_PHONE.pattern}")
_PERSON = re.compile(
    r"(?:\b(?:[Cc]ontact(?: person)?|[Rr]ecruiter|[Hh]iring [Mm]anager|[Aa]ttn|[Aa]ttention|"
    r"[Aa]nsprechpartner(?:in)?|[Cc]ontacto|[Cc]ontactpersoon|[Rr]ecruteur|"
    r"[Rr]eports? [Tt]o)\b\s?[:.]?\s+)((?:Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Frau|Herrn?|Mme|"
    r"M\.)?\s?[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w.'-]+){1,2})"
)


def labelled(field: str, text: str) -> Stated | None:
    """A field the posting labels itself: 'Location: Leeds'."""
    found = _LABELLED[field].search(text)
    if not found:
        return None
    value = found.group(1).strip(" \t|;")
    if field in ("title", "location", "company"):
        value = re.split(r"\s{2,}|\s[|]\s|\t|\s+(?=[A-Z][A-Za-z ]{2,20}:)", value)[0].strip()
    if not value or (
        field in ("title", "company") and (len(value.split()) > 9 or value.endswith("."))
    ):
        return None
    start = found.start(1)
    name = text[found.start() : start].strip(" \t\n:-•*")
    return Stated(
        value=value, span=Span(start=start, end=start + len(value)), how=f"from the label {name!r}"
    )


def find_title(text: str, company: str | None = None) -> Stated | None:
    """The job title where the posting says it; never the first line merely because it is first.

    Args:
        text: the cleaned posting.
        company: its name, so that 'the Discord team' is not a title.
    """
    by_label = labelled("title", text)
    if by_label is not None:
        return _without_gender(by_label)
    for pattern in (_AS_A, _THE_TITLE):
        for found in pattern.finditer(text):
            value = _trim_title(found.group(1))
            words = value.split()
            if not found.group().startswith("As ") and not OCCUPATION.search(value):
                continue
            if not words or len(words) > 7 or words[0].lower() in NOT_A_NAME or value == company:
                continue
            if pattern is _THE_TITLE and value.split()[-1].lower() in (
                "company",
                "department",
                "team",
                "division",
                "city",
                "center",
                "university",
                "school",
            ):
                continue
            start = found.start(1) + found.group(1).find(value)
            return _without_gender(
                Stated(
                    value=value,
                    span=Span(start=start, end=start + len(value)),
                    how=f"from {text[found.start() : start + len(value)]!r}",
                )
            )
    return _first_line_title(text)


def _trim_title(value: str) -> str:
    words = value.strip(" ,/-&").split()
    while words and words[-1].lower() in ("of", "and", "&", "/", "-", "or", "for", "to"):
        words.pop()
    return " ".join(words).strip(" ,/-.")


# The word may begin otherwise: 'Bioengineer', 'Softwareentwickler'.
OCCUPATION = re.compile(
    r"(?:engineer|developer|manager|nurse|teacher|technician|analyst|assistant|"
    r"specialist|officer|director|coordinator|supervisor|clerk|driver|chef|cook|accountant|"
    r"carpenter|welder|electrician|plumber|mechanic|administrator|consultant|representative|"
    r"associate|operator|worker|therapist|educator|designer|architect|scientist|curator|"
    r"inspector|advisor|adviser|agent|attendant|buyer|planner|editor|writer|counsel|attorney|"
    r"paralegal|pharmacist|physician|dispatcher|foreman|superintendent|leader|lead|"
    r"intern|apprentice|trainee|professor|lecturer|librarian|registrar|archivist|conservator|"
    r"handler|guard|janitor|custodian|cleaner|server|bartender|barista|baker|"
    r"entwickler(?:in)?|ingenieur(?:in)?|leiter(?:in)?|pfleger(?:in)?|fachkraft|kaufmann|"
    r"kauffrau|mitarbeiter(?:in)?|infirmier|infirmière|ingénieur|développeu\w+|responsable|"
    r"comptable|chargée?|enfermer[oa]|ingenier[oa]|desarrollador\w*|verpleegkundige|"
    r"medewerker|monteur|adviseur|elektroniker(?:in)?|mechatroniker(?:in)?|techniker(?:in)?|"
    r"erzieher(?:in)?|verkäufer(?:in)?|fahrer(?:in)?|köch(?:in)?|koch|buchhalter(?:in)?|berater(?:in)?|"
    r"technicien(?:ne)?|cuisini(?:er|ère)|vend(?:eur|euse)|gestionnaire|jef[ea]|cociner[oa]|"
    r"camarer[oa]|administrativ[oa]|conductora?|chauffeur|verkoper|leraar|kok)\b",
    re.I,
)


def _first_line_title(text: str) -> Stated | None:
    """A short opening line that names an occupation: the usual head of a posting."""
    offset = 0
    for line in text.split("\n")[:3]:
        bare = _SUFFIX.sub(" ", line).strip(" -*#•")
        if (
            1 <= len(bare.split()) <= 6
            and not line.startswith(("-", "*", "•"))
            and not bare.endswith((".", ":", "!", "?"))
            and (
                OCCUPATION.search(bare)
                or _SUFFIX.search(line)
                or (len(bare) > 4 and re.search(rf"\b(?:an?|the) {re.escape(bare)}\b", text, re.I))
            )
        ):
            found = line.find(bare.split(" ")[0])
            end = offset + len(line.rstrip())
            return Stated(
                value=bare,
                span=Span(start=offset + max(found, 0), end=end),
                how="from the line at the head of the posting",
            )
        offset += len(line) + 1
    return None


def _without_gender(stated: Stated) -> Stated:
    return stated.model_copy(update={"value": _SUFFIX.sub(" ", stated.value).strip()})


def find_salary(text: str) -> Stated | None:
    """A sum of money that its line calls pay."""
    if not _CURRENCY.search(text):
        return None
    for found in _MONEY.finditer(text):
        line_start = text.rfind("\n", 0, found.start()) + 1
        around = text[max(line_start, found.start() - 80) : found.end() + 30]
        digits = re.sub(r"\D", "", found.group())
        if (
            len(digits) >= 2
            and _PAY_WORDS.search(around)
            and not re.search(r"million|billion|revenue|budget|raised|assets", around, re.I)
        ):
            value = found.group().strip()
            return Stated(
                value=value,
                span=Span(start=found.start(), end=found.start() + len(value)),
                how="from a sum called pay",
            )
    return None


def find_employment_type(text: str) -> Stated | None:
    """'Full-time', 'Teilzeit', 'CDI' where the posting says it of itself."""
    found = labelled("employment_type", text)
    if found is not None and _TYPES.search(found.value):
        return found
    word = next(
        (
            m
            for m in _TYPES.finditer(text)
            if not re.match(
                r"\s(?:satisfactory|paid|experience|professional|study|student|training)",
                text[m.end() :],
            )
        ),
        None,
    )
    return (
        Stated(
            value=word.group(),
            span=Span(start=word.start(), end=word.end()),
            how="from the posting's words",
        )
        if word
        else None
    )


def find_seniority(text: str, title: Stated | None) -> Stated | None:
    """A level that a label or the title itself states."""
    by_label = labelled("seniority", text)
    if by_label is not None and len(by_label.value.split()) <= 4:
        return by_label
    if title is None:
        return None
    found = _SENIORITY.search(title.value)
    if not found:
        return None
    span = (
        Span(start=title.span.start + found.start(), end=title.span.start + found.end())
        if title.span
        else None
    )
    if span and text[span.start : span.end] != found.group():
        span = None
    return Stated(value=found.group(), span=span, how="from the title")


def find_contacts(text: str) -> tuple[Stated, ...]:
    """E-mail addresses, phone numbers and contact persons that the posting itself names."""
    contacts = [
        Stated(
            value=m.group(),
            span=Span(start=m.start(), end=m.end()),
            how="an address" if "@" in m.group() else "a phone number",
        )
        for m in (_CONTACT if "@" in text else _PHONE).finditer(text)
        if "@" in m.group() or 8 <= len(re.sub(r"\D", "", m.group())) <= 15
    ]
    contacts += [
        Stated(
            value=m.group(1).strip(),
            span=Span(start=m.start(1), end=m.end(1)),
            how=f"from {m.group()!r}",
        )
        for m in _PERSON.finditer(text)
        if not OCCUPATION.search(m.group(1))
    ]
    return tuple(sorted(contacts, key=lambda c: c.span.start if c.span else 0))
