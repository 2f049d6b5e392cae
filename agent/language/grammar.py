"""Enough English grammar to find noun phrases and verbs in work prose, without a model.

Closed classes are listed whole; verbs are recognised by a list of base forms that work prose uses
and by their endings. A word that is both noun and verb ('support', 'lead') is decided by its
neighbours, in the rooms that read sentences.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal


def word_set(text: str) -> frozenset[str]:
    """The words of a spaced list."""
    return frozenset(text.split())


DETERMINERS = word_set(
    "a an the this that these those our your their its his her my any all each every some no "
    "both either neither such "
    "other another various several many multiple numerous certain much more most few own"
)
PREPOSITIONS = word_set(
    "of in on at to for with by from into onto within without across through throughout between "
    "among amongst over under "
    "about against during before after per via towards toward upon around regarding "
    "concerning using including as than like "
    "while when where if because so whether until unless although though based such-as "
    "versus vs beyond behind above below "
    "alongside despite except near off out since up down"
)
CONJUNCTIONS = word_set("and or nor but & and/or plus yet as-well-as")
PRONOUNS = word_set(
    "i you he she it we they me him us them who whom whose which what that this these those "
    "there here one ones oneself "
    "yourself themselves itself himself herself ourselves others anyone everyone someone "
    "anything everything something"
)
AUXILIARIES = word_set(
    "is are was were be been being am do does did done has have had having will would shall "
    "should can could may might must "
    "cannot need needs needed ought isn't aren't won't don't doesn't can't"
)
ADVERBS = word_set(
    "not also very highly well too just even only again still already often always never "
    "sometimes usually typically "
    "together directly alone daily weekly monthly annually quarterly etc etc. e.g e.g. i.e "
    "i.e. here there then thus "
    "therefore however otherwise else ideally preferably especially particularly "
    "approximately nearly almost quite rather "
    "further forward ahead abroad onsite on-site remotely early late least etcetera"
)
NUMBERS = word_set(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty "
    "fifty hundred thousand"
)

# Praise and measure: said of a skill, never part of its name.
QUALITY = word_set(
    "strong excellent good great solid proven demonstrated demonstrable exceptional outstanding "
    "superior superb effective "
    "extensive deep broad thorough sound basic advanced intermediate prior previous relevant "
    "related similar appropriate "
    "necessary required preferred desired desirable essential minimum minimal new existing "
    "current recent successful "
    "significant substantial considerable working practical general specific particular "
    "applicable hands-on in-depth "
    "first-hand comprehensive complete full fully high highest high-level top best ideal "
    "proficient skilled "
    "expert experienced qualified knowledgeable familiar comfortable able capable willing "
    "keen passionate interested "
    "additional overall complex ambiguous challenging critical key main major minor primary "
    "important valuable "
    "professional-level positive exacting consistent consistently competent satisfactory "
    "equivalent comparable associated "
    "assigned established large small larger wide variety range number level levels "
    "degree-level timely efficient "
    "long-term short-term day-to-day ongoing possible potential suitable accurate robust "
    "fluent active "
    "true genuine serious fast fast-paced verifiable proved "
    "well-developed well-rounded meticulous polished polite pertinent latest modern "
    "innovative exciting "
    "smooth proper general-purpose everyday regular frequent occasional large-scale "
    "small-scale multi-year high-quality cutting-edge state-of-the-art world-class "
    "best-in-class high-performing"
)

# What people are, in words that look like nouns by their ending.
TRAITS = word_set(
    "quick agile calm creative friendly honest reliable organized organised detail-oriented "
    "self-motivated motivated collaborative "
    "curious resourceful energetic enthusiastic dependable punctual caring compassionate "
    "courteous humble open-minded "
    "team-oriented results-oriented results-driven goal-oriented customer-focused "
    "customer-oriented self-starting self-directed "
    "trustworthy mature confident assertive articulate analytical logical methodical "
    "thorough diligent hardworking hard-working "
    "oral verbal written spoken local federal national regional global international "
    "municipal internal external domestic digital "
    "electronic electrical mechanical strategic tactical scientific academic economic "
    "historic dynamic specific automatic diplomatic "
    "pragmatic empathetic systematic realistic optimistic clerical manual visual "
    "mathematical statistical"
)

# Words that hold a demand without being one: 'experience with X', 'knowledge of X'.
CARRIERS = word_set(
    "experience experiences knowledge understanding ability abilities familiarity proficiency "
    "proficiencies expertise "
    "competence competency competencies command awareness exposure background history track "
    "record fluency aptitude "
    "capability capabilities capacity skill skills passion interest willingness desire "
    "commitment grasp appreciation "
    "acumen mastery literacy talent flair demonstration understanding-of comprehension "
    "proficient skilled level years year "
    "months minimum plus bonus variety range number set part kind type types aspects aspect "
    "areas area matters basis need "
    "needs way ways manner order case cases addition field fields discipline disciplines "
    "equivalent position positions role "
    "roles work job jobs duty duties responsibility responsibilities task tasks requirement "
    "requirements others"
)

_VERBS = word_set("""
abide accelerate accept access accommodate accompany accomplish account achieve acknowledge
acquire act activate adapt add address adhere adjust administer adopt advance advertise advise
advocate aid align allocate allow amend analyse analyze answer anticipate appear apply appoint
appraise approach approve arbitrate architect archive arrange articulate ascertain ask assemble
assess assign assist assume assure attach attain attend attract audit augment author authorize
automate avoid award back balance bake bathe become begin benchmark bill blend book boost brief
bring broaden budget build calculate calibrate call cancel capture care carry catalog catalogue
celebrate challenge champion change chart chair check choose clarify classify clean clear climb
close coach code collaborate collate collect combine comfort command communicate compare compile
complete comply compose comprehend compute conceive conceptualize conduct confer configure confirm
connect consider consolidate construct consult contact contain continue contract contribute
control convert convey cook cooperate coordinate co-ordinate copy correct correspond counsel count
cover craft create critique cross-train cultivate curate customize cut cater deal debug decide
decorate define delegate deliver demonstrate deploy describe design detect determine develop
devise diagnose dig direct disburse discipline discover discuss dismantle dispatch dispense
display disseminate distribute diversify document draft draw dress drive earn ease edit educate
effect elevate elicit eliminate embrace employ empower enable encourage enforce engage engineer
enhance enjoy enrich enroll ensure enter entertain establish estimate evaluate evolve examine
exceed excel execute exercise exhibit expand expedite experiment explain explore express extend
extract fabricate facilitate familiarize feed field file fill finalize find finish fit fix focus
follow forecast forge formulate foster frame fulfil fulfill function furnish gain garnish gather
generate give govern grade grasp greet grind grow guarantee guard guide handle harvest haul have
help hire hold host identify illustrate image implement import improve include incorporate
increase influence inform initiate innovate inquire inspect inspire install instill institute
instruct integrate interact interface interpret intervene interview introduce inventory invest
investigate issue iterate join judge justify keep kick know label launch lay lead learn lecture
leverage liaise lift link listen load locate log look lubricate maintain make manage manipulate
manufacture map market maximize measure mediate meet mentor merchandise migrate mine minimize
mitigate mix mobilize model moderate modernize modify monitor motivate mount move multitask
multi-task navigate negotiate network nurture observe obtain offer onboard open operate optimise
optimize order organise organize orient originate outline overcome oversee own pack package paint
park participate partner pass patch perform persuade pick pilot pioneer place plan plant play
plumb polish portray position post prepare prescribe present preserve prevent price print
prioritise prioritize process procure produce profile program programme progress project promote
proofread propose prospect protect prototype prove provide publish pull purchase pursue push
qualify query quote raise reach react read realize rebuild recall receive recognise recognize
recommend reconcile record recruit redesign reduce refactor refer refine refill reflect refresh
regulate reinforce relate relay release relieve rely remain remediate remember remove render renew
repair replace replenish report represent request require research resolve respond restock restore
retain retrieve review revise rework rotate route run safeguard sample sanitize satisfy scale scan
schedule scope score screen script search secure see seek segment select sell send separate
sequence serve service set setup settle shape share ship simplify skim solicit solve sort source
speak specify spot sponsor stack staff stage standardize start steer stimulate stock store
strategize streamline strengthen strive structure study submit succeed suggest summarize supervise
supplement supply support surface surpass survey sustain sweep synthesize tag tailor take target
teach tell tend test thrive tolerate track trade train transcribe transfer transform translate
transmit transport treat triage troubleshoot trouble-shoot turn tutor type uncover understand
undertake unify unload unpack update upgrade uphold upload use utilise utilize validate value
verify view visit visualize wash watch weigh weld win wire withstand work wrap write yield
sterilize administer suture vaccinate bill reconcile think say hear feel stay remain obey speak
listen tell ask act react behave concentrate cope deal differentiate distinguish memorize recite
spell count climb crawl stoop kneel bend drive ride commute relocate arrive leave enter exit open
shut lock unlock remove install uninstall configure reconfigure deliver redeliver extract abstract
infer deduce hypothesize theorize derive quantify qualify itemize tabulate chart plot sketch
illustrate animate render film shoot photograph narrate sing dance rehearse choreograph cashier
upsell cross-sell restock replenish merchandise bag ring tender slice dice chop peel grill roast
bake fry boil season plate wipe rinse scrub mop vacuum dust launder fold iron steam disinfect
sanitise groom bathe feed toilet ambulate reposition chart assess reassess triage intubate
resuscitate palpate diagnose prescribe dose titrate medicate immunize inject swab screen discharge
admit refer counsel comfort console console reassure de-escalate restrain detain arrest patrol
apprehend interrogate testify litigate plead depose adjudicate legislate lobby canvass campaign
fundraise solicit steward underwrite insure adjust appraise amortize accrue depreciate forecast
reconcile invoice remit disburse levy tax audit attest certify notarize countersign solder braze
machine mill lathe drill bore ream tap grind buff deburr rivet bolt fasten torque align shim level
hoist rig sling splice terminate crimp strip conduit pull trench excavate backfill compact grade
pave frame sheath side insulate tape tile glaze lay plaster render scaffold demolish salvage haul
tow steer dock berth moor taxi seed sow transplant propagate graft weed till plow bale shear milk
breed calve lamb farrow hatch compile debug refactor containerize virtualize provision orchestrate
instrument alert page index shard replicate cache encrypt scrape vectorize inquire possess exhibit
embody uphold thrive dispatch excavate pour sand stain trim prune mow irrigate fertilize slice
grill saute sauté plate
""")
_NO_VERBS = word_set(
    "expertise enterprise franchise otherwise likewise premise paradise precise concise"
)
_IRREGULAR_ED = {
    "built": "build",
    "led": "lead",
    "made": "make",
    "held": "hold",
    "kept": "keep",
    "ran": "run",
    "taught": "teach",
    "written": "write",
    "wrote": "write",
    "sold": "sell",
    "given": "give",
    "taken": "take",
    "driven": "drive",
    "met": "meet",
    "known": "know",
    "found": "find",
    "set": "set",
    "understood": "understand",
    "overseen": "oversee",
}
# Base forms that work prose uses as nouns at least as often; a verb only where grammar says so.
NOUNISH = word_set(
    "vacuum bag mop tender ring fry roast grill boil peel chop wire tower "
    "chart plot sketch film shoot season dust iron steam groom console restrain arrest "
    "patrol campaign steward tax audit machine mill "
    "drill bore tap bolt torque level conduit trench grade frame side tape tile plaster dock "
    "taxi seed weed milk breed alert page index "
    "cache dose screen swab stay ride leave exit lock dance render abstract access benefit "
    "dispatch account aid architect audit award back balance benchmark bill book brief "
    "budget call care challenge change chart check code "
    "command comfort conduct contact contract control copy counsel count cover craft cut "
    "deal design detail display document draft "
    "draw dress drive ease effect exercise experiment field file fill finish fit fix focus "
    "forecast form frame function "
    "grade grasp guarantee guard guide handle harvest help hire hold host image import "
    "increase influence inform interface "
    "interview inventory issue judge kick label launch lead lecture lift link load log look "
    "map market measure mine model "
    "mount move network offer order outline own pack package paint park partner pass patch "
    "pick pilot place plan plant play "
    "polish position post present price print process produce profile program programme "
    "progress project prospect prototype "
    "purchase push query quote raise reach recall record refill reflect release repair "
    "report request research review rework "
    "route run sample scale scan schedule scope score screen script search seek segment "
    "service set setup shape share ship sort "
    "source spot staff stage start stock store structure study supply support surface survey "
    "tag target test track trade train "
    "transfer transport treat trim triage turn type upgrade use value view visit watch wire "
    "work wrap yield code sand stain "
    "plate market program cook coach mentor master access approach aim benefit charge claim "
    "cause lay place point "
    "engineer practice practise result return rest stay step stop summary talk touch voice "
    "volunteer walk workshop paint"
)
_BASES = _VERBS | NOUNISH
_GERUND_NOUNS = word_set(
    "accounting advertising banking billing boating bookkeeping branding building buildings "
    "catering cabling clothing coaching coding computing "
    "consulting counseling counselling dining drawing drawings earning engineering financing "
    "finding fishing flooring framing "
    "forecasting fundraising gardening grading handling heating housing hearing kitting "
    "landscaping learning lending lighting "
    "machining manufacturing marketing meeting meetings mentoring merchandising modeling "
    "modelling networking nursing "
    "onboarding outsourcing packaging painting parenting parking phlebotomy piping planning "
    "plumbing pricing printing problem-solving "
    "processing procurement programming publishing purchasing reasoning receiving recording "
    "recruiting reporting "
    "roofing routing safeguarding scheduling scripting selling sewing shipping siding "
    "sourcing staffing surveying teaching tailoring "
    "teamwork testing thinking timing tooling trading training trainings understanding "
    "warehousing welding wiring word-processing "
    "writing"
)
Form = Literal["base", "s", "ing", "ed"]


@lru_cache(maxsize=32768)
def verb_form(word: str) -> Form | None:
    """Which form of a work verb `word` (lower case) can be; None if none.

    'manage' base, 'manages' s, 'managing' ing, 'managed' and 'built' ed. Verbs that are not listed
    are still recognised in -ing and -ed, and in the -ise/-ize/-ate/-ify families.
    """
    if word in _BASES:
        return "base"
    if word in _IRREGULAR_ED:
        return "ed"
    for prefix in ("re-", "co-", "pre-", "re", "over", "out"):
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) > 3 and rest in _BASES and rest not in NOUNISH:
            return "base"
    if len(word) < 4:
        return None
    if word.endswith("s") and any(base in _BASES for base in without_s(word)):
        return "s"
    if word.endswith("ing"):
        stem = word[:-3]
        if _known_stem(stem) or (len(stem) > 3 and any(c in "aeiouy" for c in stem)):
            return "ing"
    if word.endswith("ed"):
        stem = word[:-2]
        if (
            _known_stem(stem)
            or word[:-1] in _BASES
            or (word.endswith("ied") and word[:-3] + "y" in _BASES)
        ):
            return "ed"
        return "ed" if len(stem) > 3 else None
    if word.endswith(("ize", "ise", "ify")) and len(word) > 6 and word not in _NO_VERBS:
        return "base"
    return None


def without_s(word: str) -> tuple[str, ...]:
    """What `word` may be without its -s: 'watches' is 'watche' or 'watch', 'carries' 'carry'."""
    if word.endswith("ies"):
        return (word[:-1], word[:-3] + "y")
    return (word[:-1], word[:-2]) if word.endswith("es") else (word[:-1],)


def _known_stem(stem: str) -> bool:
    return (
        stem in _BASES
        or stem + "e" in _BASES
        or (len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in _BASES)
    )


def is_gerund_noun(word: str) -> bool:
    """True for '-ing' words that name a field or a thing ('accounting', 'welding')."""
    return word in _GERUND_NOUNS


def starts_with_verb(words: list[str]) -> bool:
    """True if a line opens like a duty: 'Manage ...', 'Plans and conducts ...', 'Managing ...'.

    Args:
        words: the line's words in lower case; a leading adverb is stepped over.
    """
    rest = [
        word
        for word in words[:3]
        if not (word.endswith("ly") or word in ("to", "may", "will", "must", "can", "also"))
    ]
    if not rest:
        return False
    first = rest[0]
    if first in QUALITY:
        return False
    form = verb_form(first)
    if form == "base":
        following = rest[1] if len(rest) > 1 else ""
        return first not in NOUNISH or following not in (
            "of",
            "is",
            "are",
            "skills",
            "experience",
            "for",
            "management",
            "engineering",
            "background",
        )
    if form == "ing":
        return True
    return form == "s" and first[:-1] not in ("skill", "need", "offer", "position", "benefit")
