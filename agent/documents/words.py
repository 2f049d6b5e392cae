"""What the words of a heading tell: an occupation, a degree, an employer, a place."""

from __future__ import annotations

import re
from functools import lru_cache

from agent.language.text import fold

# Head nouns of occupations and ranks. A word ending in one of the suffixes below counts too.
_TITLE_WORDS = frozenset(
    """
    manager engineer developer nurse teacher analyst assistant director officer coordinator
    supervisor technician specialist consultant associate administrator accountant representative
    lead leader head chief president vice vp ceo cto cfo coo cio founder cofounder co-founder owner
    partner intern trainee apprentice clerk cashier server chef cook waiter waitress bartender host
    hostess driver operator welder electrician plumber carpenter mechanic machinist fitter foreman
    forewoman laborer labourer mason painter roofer installer inspector surveyor architect designer
    artist writer editor journalist reporter author translator interpreter librarian curator
    archivist producer photographer illustrator animator musician actor actress model stylist
    hairdresser barber therapist physician doctor surgeon dentist pharmacist psychologist
    counselor counsellor midwife paramedic caregiver carer aide attendant hygienist phlebotomist
    radiographer sonographer dietitian nutritionist lpn rn cna lvn emt principal professor lecturer
    instructor tutor trainer coach educator researcher scientist chemist biologist physicist
    statistician economist actuary auditor bookkeeper controller comptroller treasurer banker broker
    underwriter adjuster teller trader investor planner strategist buyer purchaser merchandiser
    salesperson salesman saleswoman seller agent realtor recruiter generalist secretary
    receptionist typist dispatcher scheduler expediter packer picker loader warehouseman stocker
    janitor custodian cleaner housekeeper maid porter guard ranger sergeant lieutenant captain
    commander corporal private soldier marine pilot steward stewardess firefighter detective
    deputy sheriff investigator attorney lawyer solicitor barrister paralegal judge magistrate
    advocate liaison ambassador advisor adviser mentor facilitator moderator organizer organiser
    volunteer member fellow resident student graduate postdoc programmer tester admin sysadmin
    webmaster dba scrum devops sre contractor freelancer freelance executive superintendent
    superviser farmer grower gardener landscaper horticulturist agronomist forester fisherman
    veterinarian groomer zookeeper nanny babysitter au-pair pastor minister chaplain priest
    entrepreneur expert team-lead teamlead staff crew helper worker handyman technologist
    supervising crewmember chairperson chairman chairwoman chair dean provost rector registrar
    leiter leiterin leitung mitarbeiter mitarbeiterin sachbearbeiter sachbearbeiterin kaufmann
    kauffrau kraft fachkraft pflegefachkraft pflegefachfrau pflegefachmann krankenschwester
    krankenpfleger lehrer lehrerin lehrkraft ingenieur ingenieurin entwickler entwicklerin berater
    beraterin werkstudent werkstudentin praktikant praktikantin azubi auszubildende auszubildender
    meister meisterin geselle gesellin assistenz assistentin referent referentin techniker
    technikerin schlosser schweißer verkäufer verkäuferin koch köchin erzieher erzieherin arzt
    ärztin geschäftsführer geschäftsführerin vorstand buchhalter buchhalterin aushilfe hilfskraft
    ingénieur ingénieure développeur développeuse responsable directeur directrice chargé chargée
    infirmier infirmière professeur professeure enseignant enseignante assistante chef cheffe
    conseiller conseillère vendeur vendeuse comptable technicien technicienne stagiaire apprenti
    apprentie alternant alternante gérant gérante serveur serveuse cuisinier cuisinière ouvrier
    ouvrière soudeur secrétaire gestionnaire consultante adjoint adjointe employé employée aide
    ingeniero ingeniera desarrollador desarrolladora gerente director directora jefe jefa encargado
    encargada enfermero enfermera profesor profesora maestro maestra auxiliar ayudante asistente
    técnico técnica vendedor vendedora contable administrativo administrativa camarero camarera
    cocinero cocinera becario becaria practicante consultor consultora coordinador coordinadora
    responsable dependiente dependienta analista soldador operario operaria conductor conductora
    medewerker medewerkster verpleegkundige verzorgende leraar lerares docent docente leider manager
    adviseur ontwikkelaar ingenieur monteur lasser kok verkoper verkoopster stagiair stagiaire
    hoofd directeur chauffeur teamleider projectleider boekhouder administrateur begeleider
    """.split()  # noqa: SIM905
)
_TITLE_SUFFIX = re.compile(
    r"(?:ologist|ician|ographer|keeper|smith|maker|worker|master|leiterin|leiter|arbeiter"
    r"|arbeiterin"
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
    r"|certificate|minor|major|licen[sc]e|licenciatura|licenciado|licenciada|grado|máster"
    r"|bachillerato|maîtrise"
    r"|baccalauréat|doctorat|staatsexamen|ausbildung|lehre|promotion|fachabitur|hochschulreife"
    r"|bts|dut|cap|bac|brevet|havo|vwo|vmbo|mbo|hbo|postgraduate|undergraduate"
    r"|apprenticeship|coursework|fellowship|residency|certification|studium|studies|técnico"
    r"|formation)\b",
    re.IGNORECASE,
)
_EMPLOYER = re.compile(
    r"\b(?:inc|llc|l\.l\.c|ltd|limited|corp|corporation|co|company|companies|plc|llp|gmbh|ag|kg|ug"
    r"|e\.? ?v|ohg|mbh|s\.?a\.?s|s\.a|s\.?l\.?u|s\.l|sarl|b\.v|bv|n\.v|nv|pty|pvt|holdings?|bros"
    r"|universit(?:y|ät|é|eit)|universidad|colleges?|school|schule|grundschule|gymnasium"
    r"|institute|institut|instituto"
    r"|academy|akademie|hochschule|fachhochschule|tu|hospitals?|krankenhaus|klinik|klinikum|clinic"
    r"|clínica|clinique|hôpital|hospices|ziekenhuis|medical center|foundation|stiftung|association"
    r"|church|ministry of|department of|county|city of|state of|university of|army|navy"
    r"|air force|usaf"
    r"|lycée|collège|école|escuela|colegio|hogeschool|polytechnic|seniorenheim|pflegeheim|verlag"
    r"|nhs|company name|shipyard|airlines|airways|& sons|bank of|tribunal|ayuntamiento|gemeente"
    r"|mairie)\b\.?",
    re.IGNORECASE,
)
# These name an employer only as the last word: 'Harbor Systems', not 'Systems Engineer'.
_EMPLOYER_LAST = re.compile(
    r"\b(?:group|gruppe|groupe|grupo|groep|partners|associates|brothers|sons|health|healthcare"
    r"|care|center|centre|centro|centrum|bank|insurance|society|district|agency|services"
    r"|solutions|systems"
    r"|technologies|industries|enterprises|international|consulting|restaurant|hotel|resort|store"
    r"|stores|studios?|labs?|laborator(?:y|ies)|works|werke|logistics|motors|energy|foods|press"
    r"|museum|library|theat(?:er|re)|government|council|trust|market|supermarket|nursing home"
    r"|fabrication|construction|builders|contractors|manufacturing|software|media|networks?|home"
    r"|electric|plumbing|welding|steel|pharmacy|pharma|analytics|digital|farms?|kitchen|café|cafe"
    r"|bakery|grill|bistro|salon|spa|clinics|schools|club|electronics|aerospace|automotive|capital"
    r"|financial|finance|advisors|advisory|dental|pediatrics|hospice|transport|trucking|freight"
    r"|utilities|court)"
    r"\b\.?(?=$|,| \(| - )",
    re.IGNORECASE,
)
STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM"
    "|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|ON|BC|QC|AB|MB|NB|NS|SK|NSW"
    "|VIC|QLD"
)
_STATE_NAMES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia"
    "|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts"
    "|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey"
    "|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania"
    "|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington"
    "|West Virginia|Wisconsin|Wyoming|Ontario|Quebec|British Columbia|Alberta|Manitoba"
    "|Saskatchewan|Nova Scotia|New Brunswick|Queensland|Victoria|New South Wales|Tasmania"
)
# States as people shorten them by hand; only after a town and a comma.
_STATES_BY_HAND = (
    "Ala|Ariz|Ark|Calif|Cal|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kans|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo"
    "|Mont|Neb|Nebr|Nev|Okla|Ore|Pa|Penn|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Ont|Que|Alta"
)
_COUNTRIES = (
    "usa|u\\.s\\.a?\\.?|us|united states|uk|united kingdom|england|scotland|wales|ireland"
    "|canada|australia"
    "|germany|deutschland|france|spain|españa|netherlands|nederland|belgium|belgië|belgique|austria"
    "|österreich|switzerland|schweiz|suisse|italy|italia|portugal|poland|polska|india|china|japan"
    "|singapore|mexico|méxico|brazil|brasil|argentina|chile|colombia|peru|perú|sweden|norway"
    "|denmark|finland|turkey"
    "|israel|egypt|nigeria|kenya|ghana|south africa|new zealand|philippines|indonesia|malaysia"
    "|vietnam|thailand|pakistan|bangladesh|uae"
    "|united arab emirates|saudi arabia|qatar|russia|ukraine|greece|hungary|czech republic"
    "|romania|korea|south korea|taiwan|hong kong|luxembourg|türkiye|czechia|slovakia|slovenia"
    "|croatia|serbia|bulgaria|iceland|estonia|latvia|lithuania|morocco|tunisia|algeria"
    "|venezuela|ecuador|uruguay|costa rica|panama|puerto rico|polen|italien|spanien|frankreich"
    "|niederlande|royaume-uni|allemagne|suiza|alemania|francia|duitsland|frankrijk|spanje"
    "|afghanistan|iraq|kuwait|bahrain|syria|nepal|sri lanka|ethiopia|uganda|tanzania|zimbabwe"
    "|zambia|senegal|cameroon|bolivia|guatemala|honduras|el salvador|nicaragua|jamaica|haiti|guam"
    "|dominican republic"
)
_LOCATION = re.compile(
    rf"(?:[\w .'-]{{2,40}}, ?(?:(?:{STATES})(?: \d{{5}})?|(?i:{_COUNTRIES})|State"
    rf"|(?:[A-Z][a-z]+ ?){{1,2}})"
    rf"(?:, ?(?i:{_COUNTRIES}))?|(?i:{_COUNTRIES}|remote|hybrid|home ?office|télétravail|remoto"
    rf"|on-?site|(?:various|multiple) (?:locations|sites|bases))"
    rf"|[\w .'-]{{2,40}} (?:{STATES}))\.?",
)
_SURE_LOCATION = re.compile(
    rf".*(?:, ?(?:{STATES}|{_STATES_BY_HAND}|{_STATE_NAMES})(?: \d{{5}})?"
    rf"|\b(?i:{_COUNTRIES})|, State"
    rf"|^(?i:remote|hybrid|(?:various|multiple) (?:locations|sites|bases))(?: \(.*\))?)\.?"
)
_TOWN_STATE = re.compile(rf"[A-Z][a-z.'-]+(?: [A-Z][a-z.'-]+){{0,2}} (?:{STATES})(?: \d{{5}})?")


@lru_cache(maxsize=8192)
def title_weight(text: str) -> float:
    """How much `text` reads like a job title, 0 to 2.5: its words, a rank at its start, and an
    occupation as the head of its first phrase ('School Nurse' is a nurse, not a school)."""
    low = fold(text).lower().strip()
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", low)
    weight = sum(map(occupation, words))
    if _TITLE_START.match(low):
        weight += 0.5
    head = re.split(r" ?[,(/|:]| - | of | for | für | de | des | im | in der ", low, maxsplit=1)[0]
    last = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", head)[-1:]
    if last and occupation(last[0]):
        weight += 0.5
    return min(weight, 2.5)


def is_rank(word: str) -> bool:
    """Whether a word begins titles: 'Senior', 'Registered'."""
    return _TITLE_START.fullmatch(fold(word).lower()) is not None


def occupation(word: str) -> float:
    """1 for a word that is an occupation or rank, 0.7 for one that ends like one, else 0."""
    word = word.lower()
    if word in _TITLE_WORDS or word.rsplit("-", 1)[-1] in _TITLE_WORDS:
        return 1.0
    return 0.7 if _TITLE_SUFFIX.search(word) else 0.0


def degree_weight(text: str) -> float:
    """How much `text` reads like a degree or course of study, 0 to 1.5."""
    return 1.5 if _DEGREE.search(text) else 0.3 * title_weight(text)


@lru_cache(maxsize=8192)
def employer_weight(text: str) -> float:
    """How much `text` reads like the name of an employer or school, 0 to 2."""
    folded = fold(text).strip()
    found = 1.2 * len(_EMPLOYER.findall(folded))
    if " " in folded:
        found += 0.8 * len(_EMPLOYER_LAST.findall(folded))
    return min(2.0, found)


def is_place(text: str) -> bool:
    """Whether `text` reads like a place: 'Denver, CO', 'Köln, Germany', 'Remote'."""
    return (
        _LOCATION.fullmatch(text) is not None
        and not _names_employer(text)
        and title_weight(text) <= 0
    )


def is_surely_place(text: str) -> bool:
    """Whether `text` names a state or country, so that it can only be a place."""
    if _TOWN_STATE.fullmatch(text) is not None and title_weight(text) <= 0:
        return not _names_employer(text)
    return _SURE_LOCATION.fullmatch(text) is not None and not _names_employer(text)


def is_full_place(text: str) -> bool:
    """Whether `text` is a town, its state and its country: 'Seattle, Washington, United States'."""
    town, *rest = text.split(",")
    state = rest[0].strip() if len(rest) == 2 else ""
    return employer_weight(town) == 0 and re.fullmatch(_STATE_NAMES, state) is not None


def _names_employer(text: str) -> bool:
    """Whether the first piece ends like an employer: 'Boston College, MA' does, 'College Station,
    TX' does not."""
    first = text.partition(",")[0].strip()
    names = list(_EMPLOYER.finditer(first))
    return bool(names) and (
        names[-1].end() == len(first) or len(first.split()) > 2 or names[0].group().endswith("of")
    )
