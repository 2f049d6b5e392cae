"""An entry's heading lines -> title, employer, location, dates.

People write these four in every order, on one line or on several, between tabs, bars, dashes,
commas or in brackets. Dates are found first and cut out; what is left is cut at the strongest
separator it has; each part is then judged by its words (see `_title_weight`, `_employer_weight`)
and, where words don't tell, by its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from agent.language.dates import find_dates, find_durations
from agent.language.text import fold
from agent.models import Dates

# Head nouns of occupations and ranks. A word ending in one of the suffixes below counts too.
_TITLE_WORDS = frozenset(
    [
        "manager",
        "engineer",
        "developer",
        "nurse",
        "teacher",
        "analyst",
        "assistant",
        "director",
        "officer",
        "coordinator",
        "supervisor",
        "technician",
        "specialist",
        "consultant",
        "associate",
        "administrator",
        "accountant",
        "representative",
        "lead",
        "leader",
        "head",
        "chief",
        "president",
        "vice",
        "vp",
        "ceo",
        "cto",
        "cfo",
        "coo",
        "cio",
        "founder",
        "cofounder",
        "co-founder",
        "owner",
        "partner",
        "intern",
        "trainee",
        "apprentice",
        "clerk",
        "cashier",
        "server",
        "chef",
        "cook",
        "waiter",
        "waitress",
        "bartender",
        "host",
        "hostess",
        "driver",
        "operator",
        "welder",
        "electrician",
        "plumber",
        "carpenter",
        "mechanic",
        "machinist",
        "fitter",
        "foreman",
        "forewoman",
        "laborer",
        "labourer",
        "mason",
        "painter",
        "roofer",
        "installer",
        "inspector",
        "surveyor",
        "architect",
        "designer",
        "artist",
        "writer",
        "editor",
        "journalist",
        "reporter",
        "author",
        "translator",
        "interpreter",
        "librarian",
        "curator",
        "archivist",
        "producer",
        "photographer",
        "illustrator",
        "animator",
        "musician",
        "actor",
        "actress",
        "model",
        "stylist",
        "hairdresser",
        "barber",
        "therapist",
        "physician",
        "doctor",
        "surgeon",
        "dentist",
        "pharmacist",
        "psychologist",
        "counselor",
        "counsellor",
        "midwife",
        "paramedic",
        "caregiver",
        "carer",
        "aide",
        "attendant",
        "hygienist",
        "phlebotomist",
        "radiographer",
        "sonographer",
        "dietitian",
        "nutritionist",
        "lpn",
        "rn",
        "cna",
        "lvn",
        "emt",
        "principal",
        "professor",
        "lecturer",
        "instructor",
        "tutor",
        "trainer",
        "coach",
        "educator",
        "researcher",
        "scientist",
        "chemist",
        "biologist",
        "physicist",
        "statistician",
        "economist",
        "actuary",
        "auditor",
        "bookkeeper",
        "controller",
        "comptroller",
        "treasurer",
        "banker",
        "broker",
        "underwriter",
        "adjuster",
        "teller",
        "trader",
        "investor",
        "planner",
        "strategist",
        "buyer",
        "purchaser",
        "merchandiser",
        "salesperson",
        "salesman",
        "saleswoman",
        "seller",
        "agent",
        "realtor",
        "recruiter",
        "generalist",
        "secretary",
        "receptionist",
        "typist",
        "dispatcher",
        "scheduler",
        "expediter",
        "packer",
        "picker",
        "loader",
        "warehouseman",
        "stocker",
        "janitor",
        "custodian",
        "cleaner",
        "housekeeper",
        "maid",
        "porter",
        "guard",
        "ranger",
        "sergeant",
        "lieutenant",
        "captain",
        "commander",
        "corporal",
        "private",
        "soldier",
        "marine",
        "pilot",
        "steward",
        "stewardess",
        "firefighter",
        "detective",
        "deputy",
        "sheriff",
        "investigator",
        "attorney",
        "lawyer",
        "solicitor",
        "barrister",
        "paralegal",
        "judge",
        "magistrate",
        "advocate",
        "liaison",
        "ambassador",
        "advisor",
        "adviser",
        "mentor",
        "facilitator",
        "moderator",
        "organizer",
        "organiser",
        "volunteer",
        "member",
        "fellow",
        "resident",
        "student",
        "graduate",
        "postdoc",
        "programmer",
        "tester",
        "admin",
        "sysadmin",
        "webmaster",
        "dba",
        "scrum",
        "devops",
        "sre",
        "contractor",
        "freelancer",
        "freelance",
        "executive",
        "superintendent",
        "superviser",
        "farmer",
        "grower",
        "gardener",
        "landscaper",
        "horticulturist",
        "agronomist",
        "forester",
        "fisherman",
        "veterinarian",
        "groomer",
        "zookeeper",
        "nanny",
        "babysitter",
        "au-pair",
        "pastor",
        "minister",
        "chaplain",
        "priest",
        "entrepreneur",
        "expert",
        "team-lead",
        "teamlead",
        "staff",
        "crew",
        "helper",
        "worker",
        "handyman",
        "technologist",
        "supervising",
        "crewmember",
        "chairperson",
        "chairman",
        "chairwoman",
        "chair",
        "dean",
        "provost",
        "rector",
        "registrar",
        "leiter",
        "leiterin",
        "leitung",
        "mitarbeiter",
        "mitarbeiterin",
        "sachbearbeiter",
        "sachbearbeiterin",
        "kaufmann",
        "kauffrau",
        "kraft",
        "fachkraft",
        "pflegefachkraft",
        "pflegefachfrau",
        "pflegefachmann",
        "krankenschwester",
        "krankenpfleger",
        "lehrer",
        "lehrerin",
        "lehrkraft",
        "ingenieur",
        "ingenieurin",
        "entwickler",
        "entwicklerin",
        "berater",
        "beraterin",
        "werkstudent",
        "werkstudentin",
        "praktikant",
        "praktikantin",
        "azubi",
        "auszubildende",
        "auszubildender",
        "meister",
        "meisterin",
        "geselle",
        "gesellin",
        "assistenz",
        "assistentin",
        "referent",
        "referentin",
        "techniker",
        "technikerin",
        "schlosser",
        "schweißer",
        "verkäufer",
        "verkäuferin",
        "koch",
        "köchin",
        "erzieher",
        "erzieherin",
        "arzt",
        "ärztin",
        "geschäftsführer",
        "geschäftsführerin",
        "vorstand",
        "buchhalter",
        "buchhalterin",
        "aushilfe",
        "hilfskraft",
        "ingénieur",
        "ingénieure",
        "développeur",
        "développeuse",
        "responsable",
        "directeur",
        "directrice",
        "chargé",
        "chargée",
        "infirmier",
        "infirmière",
        "professeur",
        "professeure",
        "enseignant",
        "enseignante",
        "assistante",
        "chef",
        "cheffe",
        "conseiller",
        "conseillère",
        "vendeur",
        "vendeuse",
        "comptable",
        "technicien",
        "technicienne",
        "stagiaire",
        "apprenti",
        "apprentie",
        "alternant",
        "alternante",
        "gérant",
        "gérante",
        "serveur",
        "serveuse",
        "cuisinier",
        "cuisinière",
        "ouvrier",
        "ouvrière",
        "soudeur",
        "secrétaire",
        "gestionnaire",
        "consultante",
        "adjoint",
        "adjointe",
        "employé",
        "employée",
        "aide",
        "ingeniero",
        "ingeniera",
        "desarrollador",
        "desarrolladora",
        "gerente",
        "director",
        "directora",
        "jefe",
        "jefa",
        "encargado",
        "encargada",
        "enfermero",
        "enfermera",
        "profesor",
        "profesora",
        "maestro",
        "maestra",
        "auxiliar",
        "ayudante",
        "asistente",
        "técnico",
        "técnica",
        "vendedor",
        "vendedora",
        "contable",
        "administrativo",
        "administrativa",
        "camarero",
        "camarera",
        "cocinero",
        "cocinera",
        "becario",
        "becaria",
        "practicante",
        "consultor",
        "consultora",
        "coordinador",
        "coordinadora",
        "responsable",
        "dependiente",
        "dependienta",
        "analista",
        "soldador",
        "operario",
        "operaria",
        "conductor",
        "conductora",
        "medewerker",
        "medewerkster",
        "verpleegkundige",
        "verzorgende",
        "leraar",
        "lerares",
        "docent",
        "docente",
        "leider",
        "manager",
        "adviseur",
        "ontwikkelaar",
        "ingenieur",
        "monteur",
        "lasser",
        "kok",
        "verkoper",
        "verkoopster",
        "stagiair",
        "stagiaire",
        "hoofd",
        "directeur",
        "chauffeur",
        "teamleider",
        "projectleider",
        "boekhouder",
        "administrateur",
        "begeleider",
    ]
)
_TITLE_SUFFIX = re.compile(
    r"(?:ologist|ician|ographer|keeper|smith|maker|worker|master|leiterin|leiter|arbeiter|arbeiterin"
    r"|pflegerin|pfleger|fachkraft|fachfrau|fachmann|kaufmann|kauffrau|techniker|ingenieur"
    r"|entwickler|entwicklerin|berater|beraterin|mechaniker|mechatroniker|assistent|assistentin"
    r"|lehrer|lehrerin|leider|medewerker|kundige|trice|eur|euse|teur|teuse|mann|helfer|helferin)$"
)
_TITLE_START = re.compile(
    r"(?:senior|sr|junior|jr|assistant|associate|lead|head|chief|deputy|staff|principal|registered"
    r"|certified|licensed|interim|acting|executive|graduate|trainee|apprentice|part-time|freelance"
    r"|stellvertretende[rn]?|leitende[rn]?|technische[rn]?)\b\.?"
)
_DEGREE = re.compile(
    r"\b(?:ph\.? ?d|m\.? ?d|m\.? ?sc|b\.? ?sc|b\.? ?s|b\.? ?a|m\.? ?a|m\.? ?s|mba|m\.?b\.?a|bba|bfa"
    r"|mfa|bsn|msn|dnp|adn|beng|b\.?eng|meng|m\.?eng|b\.? ?tech|m\.? ?tech|b\.? ?com|m\.? ?com"
    r"|b\.? ?ed|m\.? ?ed|llb|llm|j\.?d|a\.?a\.?s?|a\.s|edd|ged|pgce|hnd|nvq|dr|dipl)\b\.?"
    r"|\b(?:bachelor|master|associate|doctor|doctorate|doktor|magister|diploma|diplom|degree|abitur"
    r"|certificate|minor|major|licen[sc]e|licenciatura|licenciado|licenciada|grado|máster|bachillerato|maîtrise"
    r"|baccalauréat|doctorat|staatsexamen|ausbildung|lehre|promotion|fachabitur|hochschulreife|bts|dut|cap|bac|brevet|havo|vwo|vmbo|mbo|hbo|postgraduate|undergraduate"
    r"|apprenticeship|coursework|fellowship|residency|certification|studium|studies|técnico|formation)\b",
    re.IGNORECASE,
)
_EMPLOYER = re.compile(
    r"\b(?:inc|llc|l\.l\.c|ltd|limited|corp|corporation|co|company|companies|plc|llp|gmbh|ag|kg|ug"
    r"|e\.? ?v|ohg|mbh|s\.?a\.?s?|s\.?l\.?u?|sarl|b\.?v|n\.?v|pty|pvt|group|gruppe|groupe|grupo|groep"
    r"|holdings?|partners|associates|bros|brothers|sons|university|universität|universidad"
    r"|université|universiteit|college|school|schule|gymnasium|institute|institut|instituto|academy"
    r"|akademie|hochschule|fachhochschule|tu|fh|hospital|krankenhaus|klinik|klinikum|clinic|clínica|clinique|hôpital|ziekenhuis"
    r"|medical center|health|healthcare|center|centre|centro|centrum|bank|insurance|foundation"
    r"|stiftung|association|society|church|ministry|department of|county|city of|state of|army|navy"
    r"|air force|usaf|district|agency|services|solutions|systems|technologies|industries|enterprises"
    r"|international|consulting|restaurant|hotel|resort|store|stores|studio|studios|labs?|laboratories|works|werke"
    r"|logistics|motors|energy|foods|press|museum|library|theat(?:er|re)|government|council|nhs|trust|polytechnic"
    r"|lycée|collège|école|escuela|colegio|hogeschool|seniorenheim|pflegeheim|verlag|supermarket|market|nursing home"
    r"|company name|shipyard|fabrication|construction|builders|contractors|manufacturing|airlines|media|networks?|software)\b\.?",
    re.IGNORECASE,
)
_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM"
    "|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|ON|BC|QC|AB|MB|NB|NS|SK|NSW|VIC|QLD"
)
_COUNTRIES = (
    "usa|u\\.s\\.a?\\.?|us|united states|uk|united kingdom|england|scotland|wales|ireland|canada|australia"
    "|germany|deutschland|france|spain|españa|netherlands|nederland|belgium|belgië|belgique|austria"
    "|österreich|switzerland|schweiz|suisse|italy|italia|portugal|poland|polska|india|china|japan"
    "|singapore|mexico|méxico|brazil|brasil|argentina|chile|colombia|peru|perú|sweden|norway|denmark|finland|turkey"
    "|israel|egypt|nigeria|kenya|ghana|south africa|new zealand|philippines|indonesia|malaysia|vietnam|thailand|pakistan|bangladesh|uae"
    "|united arab emirates|saudi arabia|qatar|russia|ukraine|greece|hungary|czech republic|romania|korea|south korea|taiwan|hong kong|luxembourg"
)
_LOCATION = re.compile(
    rf"(?:[\w .'-]{{2,40}}, ?(?:(?:{_STATES})(?: \d{{5}})?|(?i:{_COUNTRIES})|State|(?:[A-Z][a-z]+ ?){{1,2}})"
    rf"(?:, ?(?i:{_COUNTRIES}))?|(?i:{_COUNTRIES}|remote|hybrid|home ?office|télétravail|remoto|on-?site)"
    rf"|[\w .'-]{{2,40}} (?:{_STATES}))\.?",
)
_SURE_LOCATION = re.compile(
    rf".*(?:, ?(?:{_STATES})(?: \d{{5}})?|\b(?i:{_COUNTRIES})|, State|^(?i:remote|hybrid)(?: \(.*\))?)\.?"
)
_BETWEEN = (
    re.compile(r"\t+| {3,}"),
    re.compile(r" ?[|¦│•·∙●◆▪■»] ?"),
    re.compile(r" +[-‐-―−/]+ +| ?[—―] ?|(?<=[a-z)])–(?=[A-Z])"),
    re.compile(r" @ | (?:at|bei der|bei|chez|bij|für die) (?=[A-ZÀ-Þ\d])"),
    re.compile(r" {2,}"),
)


class Heading(NamedTuple):
    """What a heading says; None for what it does not say."""

    title: str | None = None
    employer: str | None = None
    location: str | None = None
    dates: Dates | None = None


def read_heading(
    lines: Sequence[str], *, studies: bool = False, title_first: bool = True
) -> Heading:
    """Title, employer, location and dates of one heading.

    Args:
        lines: the heading's lines or table cells, in order.
        studies: True in an Education section, where the title is a degree and the employer a school.
        title_first: which one comes first where the words don't tell.
    """
    dates: Dates | None = None
    parts: list[str] = []
    for line in lines:
        found, rest = cut_dates(line)
        if found is not None and (dates is None or _narrower(found, dates)):
            dates = found
        parts += _split(rest)
    location, parts = _take_location(parts)
    if len(parts) == 1:
        parts = _split_comma(parts[0], studies)
        if location is None and len(parts) > 1:
            location, parts = _take_location(parts)
    if not parts:
        return Heading(location=location, dates=dates)
    title, employer = _assign(parts, studies=studies, title_first=title_first)
    if employer is not None and location is None:
        employer, location = _trailing_location(employer)
    return Heading(title, employer, location, dates)


def cut_dates(line: str) -> tuple[Dates | None, str]:
    """The dates of a heading line, and the line without them and the brackets or separators that
    set them off. Where the line has several dates the last range wins, else the last date."""
    found = find_dates(line)
    if not found:
        durations = find_durations(line)
        bracket = re.search(r"\(([^()]*)\)\s*$", line)
        if durations and bracket and bracket.start() < durations[-1].span.start:
            return Dates(text=bracket.group(1).strip()), line[: bracket.start()].rstrip(" ,-–—|\t")
        return None, line
    ranges = [pair for pair in found if pair[1].start != pair[1].end or pair[1].current]
    span, dates = (ranges or list(found))[-1]
    before = line[: span.start].rstrip()
    after = line[span.end :].lstrip()
    if before.endswith(("(", "[")) and not after.startswith((")", "]")):
        # "(Berlin, 2019)": the bracket holds more than the date.
        closing = min((at for at in (after.find(")"), after.find("]")) if at >= 0), default=-1)
        if closing >= 0:
            note = after[:closing]
            after = after[closing + 1 :]
            before = before[:-1] + (f" | {note.strip(' ,;·-–|')}" if note.strip(" ,;·-–|") else "")
    elif before.endswith(("(", "[")):
        before, after = before[:-1], after[1:]
    elif after.startswith((")", "]")):
        opening = max(before.rfind("("), before.rfind("["))
        if opening >= 0:
            before = before[:opening] + " | " + before[opening + 1 :]
            after = after[1:]
    before = re.sub(r"(?i)[\s,;:|·•–—\-/]+(?:from|von|de|du|desde|dates?)?[\s:]*$", "", before)
    before = re.sub(r"(?i)^(?:from|von|dates?|zeitraum|periode|période)[\s:]*$", "", before)
    after = re.sub(r"^[\s,;:|·•–—\-/.]+", "", after)
    joined = f"{before}\t{after}" if before and after else before or after
    return dates, joined.strip()


def _narrower(new: Dates, old: Dates) -> bool:
    """Whether `new` says more: a range instead of a point in time."""
    return old.start == old.end and (new.start != new.end or new.current)


def _split(text: str) -> list[str]:
    for separator in _BETWEEN:
        pieces = [piece.strip(" \t,;:|–—-") for piece in separator.split(text)]
        pieces = [piece for piece in pieces if piece]
        if len(pieces) > 1:
            return [inner for piece in pieces for inner in _split(piece)]
    text = text.strip(" \t,;|–—")
    return [text] if text else []


def _take_location(parts: list[str]) -> tuple[str | None, list[str]]:
    """The first part that can only be a place, and the others."""
    if len(parts) < 2:
        return None, parts
    for index in range(len(parts) - 1, -1, -1):
        part = parts[index]
        inner = part.strip("()[] ")
        if (
            (index > 0 or len(parts) > 2 or _SURE_LOCATION.fullmatch(inner))
            and _LOCATION.fullmatch(inner)
            and not _EMPLOYER.search(inner)
            and _title_weight(inner) <= 0
        ):
            return inner, parts[:index] + parts[index + 1 :]
    return None, parts


def _trailing_location(employer: str) -> tuple[str, str | None]:
    """'Mercy Hospital, Denver, CA' -> ('Mercy Hospital', 'Denver, CA')."""
    bracket = re.fullmatch(r"(.+?) ?\(([^()]+)\)", employer)
    if bracket and _LOCATION.fullmatch(bracket.group(2)):
        return bracket.group(1), bracket.group(2)
    pieces = employer.split(",")
    for keep in range(1, len(pieces)):
        rest = ",".join(pieces[keep:]).strip()
        if rest and _SURE_LOCATION.fullmatch(rest) and not _EMPLOYER.search(rest):
            return ",".join(pieces[:keep]).strip(), rest
    if (
        len(pieces) == 2
        and re.fullmatch(r" [A-ZÀ-Þ][\w.'-]+(?: [A-ZÀ-Þ][\w.'-]+)?", pieces[1])
        and not _EMPLOYER.search(pieces[1])
        and not _title_weight(pieces[1])
    ):
        return pieces[0].strip(), pieces[1].strip()
    return employer, None


def _split_comma(part: str, studies: bool) -> list[str]:
    """'Welder, Hartmann Steel' -> two parts, cut where the words of the title end."""
    pieces = [
        piece.strip() for piece in re.split(r",(?! ?(?:Inc|LLC|Ltd|Corp|Co\b|L\.L\.C|PLC))", part)
    ]
    if len(pieces) < 2:
        return [part]
    weigh = _degree_weight if studies else _title_weight
    best, cut = 0.0, 0
    for at in range(1, len(pieces)):
        left, right = ", ".join(pieces[:at]), ", ".join(pieces[at:])
        forward = weigh(left) - _employer_weight(left) + _employer_weight(right) - weigh(right)
        score = abs(forward) + 0.1 * (at == 1)
        if score > best:
            best, cut = score, at
    if cut == 0 or best <= 0.1:
        if _SURE_LOCATION.fullmatch(", ".join(pieces[1:])):
            return [pieces[0], ", ".join(pieces[1:])]
        return [part] if studies else [pieces[0], ", ".join(pieces[1:])]
    return [", ".join(pieces[:cut]), ", ".join(pieces[cut:])]


def _assign(parts: list[str], *, studies: bool, title_first: bool) -> tuple[str | None, str | None]:
    weigh = _degree_weight if studies else _title_weight
    leanings = [weigh(part) - _employer_weight(part) for part in parts]
    if len(parts) == 1:
        return (None, parts[0]) if leanings[0] < 0 else (parts[0], None)
    title_at = max(range(len(parts)), key=lambda at: (leanings[at], -at if title_first else at))
    others = [at for at in range(len(parts)) if at != title_at]
    employer_at = min(others, key=lambda at: (leanings[at], at))
    if leanings[title_at] == leanings[employer_at]:
        title_at, employer_at = (0, 1) if title_first else (1, 0)
    return parts[title_at], parts[employer_at]


def _title_weight(text: str) -> float:
    """How much `text` reads like a job title: its words, and a rank at its start."""
    low = fold(text).lower()
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", low)
    weight = 0.0
    for word in words:
        stem = word[:-1] if word.endswith("s") and len(word) > 4 else word
        tail = word.rsplit("-", 1)[-1]
        if word in _TITLE_WORDS or stem in _TITLE_WORDS or tail in _TITLE_WORDS:
            weight += 1.0
        elif _TITLE_SUFFIX.search(word):
            weight += 0.7
    if _TITLE_START.match(low):
        weight += 0.5
    return min(weight, 2.0)


def _degree_weight(text: str) -> float:
    return 1.5 if _DEGREE.search(text) else 0.3 * _title_weight(text)


def _employer_weight(text: str) -> float:
    return min(2.0, 1.2 * len(_EMPLOYER.findall(fold(text))))


def title_weight(text: str) -> float:
    """How much a line reads like a job title, 0 to 2."""
    return _title_weight(text)


def employer_weight(text: str) -> float:
    """How much a line reads like the name of an employer or school, 0 to 2."""
    return _employer_weight(text)
