# ruff: noqa: E501 - the texts stand as people type them
"""Twenty fictional resumes, each in a layout of its own, with the entries a person sees in them."""

from __future__ import annotations

from typing import NamedTuple

from agent.documents.lines import Line


class Expected(NamedTuple):
    """One entry as a person reads it; dates as 'YYYY-MM', 'YYYY', 'now' or ''."""

    title: str | None
    employer: str | None
    start: str
    end: str


class Layout(NamedTuple):
    """A resume in lines or as text, and its entries of work and education."""

    name: str
    source: str | list[Line]
    entries: list[Expected]


def _b(text: str, **more: object) -> Line:
    return Line(text, "", bold=True, **more)  # type: ignore[arg-type]


def _l(text: str, **more: object) -> Line:
    return Line(text, "", **more)  # type: ignore[arg-type]


def _i(text: str) -> Line:
    return Line(text, "", listed=True)


LAYOUTS = [
    Layout(
        "markdown, title — employer (dates)",
        "# Ida Brandt\nida@example.org\n\n## Experience\n### Welder — Nordhavn Yard (Mar 2018 – Present)\n"
        "- Joined hull plates by MIG.\n\n### Apprentice Welder — Kattegat Fabrication (2015 – 2018)\n- Learnt.\n\n"
        "## Education\n### Vocational Certificate in Welding — Aarhus Technical College (2015)\n",
        [
            Expected("Welder", "Nordhavn Yard", "2018-03", "now"),
            Expected("Apprentice Welder", "Kattegat Fabrication", "2015", "2018"),
            Expected("Vocational Certificate in Welding", "Aarhus Technical College", "2015", "2015"),
        ],
    ),
    Layout(
        "plain text, employer and place then title and dates, padded with spaces",
        "OMAR FALLAH\nomar@example.org | 555 010 4422\n\nEXPERIENCE\n\nSt. Brannoc Hospital, Leeds, UK\n"
        "Charge Nurse                                   June 2019 to Present\n- Ran a 24-bed ward.\n- Taught.\n\n"
        "Wharfe Valley Care Home, Otley, UK\nStaff Nurse                                    01/2016 - 05/2019\n"
        "- Gave medication to 30 residents.\n\nEDUCATION\n\nUniversity of Airedale, UK\nBSc Nursing        2015\n",
        [
            Expected("Charge Nurse", "St. Brannoc Hospital", "2019-06", "now"),
            Expected("Staff Nurse", "Wharfe Valley Care Home", "2016-01", "2019-05"),
            Expected("BSc Nursing", "University of Airedale", "2015", "2015"),
        ],
    ),
    Layout(
        "dates first on their own line",
        "Lena Okafor\nlena@example.org\n\nWORK HISTORY\n\n2020 - Present\nHead Chef\nThe Copper Ladle, Bristol\n"
        "• Planned menus for 90 covers a night.\n• Cut food waste by a third.\n\n2016 - 2020\nSous Chef\n"
        "Harbour Grill, Cardiff\n• Ran the grill section.\n",
        [
            Expected("Head Chef", "The Copper Ladle", "2020", "now"),
            Expected("Sous Chef", "Harbour Grill", "2016", "2020"),
        ],
    ),
    Layout(
        "bars",
        "Priya Raman\npriya@example.org\n\nProfessional Experience\n"
        "Senior Accountant | Tamar Audit LLP | Plymouth, UK | Sept 2017 – Aug 2023\n- Closed the books of 14 clients.\n"
        "Junior Accountant | Dart & Sons | Exeter, UK | 2014–17\n- Reconciled ledgers.\n\nEducation\n"
        "BA Accounting | University of Exmoor | 2011–2014\n",
        [
            Expected("Senior Accountant", "Tamar Audit LLP", "2017-09", "2023-08"),
            Expected("Junior Accountant", "Dart & Sons", "2014", "2017"),
            Expected("BA Accounting", "University of Exmoor", "2011", "2014"),
        ],
    ),
    Layout(
        "several roles at one employer, overall dates on the employer's line",
        [
            _l("Tom Reyes"), _l("tom@example.org"), _b("EXPERIENCE", caps=True),
            _b("Granite State Schools\t2012 – Present"),
            _l("Assistant Principal\t2018 – Present"), _i("Supervise 40 teachers."),
            _l("Science Teacher\t2012 – 2018"), _i("Taught grades 7 to 9."),
            _b("Camp Pinewood\t2010 – 2012"), _l("Counselor\tSummer 2010 – Summer 2012"), _i("Led hikes."),
        ],
        [
            Expected("Assistant Principal", "Granite State Schools", "2018", "now"),
            Expected("Science Teacher", "Granite State Schools", "2012", "2018"),
            Expected("Counselor", "Camp Pinewood", "2010-06", "2012-06"),
        ],
    ),
    Layout(
        "table, dates in the left cell",
        [
            _b("Jana Vogel"), _l("jana@example.org"), _b("Berufserfahrung", size=14),
            _l("03/2019 – heute", cell="t1r1c1"), _b("Pflegefachkraft", cell="t1r1c2"),
            _l("Klinikum Elbtal, Dresden", cell="t1r1c2"), _l("Grundpflege auf Station 4", cell="t1r1c2", listed=True),
            _l("08/2015 – 02/2019", cell="t1r2c1"), _b("Altenpflegerin", cell="t1r2c2"),
            _l("Seniorenheim Lindenhof, Pirna", cell="t1r2c2"), _l("Dokumentation", cell="t1r2c2", listed=True),
            _b("Ausbildung", size=14),
            _l("2012 – 2015", cell="t2r1c1"), _b("Ausbildung zur Altenpflegerin", cell="t2r1c2"),
            _l("Berufsfachschule Meißen", cell="t2r1c2"),
        ],
        [
            Expected("Pflegefachkraft", "Klinikum Elbtal", "2019-03", "now"),
            Expected("Altenpflegerin", "Seniorenheim Lindenhof", "2015-08", "2019-02"),
            Expected("Ausbildung zur Altenpflegerin", "Berufsfachschule Meißen", "2012", "2015"),
        ],
    ),
    Layout(
        "table, dates in the right cell",
        [
            _b("Ben Achebe"), _b("Experience", outline=1),
            _b("Site Electrician", cell="t1r1c1"), _l("Feb 2020 - Nov 2022", cell="t1r1c2"),
            _l("Kilowatt Builders Ltd", cell="t1r2c1"), _i("Wired 60 flats."),
            _b("Electrician's Mate", cell="t2r1c1"), _l("2018 - 2020", cell="t2r1c2"),
            _l("Sparks & Co", cell="t2r2c1"), _i("Pulled cable."),
        ],
        [
            Expected("Site Electrician", "Kilowatt Builders Ltd", "2020-02", "2022-11"),
            Expected("Electrician's Mate", "Sparks & Co", "2018", "2020"),
        ],
    ),
    Layout(
        "title, employer (dates) on one line, running text below",
        "Rosa Lind\nrosa@example.org\n\nEmployment History\n\nPrimary Teacher, Oakfield School (2017-2023)\n"
        "Taught a mixed class of 28 children and led the reading scheme of the school.\n"
        "Introduced paired reading, which the other classes took over.\n\n"
        "Teaching Assistant, Elm Grove Academy (2015-2017)\nSupported three children with special needs.\n",
        [
            Expected("Primary Teacher", "Oakfield School", "2017", "2023"),
            Expected("Teaching Assistant", "Elm Grove Academy", "2015", "2017"),
        ],
    ),
    Layout(
        "French, dates first on the line",
        "Chloé Marchand\nchloe@example.org\n\nExpérience professionnelle\n\n"
        "Janvier 2019 – aujourd'hui : Comptable, Cabinet Durance, Lyon\n- Tenue des comptes de 40 clients.\n\n"
        "Sept. 2015 – déc. 2018 : Assistante comptable, Boulangeries du Rhône, Vienne\n- Saisie des factures.\n\n"
        "Formation\n\n2013 – 2015 : BTS Comptabilité, Lycée Ampère, Lyon\n",
        [
            Expected("Comptable", "Cabinet Durance", "2019-01", "now"),
            Expected("Assistante comptable", "Boulangeries du Rhône", "2015-09", "2018-12"),
            Expected("BTS Comptabilité", "Lycée Ampère", "2013", "2015"),
        ],
    ),
    Layout(
        "Spanish, employer — title, dates in brackets",
        "Marta Sáez\nmarta@example.org\n\nEXPERIENCIA LABORAL\n\nHospital del Turia — Enfermera (marzo de 2018 – actualidad)\n"
        "- Atención a 20 pacientes por turno.\n\nClínica Albufera — Auxiliar de enfermería (2014 – 2018)\n- Apoyo.\n\n"
        "FORMACIÓN ACADÉMICA\n\nUniversidad de Sagunto — Grado en Enfermería (2010 – 2014)\n",
        [
            Expected("Enfermera", "Hospital del Turia", "2018-03", "now"),
            Expected("Auxiliar de enfermería", "Clínica Albufera", "2014", "2018"),
            Expected("Grado en Enfermería", "Universidad de Sagunto", "2010", "2014"),
        ],
    ),
    Layout(
        "Dutch, title | employer, dates below",
        "Sanne de Wit\nsanne@example.org\n\nWerkervaring\n\nProjectleider | Bouwbedrijf Waal\nmrt 2018 t/m heden\n"
        "- Leidde twaalf projecten.\n\nWerkvoorbereider | Aannemer Maas\njan 2014 - feb 2018\n- Tekeningen.\n\n"
        "Opleidingen\n\nHBO Bouwkunde | Hogeschool Betuwe\n2010 - 2014\n",
        [
            Expected("Projectleider", "Bouwbedrijf Waal", "2018-03", "now"),
            Expected("Werkvoorbereider", "Aannemer Maas", "2014-01", "2018-02"),
            Expected("HBO Bouwkunde", "Hogeschool Betuwe", "2010", "2014"),
        ],
    ),
    Layout(
        "employer line, title line, dates line, no bullets between",
        [
            _l("Kofi Mensah"), _l("kofi@example.org"), _l("Experience", outline=1),
            _b("Accra Freight"), _l("Logistics Coordinator"), _l("April 2021 – Present"),
            _l("Coordinated road haulage for eleven importers across three ports."),
            _b("Volta Transport"), _l("Dispatcher"), _l("May 2018 – March 2021"),
            _l("Planned the routes of 25 trucks and answered for their hours."),
        ],
        [
            Expected("Logistics Coordinator", "Accra Freight", "2021-04", "now"),
            Expected("Dispatcher", "Volta Transport", "2018-05", "2021-03"),
        ],
    ),
    Layout(
        "no section heading at all",
        "Ana Petrov\nana@example.org\n\nCashier, Sunny Market, Jan 2021 - Present\n- Served 200 customers a day.\n\n"
        "Waitress, Cafe Luna, May 2018 - Dec 2020\n- Took orders.\n",
        [
            Expected("Cashier", "Sunny Market", "2021-01", "now"),
            Expected("Waitress", "Cafe Luna", "2018-05", "2020-12"),
        ],
    ),
    Layout(
        "title at employer",
        "Noor Haddad\nnoor@example.org\n\nEXPERIENCE\n\nLab Technician at Meridian Diagnostics, 2019 to date\n"
        "* Ran PCR tests.\n\nResearch Assistant at University of Sidon, Oct. 2016 - Jul. 2019\n* Prepared samples.\n",
        [
            Expected("Lab Technician", "Meridian Diagnostics", "2019", "now"),
            Expected("Research Assistant", "University of Sidon", "2016-10", "2019-07"),
        ],
    ),
    Layout(
        "education with expected date, and degree lines of two rows",
        [
            _l("Yuki Tan"), _l("yuki@example.org"), _b("EDUCATION", caps=True),
            _b("Lakeside University\tExpected May 2027"), _l("Bachelor of Science in Civil Engineering"),
            _b("Harbor High School\t2019 – 2023"), _l("High School Diploma"),
            _b("EXPERIENCE", caps=True), _b("Surveying Intern\tSummer 2025"), _l("Bridgeway Engineers, Austin, TX"),
            _i("Measured 14 culverts."),
        ],
        [
            Expected("Bachelor of Science in Civil Engineering", "Lakeside University", "", "2027-05"),
            Expected("High School Diploma", "Harbor High School", "2019", "2023"),
            Expected("Surveying Intern", "Bridgeway Engineers", "2025-06", "2025-06"),
        ],
    ),
    Layout(
        "listed entries, nested bullets",
        "Sam Whitlock\nsam@example.org\n\nProfile\nReliable warehouse hand with a clean driving record.\n\nExperience\n\n- Forklift Operator, Delta Warehousing (2020 – Present)\n"
        "- Picker, Gamma Stores (2018 – 2020)\n\nEducation\n\n- High School Diploma, Easton High School, 2018\n",
        [
            Expected("Forklift Operator", "Delta Warehousing", "2020", "now"),
            Expected("Picker", "Gamma Stores", "2018", "2020"),
            Expected("High School Diploma", "Easton High School", "2018", "2018"),
        ],
    ),
    Layout(
        "title and dates by a tab, employer and place below by a tab",
        [
            _l("Dee Alvarez", size=20), _l("dee@example.org"), _l("Experience", outline=2, caps=True),
            _l("Paralegal\tJune 2020 – Present", bold=True), _l("Ortiz & Webb LLP\tTucson, AZ"), _i("Drafted motions."),
            _l("Legal Secretary\tSep. 2017 – May 2020", bold=True), _l("Saguaro Legal\tPhoenix, AZ"), _i("Filed."),
            _l("Education", outline=2, caps=True), _l("Pima State College\tTucson, AZ", bold=True),
            _l("Associate of Arts in Paralegal Studies\tAug. 2015 – May 2017"),
        ],
        [
            Expected("Paralegal", "Ortiz & Webb LLP", "2020-06", "now"),
            Expected("Legal Secretary", "Saguaro Legal", "2017-09", "2020-05"),
            Expected("Associate of Arts in Paralegal Studies", "Pima State College", "2015-08", "2017-05"),
        ],
    ),
    Layout(
        "German text, seit",
        "Lebenslauf\nPaul Kern\npaul@example.org\n\nBeruflicher Werdegang\n\nseit 04/2021  Schichtleiter, Werkzeugbau Harz GmbH, Goslar\n"
        "- Führung von 12 Mitarbeitern\n\n09/2014 – 03/2021  Zerspanungsmechaniker, Drehteile Okertal GmbH, Vienenburg\n"
        "- CNC-Drehen\n\nAusbildung\n\n2011 – 2014  Ausbildung zum Zerspanungsmechaniker, Berufsschule Goslar\n",
        [
            Expected("Schichtleiter", "Werkzeugbau Harz GmbH", "2021-04", "now"),
            Expected("Zerspanungsmechaniker", "Drehteile Okertal GmbH", "2014-09", "2021-03"),
            Expected("Ausbildung zum Zerspanungsmechaniker", "Berufsschule Goslar", "2011", "2014"),
        ],
    ),
    Layout(
        "soft line breaks, title in bold, employer and dates below",
        [
            _b("Ruth Calder", outline=1), _l("ruth@example.org"), _b("Experience", outline=3),
            _b("Librarian"), _l("Thornton Library, Jan 2013 – Mar 2024"), _i("Ran the catalogue."),
            _b("Library Assistant"), _l("Mill Lane Books, Jun 2011 – Nov 2012"), _i("Shelved."),
        ],
        [
            Expected("Librarian", "Thornton Library", "2013-01", "2024-03"),
            Expected("Library Assistant", "Mill Lane Books", "2011-06", "2012-11"),
        ],
    ),
    Layout(
        "bold Markdown lines instead of headings",
        "**Viktor Hale**\nviktor@example.org\n\n**Experience**\n\n**Pastry Chef**, Almond & Rye, Portland, OR\n"
        "*May 2019 – Present*\n- Baked for 300 guests.\n\n**Baker**, Stone Mill Bakery, Salem, OR\n*2016 – 2019*\n- Kneaded.\n",
        [
            Expected("Pastry Chef", "Almond & Rye", "2019-05", "now"),
            Expected("Baker", "Stone Mill Bakery", "2016", "2019"),
        ],
    ),
]  # fmt: skip
