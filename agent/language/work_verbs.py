"""The verbs of work prose: base forms, odd past forms, and the nouns among their -ing forms."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a spaced list."""
    return frozenset(text.split())


VERBS = word_set("""
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
NO_VERBS = word_set(
    "expertise enterprise franchise otherwise likewise premise paradise precise concise"
)
IRREGULAR_ED = {
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
GERUND_NOUNS = word_set(
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
