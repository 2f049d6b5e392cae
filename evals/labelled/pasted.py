# ruff: noqa: E501 - the texts stand as people type them
"""Twenty more fictional resumes, as pasted text of the kinds that trades and lands have."""

from __future__ import annotations

from evals.labelled.layouts import Expected, Layout

PASTED = [
    Layout(
        "several roles under one employer line without its kind of word",
        """\
PRIYA RAMANATHAN, PharmD
Columbus, OH | (614) 555-0147 | priya.ramanathan@example.com | linkedin.com/in/priyaramanathan

PROFESSIONAL SUMMARY
Pharmacist with nine years in retail and hospital settings.

PROFESSIONAL EXPERIENCE

Buckeye Health Partners, Columbus, OH                         2015 – Present
Pharmacy Manager (Mar 2021 – Present)
• Supervise 14 technicians and 3 staff pharmacists across two sites.
• Cut dispensing errors 31% by redesigning the double-check workflow.
Staff Pharmacist (Aug 2017 – Mar 2021)
• Verified 250+ prescriptions per shift.
• Ran the anticoagulation clinic two days a week.
Pharmacy Intern (May 2015 – Aug 2017)
• Compounded sterile preparations under supervision.

Giant Eagle Pharmacy, Dublin, OH                              2013 – 2015
Pharmacy Technician
• Processed insurance claims.

EDUCATION
Doctor of Pharmacy, The Ohio State University, Columbus, OH, 2017
B.S. Pharmaceutical Sciences, The Ohio State University, 2013

LICENSES
Registered Pharmacist, State of Ohio, License #03-1-55555
""",
        [
            Expected("Pharmacy Manager", "Buckeye Health Partners", "2021-03", "now"),
            Expected("Staff Pharmacist", "Buckeye Health Partners", "2017-08", "2021-03"),
            Expected("Pharmacy Intern", "Buckeye Health Partners", "2015-05", "2017-08"),
            Expected("Pharmacy Technician", "Giant Eagle Pharmacy", "2013", "2015"),
            Expected("Doctor of Pharmacy", "The Ohio State University", "2017", "2017"),
            Expected("B.S. Pharmaceutical Sciences", "The Ohio State University", "2013", "2013"),
        ],
    ),
    Layout(
        "dates at the left, the title on its own row below",
        """\
Tomasz Wieczorek
Flat 4, 22 Harbour Rd, Leeds LS1 4AB
07700 900321
tomasz.w@example.co.uk

PROFILE
Warehouse supervisor with ten years in chilled distribution.

EMPLOYMENT HISTORY

06/2019 - Present    Arctic Foods Distribution, Leeds
                     Shift Supervisor
                     - Lead a team of 22 pickers on nights.
                     - Reduced mis-picks from 1.8% to 0.6%.

03/2014 - 05/2019    Northway Logistics, Bradford
                     Forklift Operator
                     - Moved 300 pallets a shift.
                     - Trained 9 new starters.

EDUCATION

2008 - 2011          Bradford College
                     NVQ Level 3, Warehousing and Storage
""",
        [
            Expected("Shift Supervisor", "Arctic Foods Distribution", "2019-06", "now"),
            Expected("Forklift Operator", "Northway Logistics", "2014-03", "2019-05"),
            Expected("NVQ Level 3, Warehousing and Storage", "Bradford College", "2008", "2011"),
        ],
    ),
    Layout(
        "functional, jobs undated one a row",
        """\
Dolores Whitfield
Tulsa, Oklahoma
dolores.whitfield@example.com / 918-555-0188

OBJECTIVE
To return to office management after raising a family.

SKILLS AND ACCOMPLISHMENTS

Office Management
- Managed calendars for four attorneys.
- Ordered supplies within a budget of $2,000 a month.

Bookkeeping
- Kept accounts payable and receivable in QuickBooks.
- Prepared payroll for 18 employees.

Customer Service
- Answered 60 calls a day.

WORK HISTORY
Office Manager, Hale & Burke Law, Tulsa, OK
Bookkeeper, Sooner Feed and Seed, Broken Arrow, OK
Receptionist, Mid-Town Dental, Tulsa, OK

EDUCATION
Associate of Applied Science, Business, Tulsa Community College
""",
        [
            Expected("Office Manager", "Hale & Burke Law", "", ""),
            Expected("Bookkeeper", "Sooner Feed and Seed", "", ""),
            Expected("Receptionist", "Mid-Town Dental", "", ""),
            Expected("Associate of Applied Science, Business", "Tulsa Community College", "", ""),
        ],
    ),
    Layout(
        "federal: grade, address, hours and salary",
        """\
MARCUS T. OYELARAN
1420 Linden Avenue, Silver Spring, MD 20910
Day Phone: 301-555-0102 | Email: m.oyelaran@example.com
Citizenship: U.S. Citizen
Veterans' Preference: 5-point
Highest Grade: GS-12

WORK EXPERIENCE

Management and Program Analyst, GS-0343-12
Department of Veterans Affairs, Office of Field Operations
810 Vermont Avenue NW, Washington, DC 20420
06/2018 - Present
Hours per week: 40
Salary: $98,422 per year
Supervisor: R. Delgado, 202-555-0133, May contact: Yes
- Analyze backlog data for 56 regional offices and brief senior leaders monthly.
- Wrote the standard operating procedure now used by 140 analysts.

Program Support Assistant, GS-0303-07
Social Security Administration
6401 Security Boulevard, Baltimore, MD 21235
02/2014 - 05/2018
Hours per week: 40
Salary: $47,016 per year
Supervisor: L. Chan, 410-555-0177, May contact: Contact me first
- Processed 35 benefit claims a week.
- Trained six new assistants.

EDUCATION
Bachelor of Arts, Political Science, Bowie State University, Bowie, MD, 05/2013
Credits Earned: 124 semester hours, GPA 3.4

JOB RELATED TRAINING
Lean Six Sigma Green Belt, 2019
""",
        [
            Expected(
                "Management and Program Analyst, GS-0343-12",
                "Department of Veterans Affairs, Office of Field Operations",
                "2018-06",
                "now",
            ),
            Expected(
                "Program Support Assistant, GS-0303-07",
                "Social Security Administration",
                "2014-02",
                "2018-05",
            ),
            Expected(
                "Bachelor of Arts, Political Science",
                "Bowie State University",
                "2013-05",
                "2013-05",
            ),
            Expected("Lean Six Sigma Green Belt", None, "2019", "2019"),
        ],
    ),
    Layout(
        "academic: bold lead-ins, a dissertation after the degree",
        """\
# Ingrid Solheim, Ph.D.
Department of Marine Biology, Fjordheim University · ingrid.solheim@example.edu · ORCID 0000-0000-0000-0001

## Academic Appointments
**Associate Professor**, Department of Marine Biology, Fjordheim University, 2019–present
- Teach three courses a year to 180 students.
- Supervise four doctoral candidates.

**Assistant Professor**, Department of Marine Biology, Fjordheim University, 2013–2019
- Won a five-year early-career award.

**Postdoctoral Fellow**, Institute for Polar Research, Tromsø, 2010–2013
- Studied krill populations near Svalbard.

## Education
Ph.D. in Oceanography, University of Bergen, 2010. Dissertation: *Krill and ice*.
M.Sc. in Biology, University of Oslo, 2005

## Publications
Solheim, I., & Berg, T. (2021). Krill under shrinking ice. *Journal of Polar Biology*, 14(2), 101–118.
Solheim, I. (2017). Counting what cannot be seen. *Marine Methods*, 8, 33–52.

## Grants
National Science Fund, "Ice-edge ecology", $410,000, 2018–2022, Principal Investigator

## Teaching
Introduction to Marine Biology, Fall 2019, Fall 2020
Polar Ecology, Spring 2021
""",
        [
            Expected(
                "Associate Professor",
                "Department of Marine Biology, Fjordheim University",
                "2019",
                "now",
            ),
            Expected(
                "Assistant Professor",
                "Department of Marine Biology, Fjordheim University",
                "2013",
                "2019",
            ),
            Expected("Postdoctoral Fellow", "Institute for Polar Research", "2010", "2013"),
            Expected("Ph.D. in Oceanography", "University of Bergen", "2010", "2010"),
            Expected("M.Sc. in Biology", "University of Oslo", "2005", "2005"),
            Expected("Introduction to Marine Biology", None, "2020-09", "2020-09"),
            Expected("Polar Ecology", None, "2021-03", "2021-03"),
        ],
    ),
    Layout(
        "Lebenslauf: tabs and personal details",
        """\
Lebenslauf

Persönliche Daten
Name: Katharina Brandl
Geburtsdatum: 14.03.1989
Anschrift: Lindenstraße 7, 80331 München
Telefon: 0151 5550123
E-Mail: k.brandl@example.de
Familienstand: ledig

Berufserfahrung
03/2018 – heute\tStationsleitung Innere Medizin
\tKlinikum Isarwinkel GmbH, Bad Tölz
\t- Führung eines Teams von 18 Pflegekräften
\t- Dienstplanung mit SP-Expert
09/2012 – 02/2018\tGesundheits- und Krankenpflegerin
\tKrankenhaus St. Anna, Rosenheim
\t- Pflege von bis zu 12 Patienten pro Schicht
\t- Praxisanleitung für Auszubildende

Ausbildung
10/2009 – 09/2012\tAusbildung zur Gesundheits- und Krankenpflegerin
\tBerufsfachschule für Pflege, Rosenheim
2008\tAbitur, Gymnasium Miesbach

Kenntnisse
Deutsch (Muttersprache), Englisch (B2), MS Office
""",
        [
            Expected(
                "Stationsleitung Innere Medizin", "Klinikum Isarwinkel GmbH", "2018-03", "now"
            ),
            Expected(
                "Gesundheits- und Krankenpflegerin", "Krankenhaus St. Anna", "2012-09", "2018-02"
            ),
            Expected(
                "Ausbildung zur Gesundheits- und Krankenpflegerin",
                "Berufsfachschule für Pflege",
                "2009-10",
                "2012-09",
            ),
            Expected("Abitur", "Gymnasium Miesbach", "2008", "2008"),
        ],
    ),
    Layout(
        "French: Depuis, De ... à, a placement in brackets",
        """\
Élodie Marchand
12, rue des Tanneurs, 69002 Lyon
06 00 00 01 23 – elodie.marchand@example.fr
Née le 4 mai 1991 – Permis B

Comptable confirmée

EXPÉRIENCES PROFESSIONNELLES

Depuis septembre 2019 : Comptable générale – Groupe Vialle, Lyon
• Tenue de la comptabilité de 6 filiales
• Préparation des liasses fiscales

De janvier 2015 à août 2019 : Aide-comptable – Cabinet Perrin & Associés, Villeurbanne
• Saisie de 400 factures par mois
• Rapprochements bancaires

Stage de fin d'études (mars – juin 2014) : Assistante de gestion, Mairie de Bron
• Suivi des bons de commande

FORMATION

2014 : BTS Comptabilité et Gestion, Lycée Édouard-Branly, Lyon
2012 : Baccalauréat STG, Lycée Jean-Paul-Sartre, Bron

COMPÉTENCES
Sage, Cegid, Excel (TCD, recherches)

LANGUES
Anglais : courant ; Espagnol : notions
""",
        [
            Expected("Comptable générale", "Groupe Vialle", "2019-09", "now"),
            Expected("Aide-comptable", "Cabinet Perrin & Associés", "2015-01", "2019-08"),
            Expected("Assistante de gestion", "Mairie de Bron", "2014-03", "2014-06"),
            Expected("BTS Comptabilité et Gestion", "Lycée Édouard-Branly", "2014", "2014"),
            Expected("Baccalauréat STG", "Lycée Jean-Paul-Sartre", "2012", "2012"),
        ],
    ),
    Layout(
        "trade: employer, title, dates on a row each, duties without bullets",
        """\
RAY DUBOSE
Journeyman Electrician
Baton Rouge, LA 70802 | 225.555.0119 | ray.dubose@example.com

LICENSES & CERTIFICATIONS
Louisiana Journeyman Electrician License, No. 55512, exp. 06/2027
OSHA 30-Hour Construction, 2021
NFPA 70E Arc Flash Qualified, 2022
CDL Class B

WORK EXPERIENCE

Bayou State Electric, Baton Rouge, LA
Journeyman Electrician
April 2018 to Present
Run crews of 4 on commercial builds up to $6M.
Pull wire, bend conduit (EMT, rigid) and terminate 480V switchgear.
Zero lost-time incidents in 11,000 hours.

Gulf Coast Power & Light, Lake Charles, LA
Apprentice Electrician (IBEW Local 861)
June 2013 to March 2018
Completed 8,000 hours of on-the-job training.
Maintained motor control centers in two refineries.

EDUCATION
Electrical Apprenticeship, Baton Rouge Area JATC, 2018
Scotlandville High School, Baton Rouge, LA, 2012
""",
        [
            Expected("Journeyman Electrician", "Bayou State Electric", "2018-04", "now"),
            Expected(
                "Apprentice Electrician (IBEW Local 861)",
                "Gulf Coast Power & Light",
                "2013-06",
                "2018-03",
            ),
            Expected("Electrical Apprenticeship", "Baton Rouge Area JATC", "2018", "2018"),
            Expected(None, "Scotlandville High School", "2012", "2012"),
        ],
    ),
    Layout(
        "nurse: rotations with hours",
        """\
Abigail Okonkwo, BSN, RN
abigail.okonkwo@example.com | 404.555.0166 | Atlanta, GA

LICENSURE AND CERTIFICATIONS
Registered Nurse, Georgia, RN255512 (2024)
BLS, ACLS – American Heart Association

CLINICAL ROTATIONS
Medical-Surgical, Grady Memorial Hospital, 120 hours, Spring 2023
- Cared for 4 patients per shift under preceptor supervision.
Pediatrics, Children's Healthcare of Atlanta, 90 hours, Fall 2023
- Administered vaccines and taught parents.
ICU Preceptorship, Emory University Hospital, 180 hours, Spring 2024
- Titrated drips with the preceptor.

WORK EXPERIENCE
Certified Nursing Assistant | Peachtree Senior Living | Decatur, GA | Jun 2021 – Dec 2023
- Assisted 14 residents with daily living.
- Charted vitals in PointClickCare.

EDUCATION
Bachelor of Science in Nursing | Georgia State University | May 2024
GPA 3.7, Dean's List

VOLUNTEER EXPERIENCE
Volunteer, Open Hand Atlanta, 2020 – 2022
- Packed 200 meals a week.
""",
        [
            Expected("Medical-Surgical", "Grady Memorial Hospital", "2023-03", "2023-03"),
            Expected("Pediatrics", "Children's Healthcare of Atlanta", "2023-09", "2023-09"),
            Expected("ICU Preceptorship", "Emory University Hospital", "2024-03", "2024-03"),
            Expected(
                "Certified Nursing Assistant", "Peachtree Senior Living", "2021-06", "2023-12"
            ),
            Expected(
                "Bachelor of Science in Nursing", "Georgia State University", "2024-05", "2024-05"
            ),
            Expected("Volunteer", "Open Hand Atlanta", "2020", "2022"),
        ],
    ),
    Layout(
        "military: roles under a service, grades in brackets",
        """\
JORDAN REYES
San Antonio, TX • (210) 555-0190 • jordan.reyes@example.com
Security Clearance: Secret (active)

OPERATIONS & LOGISTICS LEADER

SUMMARY
Army veteran with 12 years leading logistics teams of up to 45 soldiers.

PROFESSIONAL EXPERIENCE

UNITED STATES ARMY, Various Locations                           2010 - 2022

Logistics Operations Supervisor (Staff Sergeant, E-6), Fort Cavazos, TX                           2017 - 2022
• Directed supply for a 600-person battalion valued at $38M.
• Passed 3 consecutive command inspections with no findings.

Warehouse Team Leader (Sergeant, E-5), Bagram, Afghanistan                           2014 - 2017
• Led 12 soldiers who shipped 1,400 tons of equipment.

Unit Supply Specialist (92Y), Fort Riley, KS                           2010 - 2014
• Kept property records 100% accurate.

MILITARY TRAINING
Advanced Leader Course, 2018
Hazardous Materials Handling, 2015

EDUCATION
B.S., Supply Chain Management, American Military University (In progress, expected 2026)
""",
        [
            Expected(
                "Logistics Operations Supervisor (Staff Sergeant, E-6)",
                "UNITED STATES ARMY",
                "2017",
                "2022",
            ),
            Expected("Warehouse Team Leader (Sergeant, E-5)", "UNITED STATES ARMY", "2014", "2017"),
            Expected("Unit Supply Specialist (92Y)", "UNITED STATES ARMY", "2010", "2014"),
            Expected("Advanced Leader Course", None, "2018", "2018"),
            Expected("Hazardous Materials Handling", None, "2015", "2015"),
            Expected("B.S., Supply Chain Management", "American Military University", "", "2026"),
        ],
    ),
    Layout(
        "pasted from a profile page: durations and kinds of contract",
        """\
Mei-Ling Chow
Product Designer at Brightleaf
Seattle, Washington, United States
500+ connections

About
I design tools for people who grow food.

Experience

Brightleaf
5 yrs 4 mos

Senior Product Designer
Full-time
Mar 2021 - Present · 3 yrs 10 mos
Seattle, Washington, United States
Lead designer on the greenhouse dashboard, used by 4,000 growers.
Set up the design system with two engineers.

Product Designer
Full-time
Sep 2019 - Mar 2021 · 1 yr 7 mos
Designed the onboarding flow.

UX Intern
Cloudpeak Software · Internship
Jun 2018 - Aug 2018 · 3 mos
Portland, Oregon, United States
Ran 12 usability tests.

Education

University of Washington
Bachelor of Design, Interaction Design
2015 - 2019

Licenses & certifications

Certified Usability Analyst
Human Factors International
Issued Jan 2020

Skills
Figma · Prototyping · User Research
""",
        [
            Expected("Senior Product Designer", "Brightleaf", "2021-03", "now"),
            Expected("Product Designer", "Brightleaf", "2019-09", "2021-03"),
            Expected("UX Intern", "Cloudpeak Software", "2018-06", "2018-08"),
            Expected(
                "Bachelor of Design, Interaction Design", "University of Washington", "2015", "2019"
            ),
        ],
    ),
    Layout(
        "double dashes, dates below",
        """\
HANNAH LINDQVIST - Elementary Teacher
Duluth MN -- hannah.lindqvist@example.com -- 218 555 0143

Teaching Experience

Third Grade Teacher -- Lakeview Elementary School -- Duluth, MN
August 2016 to June 2024
* Taught 26 students reading, writing, math and science
* Raised the share reading at grade level from 58% to 74%
* Mentored two student teachers

Long-Term Substitute, Grade 5 -- Homecroft Elementary -- Duluth, MN
January to June 2016
* Took over a class mid-year

Student Teacher
Proctor Public Schools, Proctor, MN (Fall 2015)
* Planned and taught a unit on fractions

Education & Licensure
BA Elementary Education, College of St. Scholastica (2015)
Minnesota Tier 4 Teaching License, K-6
""",
        [
            Expected("Third Grade Teacher", "Lakeview Elementary School", "2016-08", "2024-06"),
            Expected("Long-Term Substitute, Grade 5", "Homecroft Elementary", "2016-01", "2016-06"),
            Expected("Student Teacher", "Proctor Public Schools", "2015-09", "2015-09"),
            Expected("BA Elementary Education", "College of St. Scholastica", "2015", "2015"),
            Expected("Minnesota Tier 4 Teaching License, K-6", None, "", ""),
        ],
    ),
    Layout(
        "chef: title in capitals, double dashes of place and dates",
        """\
ANTONIO BELLINI
Executive Chef
Boston, Massachusetts | (617) 555-0144 | chef.bellini@example.com

CULINARY EXPERIENCE

EXECUTIVE CHEF, Osteria del Porto — Boston, MA — 9/2018 to Present
- Lead a brigade of 24; food cost held at 27%.
SOUS CHEF, The Anchor Room — Providence, RI — 4/2014 to 8/2018
- Ran the line for 220 covers a night.
LINE COOK, Bistro Marchand — Providence, RI — 2011 to 2014

TRAINING
Associate in Culinary Arts, Johnson & Wales University, 2011
ServSafe Manager Certification, 2022
""",
        [
            Expected("EXECUTIVE CHEF", "Osteria del Porto", "2018-09", "now"),
            Expected("SOUS CHEF", "The Anchor Room", "2014-04", "2018-08"),
            Expected("LINE COOK", "Bistro Marchand", "2011", "2014"),
            Expected("Associate in Culinary Arts", "Johnson & Wales University", "2011", "2011"),
            Expected("ServSafe Manager Certification", None, "2022", "2022"),
        ],
    ),
    Layout(
        "Dutch: dates above, title and employer below",
        """\
Wendy Achterberg
Amersfoort | 06 55501234 | wendy@example.nl

Persoonlijk profiel
Verpleegkundige met hart voor ouderen.

Werkervaring
mei 2017 - heden
Wijkverpleegkundige, Zorggroep De Linde, Amersfoort
- Zorg voor 25 cliënten per dag
- Begeleiding van stagiairs

september 2012 - april 2017
Verzorgende IG, Woonzorgcentrum Het Anker, Utrecht
- Dagelijkse verzorging

Opleidingen
2008 - 2012  HBO Verpleegkunde, Hogeschool Utrecht
2003 - 2008  Havo, Eemlyceum Amersfoort
""",
        [
            Expected("Wijkverpleegkundige", "Zorggroep De Linde", "2017-05", "now"),
            Expected("Verzorgende IG", "Woonzorgcentrum Het Anker", "2012-09", "2017-04"),
            Expected("HBO Verpleegkunde", "Hogeschool Utrecht", "2008", "2012"),
            Expected("Havo", "Eemlyceum Amersfoort", "2003", "2008"),
        ],
    ),
    Layout(
        "Markdown: employer as heading, roles in bold below",
        """\
# Kwame Boateng
Data Engineer | Accra, Ghana | kwame@example.org

## Work Experience
### Volta Analytics
**Senior Data Engineer** | Jan 2022 – Present
- Built pipelines that move 2 TB a day.

**Data Engineer** | Jun 2019 – Dec 2021
- Cut query cost 40%.

### Gold Coast Bank
**Business Intelligence Analyst** | 2016 – 2019
- Wrote 60 reports.

## Education
### BSc Computer Science, University of Ghana (2012 – 2016)

## Certifications
- AWS Certified Data Analytics (2021)
""",
        [
            Expected("Senior Data Engineer", "Volta Analytics", "2022-01", "now"),
            Expected("Data Engineer", "Volta Analytics", "2019-06", "2021-12"),
            Expected("Business Intelligence Analyst", "Gold Coast Bank", "2016", "2019"),
            Expected("BSc Computer Science", "University of Ghana", "2012", "2016"),
        ],
    ),
    Layout(
        "Spanish: title with dates, employer below",
        """\
Rosa Elena Gutiérrez
Calle Mayor 14, 28013 Madrid · 600 000 123 · rosa.gutierrez@example.es

EXPERIENCIA LABORAL

Profesora de Educación Primaria (septiembre 2016 – actualidad)
Colegio San Isidro, Madrid
• Tutora de un grupo de 25 alumnos.
• Coordinación del plan de lectura.

Maestra interina (2013 – 2016)
CEIP Gloria Fuertes, Getafe
• Clases de matemáticas y lengua.

FORMACIÓN ACADÉMICA

Grado en Educación Primaria, Universidad Complutense de Madrid (2009 – 2013)

IDIOMAS
Inglés B2, francés A2
""",
        [
            Expected("Profesora de Educación Primaria", "Colegio San Isidro", "2016-09", "now"),
            Expected("Maestra interina", "CEIP Gloria Fuertes", "2013", "2016"),
            Expected(
                "Grado en Educación Primaria", "Universidad Complutense de Madrid", "2009", "2013"
            ),
        ],
    ),
    Layout(
        "driver: dates, employer, town by double spaces, duties without bullets",
        """\
Leonard Fitch CDL-A
Driver
Amarillo TX
806.555.0172

Driving Experience

2017-Present  Panhandle Freightways  Amarillo TX
OTR Driver
Haul refrigerated freight in 48 states
1.1 million safe miles

2011-2017  Hub City Transport  Lubbock TX
Regional Driver
Home weekends, flatbed and tanker

Education
Amarillo College  CDL program 2010
Tascosa High School 2006
""",
        [
            Expected("OTR Driver", "Panhandle Freightways", "2017", "now"),
            Expected("Regional Driver", "Hub City Transport", "2011", "2017"),
            Expected("CDL program", "Amarillo College", "2010", "2010"),
            Expected(None, "Tascosa High School", "2006", "2006"),
        ],
    ),
    Layout(
        "title, employer and dates on a row each",
        """\
Samantha Osei-Mensah, LCSW
samantha.osei@example.com

Clinical Experience

Licensed Clinical Social Worker
Riverbend Community Mental Health, Concord, NH
August 2019 - Present
Carry a caseload of 45 clients with serious mental illness.
Lead a weekly DBT group.

Social Work Intern
Concord Hospital, Concord, NH
September 2018 - May 2019
Completed 600 field hours on the oncology floor.

Other Experience

Case Manager
Families in Transition, Manchester, NH
June 2014 - August 2017
Helped 30 families a year find housing.

Education

Master of Social Work
University of New Hampshire, Durham, NH
May 2019

Bachelor of Arts in Psychology
Keene State College, Keene, NH
May 2014
""",
        [
            Expected(
                "Licensed Clinical Social Worker",
                "Riverbend Community Mental Health",
                "2019-08",
                "now",
            ),
            Expected("Social Work Intern", "Concord Hospital", "2018-09", "2019-05"),
            Expected("Case Manager", "Families in Transition", "2014-06", "2017-08"),
            Expected("Master of Social Work", "University of New Hampshire", "2019-05", "2019-05"),
            Expected("Bachelor of Arts in Psychology", "Keene State College", "2014-05", "2014-05"),
        ],
    ),
    Layout(
        "two right columns padded with spaces",
        """\
Derek Voss | HVAC Technician
Columbus, OH | 614 555 0131

EXPERIENCE
HVAC Service Technician                                              03/2016 - Present
Midstate Heating and Cooling                                         Columbus, OH
  * Service 6 to 8 calls a day.
  * EPA 608 Universal.
Installer                                                            05/2012 - 02/2016
Comfort Zone Mechanical                                              Newark, OH
  * Installed 400+ systems.

EDUCATION
Columbus State Community College                                     Columbus, OH
Certificate, HVAC Technology                                         2012
""",
        [
            Expected("HVAC Service Technician", "Midstate Heating and Cooling", "2016-03", "now"),
            Expected("Installer", "Comfort Zone Mechanical", "2012-05", "2016-02"),
            Expected(
                "Certificate, HVAC Technology", "Columbus State Community College", "2012", "2012"
            ),
        ],
    ),
    Layout(
        "British: employer, town in brackets, a colon, the title",
        """\
Fiona MacAllister
Solicitor
Edinburgh

Career to date

Brodie & Lorne LLP (Edinburgh): Senior Associate, Employment, 2020 to date
 - Advise NHS boards on TUPE.
Brodie & Lorne LLP (Edinburgh): Associate, 2016-20
 - Ran 40 tribunal claims.
Hendry Stewart (Glasgow): Trainee Solicitor, 2014-16

Education
Diploma in Professional Legal Practice, University of Glasgow, 2013-14
LLB (Hons), University of Aberdeen, 2009-13
""",
        [
            Expected("Senior Associate, Employment", "Brodie & Lorne LLP", "2020", "now"),
            Expected("Associate", "Brodie & Lorne LLP", "2016", "2020"),
            Expected("Trainee Solicitor", "Hendry Stewart", "2014", "2016"),
            Expected(
                "Diploma in Professional Legal Practice", "University of Glasgow", "2013", "2014"
            ),
            Expected("LLB (Hons)", "University of Aberdeen", "2009", "2013"),
        ],
    ),
]
