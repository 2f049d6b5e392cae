"""Section names of resumes, in English, German, French, Spanish and Dutch."""

from __future__ import annotations

import re
from functools import lru_cache

from agent.language.text import fold
from agent.models import SectionKind

_NAMES: dict[SectionKind, str] = {
    "summary": """
        summary; professional summary; executive summary; career summary; summary of qualifications;
        qualifications summary; qualifications; profile; professional profile; personal profile;
        career profile; objective; career objective; professional objective; job objective; goal;
        about; about me; overview; career overview; professional overview; personal statement;
        introduction; highlights; career highlights; highlights of qualifications; bio; biography;
        summary statement; qualification highlights; statement; personal summary; profile summary;
        kurzprofil; profil; über mich; zusammenfassung; berufsziel; persönliches profil;
        qualifikationsprofil; beruflicher hintergrund; berufsprofil;
        résumé; profil professionnel; à propos; à propos de moi; objectif; objectif professionnel;
        présentation; accroche; synthèse;
        perfil; perfil profesional; resumen; resumen profesional; objetivo; objetivo profesional;
        sobre mí; acerca de mí; extracto;
        profiel; samenvatting; persoonlijk profiel; over mij; doelstelling; profielschets
        """,
    "experience": """
        experience; work experience; professional experience; employment; employment history;
        work history; career history; relevant experience; professional background; job history;
        related experience; relevant work experience; clinical experience; teaching experience;
        industry experience; other experience; additional experience; research experience;
        military experience; military service; internships; internship experience; internship;
        leadership experience; career; employment experience; positions held; appointments;
        academic appointments; professional appointments; experience and employment; practicum;
        earlier experience; previous experience; prior experience; nursing experience; residency;
        work; professional history; career experience; teaching; experiences; field experience;
        jobs; job experience; clinical rotations; rotations; clinical placements; work placements;
        employment record; work placement; placements; employment background;
        working experience; current position; selected experience; management experience;
        earlier career;
        berufserfahrung; beruflicher werdegang; werdegang; berufspraxis; praktische erfahrung;
        praktika; praktikum; berufliche erfahrung; berufstätigkeit; beschäftigung; arbeitserfahrung;
        beruflicher lebenslauf; praxiserfahrung; berufliche stationen; tätigkeiten; berufsweg;
        expérience; expériences; expérience professionnelle; expériences professionnelles;
        parcours professionnel; parcours; stages; emplois;
        experiencia; experiencia profesional; experiencia laboral; historial laboral; trayectoria;
        trayectoria profesional; prácticas; experiencias;
        ervaring; werkervaring; relevante werkervaring; loopbaan; stages en werkervaring;
        professionele ervaring; arbeidsverleden; stage
        """,
    "education": """
        education; education and training; academic background; educational background; training;
        academic history; academic qualifications; academic education; degrees; studies; schooling;
        education and certifications; education and credentials; academics; professional education;
        education and qualifications; coursework; relevant coursework; professional development;
        continuing education; academic training; formal education; education history;
        education and professional development; education and licensure; academic profile;
        ausbildung; bildung; bildungsweg; studium; schulbildung; weiterbildung; fortbildung;
        aus- und weiterbildung; akademische ausbildung; berufsausbildung; schulischer werdegang;
        schulausbildung; bildungsgang; fortbildungen; weiterbildungen; hochschulstudium; schule;
        akademischer werdegang;
        formation; formations; formation académique; diplômes; études; éducation; cursus;
        formation et diplômes; parcours académique; scolarité; formation continue;
        formación; formación académica; educación; estudios; formación complementaria;
        formación profesional; titulación; cursos; historial académico;
        opleiding; opleidingen; onderwijs; studie; cursussen; opleidingen en cursussen; scholing;
        opleiding en training
        """,
    "skills": """
        skills; technical skills; key skills; core competencies; competencies; core skills;
        areas of expertise; expertise; skill set; skills and abilities; professional skills;
        technologies; tools; tools and technologies; technical proficiencies; proficiencies;
        computer skills; software; software skills; skill highlights; skills and expertise;
        technical expertise; strengths; key competencies; clinical skills; soft skills; abilities;
        core qualifications; capabilities; specialties; technical knowledge; programming languages;
        skills and interests; skills and tools; additional skills; technical competencies;
        technical summary; hard skills; areas of strength; skills summary; summary of skills;
        it skills; relevant skills; skills and competencies; key strengths; specialisations;
        core strengths; other skills; personal skills; professional competencies; equipment;
        kenntnisse; fähigkeiten; kompetenzen; fachkenntnisse; it-kenntnisse; edv-kenntnisse;
        besondere kenntnisse; kenntnisse und fähigkeiten; kernkompetenzen; fachkompetenzen;
        technische kenntnisse; qualifikationen; stärken; weitere kenntnisse; edv; softskills;
        computerkenntnisse; persönliche fähigkeiten; zusatzqualifikationen;
        compétences; compétences techniques; compétences clés; savoir-faire; informatique;
        compétences informatiques; aptitudes; compétences professionnelles; outils; atouts;
        habilidades; competencias; aptitudes y competencias; conocimientos; destrezas;
        conocimientos técnicos; competencias técnicas; informática; habilidades técnicas;
        conocimientos informáticos; competencias clave;
        vaardigheden; competenties; kennis en vaardigheden; computervaardigheden; kennis;
        technische vaardigheden; kerncompetenties; eigenschappen; kwaliteiten
        """,
    "certifications": """
        certs; certs and licenses; tickets and certifications; licences and registrations;
        certifications; certificates; licenses; licences; licensure; credentials; certification;
        licenses and certifications; certifications and licenses; licensure and certifications;
        professional certifications; certificates and licenses; training and certifications;
        certifications and training; license; registration; registrations; professional licenses;
        accreditations; certificate; tickets; licenses and certificates; professional registration;
        certifications and licensure; certifications and credentials; courses; tickets and licences;
        licences and tickets; licences and certifications; training and certificates;
        zertifikate; zertifizierungen; lizenzen; scheine; bescheinigungen; führerschein;
        zertifikate und weiterbildungen;
        certificats; habilitations; permis; accréditations;
        certificaciones; certificados; licencias; carnets; permisos;
        certificaten; certificeringen; diploma's; rijbewijs; diploma's en certificaten
        """,
    "projects": """
        projects; personal projects; selected projects; key projects; academic projects; portfolio;
        side projects; project experience; notable projects; open source; major projects;
        exhibitions;
        research projects; engagements; selected engagements; project highlights; productions;
        open source projects; performances; selected work; selected works; relevant projects;
        projekte; ausgewählte projekte; projekterfahrung; projets; projets personnels; réalisations;
        proyectos; proyectos personales; projecten
        """,
    "languages": """
        languages; language skills; foreign languages; language proficiency; languages spoken;
        sprachen; sprachkenntnisse; fremdsprachen; langues; langues étrangères;
        compétences linguistiques; idiomas; lenguas; talen; talenkennis; taalvaardigheid
        """,
    "volunteering": """
        volunteering; volunteer experience; volunteer work; community involvement; volunteer;
        community service; extracurricular activities; activities; leadership; service; outreach;
        civic involvement; community engagement; leadership and activities; campus involvement;
        volunteer and community; leadership and service; volunteer activities; community work;
        ehrenamt; ehrenamtliche tätigkeiten; ehrenamtliches engagement; engagement;
        soziales engagement; bénévolat; engagements associatifs; vie associative;
        voluntariado; actividades; vrijwilligerswerk; nevenactiviteiten; bestuursfuncties
        """,
    "publications": """
        publications; selected publications; papers; articles; books; patents; presentations;
        conference presentations; talks; conferences; research; publications and presentations;
        research interests; presentations and publications; speaking; invited talks; press;
        veröffentlichungen; publikationen; vorträge; patente; forschung;
        communications; brevets; recherche; publicaciones; ponencias; investigación; patentes;
        publicaties; onderzoek; presentaties
        """,
    "awards": """
        awards; honors; honours; awards and honors; honors and awards; achievements; recognition;
        accomplishments; scholarships; key achievements; awards and recognition; fellowships;
        selected accomplishments; awards and achievements; honors and scholarships; grants;
        distinctions;
        achievements and awards; selected achievements; career achievements;
        awards and scholarships;
        auszeichnungen; preise; erfolge; stipendien; ehrungen; prix; récompenses; bourses;
        premios; logros; reconocimientos; becas; distinciones; prijzen; onderscheidingen; prestaties
        """,
    "other": """
        interests; hobbies; hobbies and interests; references; additional information; affiliations;
        professional affiliations; memberships; professional memberships; interests and hobbies;
        associations; personal details; personal information; miscellaneous; other; referees;
        contact; contact information; contact details; contact me; additional; details; personal;
        personal data; other information; availability; declaration; social; links; websites;
        personal interests; activities and interests; get in touch; personal interests and hobbies;
        professional associations; professional memberships and affiliations; security clearance;
        interessen; hobbys; persönliche daten; kontakt; referenzen; mitgliedschaften; sonstiges;
        angaben zur person; kontaktdaten; persönliches; hobbies und interessen; zur person;
        centres d'intérêt; loisirs; références; coordonnées; divers; intérêts; état civil;
        intereses; aficiones; referencias; datos personales; contacto; otros; información adicional;
        otros datos; datos de contacto; datos de interés; afiliaciones;
        hobby's; interesses; referenties; persoonlijke gegevens; overig; personalia;
        contactgegevens;
        lidmaatschappen; hobby's en interesses
        """,
}
_KIND_OF: dict[str, SectionKind] = {
    " ".join(name.split()): kind for kind, names in _NAMES.items() for name in names.split(";")
}
_QUALIFIERS = frozenset(
    """
    professional relevant selected key core additional other recent previous prior my work
    personal career technical and or of the a clinical academic summary highlights history
    background details information skills skill experience experiences employment industry
    related overview major special specialized notable formal general continued earlier current
    cont weitere wichtige ausgewählte meine und berufliche professionnelle professionnelles et
    mes de la les principales profesional laboral y mis otras otros relevante en overige mijn
    certifications certificates licenses education training awards honors languages projects
    publications interests activities leadership volunteer community memberships affiliations
    research teaching tools software competencies qualifications expertise
    """.split()  # noqa: SIM905
)


@lru_cache(maxsize=8192)
def section_kind(text: str) -> SectionKind | None:
    """The kind of section that a line names, or None if it names none.

    Args:
        text: a line. Case, a closing colon, letter-spacing ("E D U C A T I O N"), numbering and
            decoration ("== Skills ==") don't matter; two names joined ("Skills & Tools") take the
            kind of the first.
    """
    if len(text) > 70:
        return None
    name = _plain(text)
    if not name:
        return None
    kind = _KIND_OF.get(name)
    if kind is not None:
        return kind
    parts = [part.strip() for part in re.split(r"\band\b|\bund\b|\bet\b|\by\b|\ben\b|/|,|\|", name)]
    kinds = [_KIND_OF.get(part) for part in parts]
    if (
        len(parts) > 1
        and kinds[0] is not None
        and all(
            kind is not None or set(part.split()) <= _QUALIFIERS
            for kind, part in zip(kinds, parts, strict=True)
        )
    ):
        return kinds[0]
    return _qualified(name)


def _qualified(name: str) -> SectionKind | None:
    """'Recent Clinical Work Experience' is the longest known name at its end, if what goes before
    only qualifies."""
    words = name.split()
    if len(words) > 6:
        return None
    for start in range(1, len(words)):
        kind = _KIND_OF.get(" ".join(words[start:]))
        if kind is not None and set(words[:start]) <= _QUALIFIERS:
            return kind
    return None


def _plain(text: str) -> str:
    name = fold(text).replace("\x00", "").strip().lower()
    if re.fullmatch(r"(?:\w ){3,}\w", name):
        # Letter-spaced capitals; a wider gap parts the words.
        name = "".join(name.split())
    elif re.match(r"(?:\w ){3,}", name) and "  " in name:
        name = " ".join("".join(word.split()) for word in re.split(r" {2,}", name))
    name = re.sub(r"^(?:[ivx]{1,4}|\d{1,2}|[a-h])[.)] +", "", name)
    name = name.strip(" \t-_=*#:.|~>•·▪■◆●+—–[]()")
    name = name.replace("&", " and ").replace(" + ", " and ")
    return " ".join(name.split())


def kind_within(text: str) -> SectionKind | None:
    """The kind that a longer heading hints at by its last word: 'Ausgewählte Referenzprojekte',
    'Leadership & Campus Activities'."""
    words = _plain(text).split()
    if not words:
        return None
    for start in range(len(words)):
        kind = _KIND_OF.get(" ".join(words[start:]))
        # 'Jobs worth telling about' is no 'About'.
        if kind is not None and (start == 0 or words[start] != "about"):
            return kind
    for ending, kind in _COMPOUND_ENDINGS:
        if words[-1].endswith(ending):
            return kind
    return None


_COMPOUND_ENDINGS: tuple[tuple[str, SectionKind], ...] = (
    ("erfahrung", "experience"),
    ("erfahrungen", "experience"),
    ("praktika", "experience"),
    ("ervaring", "experience"),
    ("ausbildung", "education"),
    ("bildung", "education"),
    ("studium", "education"),
    ("opleiding", "education"),
    ("kenntnisse", "skills"),
    ("kompetenzen", "skills"),
    ("fähigkeiten", "skills"),
    ("vaardigheden", "skills"),
    ("projekte", "projects"),
    ("projecten", "projects"),
    ("zertifikate", "certifications"),
    ("sprachen", "languages"),
)
