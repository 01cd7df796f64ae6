import { plain } from './signs'

/**
 * Whether a question tries to instruct the bot instead of asking it: the words that matched, or null.
 * A curated net for the obvious. Nothing depends on it: quoting has no instructions to override.
 */
export const injection = (question: string): string | null => {
  const words = plain(question)
  for (const pattern of SIGNS) {
    const match = pattern.exec(words)
    if (match) return match[0].slice(0, 200)
  }
  return null
}

const ORDERS =
  '(?:instructions?|prompts?|rules|guidelines|directions|orders|assignments?|commands?|restrictions|programming|training|conversation|settings)'

const SIGNS: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:ignore|disregard|forget|override|bypass|drop)\b(?: about)? (?:all |any |of |every |each |the |your |these |those |my )*(?:\w+ )?(?:previous|prior|above|preceding|earlier|former|initial|original|system|safety|foregoing|other|own)? ?${ORDERS}\b`,
  ),
  /\b(?:ignore|disregard|forget) (?:about )?(?:everything|all|anything|what(?:ever)?)(?=$|[ ,.:!])(?! (?:fees|charges))(?: that| which)?(?: (?:you|we|i|above|before|prior|so far|was|were|been|is|and|the|of|i've|we've|you've)\b|[,.:!]|$)/,
  /\b(?:vergiss|vergessen sie|ignoriere?n?(?: sie)?)\b[^.?!]{0,30}\b(?:alle[sn]?|anweisung\w*|bisherig\w*|vorherig\w*|davor|aufgaben?|instruktion\w*|regeln)\b/,
  /\b(?:ignore[rz]?|oublie[rz]?)\b[^.?!]{0,30}\b(?:instructions?|consignes?|tout ce qui|précédente?s?|règles)\b/,
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
  /<\|?(?:im_start|system|endoftext)|\[(?:system|inst)\]|^system ?(?:prompt)?:|#{2,} ?(?:instruction|system)|\bnew (?:task|assignment|instruction)s?:/,
  /\bals\b[^.?!]{0,60}\bfungieren\b|\btu (?:es|vas être) (?:maintenant|désormais)\b|\bdu bist (?:jetzt|nun|ab jetzt)\b|\bahora eres\b|\ba partir de ahora (?:eres|responde)\b/,
]
