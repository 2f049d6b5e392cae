"""The words by which a heading announces its section, in five languages."""

from __future__ import annotations

import re
from typing import Literal

from agent.language.cues import cues

Announces = Literal[
    "must",
    "preferred",
    "responsibility",
    "summary",
    "pitch",
    "benefits",
    "legal",
    "context",
    "apply",
    "conditions",
    "notes",
    "other_jobs",
    "container",
    "unknown",
]

# Order matters: the first kind whose words occur wins ('preferred qualifications' is preferred).
KINDS: tuple[tuple[Announces, re.Pattern[str]], ...] = (
    (
        "other_jobs",
        cues(
            r"\b(?:more|similar|other|related|recommended|latest|featured|all|browse|explore|"
            r"view) (?:\w+ ){0,2}(?:jobs|roles|openings|positions|vacancies|opportunities)\b",
            r"\bpeople also viewed\b",
            r"\bjobs (?:you|for you|like this|near|at)\b",
            r"\bcurrent openings\b",
            r"\b(?:weitere|ähnliche|andere) (?:stellen|jobs)",
            r"\b(?:autres offres|offres similaires)",
            r"\b(?:ofertas similares|otras ofertas)",
            r"\b(?:vergelijkbare|andere|meer) vacatures",
        ),
    ),
    (
        "preferred",
        cues(
            r"\bprefer",
            r"\bnice[ -]to[ -]ha",
            r"\bgood to have",
            r"\bgreat to have",
            r"\bbonus",
            r"\bdesir",
            r"\ban? (?:\w+ )?(?:plus|advantage|asset)\b",
            r"\bplusses|\bpluses|\bplus points|\bextra credit|\bbrownie",
            r"\bideal(?:ly)?\b",
            r"\boptional",
            r"\badvantageous",
            r"\bhelpful",
            r"\bwould (?:\w+ )?help\b",
            r"\b(?:great|lovely) if you|\bicing\b|^(?:un |a )?plus$",
            r"\b(?:even better|extra points|stand out|set you apart|would be great|we'd love|"
            r"not required|added advantage)",
            r"wünschenswert|von vorteil|idealerweise|pluspunkt|gern gesehen|nice-to-have|"
            r"(?:wäre|schön) (?:toll|schön|wäre|super)|"
            r"kann[ -]kriteri",
            r"(?<!vos )\batouts?\b|souhait|appréci|serait un plus|les plus\b|\bbonus",
            r"deseable|valora|se valorará|\bplus\b.*:|puntos extra|opcional",
            r"wenselijk|\bpré\b|\bpre's\b|pluspunt|mooi meegenomen|voorkeur|\bbonus|"
            r"^(?:leuk|fijn) als",
        ),
    ),
    (
        "apply",
        cues(
            r"\b(?:how|where|when) to apply",
            r"^(?:required|optional|supporting|applicant) (?:documents?|materials?|attachments?)",
            r"\bnotes?\b(?! taking)",
            r"\bapply\b",
            r"\bapplication (?:process|instructions|deadline|materials|procedure|information|"
            r"requirements)",
            r"\bapplications?$",
            r"\bselection process",
            r"\bselective certification",
            r"\b(?:passing )?scores?\b|\bquestionnaire|\bwritten test\b|\bexaminations?\b|"
            r"\bcandidates will\b|\bqualifications review\b|\binterview$",
            r"\binterview process",
            r"\bnext steps",
            r"\bclosing date",
            r"\bdeadline",
            r"\bhiring process",
            r"\bcontact (?:us|information|details|person)",
            r"^contact$",
            r"\brecruit(?:ment|ing) process",
            r"\bto be considered",
            r"bewerb(?:ung|en)|interesse geweckt|kontakt$|ansprechpartner",
            r"candidature|postuler|processus de recrutement",
            r"cómo (?:aplicar|solicitar)|inscríbete|proceso de selección|contacto$",
            r"sollicit(?:eren|atie)|interesse\?|reageren|procedure$",
        ),
    ),
    (
        "notes",
        cues(
            r"^important\b",
            r"\bspecial instructions",
            r"^additional (?:information|comments|details|notes)",
            r"^(?:public )?notice$",
            r"^other information",
            r"^please (?:note|read)",
            r"\bweitere informationen|hinweise?$|informations complémentaires|"
            r"información adicional|"
            r"aanvullende informatie",
        ),
    ),
    (
        "legal",
        cues(
            r"\bequal (?:opportunity|employment)",
            r"\bee[oc]\b",
            r"\bdisclaimer",
            r"\bprivacy",
            r"\blegal",
            r"\baccommodations?\b",
            r"\bdiversity",
            r"\binclusion",
            r"\bnon[- ]?discrimination",
            r"\baffirmative action",
            r"\bada\b",
            r"\be-verify",
            r"\bpay transparency",
            r"\bnotice to",
            r"\bresidency requirement",
            r"\bfraud",
            r"datenschutz|chancengleichheit|schwerbehinder",
            r"égalité|handicap|diversité",
            r"igualdad|protección de datos",
            r"gelijke kansen|diversiteit|privacy",
        ),
    ),
    (
        "conditions",
        cues(
            r"\bphysical\b",
            r"\bworking (?:conditions|environment|hours)",
            r"\bwork (?:environment|schedule|hours|conditions|setting|location)",
            r"\benvironmental (?:conditions|demands|factors)",
            r"\bwork remotely",
            r"\bhours\b",
            r"\bschedule\b",
            r"\bshifts?\b",
            r"\btravel\b",
            r"\blocations?\b",
            r"\bjob type",
            r"\bemployment type",
            r"\breports? to\b|^conditions? of (?:hire|employment|appointment)",
            r"\bdepartment\b",
            r"\bstatus\b",
            r"\bflsa",
            r"\bjob (?:code|id|number)",
            r"\bdisqualif",
            r"\bsupervis(?:ion|es)? (?:received|exercised)",
            r"\bdirect reports",
            r"arbeitszeit|einsatzort|standort|^ort$",
            r"horaires|lieu(?: de travail)?$|conditions de travail",
            r"horario|ubicación|lugar de trabajo|jornada",
            r"werktijden|standplaats|locatie",
        ),
    ),
    (
        "benefits",
        cues(
            r"\bbenefits?\b",
            r"\bperks\b",
            r"\bwe(?:'ll)?(?: can)? (?:also )?(?:offer|provide|give)\b",
            r"\bcompensation",
            r"\bsalary",
            r"\bpay(?:ment)?(?: range| rate)?\b(?! attention)",
            r"\bremuneration",
            r"\bwhy (?:join|work|us|you|choose|[a-z]+\?)",
            r"\bin it for you",
            r"\brewards?\b",
            r"\bpackage\b",
            r"\bwages?\b",
            r"\bwhat you(?:'ll| will)? (?:get(?! (?:to|up to))|gain|receive|enjoy)",
            r"\b(?:you(?:'ll| will)?|to) love (?:us|it|working|this|about|here)\b",
            r"\bwe(?:'ve)? got you",
            r"\bmoney\b|^in return\b|\bgood stuff\b|^us$",
            r"\byou(?:'ll| will) (?:get(?! (?:to|up to))|receive|enjoy)",
            r"\bour offer",
            r"wir bieten|unser angebot|bieten wir|vergütung|gehalt|das bekommst|deine vorteile|"
            r"\bfreu(?:e|en)?\b|"
            r"ihre vorteile|was wir .*bieten",
            r"avantages|nous (?:vous )?(?:offrons|proposons)|rémunération|salaire|on vous propose",
            r"ofrecemos|beneficios|salario|se ofrece|ventajas|te ofrecemos|^condiciones$",
            r"bieden (?:wij|we)|(?:wij|we) bieden|arbeidsvoorwaarden|ons aanbod|salaris|dit krijg|"
            r"wat (?:krijg|bieden)",
        ),
    ),
    (
        "context",
        cues(
            r"\bmight (?:also )?(?:interest|like)",
            r"\b(?:tech(?:nology)?|our) stack",
            r"\btechnolog(?:y|ies) (?:we|you|used)",
            r"\btools (?:we|you)",
            r"\bour (?:technolog|tools|tech)",
            r"^technologies$",
            r"\bresources\b",
            r"\bread more",
            r"\blearn more",
            r"\bhighlights?\b",
            r"\bfurther reading",
            r"\bblog",
            r"unser(?:e)? (?:tech|technolog)",
            r"notre stack|environnement technique",
            r"nuestro stack|tecnologías que",
            r"onze (?:tech|stack)",
        ),
    ),
    (
        "must",
        cues(
            r"\brequire",
            r"\bqualif",
            r"\bmust[ -]ha",
            r"\bpre-?requisites?",
            r"\beligib",
            r"\bcriteria",
            r"\bperson spec",
            r"\bminimum\b",
            r"\bbring\b",
            r"\byou(?:'ll)? need",
            r"\bwe(?:'re| are)? (?:look|seek|need|want)",
            r"\blooking for",
            r"\blike to see",
            r"\bwe ask\b",
            r"\bwho you are",
            r"^about you\b|^you$|^(?:is this|could this be|sounds? like|are) you$",
            r"^(?:the|this) person\b|\bwhat it takes\b|\bhired\b|\bnon-?negotiable|"
            r"\bdeal-?breaker|\bfit\b|\bthrive\b",
            r"\bwe(?:'re| are) after\b",
            r"\byou(?:'ve| have| should have| are| possess| might| know| can)\b(?! d)",
            r"\byou(?:'ll|'d| will)? have\b",
            r"\bdo you have",
            r"\bskills?\b",
            r"\bknowledge",
            r"\babilit",
            r"\bcompetenc",
            r"\bexperience\b",
            r"\beducation",
            r"\bcertific",
            r"\blicen[sc]",
            r"\bcredentials?",
            r"\bbackground\b(?! check)",
            r"\btraits\b",
            r"\battributes",
            r"\bprofile\b",
            r"\bexpertise\b",
            r"\bcandidates?\b",
            r"\bsuccessful (?:in|candidate)",
            r"\bto succeed",
            r"\bsuccess (?:factors|looks)",
            r"\bproficienc",
            r"\blanguages?$",
            r"\bksas?\b",
            r"\bspecification",
            r"\btraining$",
            r"\bcharacteristics",
            r"\bessential$",
            r"^requisites?",
            r"anforderung|profil\b|qualifikation|voraussetzung|mitbring|bringst? (?:du|sie)|"
            r"bringen sie|kenntnisse|erwarten wir|wir erwarten|wir suchen|das bist du|du hast|"
            r"sie haben|dein(?:e)? (?:skills|stärken)|fähigkeiten|muss[ -]kriteri|ausbildung$|"
            r"was (?:du|sie) (?:brauch|mit|können)|wen wir suchen|zeichne[tn]|überzeug|punktest|"
            r"wünschen (?:wir )?uns|passen (?:sie )?zu uns|passt (?:du )?zu uns|know-how|stärken$",
            r"profil\b|compétences|exigences|vous avez|vous êtes|formation$|pré-?requis|"
            r"requis(?!ition)|"
            r"recherchons|votre expérience|diplôme|qualités|savoir|^formation|vos atouts|"
            r"^(?:qui êtes[- ]vous|et vous)$",
            r"requisitos|perfil|buscamos|pedimos|conocimientos|formación|experiencia|competencias|"
            r"imprescindible|exigid|habilidades|qué necesitas|aptitudes|titulación|esperamos de|"
            r"^eres (?:tú|tu)$",
            r"eisen|profiel|wij vragen|vragen (?:wij|we)|vereist|dit ben jij|je hebt|jij hebt|"
            r"breng(?:t|en)? (?:je|jij|u)|neem je mee|verwachten|zoeken (?:wij|we)|wie (?:ben|"
            r"zoeken)|competenties|kwalificaties|vaardigheden|jouw talent|wat heb je nodig|"
            r"^(?:wij|we) zoeken$|^over jou|^(?:jij|je) bent|^herken|kwaliteiten|in huis",
        ),
    ),
    (
        "summary",
        cues(
            r"\bsummary\b",
            r"\boverview\b",
            r"\bpurpose\b",
            r"\bobjective\b",
            r"\bposition description\b",
            r"\babout (?:the|this) (?:job|role|position|opportunity)",
            r"\bthe (?:role|position|opportunity|job)\b",
            r"\brole description",
            r"\bgeneral description",
            r"\bgeneral statement",
            r"\bprimary function",
            r"\bjob function$",
            r"\bbasic function",
            r"\bopportunity\b",
            r"die stelle|^stelle$",
            r"le poste$|description du poste",
            r"el puesto|descripción del puesto",
            r"de functie|functieomschrijving|over de (?:rol|functie)",
        ),
    ),
    (
        "responsibility",
        cues(
            r"\bresponsib",
            r"\bdut(?:y|ies)\b",
            r"\byou(?:'ll| will|'re going to| are going to| get to)?(?: be)?(?: \w+)? ?(?:do|"
            r"doing|work on|own|make|build|lead|help|work|achieve|deliver|drive|contribute|"
            r"accomplish|tackle|learn|spend)\b",
            r"\byou(?:'ll| will)\b",
            r"\btasks?\b",
            r"\bday[ -]to[ -]day",
            r"\ba day in",
            r"\btypical (?:day|week|shift)|\b(?:day|week|shift|job) (?:looks|will look) like|"
            r"\bday job|"
            r"\bgig\b|\byou(?:'ll| will)? get up to\b",
            r"\bfunctions?\b",
            r"\baccountab",
            r"\bscope\b",
            r"\bin this (?:role|position)",
            r"\bkey (?:activities|areas|deliverables|objectives|results)",
            r"\byour (?:role|mission|impact|day|week|work|job|challenge|contribution)\b|"
            r"^the challenge$",
            r"\bactivities\b",
            r"\bimpact\b",
            r"\bexamples of work",
            r"\btypical work",
            r"\bthe work\b",
            r"\bexpectations\b",
            r"\bwhat the (?:job|role)",
            r"\bessential job",
            r"aufgaben|tätigkeit|erwartet (?:dich|sie)|deine rolle|ihre rolle|verantwort|"
            r"das machst du|was (?:du|sie) (?:tu|mach|beweg)|einsatzgebiet|dein job|"
            r"\bwas (?:dich|sie|du) (?:\w+ ){0,2}(?:erwartet|beweg\w+|mach\w*)|alltag\b|"
            r"dein tag\b|wirkungskreis|worum es geht",
            r"missions?\b|responsabilités|tâches|activités|votre rôle|vos? (?:futur|principal)|"
            r"ce que vous ferez|quotidien\b",
            r"funciones|responsabilidades|tareas|qué harás|misión|tus retos|tu día a día|"
            r"lo que harás|actividades|consiste",
            r"taken\b|ga je doen|ga jij doen|werkzaamheden|verantwoordelijkheden|jouw rol|"
            r"takenpakket|wat doe je|dit ga je|ga je\b|werkdag|uitdaging|je dag\b",
        ),
    ),
    (
        "pitch",
        cues(
            r"\babout (?:us|the (?:company|team|organi[sz]ation|department|employer|school|"
            r"hospital))",
            r"\bwho we are",
            r"\bcompany\b",
            r"\bthe way we\b|\bhow we work",
            r"\bour (?:company|mission|story|values|culture|team|vision|commitment|people|client|"
            r"history|organi[sz]ation)",
            r"\bmission\b",
            r"\bwho is\b",
            r"\bwhat we do",
            r"^about [a-z]",
            r"\bwhat is\b",
            r"\borgani[sz]ation$",
            r"\bthe (?:team|company)\b",
            r"\bcore values",
            r"über uns|wir sind|unternehmen|wer wir sind|das sind wir",
            r"qui sommes|à propos|l'entreprise|notre (?:entreprise|équipe|société)|la société",
            r"sobre nosotros|quiénes somos|la empresa|sobre (?:la|el)",
            r"over ons|wie (?:zijn|wij)|het bedrijf|over [a-z]|ons team|de organisatie",
        ),
    ),
    (
        "container",
        cues(
            r"^(?:full |additional )?(?:job|position|role|vacancy|posting)?\s?(?:detail )?"
            r"(?:description|details|posting|information|specification)s?$",
            r"stellenbeschreibung|stellenanzeige",
            r"offre d'emploi|descriptif",
            r"descripción|oferta de empleo",
            r"vacature(?:tekst)?$",
        ),
    ),
)
