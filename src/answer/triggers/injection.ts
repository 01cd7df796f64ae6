import { firstPattern } from './signs'

/**
 * Whether a question tries to instruct the bot instead of asking it: the words that matched, or null.
 * A curated net for the obvious. Nothing depends on it: quoting has no instructions to override.
 */
export const injection = (question: string): string | null =>
  firstPattern(question, SIGNS)?.slice(0, 200) ?? null

const ORDERS =
  '(?:instructions?|prompts?|rules|guidelines|directions|orders|assignments?|commands?|restrictions|programming|training|conversation|settings)'

/** What came before, named as a thing that can be set aside. */
const BEFORE =
  '(?:(?:the |all |any |everything )*(?:above|previous|prior|preceding|earlier|foregoing|provided)(?: (?:inputs?|messages?|text|texts|context|information|statements?|articles?|documents?|conversations?|content|tasks?|data))?)'
const DE_BEFORE = String.raw`(?:obige|vorherige|bisherige|vorangegangene|vorige|frühere)[nrs]? (?:anweisung|instruktion|information|ausführung|aufgabe|befehl|nachricht|vorgabe|regel|text|angabe|prompt)\p{L}*`
const FR_BEFORE = String.raw`(?:(?:instructions?|consignes?|règles?|directives?|messages?|informations?|ordres?) (?:précédent|antérieur|ci-dessus|d'avant)|(?:précédent|antérieur)e?s? (?:instruction|consigne|règle|directive|message)|ce qui précède)`
const ES_BEFORE = String.raw`(?:(?:instrucciones|indicaciones|reglas|[oó]rdenes|mensajes|informaci[oó]n) (?:anterior|previ|de arriba)|(?:anteriores|previas) (?:instrucciones|indicaciones|reglas|[oó]rdenes)|(?:que|lo que) (?:digo|dije|he dicho|te dije) antes)`
const ALL = String.raw`(?:de |des |d')?(?:(?:toutes?|tous|tout|les|alle[sn]?|die|den|das|todas?|todos?|todo|las?|los?) )*`
/** A word that says where the bot's own words are to come from. */
const YOUR_WORDS = '(?:answers?|responses?|repl(?:y|ies)|outputs?|messages?)'

const SIGNS: readonly RegExp[] = [
  // What came before shall not count.
  new RegExp(
    String.raw`\b(?:ignor(?:e|ing)|disregard|forget|skip|discard|set aside)\b(?: about)? ${BEFORE}(?= (?:and|then|but|say|just|now)\b|[\].,:;!?]|$)`,
  ),
  new RegExp(
    String.raw`\b(?:do not|don't|dont|never) (?:answer|respond|look|use|follow|reply)\b[^.?!]{0,40}\b(?:${BEFORE}|documents?|articles?|question)\b[^.?!]{0,20}\b(?:but|just|instead)\b`,
  ),
  new RegExp(
    `(?<!\\p{L})${DE_BEFORE}(?:[^.?!]{0,60})(?:ignorier|vergess|irrelevant|ungültig|hinter sich|missacht|verwerfen|nicht mehr gelten)`,
    'u',
  ),
  new RegExp(`(?<!\\p{L})(?:abweichend|entgegen|ungeachtet) (?:von |zu |zu den |den )?${DE_BEFORE}`, 'u'),
  new RegExp(
    `(?<!\\p{L})(?:ignore[rz]?|oublie[rz]?|ne tiens pas compte|ne tenez pas compte) ${ALL}${FR_BEFORE}`,
    'u',
  ),
  new RegExp(`(?<!\\p{L})(?:ignor[ae]|olvid[ae]|haz caso omiso|haga caso omiso) ${ALL}${ES_BEFORE}`, 'u'),
  // What the bot was told is asked for.
  /\b(?:what (?:are|were) your (?:\w+ )?(?:instructions|rules|directives|guidelines)|(?:return|show|print|give) (?:me )?(?:back )?your (?:embeddings?|weights|training data|instructions)|what (?:is|was|stands?) (?:written |said )?(?:above|before this)(?= ?[?.!]*$)|(?:sentences?|text|words) (?:before|above) (?:the|this) (?:text|prompt|question|sentence)|(?:repeat|print|output|show|copy|recite)[^.?!]{0,30} your (?:first|initial|previous|last|very first) (?:message|prompt|instructions?))\b/,
  /(?<!\p{L})(?:(?:rechtschreibung|übersetz\p{L}*|wiederhol\p{L}*|gib|zeig\p{L}*|druck\p{L}*)[^.?!]{0,40}(?:obigen|gesamten|deinen?|ihren?) (?:[\p{L}]+ )?(?:text|prompts?|anweisungen|instruktionen)|(?:montre|affiche|répète|donne)[^.?!]{0,30}(?:tes|vos|ton|votre) (?:[\p{L}]+ )?(?:instructions|consignes|prompt)|(?:muestra|repite|dime|ens[eé]ñame)[^.?!]{0,30}(?:tus|sus|tu|su) (?:[\p{L}]+ )?(?:instrucciones|prompt|indicaciones))(?!\p{L})/u,
  // It shall say something given.
  /\b(?:just|only|simply|instead)[ ,]+(?:say|output|print|write|state|type)\b(?: out)?(?: the words?)? ?["“'«:]|\b(?:say|state|write|print|output) (?:that )?["“«][^"”»]{1,60}["”»](?: (?:only|instead|all the time|and nothing else))|\b(?:stop|attention)[ -]+(?:write|say|print)\b|\bhate \w+ ?\? say yes\b/,
  /(?<!\p{L})(?:(?:nur|nichts als|sagen|sag) ["“„][^"”“]{1,60}["”“](?: sagen)?|(?:solo|s[oó]lo|[uú]nicamente) (?:tienes que |debes |di |responde )(?:decir|con)?|dis (?:seulement|uniquement)|réponds (?:seulement|uniquement))(?!\p{L})/u,
  // It shall be someone else.
  /(?<!\p{L})(?:stell dir vor|stellen sie sich vor|tu so|tun sie so),? (?:du bist|sie sind|du wärst|als|dass du)|(?:antworte|schreibe?|sprich|rede) (?:im stil|wie ein|als wärst|als ob du)(?!\p{L})|(?<!\p{L})(?:imagine que tu es|fais comme si|comporte-toi comme|joue le rôle|parle comme un)(?!\p{L})|(?<!\p{L})(?:imagina que eres|act[uú]a como|haz como si|comp[oó]rtate como|finge (?:ser|que))(?!\p{L})/u,
  /\b(?:you (?:will )?now (?:pose|go by|answer as|speak as|become|take on)|(?:take|adopt|assume)(?: on)? (?:the |an? )?(?:\w+ )?(?:persona|role of|personality)|alter ego|respond as (?:both|the|if)|(?:respond|reply|answer) to (?:every|each|any|all) (?:of my )?(?:prompts?|messages?|inputs?)|(?:do not|don't|never|without)(?: even)? break(?:ing)?(?: out of)?(?: their| your| the)? characters?|remain in (?:their|your) roles?)\b/,
  /\b(?:speak|talk|write|respond|reply|answer) (?:like|in the (?:style|voice|manner) of) an? (?:\w+ )?(?:pirate|sailor|robot|gangster|villain|child|drunk|cowboy)\b/,
  /\b(?:chat ?gpt|gpt-?[345]|openai|llm)\b[^.?!]{0,120}\b(?:you are|you will|narrate|respond|emulate|dungeon|fictional|persona|allow(?:ing)?|without|does not have|only replies|must answer|rules?)\b|\b(?:emulate|simulate|impersonate|pretend to be) (?:the |an? )?(?:chat|gpt|\w*gpt\b|\w*dan\b)|\b\w{2,}gpt,? (?:is|an?|will|can)\b/,
  /\b(?:amoral|unfiltered|uncensored|jailbr\w+)\b[^.?!]{0,80}\b(?:persona|rules|respond|character|prompt|cannot refuse|response|dialogue)\b|\bcannot (?:refuse|deny) (?:any |the )?(?:user |my )?(?:requests?|prompts?|questions?)\b|\b(?:not bound by|sans|without|no|any) (?:any )?(?:rules|morals|laws|ethics),? (?:and |or |morals|laws|ethics)/,
  // Marks of a prompt rather than of a question.
  /\[(?:ignore|input|insert|prompt|first prompt|cls)\b[^\]]{0,40}\]|<prompt>|\{prompt\}|\(<?prompt>?\)|\b(?:persona|personality|awareness|memory) ?= ?[[\w]|\bsystem prompt\b|\bfirst prompt\b|\bmy first (?:request|prompt|command|sentence) is\b/,
  new RegExp(
    String.raw`\b(?:always |must )?(?:start|begin|end|prefix|finish)(?:s|ing)? (?:all |each |every |any )?(?:of )?(?:your|the) ${YOUR_WORDS}\b|\b(?:in|to|with) your (?:next )?${YOUR_WORDS},? (?:include|mention|add|insert|always)\b|\b(?:include|integrate|insert|embed|add) [^.?!]{1,60} (?:in|into|to) your (?:next )?${YOUR_WORDS}\b`,
  ),
  new RegExp(
    String.raw`\b(?:ignore|disregard|forget|override|bypass|drop)\b(?: about)? (?:all |any |of |every |each |the |your |these |those |my )*(?:\w+ )?(?:previous|prior|above|preceding|earlier|former|initial|original|system|safety|foregoing|other|own)? ?${ORDERS}\b`,
  ),
  /\b(?:ignore|disregard|forget) (?:about )?(?:everything|all|anything|what(?:ever)?)(?=$|[ ,.:!])(?! (?:fees|charges))(?: that| which)?(?: (?:you|we|i|above|before|prior|so far|was|were|been|is|and|the|of|i've|we've|you've)\b|[,.:!]|$)/,
  /\b(?:vergiss|vergessen sie|ignoriere?n?(?: sie)?)\b[^.?!]{0,30}\b(?:alle[sn]?|anweisung\w*|bisherig\w*|vorherig\w*|davor|aufgaben?|instruktion\w*|regeln)\b/,
  /\b(?:ignore[rz]?|oublie[rz]?)\b[^.?!]{0,30}\b(?:instructions?|consignes?|tout ce qui|règles)\b/,
  /\b(?:ignora|ignore|olvida|olvide|haz caso omiso)\b[^.?!]{0,30}\b(?:instrucciones|anteriores|reglas|todo lo)\b/,
  /\b(?:reveal|show|print|output|repeat|display|translate|spell check|leak|dump|give|tell|what(?:'s| is| are| was| were))\b[^.?!]{0,40}\b(?:(?:system|initial|hidden|secret|original|internal|full|entire|whole) (?:\w+ )?(?:prompts?|instructions)|your (?:\w+ )?prompts?\b|prompt texts?|prompt text)/,
  /\byou(?:'re| are) (?:now|no longer) (?:an? |called |named |going to |in |the |\w*bot\b|chatgpt|dan\b|free|about to|bound|under)/,
  /\bfrom now on,? (?:you|i want you|answer|respond|reply|act|pretend|only|refer|speak|write|please (?:act|respond|answer))\b|\bfrom on now\b/,
  /(?:^|[.!?:,\n] ?|\bplease |\bto |\band )(?:act|behave|pretend|role-?play|respond|answer)(?: \w+)? (?:as if you|as though you|as an? (?:\w+ ){0,3}(?:interpreter|terminal|console|assistant|chatbot|ai|bot|character|model|translator|hacker|\w+bot)|that you are|to be (?:an?|my)|like you are)\b/,
  /\b(?:want|need|like|ask) you to (?:act|pretend|role-?play|play the role|simulate|imagine you|behave|respond (?:as|only|to)|only (?:respond|reply|answer)|reply only|become|be (?:an? )?(?:unfiltered|evil|character))/,
  /\byou (?:will|must|shall|should|are going to|have to)(?: now| always| only)? (?:act as|pretend|play the role|role-?play|simulate|behave as|respond as|stay in character|never refuse|always (?:answer|respond|obey)|only (?:answer|respond|reply))/,
  /\b(?:no|without|free (?:of|from)|any|bypass\w*) (?:any |all |your |the )?(?:ethical |moral |content |safety )*(?:restrictions|filters|limitations|guidelines|censorship|guardrails|morals)\b.*\b(?:you|ai|answer|respond|chatbot|bot|model|assistant)\b|\b(?:if|as if) you had no (?:restrictions|rules|limits|filters)\b|\bwith no (?:rules|restrictions|filters|limits)\b/,
  /\b(?:unfiltered|uncensored|amoral|jailbroken|unrestricted) (?:and \w+ )?(?:chat ?bot|ai|response|answer|language model|model|version|assistant|person)\b|\bdo anything now\b|\b(?:developer|dan|jailbreak|god) mode (?:is |has been )?(?:enabled|activated|on)\b|\benable (?:developer|dan|jailbreak) mode\b|\bstay in character\b/,
  /\b(?:answer|respond|reply) only (?:in|with|as|to)\b|\bonly (?:answer|respond|reply) (?:in|with|as)\b|\b(?:begin|start|prefix|end) (?:all |each |every )?(?:of )?your (?:outputs?|responses?|answers?|messages?|replies)\b/,
  /\b(?:imagine|suppose|assume|let's say|let's pretend) (?:that )?you(?:'re| are) (?:an? |the |not )?(?:\w+ )?(?:evil|unfiltered|free|hacker|ai without|language model|big cheese|human without|character)\b|\byour (?:new )?name is (?:now|going)\b|\blet's (?:play a game where you|act out|role-?play a (?:game|scene) where you)/,
  /\b(?:chatgpt|openai|language model|ai (?:model|assistant|chatbot|language))\b[^.?!]{0,80}\b(?:pretend|act as|role-?play|character|no longer|must|will now|unfiltered|policy|policies|ignore|bypass|forget|simulate|answer|respond)\b/,
  /^(?:please |hello |hi |hey |chatgpt |ok )*,?(?:act|behave|function) as (?:if |though |an? |my |the )?\w+|^(?:pretend|imagine) (?:that )?(?:you(?:'re| are)|to be)\b/,
  /<\|?(?:im_start|system|endoftext)|\[(?:system|inst)\]|^system(?: prompt)?:|#{2,} ?(?:instruction|system)|\bnew (?:task|assignment|instruction)s?:/,
  /\bals\b[^.?!]{0,60}\bfungieren\b|\btu (?:es|vas être) (?:maintenant|désormais)\b|\bdu bist (?:jetzt|nun|ab jetzt)\b|\bahora eres\b|\ba partir de ahora (?:eres|responde)\b/,
]
