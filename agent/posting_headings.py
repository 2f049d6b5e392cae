"""What a heading of a posting announces, in English, German, French, Spanish and Dutch.

A heading is recognised by its shape (short, no full stop, title case, capitals or a colon) and
sorted by the words that announce a kind of section in any trade. A heading of unknown meaning is
still a heading: what stands under it is sorted line by line.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from agent.language.text import fold
from agent.posting_text import BULLET, NUMBERED, sentences

Announces = Literal[
    "must", "preferred", "responsibility", "summary", "pitch", "benefits", "legal", "context",
    "apply", "conditions", "notes", "other_jobs", "container", "unknown",
]  # fmt: skip


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


# Order matters: the first kind whose words occur wins ('preferred qualifications' is preferred).
_KINDS: tuple[tuple[Announces, re.Pattern[str]], ...] = (
    ("other_jobs", _any(
        r"\b(?:more|similar|other|related|recommended|latest|featured|all|browse|explore|view) (?:\w+ ){0,2}(?:jobs|roles|openings|positions|vacancies|opportunities)\b",
        r"\bpeople also viewed\b", r"\bjobs (?:you|for you|like this|near|at)\b", r"\bcurrent openings\b",
        r"\b(?:weitere|ähnliche|andere) (?:stellen|jobs)", r"\b(?:autres offres|offres similaires)",
        r"\b(?:ofertas similares|otras ofertas)", r"\b(?:vergelijkbare|andere|meer) vacatures",
    )),
    ("preferred", _any(
        r"\bprefer", r"\bnice[ -]to[ -]ha", r"\bgood to have", r"\bgreat to have", r"\bbonus", r"\bdesir", r"\ban? (?:\w+ )?(?:plus|advantage|asset)\b",
        r"\bplusses|\bpluses|\bplus points|\bextra credit|\bbrownie", r"\bideal(?:ly)?\b", r"\boptional", r"\badvantageous", r"\bhelpful",
        r"\b(?:even better|extra points|stand out|set you apart|would be great|we'd love|not required|added advantage)",
        r"wünschenswert|von vorteil|idealerweise|pluspunkt|gern gesehen|nice-to-have|kann[ -]kriteri",
        r"\batouts?\b|souhait|appréci|serait un plus|les plus\b|\bbonus",
        r"deseable|valora|se valorará|\bplus\b.*:|puntos extra|opcional",
        r"wenselijk|\bpré\b|\bpre's\b|pluspunt|mooi meegenomen|voorkeur|\bbonus",
    )),
    ("apply", _any(
        r"\b(?:how|where|when) to apply", r"\bapply\b", r"\bapplication (?:process|instructions|deadline|materials|procedure|information|requirements)", r"\bapplications?$",
        r"\bselection process", r"\bselective certification", r"\b(?:passing )?scores?\b|\bquestionnaire|\bwritten test\b|\bexaminations?\b|\bcandidates will\b|\bqualifications review\b|\binterview$", r"\binterview process", r"\bnext steps", r"\bclosing date", r"\bdeadline", r"\bhiring process", r"\bcontact (?:us|information|details|person)", r"^contact$", r"\brecruit(?:ment|ing) process", r"\bto be considered",
        r"bewerb(?:ung|en)|interesse geweckt|kontakt$|ansprechpartner", r"candidature|postuler|processus de recrutement", r"cómo (?:aplicar|solicitar)|inscríbete|proceso de selección|contacto$",
        r"sollicit(?:eren|atie)|interesse\?|reageren|procedure$",
    )),
    ("notes", _any(r"\bnotes?\b(?! taking)", r"^important\b", r"\bspecial instructions", r"^additional (?:information|comments|details|notes)", r"^(?:public )?notice$", r"^other information", r"^please (?:note|read)", r"\bweitere informationen|hinweise?$|informations complémentaires|información adicional|aanvullende informatie")),
    ("legal", _any(
        r"\bequal (?:opportunity|employment)", r"\bee[oc]\b", r"\bdisclaimer", r"\bprivacy", r"\blegal", r"\baccommodations?\b", r"\bdiversity", r"\binclusion", r"\bnon[- ]?discrimination", r"\baffirmative action", r"\bada\b", r"\be-verify", r"\bpay transparency", r"\bnotice to", r"\bresidency requirement", r"\bfraud",
        r"datenschutz|chancengleichheit|schwerbehinder", r"égalité|handicap|diversité", r"igualdad|protección de datos", r"gelijke kansen|diversiteit|privacy",
    )),
    ("conditions", _any(
        r"\bphysical\b", r"\bworking (?:conditions|environment|hours)", r"\bwork (?:environment|schedule|hours|conditions|setting|location)", r"\benvironmental (?:conditions|demands|factors)", r"\bwork remotely", r"\bhours\b", r"\bschedule\b", r"\bshifts?\b", r"\btravel\b", r"\blocations?\b", r"\bjob type", r"\bemployment type", r"\breports? to\b", r"\bdepartment\b", r"\bstatus\b", r"\bflsa", r"\bjob (?:code|id|number)", r"\bdisqualif", r"\bsupervis(?:ion|es)? (?:received|exercised)", r"\bsupervisory responsibilit", r"\bdirect reports",
        r"arbeitszeit|einsatzort|standort|^ort$", r"horaires|lieu(?: de travail)?$|conditions de travail", r"horario|ubicación|lugar de trabajo|jornada", r"werktijden|standplaats|locatie",
    )),
    ("benefits", _any(
        r"\bbenefits?\b", r"\bperks\b", r"\bwe(?:'ll)?(?: can)? (?:also )?(?:offer|provide|give)\b", r"\bcompensation", r"\bsalary", r"\bpay(?:ment)?(?: range| rate)?\b(?! attention)", r"\bremuneration", r"\bwhy (?:join|work|us|you|choose|[a-z]+\?)", r"\bin it for you", r"\brewards?\b", r"\bpackage\b", r"\bwages?\b", r"\bwhat you(?:'ll| will)? (?:get|gain|receive|enjoy)", r"\bwe(?:'ve)? got you", r"\byou(?:'ll| will) (?:get|receive|enjoy)", r"\bour offer",
        r"wir bieten|unser angebot|bieten wir|vergütung|gehalt|das bekommst|deine vorteile|ihre vorteile|was wir .*bieten", r"avantages|nous (?:vous )?(?:offrons|proposons)|rémunération|salaire|on vous propose", r"ofrecemos|beneficios|salario|se ofrece|ventajas|te ofrecemos", r"bieden (?:wij|we)|(?:wij|we) bieden|arbeidsvoorwaarden|ons aanbod|salaris|dit krijg|wat (?:krijg|bieden)",
    )),
    ("context", _any(
        r"\bmight (?:also )?(?:interest|like)", r"\b(?:tech(?:nology)?|our) stack", r"\btechnolog(?:y|ies) (?:we|you|used)", r"\btools (?:we|you)", r"\bour (?:technolog|tools|tech)", r"^technologies$", r"\bresources\b", r"\bread more", r"\blearn more", r"\bhighlights?\b", r"\bfurther reading", r"\bblog",
        r"unser(?:e)? (?:tech|technolog)", r"notre stack|environnement technique", r"nuestro stack|tecnologías que", r"onze (?:tech|stack)",
    )),
    ("must", _any(
        r"\brequire", r"\bqualif", r"\bmust[ -]ha", r"\bpre-?requisites?", r"\beligib", r"\bcriteria", r"\bperson spec", r"\bminimum\b", r"\bbring\b", r"\byou(?:'ll)? need", r"\bwe(?:'re| are)? (?:look|seek|need|want)", r"\blooking for", r"\bwho you are", r"^about you\b", r"\byou(?:'ve| have| should have| are| possess| might| know| can)\b(?! d)", r"\byou(?:'ll|'d| will)? have\b", r"\bdo you have", r"\bskills?\b", r"\bknowledge", r"\babilit", r"\bcompetenc", r"\bexperience\b", r"\beducation", r"\bcertific", r"\blicen[sc]", r"\bcredentials?", r"\bbackground\b", r"\btraits\b", r"\battributes", r"\bprofile\b", r"\bexpertise\b", r"\bcandidates?\b", r"\bsuccessful (?:in|candidate)", r"\bto succeed", r"\bsuccess (?:factors|looks)", r"\bproficienc", r"\blanguages?$", r"\bksas?\b", r"\bspecification", r"\btraining$", r"\bcharacteristics", r"\bessential$", r"^requisites?",
        r"anforderung|profil\b|qualifikation|voraussetzung|mitbring|bringst? (?:du|sie)|bringen sie|kenntnisse|erwarten wir|wir erwarten|wir suchen|das bist du|du hast|sie haben|dein(?:e)? (?:skills|stärken)|fähigkeiten|muss[ -]kriteri|ausbildung$|was (?:du|sie) (?:brauch|mit)|wen wir suchen",
        r"profil\b|compétences|exigences|vous avez|vous êtes|formation$|pré-?requis|requis|recherchons|votre expérience|diplôme|qualités|savoir",
        r"requisitos|perfil|buscamos|conocimientos|formación|experiencia|competencias|imprescindible|exigid|habilidades|qué necesitas|aptitudes|titulación",
        r"eisen|profiel|wij vragen|vragen (?:wij|we)|vereist|dit ben jij|je hebt|jij hebt|breng(?:t|en)? (?:je|jij|u)|neem je mee|verwachten|zoeken (?:wij|we)|wie (?:ben|zoeken)|competenties|kwalificaties|vaardigheden|jouw talent|wat heb je nodig",
    )),
    ("summary", _any(r"\bsummary\b", r"\boverview\b", r"\bpurpose\b", r"\bobjective\b", r"\bposition description\b", r"\babout (?:the|this) (?:job|role|position|opportunity)", r"\bthe (?:role|position|opportunity|job)\b", r"\brole description", r"\bgeneral description", r"\bgeneral statement", r"\bprimary function", r"\bjob function$", r"\bbasic function", r"\bopportunity\b", r"die stelle|^stelle$", r"le poste$|description du poste", r"el puesto|descripción del puesto", r"de functie|functieomschrijving|over de (?:rol|functie)")),
    ("responsibility", _any(
        r"\bresponsib", r"\bdut(?:y|ies)\b", r"\byou(?:'ll| will|'re going to| are going to| get to)?(?: be)?(?: \w+)? ?(?:do|doing|work on|own|make|build|lead|help|work|achieve|deliver|drive|contribute|accomplish|tackle|learn|spend)\b", r"\byou(?:'ll| will)\b", r"\btasks?\b", r"\bday[ -]to[ -]day", r"\ba day in", r"\btypical day", r"\bfunctions?\b", r"\baccountab", r"\bscope\b", r"\bin this (?:role|position)", r"\bkey (?:activities|areas|deliverables|objectives|results)", r"\byour (?:role|mission|impact|day|work|job)\b", r"\bactivities\b", r"\bimpact\b", r"\bexamples of work", r"\btypical work", r"\bthe work\b", r"\bexpectations\b", r"\bwhat the (?:job|role)", r"\bessential job",
        r"aufgaben|tätigkeit|erwartet (?:dich|sie)|deine rolle|ihre rolle|verantwort|das machst du|was (?:du|sie) (?:tu|mach|beweg)|einsatzgebiet|dein job",
        r"missions?\b|responsabilités|tâches|activités|votre rôle|vos? (?:futur|principal)|ce que vous ferez|au quotidien",
        r"funciones|responsabilidades|tareas|qué harás|misión|tus retos|tu día a día|lo que harás|actividades",
        r"taken\b|ga je doen|ga jij doen|werkzaamheden|verantwoordelijkheden|jouw rol|takenpakket|wat doe je|dit ga je",
    )),
    ("pitch", _any(
        r"\babout (?:us|the (?:company|team|organi[sz]ation|department|employer|school|hospital))", r"\bwho we are", r"\bcompany\b", r"\bthe way we\b|\bhow we work", r"\bour (?:company|mission|story|values|culture|team|vision|commitment|people|client|history|organi[sz]ation)", r"\bmission\b", r"\bwho is\b", r"\bwhat we do", r"^about [a-z]", r"\bwhat is\b", r"\borgani[sz]ation$", r"\bthe (?:team|company)\b", r"\bcore values",
        r"über uns|wir sind|unternehmen|wer wir sind|das sind wir", r"qui sommes|à propos|l'entreprise|notre (?:entreprise|équipe|société)|la société", r"sobre nosotros|quiénes somos|la empresa|sobre (?:la|el)", r"over ons|wie (?:zijn|wij)|het bedrijf|over [a-z]|ons team|de organisatie",
    )),
    ("container", _any(r"^(?:full )?(?:job|position|role|vacancy)?\s?(?:description|details|posting|information|specification)s?$", r"stellenbeschreibung|stellenanzeige", r"offre d'emploi|descriptif", r"descripción|oferta de empleo", r"vacature(?:tekst)?$")),
)  # fmt: skip

_TALKING = re.compile(
    r"(?:what|who|why|how|where|things|about|you|your|we|our|nice|bonus|in this|to be|to apply|a day|the ideal|"
    r"was|das|wer|wir|dein|deine|ihr|ihre|sie|du|so|ce que|vous|vos|votre|nous|notre|qui|le|la|les|"
    r"qué|que|tu|tus|lo|wat|wie|jij|jouw|dit|wij|ons|onze|je)\b"
)
_LABEL_VALUE = re.compile(r"^[^:]{2,40}:\s+\S")


@lru_cache(maxsize=8192)
def announces(line: str) -> Announces | None:
    """What the heading `line` announces; None if `line` is not a heading.

    Args:
        line: one clean line, glyphs allowed.
    """
    words = line.strip("#*=_~ \t")
    if words.startswith("(") and words.endswith((")", "):")):
        words = words.replace(")", "").strip("(")
    bare = words.rstrip(": ?!.–—-").strip()
    if not bare or len(bare) > 100 or len(bare.split()) > (14 if words.endswith(":") else 11) or bare.startswith(("http", "www")):
        return None
    if NUMBERED.match(line) and not line.endswith(":"):
        return None
    if re.match(r"(?:must|be|able|should|please|may|can)\b(?! ?-?haves?$)", bare, re.I) and not words.endswith(":"):
        return None
    bulleted = bool(BULLET.match(line)) and not line.startswith("**")
    if bulleted and not words.endswith(":"):
        return None
    colon = words.endswith((":", "："))
    folded = fold(bare).lower()
    if not colon and (words.endswith((".", ",", ";")) or "@" in bare or _LABEL_VALUE.match(words)):
        return None
    if colon or _looks_titled(bare) or (len(bare.split()) <= 8 and _TALKING.match(folded)):
        kind = _kind(folded)
        if kind is None:
            if words.endswith(("?", "!")) and not colon:
                return None
            return "unknown" if (colon and len(bare.split()) <= 6) or bare.isupper() and len(bare) > 3 else None
        if bulleted and kind in ("must", "responsibility") and len(bare.split()) > 4:
            return None
        return kind
    return _exact(folded)


_SHORT_HEADING = re.compile(
    r"(?:job |key |main |essential |minimum |basic |general |other |additional )?"
    r"(?:requirements?|qualifications?|responsibilit(?:y|ies)|duties|skills?|benefits|about us|description|summary|overview|experience|education)"
    r"(?: (?:and|&) (?:requirements?|qualifications?|responsibilities|duties|skills?|abilities|experience|education))?"
)


def _exact(folded: str) -> Announces | None:
    return _kind(folded) if _SHORT_HEADING.fullmatch(folded) else None


def _kind(folded: str) -> Announces | None:
    for kind, cues in _KINDS:
        if cues.search(folded):
            return kind
    return None


_SMALL = frozenset("a an and or the of for to in on at with by as from & / und oder der die das et ou de la le les du y o e en el los van het - –".split())


def _looks_titled(bare: str) -> bool:
    """Title case or capitals: every word that carries meaning starts with a capital."""
    if bare.isupper():
        return True
    strong = [word for word in bare.split() if word.lower() not in _SMALL and word[:1].isalpha()]
    return bool(strong) and strong[0][:1].isupper() and sum(w[:1].isupper() for w in strong) >= 0.75 * len(strong) and (
        len(strong) > 1 or all(word[:1].isupper() for word in bare.split())
    )


_MIDLINE = re.compile(
    r"(?:(?<=^)|(?<=\s))((?:[A-ZÀ-Þ][\w'’&/()-]*|and|&|of|to|the|you|your|we|will|have|include|but|not|limited|und|et|y|en|de)(?:\s+(?:[A-ZÀ-Þ][\w'’&/()-]*|and|&|of|to|the|you|your|we|will|have|are|do|include|but|not|limited|for|us|und|et|y|en|de|la|les|bring|need|looking|for|offer|apply)){0,7})\s?:(?=\s|$)"
)
_RUN_ON = re.compile(
    r"(?<=[.!?)\w])\s+((?:Your|Our|Key|Main|Job|Position|Role|Minimum|Preferred|Required|Essential|Desired|Basic|Additional|Company|Equal|About|Who|What|Nice|Technical|Physical|Working)(?: (?:[A-Z][a-z'’]+|to have|you|we|to|and|&|are|do|offer|need|bring|for)){1,4}?)\s+(?=[A-Z0-9*])"
)
_STARTS_INSIDE = re.compile(r"\b(?:the|a|an|of|and|or|our|your|in|to|for|with|its|as|at|by)$", re.I)


def split_headings(line: str) -> list[str]:
    """Break a line that runs a heading into the text around it.

    'Pay weekly. Qualifications: Three years' becomes 'Pay weekly.', 'Qualifications:',
    'Three years'. Only headings of known meaning break a line.
    """
    if ":" not in line and "?" not in line and len(line) < 160:
        return [line]
    cuts = {0, len(line)}
    lead = BULLET.match(line)
    offset = lead.end() if lead else 0
    for found in _MIDLINE.finditer(line, offset):
        start = _heading_start(line, found.start(1), found.end(1))
        if start is not None and announces(line[start : found.end()]) == "benefits" and line[found.end() :].strip():
            # 'Compensation: 60k' is a detail, not the start of a section.
            continue
        if start is None or (lead and start == offset):
            continue
        cuts.update((start, found.end()))
    if len(line) > 160:
        for found in _RUN_ON.finditer(line):
            if announces(found.group(1)) not in (None, "unknown", "conditions", "notes") and not _STARTS_INSIDE.search(line[: found.start()]):
                cuts.update((found.start(1), found.end(1)))
    last = max((a for a, _ in sentences(line)), default=0)
    if last > offset + 30 and line.endswith("?") and announces(line[last:]) not in (None, "unknown"):
        cuts.add(last)
    marks = sorted(cuts)
    pieces = [line[a:b].strip() for a, b in zip(marks, marks[1:], strict=False)]
    return [piece for piece in pieces if any(char.isalnum() for char in piece)]


def _heading_start(line: str, start: int, end: int) -> int | None:
    """Where the known heading that ends at `end` begins: the shortest tail that is at a sentence
    start, else the whole run."""
    text = line[start:end]
    words = [start + m.start() for m in re.finditer(r"\S+", text)]
    for begin in words[:6]:
        before = line[:begin].rstrip()
        candidate = line[begin:end]
        if not candidate[:1].isupper() or len(candidate) > 60:
            continue
        kind = announces(candidate + ":")
        if kind in (None, "unknown", "container"):
            continue
        strong = kind in ("must", "preferred", "responsibility", "benefits", "pitch") and (len(candidate.split()) >= 2 or not line[end:].strip(" :"))
        if not before or before.endswith((".", "!", "?", ":", ";", ")")) or len(before) > 40 or strong:
            # Metadata such as 'Salary: $20' stays one line.
            if kind in ("conditions", "apply") and not before:
                return None
            return begin
    return None
