"""The words of sentences that ask for nothing: page text, law, pay, how to apply, and the like."""

from __future__ import annotations

from agent.language.cues import cues

PAGE = cues(
    r"^(?:show|read|see|view|load) (?:less|more|all)\b.{0,20}$",
    r"^(?:back to|skip to|jump to|go to)\b.{0,40}$",
    r"^(?:apply|apply now|apply for this job|easy apply|save|save job|share|share this job|"
    r"report|report this job|print|copy link|follow|sign in|log in|sign up|register|join now|"
    r"get started|home|menu|search|close|next|previous|cookies?|subscribe|posted|"
    r"refer a friend|email)(?: (?:now|free|today|here|job|jobs))?[ .!→›»]*$",
    r"^share (?:this|via|on)\b|^(?:sign|log) in (?:to|for|with)\b|^refer a friend\b|"
    r"^se habla \w+\W*$",
    r"\bsign up (?:free|now|for free|today|to)\b",
    r"\b(?:create|set up) (?:an? )?(?:free )?(?:account|job alerts?|alert)\b",
    r"\bget (?:notified|job alerts|started free|alerts)\b",
    r"\bupload your (?:resume|cv) and\b",
    r"\b(?:ats|resume) (?:score|scoring|keywords)\b",
    r"\byour (?:resume|cv) (?:tailored|scored|to improve)",
    r"\bauto-?tailor",
    r"\bai[- ]powered (?:job|resume|match)",
    r"\bjob matching\b",
    r"\bkeywords? (?:to include|appear)\b",
    r"\b(?:we|site) uses? cookies\b|^by using \w+\b|^\d+ messages?$",
    r"\baccept (?:all|cookies)\b",
    r"\bcookie (?:policy|preferences|settings)\b",
    r"\ball rights reserved\b",
    r"^©",
    r"\bprivacy policy\b.{0,40}\bterms\b",
    r"\bsubscribe to\b",
    r"\bnewsletter\b",
    r"\bthis job was posted by\b",
    r"\bposted (?:on|by|via)? ?(?:\d+|a|an|yesterday|today)\b.{0,20}\bago\b",
    r"^(?:posted|date posted|veröffentlicht|publié|publicado)\b.{0,30}$",
    r"^\d+ (?:days?|hours?|weeks?|months?) ago\b",
    r"\b\d+ applicants?\b",
    r"^be among the first\b",
    r"\bsee who .* has hired\b",
    r"\breferrals increase\b",
    r"^(?:likes|dislikes|love|views?): ?\d",
    r"^view all\b",
    r"\b(?:all|more|other|similar) jobs (?:at|from|by|in)\b",
    r"^(?:page )?\d+ of \d+\b.{0,24}$|^page \d+$",
    r"\bview attachments?\b",
    r"→\s*$",
    r"^(?:mehr|weniger) anzeigen$",
    r"^(?:jetzt bewerben|stelle merken|teilen|drucken)$",
    r"^(?:voir plus|voir moins|postuler|partager|enregistrer)$",
    r"^(?:ver más|ver menos|solicitar|inscribirme|compartir|guardar)$",
    r"^(?:meer weergeven|minder weergeven|solliciteer(?: nu| direct)?|delen|opslaan)$",
    r"^(?=.*\d{5}(?:-\d{4})?$)(?:.{0,60}\b)?[a-z .]+,? [a-z]{2},? \d{5}(?:-\d{4})?$",
    r"^(?:p\.?o\.? box \d+|\d{1,5} (?:[nsew]\.? )?[\w .]+ (?:street|st|avenue|ave|road|rd|"
    r"boulevard|blvd|drive|lane|way|highway|hwy|parkway|suite)\.?)(?:,.*)?$",
    r"^\[(?:email|phone|url)\](?: ?\|.*)?$",
    r"^.{0,60}\s\d{1,2}/\d{1,2}/\d{2,4}$",
    r"^(?:#\w+[ ,]*)+$",
)
# Words that speak to the software that reads the page, not to the person.
INSTRUCTION = cues(
    r"\b(?:ignore|disregard|forget|override|bypass) (?:\w+ ){0,4}(?:instructions?|prompts?|"
    r"rules?|checks?|guidelines)\b",
    r"\b(?:note|notice|message|instructions?|hinweis|attention|aviso|nota) (?:to|for|an|für|para|"
    r"aux?|pour) (?:\w+ ){0,2}(?:ai|llms?|ki|ia|automated|software|bots?|parsers?|"
    r"language models?|resume (?:writers?|tools?)|ki-systeme?)\b",
    r"\b(?:ai|ki|ia|llm)(?:[ -](?:systeme?|models?|assistants?|tools?|agents?|resume writers?|"
    r"screeners?))?s?[:,] (?:you|please|always|never|ignore|add|state|write|the)\b",
    r"\b(?:system|developer) (?:override|prompt|message)\b",
    r"\b(?:resumes?|cvs?|lebenslauf) (?:must|should|has to) (?:include|contain|state|mention|say) "
    r"the (?:phrase|words?|line|following|sentence|text)\b",
    r"\b(?:resumes?|cvs?|applications?) (?:\w+ ){0,3}scores? (?:higher|better)\b",
    r"\bmark (?:all|every|any) (?:claims?|requirements?|statements?)\b",
    r"\bdo not mention th(?:is|ese) (?:note|message|instruction)",
    r"\banweisungen\b.{0,30}\b(?:ignorier|aufgehoben|missacht)",
)
LEGAL = cues(
    r"\baa/eoe\b|^\W*eoe\b|\bm/f/d(?:/v)?\b(?=.{0,3}$)",
    r"\bequal[- ](?:employment )?opportunit",
    r"\bwithout (?:regard|attention|discrimination|distinction)\b",
    r"\brace,? (?:color|colour|creed|religion|ethnic|national|sex|gender|age|and)",
    r"\bsexual orientation\b",
    r"\bgender identity\b",
    r"\bnational origin\b",
    r"\bprotected (?:veteran|class|characteristic|by law|status|group|categor)",
    r"\bveteran status\b",
    r"\breasonable (?:accommodation|adjustment)",
    r"\be-?verify\b",
    r"\baffirmative action\b",
    r"\bdiscriminat",
    r"\bamericans with disabilities\b",
    r"\b(?:diverse|inclusive|diversity) (?:workforce|workplace|environment for all|"
    r"and inclusi)",
    r"\bencourage(?:s|d)? (?:all|people|women|applications? from|minorit|candidates (?:of|"
    r"from))",
    r"\bfair chance\b",
    r"\bcriminal histor",
    r"\bdata protection\b",
    r"\bprivacy (?:notice|statement|act)\b",
    r"\bpersonal data\b",
    r"\bany and all .*\bwill be\b",
    r"\bunsolicited (?:resumes|cvs)\b",
    r"\b(?:recruitment )?agenc(?:y|ies) .*\b(?:fee|unsolicited|contact)",
    r"\bat[- ]will\b",
    r"\bthe right to (?:change|modify|revise|amend|cancel|withdraw)",
    r"\bclimate of\b.*\brespect",
    r"\ball (?:qualified )?(?:applicants|individuals|persons|candidates) (?:will|are|have)\b",
    r"\bfundamental human value\b",
    r"\bwill be considered on the basis\b",
    r"\bunabhängig von\b",
    r"chancengleichheit|schwerbehindert|gleichgestellt|geschlechtlich",
    r"égalité des chances|situation de handicap|sans distinction",
    r"igualdad de oportunidades|sin distinción|discapacidad",
    r"ongeacht|gelijke kansen|acquisitie",
)
BENEFITS = cues(
    r"\b401 ?\(?k",
    r"\b(?:health|medical|dental|vision|life|disability)(?:,? (?:and |& )?(?:dental|vision|"
    r"life|medical|health|prescription drug)){0,4} (?:insurance|coverage|plans?|benefits?|"
    r"care plan)\b",
    r"\bpaid (?:time off|holidays?|vacations?|parental|leave|sick|training|family|volunteer)",
    r"\bpto\b",
    r"\bcompetitive (?:salar|pay|compensation|wage|benefit|rate|base|package|remuneration)",
    r"\b(?:benefits?|compensation|comp) package\b",
    r"\bwe(?:'re| are)? (?:also )?(?:offer|offering|provide you|proud to offer|pay)\b",
    r"\bsalary (?:range|is|of|will|commensurate|from|:)",
    r"\b(?:pay|hourly) (?:rate|range|grade)",
    r"^\W*(?:the )?(?:pay|salary|wages?|compensation|hiring range|pay range)\b.{0,90}\b(?:based on|"
    r"determined|depends?|commensurate|varies)\b",
    r"\bstipend\b",
    r"\bsigning bonus|\bsign-?on bonus|\bbonus (?:plan|program|eligib|potential|opportunit)",
    r"\bretirement (?:plan|savings|benefit|contribution)",
    r"\boffers? (?:an? )?(?:\w+ )?(?:pension|insurance|benefits|bonus|retirement plan)\b",
    r"\bpension (?:scheme|plan|contribution)",
    r"\btuition (?:reimbursement|assistance)",
    r"\bstock options?\b|\bequity (?:package|grant)",
    r"\bemployee (?:discount|assistance program|stock|referral)",
    r"\bflexible spending\b",
    r"\bdays? of (?:pto|vacation|holiday|annual leave)",
    r"\bannual leave\b",
    r"\bgym membership|\bfree (?:lunch|snacks|parking|food|coffee|meals)",
    r"[$£€] ?\d[\d,.]*k?(?: ?(?:-|to|–|/)? ?[$£€]?\d*[\d,.]*k?)? ?(?:/|per|an|a|p\.?[ah]|"
    r"annual|hour|yr|year|month|week)\b",
    r"\bgrowth opportunit(?:y|ies)\b",
    r"\bcareer (?:development|growth|advancement|progression) opportunit",
    r"\bwork[- ]life balance\b",
    r"\bdirect deposit\b",
    r"\byou(?:'ll| will) (?:receive|enjoy|be rewarded|get|have (?:a great|a direct|the (?:chance|"
    r"opportunity)|exposure|access))\b",
    r"\bgenerous\b",
    r"\bremote[- ]friendly\b",
    r"\bbieten (?:dir|ihnen|wir)\b|\bwir bieten\b|urlaubstage|betriebliche altersvorsorge|"
    r"jobrad|jobticket|attraktive vergütung",
    r"\bnous (?:vous )?(?:offrons|proposons)\b|tickets? restaurant|mutuelle\b|"
    r"télétravail (?:possible|partiel)|rtt\b",
    r"\bofrecemos\b|seguro médico|retribución flexible|salario competitivo",
    r"\b(?:wij|we) bieden\b|vakantiedagen|reiskostenvergoeding|pensioenregeling|een salaris|"
    r"marktconform",
)
APPLY = cues(
    r"^\W*if you apply\b|\byou(?:'ll| will) be considered\b|\binterview process\b",
    r"\b(?:offers?|employment) (?:is|are) contingent\b|^\W*conditions apply\b",
    r"\b(?:part|full)[- ]time hours\b|\bhours?/day\b",
    r"\b(?:visa )?sponsorship\b.{0,30}\bnot (?:available|provided|offered)\b|"
    r"\brelocation\b.{0,40}\bnot (?:be )?(?:available|provided|offered)\b|"
    r"^\W*you can upload\b",
    r"^\W*please (?:tell|let|note|contact|see|be aware|call|inform)\b",
    r"\bwe never ask\b",
    r"^\W*(?:call|text)\b.{0,30}\b(?:recruiters?|us|today|now|24/7)\b",
    r"^(?:tel|phone|fax|e-?mail|attn|attention|address|website|web|contact|"
    r"recruiter)\b ?[:.].{0,60}$",
    r"\b(?:please|to) (?:apply|submit|send|email|e-mail|forward|mail|upload|complete|visit|"
    r"contact|call(?! (?:out|on|in|back|center))|attach|note)\b",
    r"^apply (?:here|now|today|online|at|via|by|on|through|directly)\b",
    r"\bapply (?:here|now|today|online|via|directly)\b",
    r"\bcover letter\b",
    r"\b(?:your|a) (?:resume|cv|curriculum vitae)\b",
    r"\bapplications? (?:will|must|should|deadline|are|received|period|form|materials)\b",
    r"\binterested (?:candidates|applicants|parties|individuals)\b",
    r"\bfor more information\b",
    r"\bvisit (?:us|our|www|http)",
    r"\bopen until filled\b|\bapplications? (?:are )?(?:very )?welcome\b|\bwelcomes? applica",
    r"\bwe look forward to\b",
    r"\bjoin (?:us|our team)\b[^.]{0,30}[!.]?$",
    r"\bonly (?:shortlisted|selected|those|candidates)",
    r"\bno phone calls\b",
    r"\bshortlisted\b",
    r"\b(?:closing|application) date\b",
    r"\bwe(?:'d| would) love to (?:hear|meet|talk)",
    r"\bdon't (?:hesitate|worry)\b",
    r"\bapplicants? (?:are urged|will be notified|may be)\b",
    r"\bhesitat",
    r"\bmeet(?:ing)? (?:every|all|100)\b.*\b(?:requirement|qualification|criteri)",
    r"\bhttps?://|\bwww\.",
    r"\b(?:applicants|candidates|employees) (?:who|that|may|will (?:be|not|receive)|wishing|"
    r"applying|filing|qualifying|completing|must (?:list|submit|complete|attach|specify|file|"
    r"include|achieve|receive|apply|provide|indicate))\b",
    r"\b(?:this|the|an) (?:\w+ )?examination\b|\bexamination (?:process|weight|announcement)",
    r"\beligible list\b",
    r"\bcivil service (?:rule|commission|title|status|law|section|exam)",
    r"\bupon appointment\b|\b(?:be|are|is) (?:normally )?appointed\b|\bappointment (?:to|"
    r"consideration)\b|\bregular appointment\b",
    r"\bpromotional (?:basis|exam|opportunit)",
    r"\bprotests?\b.*\b(?:rule|file|department)",
    r"\bpassing score\b|\bfinal (?:average )?score\b|\bseniority credit\b|\bcharter section\b",
    r"\bspecial instructions\b",
    r"\bprobation(?:ary)? period\b",
    r"\bat the time of (?:filing|application)\b",
    r"(?:\. ){5,}",
    r"\bmileage\b.*\bpaid\b",
    r"\btest(?:s|ing)? (?:will|may) be (?:given|held|administered)",
    r"\bmeet the qualification requirements\b",
    r"\b(?:wir freuen uns|bewirb dich|bewerben sie|ihre bewerbung|deine bewerbung|"
    r"bewerbungsunterlagen)\b",
    r"\b(?:envoyez|adressez|merci d'|postulez)\b|lettre de motivation",
    r"\b(?:envía|enviar|envíanos|inscríbete|postula)\b",
    r"\b(?:solliciteer|stuur|mail (?:je|jouw)|reageer)\b|motivatiebrief",
)
DISCLAIMER = cues(
    r"\b(?:statements?|description|list|duties|listing)\b.{0,60}\b(?:intended|construed|"
    r"exhaustive|all[- ]inclusive|comprehensive)\b",
    r"\bnot (?:intended|to be construed|be construed|an exhaustive|all[- ]inclusive|meant|"
    r"designed)\b",
    r"\bin no way (?:states?|implies)\b|\bdescribed herein\b|"
    r"^\W*(?:work )?(?:schedules?|hours|shifts?) (?:may|will|can)\b",
    r"\bclass specifications?\b|\b(?:to be|are) performed in accordance with\b",
    r"\bcovered by a (?:collective|union)\b|\bbargaining (?:unit|representative)\b",
    r"\brepresentative of (?:those|the)\b",
    r"\bessential functions? of (?:this|the) (?:job|position)\b",
    r"\bperform (?:each|all|this|the) .{0,30}(?:satisfactorily|successfully)\b",
    r"\bmay be (?:changed|modified|subject to change)\b",
    r"\bmay change\b",
    r"^\W*\d{1,2}:\d{2} ?[ap]\.?m",
    r"^\W*(?:this|these|such) (?:licen[cs]es?|certificat\w+) must\b",
    r"\bsubject to change\b",
    r"\bthis (?:job|position) description\b",
    r"\bduties may be (?:required|assigned)\b",
    r"\bmanagement (?:reserves|may)\b",
    r"\blisted below\b",
    r"\bas follows\b[:.]?$",
    r"\bnormal for this position\b",
    r"\bincluding the following but not limited\b",
    r"\bthese positions\b.*\bprobation",
    r"\bprobationary\b",
)
CATCH_ALL = cues(
    r"\b(?:other|additional|related|any other|all other|special|"
    r"various)(?:,? \w+){0,3} (?:duties|tasks|responsibilities|projects|work|assignments|"
    r"functions|activities)\b.{0,60}\b(?:assigned|required|needed|requested|necessary|"
    r"directed|arise|apply)\b",
    r"^(?:- )?(?:performs?|performing|undertakes?|completes?|handles?)? ?(?:any |"
    r"all )?(?:other|related|additional) (?:related )?(?:duties|tasks|work|projects)\b.{0,40}$",
    r"\bduties as (?:assigned|required|needed|identified)\b",
    r"\bad[- ]hoc (?:duties|tasks)\b",
    r"\bother (?:projects?|duties) as\b",
    r"\bperforms? related (?:work|duties)\b",
    r"\bduties (?:as )?(?:may be )?assigned\b",
    r"\bwhatever (?:is|else)\b",
)
PHYSICAL = cues(
    r"\b(?:lift|carry|push|pull|lifting|carrying)\b.{0,60}\b(?:\d+|fifty|twenty|thirty|forty|"
    r"pounds|lbs|kg|heavy)\b",
    r"\b(?:stand|standing|walk|walking|sit|sitting|bend|bending|stoop|kneel|crouch|climb|"
    r"reach|squat)\w*\b.{0,40}\b(?:stand|walk|sit|bend|stoop|kneel|crouch|climb|reach|twist|"
    r"crawl|squat|hour|period|shift|long|prolonged|extended)",
    r"\b(?:prolonged|extended|long) periods?\b",
    r"\bvision (?:abilit|requirement)",
    r"\bphysical (?:demands?|requirements?|stamina|abilit|effort|exertion)",
    r"\bpounds\b|\blbs\b",
    r"\bhand[- ]eye|\bmanual dexterity",
    r"\bspeech, vision|\bvision, and hearing|\btalk (?:and|or|and/or) hear",
    r"\bnoise level\b",
    r"\bexposed? to (?:\w+ ){0,3}(?:weather|noise|fumes|dust|heat|cold|chemicals|temperature|"
    r"hazard|element)",
    r"\b(?:indoor|outdoor|office) (?:setting|environment)\b",
    r"\bbackground (?:check|screen|investigation)",
    r"\bdrug (?:test|screen|free)",
    r"\bpre-employment\b",
    r"\b(?:at least|be|over|minimum) \(?\w*\)? ?(?:18|21|eighteen|"
    r"twenty[- ]one) years(?: of age| old)",
    r"\byears of age\b|\byears old\b",
    r"\bcolor[- ]blind",
    r"\bduring (?:the )?(?:training|probation)",
    r"\bwork is (?:primarily )?performed\b",
    r"\bworking at heights?\b",
    r"\buse of (?:the )?hands\b|\busing your hands\b",
    r"\bclimb(?:ing)? (?:ladders|stairs|on|steps)",
    r"\bability to (?:smell|hear|see|listen and speak|stand|sit|walk)\b",
)
