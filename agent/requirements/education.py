"""Degrees, certificates and their fields, as alternatives."""

from __future__ import annotations

import re

from agent.language.text import fold
from agent.requirements.terms_foreign import GENDERED

LEVEL = re.compile(
    r"\b(?:(?:bachelor|master(?='?s?'? (?:degree|of|in|or|level|required|preferred)\b|'s|s'|"
    r"\W*$|[,/])|associate(?=(?:'?s'?)? (?:degree|of|in|diploma|or (?:bachelor|higher|advanced))|"
    r"'s))(?:'?s?'?)(?: of (?:science|arts|engineering|"
    r"business administration|education|laws|fine arts|social work|nursing|public (?:health|"
    r"administration|policy)|library science|music|divinity|architecture))?(?:'?s?)?"
    r"(?: or (?:master|higher|advanced|bachelor)(?:'?s?))?(?: degree| diploma)?|"
    r"baccalaureate(?: degree)?|"
    r"(?:advanced|graduate|undergraduate|post-?graduate|university|college|four[- ]year|"
    r"4[- ]year|two[- ]year|2[- ]year|relevant|technical|professional|higher|a) degree|degree|"
    r"(?:(?:state )?high school )?equivalency (?:certificate|diploma|credential)|"
    r"(?:\d+ )?(?:semester|college|academic) (?:credits?|credit hours|hours|units)|"
    r"(?:high school|secondary school) (?:diploma|graduate|education|degree)|ged|g\.e\.d\.|"
    r"diploma|nvq(?: level)?(?: ?\d)?|hn[cd]|btec|gcses?|a[- ]levels|foundation degree|"
    r"(?:time-served )?apprenticeship(?! (?:program|scheme))|"
    r"mba|ph\.?d\.?(?: candidates?| students?)?|"
    r"doctorate|doctoral degree|juris doctor|j\.d\.|b\.?sc?\.?(?=[\s,/)]|$)|"
    r"m\.?sc\.?(?=[\s,/)]|$)|m\.?s(?=\.?(?:\s+(?:in|degree|or|required|preferred|"
    r"strongly)\b|"
    r"[/)]|$))|b\.?a(?=\.?(?:\s+(?:in|degree|or|required|preferred)\b|[/),]|$))|"
    r"m\.?a(?=\.?(?:\s+(?:in|degree|or|required|preferred)\b|[/)]))|bs/ba|ba/bs|bs/ms|"
    r"a\.?a\.?s?\.?(?= degree| in)|graduation from|"
    r"abgeschlossene[sn]? (?:\w+ )?(?:studium|ausbildung|hochschulstudium|berufsausbildung)|"
    r"(?:hochschul)?studium|berufsausbildung|ausbildung (?:als|zum|zur)|abitur|bac ?\+ ?\d|"
    r"diplôme d'état(?: d['’ ]e?\s?[\w-]+)?|diplôme(?: d'\w+)?|licence professionnelle|"
    r"titulación|grado en|licenciatura(?: en)?|título(?: de| en)?(?: grado)?(?: (?:medio|superior)"
    r"(?: o (?:medio|superior))?)?|bts|dut|licence (?:en|de)|(?:hbo|mbo|"
    r"wo)(?:[- ](?:diploma|niveau|opleiding|werk- en denkniveau|werk))?)\b"
)
_FIELD_LEAD = re.compile(
    r"\.?\s*(?:candidates?\b|students?\b|qualifi\w+\b|educated\b|level\b|or (?:higher|"
    r"equivalent|above|better))?(?: \d)?,?\s*(?:\([^)]{1,40}\)\s*)?"
    r"(?:with (?:an? )?(?:major|emphasis|specialization|"
    r"concentration|focus|degree) (?:in|on)|majoring in|from an? [\w -]+? (?:college|"
    r"university|school|program|institution)(?: or (?:college|university))?,? (?:in|with)|"
    r"preferably in|preferred in|in|en|de|im|der|als|zum|zur)\s+"
    r"(?:an? |the |one of |de |het |der |la |el |le |les )?"
)
_BARE_FIELDS = re.compile(
    r",\s+(?!(?:and|or|plus|with|preferably|preferred|strong\w*|required|minimum|at)\b)"
    r"(?=[a-z][a-z ,/&-]{3,80}\bor (?:a )?(?:related|similar|equivalent)\b)",
    re.I,
)
_ITEM = re.compile(
    r"\s*,\s*(?:(?:and/or|or|and|oder|ou|und|et|y|o|en|of)\b)?\s*|\s+(?:or|oder|ou|o|and/or|"
    r"of)\s+|\s*/\s*|(?<!-)\s+(?:and|&|und|et|y)\s+"
)
_FIELD_END = re.compile(
    r"\s*(?:[;.:()]|\b(?:is|are|required|preferred|with|plus|from|and (?:at least|minimum|"
    r"a minimum|\d|one|two|three|four|five)|or (?:equivalent|an equivalent|\d|at least|"
    r"a combination|commensurate|relevant experience|related experience|higher)|"
    r"equivalent (?:experience|combination)|desired|strongly|highly|a plus|necessary|"
    r"mandatory|including|but)\b)"
)


# 'Bachelor of Science in Nursing (BSN)': the name or its letters.
_NAMED_DEGREE = re.compile(
    r"((?:Bachelor|Master|Associate|Doctor)\w*(?:['’]s)? (?:of|in) [A-Z]\w+(?:(?: in| of|"
    r" and)? [A-Z]\w+){0,4})"
    r"\s*\(([A-Z][A-Za-z]{1,6})\)"
)


# 'Construction management degree', 'nursing diploma': the field comes first.
_FIELD_BEFORE = re.compile(
    r"^(?!(?:an?|the|any|some|university|college|bachelor\w*|master\w*|associate\w*|advanced|graduate|"
    r"undergraduate|post\w*|relevant|technical|professional|higher|high|secondary|school|"
    r"doctoral|related|four|two|ged)\b)((?:[A-Za-z][\w-]+ ){1,3}?)(degree|diploma)\b"
    r"(?! (?:in|or|of)\b)(?=\W*(?:$|(?:is |are )?(?:required|preferred|desired|desirable|a plus)))",
    re.I,
)


_GRADUATED = re.compile(
    r"\bgraduation from (?:an? )?(?:(?:accredited|recogni[sz]ed|approved) )*"
    r"((?:[\w-]+[- ]year )?(?:college|university|high school|trade school|institution))"
    r"(?:,? or (?:an? )?(?:(?:accredited|recogni[sz]ed) )*"
    r"((?:four-year )?(?:college|university)))?",
    re.I,
)


def degree_alternatives(clause: str) -> tuple[tuple[str, ...], ...]:
    """Alternatives of a clause that asks for a degree: (level, field) pairs, or levels alone.

    "Bachelor's degree in Botany, Biology or related field" -> (("Bachelor's degree", "Botany"),
    ("Bachelor's degree", "Biology"), ("Bachelor's degree", "related field")).
    """
    clause = GENDERED.sub("", clause)
    folded = fold(clause)
    named = _NAMED_DEGREE.search(clause)
    if named:
        return ((named.group(1),), (named.group(2),))
    before = _FIELD_BEFORE.match(clause)
    if before:
        return ((before.group(2), before.group(1).strip()),)
    levels = list(LEVEL.finditer(folded.lower()))
    if not levels:
        return ()
    kept: list[tuple[int, int]] = []
    for found in levels:
        if kept and found.group() in ("degree", "a degree") and found.start() - kept[-1][1] < 3:
            continue
        kept.append((found.start(), found.end()))
    subjects = _subjects(clause, folded, kept)
    names = list(dict.fromkeys(_level_name(clause[a:b]) for a, b in kept))
    schools = _GRADUATED.search(clause)
    if schools and names[0].lower().startswith("graduation"):
        # 'Graduation from a four-year college or university' names the schools that will do.
        names = [*(name for name in schools.groups() if name), *names[1:]]
    if len(names) > 1 and any(
        name.lower() not in ("degree", "diploma", "a degree") for name in names
    ):
        names = [name for name in names if name.lower() not in ("degree", "a degree")]
    extra = [(path,) for path in _other_paths(clause, folded, kept)]
    own = [
        (name, field) if field else (name,)
        for name in names
        for field in dict.fromkeys(subjects.get(name) or ("",))
    ]
    return (*own, *extra)


_SCHOOL = re.compile(r"high school|secondary|ged|g\.e\.d|equivalency|gcse", re.I)


def _subjects(clause: str, folded: str, levels: list[tuple[int, int]]) -> dict[str, list[str]]:
    """The fields of each level. 'Bachelor's or master's degree in law' shares its fields, 'a
    bachelor's in law or a master's in history' does not; a school has none."""
    ends = [*(start for start, _ in levels[1:]), len(clause)]
    fields = [_fields(clause, folded, b, end) for (_, b), end in zip(levels, ends, strict=True)]
    for i in reversed(range(len(fields) - 1)):
        fields[i] = fields[i] or fields[i + 1]
    for i in range(1, len(fields)):
        fields[i] = fields[i] or fields[i - 1]
    found: dict[str, list[str]] = {}
    for (a, b), named in zip(levels, fields, strict=True):
        name = _level_name(clause[a:b])
        if not _SCHOOL.search(name):
            found[name] = [*found.get(name, ()), *named]
    return found


_EQUIVALENT = re.compile(
    r"\bor (?:an? |its |the |other |any )*(equivalent (?:work |job |practical |relevant |"
    r"related |professional )?experience|educational equivalent|(?:equivalent |related |any )?"
    r"combination of (?:education|training|experience)(?:,| and| or|/)* ?(?:education|training|"
    r"experience|work experience)?|(?:relevant|related|work|professional|industry) experience)",
    re.I,
)
_YEARS_INSTEAD = re.compile(
    r"\bor (?:at least |a minimum of |minimum (?:of )?)?((?:\d{1,2}|one|two|three|four|five|six|"
    r"seven|eight|ten|twelve)\+? (?:\(\d+\) )?(?:or more )?years?'? (?:of )?(?:[\w-]+ ){0,3}?"
    r"experience|(?:\d{1,2}|one|two|three|four|five|six|seven|eight|ten|twelve)\+? "
    r"(?:\(\d+\) )?years? (?:of|in|as) (?:an? )?[\w-]+(?: [\w-]+)?)",
    re.I,
)
# 'A paralegal certificate or a degree', 'a degree or a nursing licence'.
_PAPER = (
    r"((?:(?!an?\b|the\b|have\b|hold\b|or\b)[\w-]+ ){1,3}?"
    r"(?:certificat(?:e|ion)|licen[cs]e|registration|credential))\b"
)
_PAPER_BEFORE = re.compile(rf"(?:^|\b(?:an?|the|have|hold) ){_PAPER},? or (?:an? )?$", re.I)
_PAPER_AFTER = re.compile(rf"\bor (?:an? |the )?{_PAPER}", re.I)
_LETTERS = re.compile(r"\b([A-Z][A-Za-z]{1,2}[A-Z]?[A-Z]?)(?:\s?/\s?|,? or (?:an? )?)$")


def _other_paths(clause: str, folded: str, levels: list[tuple[int, int]]) -> list[str]:
    """What will do instead of the degree: experience, years, another paper by its letters."""
    papers = (_PAPER_BEFORE.search(clause[: levels[0][0]]), _PAPER_AFTER.search(clause))
    paths = [paper.group(1) for paper in papers if paper]
    letters = _LETTERS.search(clause[: levels[0][0]])
    if letters and letters.group(1).isupper():
        paths.append(letters.group(1))
    for pattern in (_YEARS_INSTEAD, _EQUIVALENT):
        found = pattern.search(folded, levels[0][1])
        if found:
            paths.append(clause[found.start(1) : found.end(1)].strip())
    return paths


# 'Bachelor's with two years of experience or master's': only one way counts years.
_YEARS_OF_ONE_WAY = re.compile(
    r"\b(?:bachelor|associate|diploma|degree|b\.?s\.?|b\.?a\.?)\b.{0,30}\b(?:with|and|plus)\b.{0,40}"
    r"\byears?\b.{0,30}\bor (?:an? )?(?:master|doctor|ph\.?d|advanced degree|graduate degree|"
    r"bachelor)",
    re.I,
)


def years_are_instead(clause: str) -> bool:
    """True if the years named are one way among others: 'a degree or four years of experience'."""
    folded = fold(clause)
    found = _YEARS_INSTEAD.search(folded)
    if _YEARS_OF_ONE_WAY.search(folded):
        return True
    return found is not None and bool(
        LEVEL.search(folded.lower()[: found.start()])
        or re.search(r"\b(?:certificat\w+|licen[cs]e|diploma)\b", folded[: found.start()], re.I)
    )


_LOOSE_END = re.compile(r"(?:[\s,;]+(?:and|or|and/or|plus|an?))*[\s,;]*$")


def _level_name(text: str) -> str:
    return re.sub(r"^(?:a|an) ", "", text.strip(" ,"), flags=re.I)


def _fields(clause: str, folded: str, start: int, end: int) -> list[str]:
    lead = _FIELD_LEAD.match(folded, start) or _BARE_FIELDS.match(folded, start)
    if not lead and re.search(r"\b(?:hbo|mbo|wo)(?:[- ]\w+)?$", folded[:start].lower()):
        lead = re.compile(r"\s+(?=[a-z]{5})").match(folded, start)  # 'MBO-diploma elektrotechniek'
    if not lead:
        return []
    end -= len(folded[lead.end() : end]) - len(_LOOSE_END.sub("", folded[lead.end() : end]))
    stop = _FIELD_END.search(folded.lower(), lead.end(), end)
    if stop:
        end = stop.start()
    names: list[str] = []
    at = lead.end()
    for found in _ITEM.finditer(folded, lead.end(), end):
        names.append(clause[at : found.start()])
        at = found.end()
    names.append(clause[at:end])
    cleaned = [
        re.sub(r"^(?:an?|the|other|any|one of the)\s+|\s+preferred$", "", name.strip(" ,."))
        for name in names
    ]
    return [
        name
        for name in cleaned
        if name
        and len(name.split()) <= 5
        and not name.startswith(("its ", "their "))
        and name not in ("field", "subject", "discipline", "area", "major")
        and not re.search(r"\b(?:licen[cs]e|certificat\w+|registration|experience)$", name)
    ]
