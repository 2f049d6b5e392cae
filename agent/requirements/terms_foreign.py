"""What a demand names in German, French, Spanish and Dutch.

Without a tagger for these languages, the rule is plain: small words, measures and carriers
('mindestens', 'expérience', 'conocimientos') separate; what stands between them is named.
"""

from __future__ import annotations

import re
from itertools import pairwise

from agent.language.grammar import word_set

_SEPARATORS = {
    "de": word_set(
        "der die das den dem des ein eine einen einem einer eines und oder sowie bzw mit im "
        "in am an auf aus bei bis "
        "für gegen nach ohne über um unter von vom vor zu zum zur als wie ist sind sein "
        "haben hast hat du sie wir dein "
        "deine ihr ihre idealerweise mindestens wünschenswert vorteil erforderlich "
        "voraussetzung notwendig zwingend gerne "
        "gute guter gutes guten sehr sichere sicherer sicheren sicherem fundierte erste "
        "mehrjährige einschlägige "
        "abgeschlossene abgeschlossenes erfolgreich umgang erfahrung erfahrungen "
        "berufserfahrung kenntnisse kenntnissen "
        "jahr jahre jahren ausbildung studium wort schrift niveau bereich hohe hohes "
        "ausgeprägte fähigkeit bereitschaft "
        "zwei drei vier fünf sechs zehn freude spaß verantwortung mitarbeit durchführung "
        "betreuung unterstützung neuer neue "
        "neuen auch dich sich es"
    ),
    "fr": word_set(
        "le la les l un une des de du d en et ou à au aux avec pour par sur dans chez sous "
        "vers est sont être avoir vous "
        "nous votre vos notre nos ce cette ces qui que minimum moins plus serait sont "
        "souhaité souhaitée apprécié appréciée "
        "exigé exigée requis requise impératif expérience expériences connaissance "
        "connaissances maîtrise bonne bon bonnes "
        "excellente excellent solide solides première an ans année années diplôme formation "
        "niveau titulaire similaire "
        "êtes avez justifiez justifier atout capacité sens idéalement "
        "courant courante parfaite"
    ),
    "es": word_set(
        "el la los las un una unos unas de del y e o u a al con para por en sobre sin se es "
        "son ser tener te tu tus su sus "
        "nuestro nuestra que mínimo mínima menos más plus experiencia experiencias "
        "conocimiento conocimientos dominio "
        "manejo nivel alto buen buena buenos año años titulación grado título formación "
        "imprescindible necesario necesaria "
        "deseable valorable valorará valora valorarán requerida requerido capacidad "
        "preferiblemente idealmente como"
    ),
    "nl": word_set(
        "de het een en of van voor met in op aan bij tot uit over door naar om te als is "
        "zijn hebben heb hebt je jij jouw u "
        "uw wij we ons onze minimaal minstens ervaring kennis goede goed uitstekende ruime "
        "jaar jaren diploma opleiding "
        "niveau beheersing taal pré plus pluspunt wenselijk vereist bezit afgeronde "
        "relevante werkervaring affiniteit"
    ),
}
FOREIGN = frozenset(_SEPARATORS)
_VERB = {
    "fr": re.compile(r"\w{3,}(?:er|ir|re)"),
    "es": re.compile(r"\w{3,}(?:ar|er|ir)"),
    "nl": re.compile(r"\w{4,}en"),
    "de": re.compile(r"$^"),
}
_WORD = re.compile(r"[^\W_]+(?:\([a-zèé]{1,4}\))?(?:[-.+#/][^\W_]+)*[+#]*|[,;:()]")
_OF = frozenset(("de", "d", "del", "al"))
# Nouns of acting: what follows is searched, 'Erstellung von Monatsabschlüssen'.
_ACTING = word_set(
    "bearbeitung erstellung aufbau planung steuerung administration mitwirkung sicherstellung "
    "einarbeitung ansprechpartner ansprechpartnerin weiterbildung leitung pflege organisation "
    "abwicklung überwachung prüfung rund "
    "préparation réalisation participation gestion suivi mise élaboration passage contrôle "
    "animation organisation "
    "apoyo coordinación gestión realización elaboración preparación seguimiento mantenimiento "
    "participación puesto "
    "beheer uitvoeren opstellen begeleiden ondersteuning voorbereiding verzorgen"
)
_EITHER = re.compile(r"\b(?:oder|ou|o|of|bzw)\b|/", re.I)
_LISTED = re.compile(r"\s*,\s*")
# 'oder vergleichbar', 'ou équivalent' leave a list open and name nothing.
_THE_LIKE = re.compile(
    r"(?:ähnlich|vergleichbar|gleichwertig|équivalent|similair|similar|equivalente|vergelijkba|"
    r"soortgelijk)",
    re.I,
)
# 'oder die Bereitschaft, diese zu erwerben'
_OR_WILLING = re.compile(
    r",? (?:oder (?:die )?bereitschaft|ou (?:la )?volonté|of bereid)\b.*", re.I
)
# 'Krankenpfleger/in', 'Pflegefachfrau/-mann', 'chargé(e)': one word for all.
GENDERED = re.compile(
    r"(?<=\w{3})(?:/-?(?:in(?:nen)?|mann|frau|r|e|euse|trice)\b|[*:_]in(?:nen)?\b|"
    r"\((?:e|in|euse|trice|ne|a|o)\))"
)
_KNOWING = re.compile(r"(?<=\w{4})(?:s?kenntnisse[n]?|s?erfahrung(?:en)?)$", re.I)


_WHO = frozenset(("sie", "du", "je", "tu", "vous", "jij", "wij"))
_JOINS = frozenset((",", ";", "et", "y", "en", "e", "und"))


def _is_said(words: list[str], k: int, language: str, verb: re.Pattern[str]) -> bool:
    """True if word `k` is what is done, not what it is done to: 'gérer', 'Je lost', Dutch
    infinitives at the end ('klanten werven', but 'elektrische systemen')."""
    if k and words[k - 1] in _WHO:
        return True
    if not verb.fullmatch(words[k]) or words[k][0].isdigit():
        return False
    if language == "nl":
        last = k + 1 == len(words) or words[k + 1] in _JOINS
        return last and k > 0 and not words[k - 1].endswith("e") and words[k - 1] not in _JOINS
    return k == 0 or words[k - 1] in _JOINS


def foreign_alternatives(clause: str, language: str) -> tuple[tuple[str, ...], ...]:
    """Alternatives named in a clause.

    Args:
        clause: one demand.
        language: 'de', 'fr', 'es' or 'nl'.

    Returns:
        Alternatives as in `Requirement.any_of`; () if nothing is named.
    """
    clause = _OR_WILLING.sub("", GENDERED.sub("", clause))
    separators, verb = _SEPARATORS[language], _VERB[language]
    runs: list[tuple[int, int]] = []
    found = list(_WORD.finditer(clause))
    words = [one.group().lower() for one in found]
    for k, word in enumerate(words):
        if _is_said(words, k, language, verb):
            runs.append((-1, -1))
        elif word in _OF and runs and runs[-1][0] >= 0:
            continue  # 'planes de cuidados' is one name
        elif word.isdigit() and len(word) > 1 and runs and runs[-1][1] == found[k].start() - 1:
            runs[-1] = (runs[-1][0], found[k].end())  # 'Microsoft 365'
        elif word in separators or word.isdigit() or word in ",;:()":
            runs.append((-1, -1))
        elif runs and runs[-1][0] >= 0:
            runs[-1] = (runs[-1][0], found[k].end())
        else:
            runs.append((found[k].start(), found[k].end()))
    named = [(a, b) for a, b in runs if a >= 0]
    if not named:
        return ()
    terms = [_KNOWING.sub("", clause[a:b]) for a, b in named]
    either = [bool(_EITHER.search(clause[a[1] : b[0]])) for a, b in pairwise(named)]
    if any(either):
        lo = hi = either.index(True)
        while lo > 0 and _LISTED.fullmatch(clause[named[lo - 1][1] : named[lo][0]]):
            lo -= 1
        while hi < len(either) and (
            either[hi] or _LISTED.fullmatch(clause[named[hi][1] : named[hi + 1][0]])
        ):
            hi += 1
        ways = [term for term in terms[lo : hi + 1] if not _THE_LIKE.match(term)]
        return tuple((term,) for term in ways or terms)
    telling = [term for term in terms if term.lower() not in _ACTING]
    return (tuple(dict.fromkeys((telling or terms)[:3])),)
