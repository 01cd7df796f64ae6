import type { Trigger } from '../types'
import { patternsOf } from './languages/registry'
import type { LanguageSigns } from './languages/types'
import { firstSign, type Sign } from './signs'

/** Someone may be harmed, grieving, defrauded or about to go to law: a person answers, whatever the text says. */
export const sensitiveTopic: Trigger = ({ question }) => {
  for (const { name, urgency, signs } of TOPICS) {
    const words = firstSign(question, signs)
    if (words) return { reason: 'sensitive_topic', evidence: `${name}: ${words}`, urgency }
  }
  return null
}

interface SensitiveTopic {
  name: string
  urgency: 'normal' | 'high'
  signs: readonly Sign[]
}

const always = (pattern: RegExp): Sign => ({ pattern, evenInQuestion: true })

/** The same in the other languages. */
const abroad = (sign: keyof LanguageSigns): Sign[] => patternsOf(sign).map(always)

const RELATIVE =
  '(?:husband|wife|partner|spouse|father|dad|mother|mum|mom|parents?|son|daughter|child|brother|sister|gran\\w*|nan|uncle|aunt|friend|fianc[eé]e?)'

const SELF_HARM: Sign[] = [
  always(/\b(?:kill(?:ing)?|hurt(?:ing)?|harm(?:ing)?) myself\b|\bsuicid(?:e|al)\b|\bself[- ]harm/),
  always(
    /\bend (?:my life|it all)\b|\b(?:don't|do not|dont) want to (?:live|be here|be alive|go on)\b|\bwant to die\b|\bno reason to live\b/,
  ),
]

const SAFETY: Sign[] = [
  always(
    /\b(?:is|are|was|started|starts|'s|keeps|began) (?:\w+ )?(?:smoking|smouldering|sparking|burning up|on fire|swelling|swollen|melting|leaking (?:gas|acid))\b/,
  ),
  always(
    /\bsmoke (?:is |was )?(?:coming|comes|came|pouring)\b|\bcaught fire\b|\bburst into flames\b|\bburning smell\b|\bsmells? (?:of|like) (?:burning|gas|smoke)\b/,
  ),
  always(
    /\bexploded\b|\bswollen battery\b|\bbattery (?:has )?(?:swelled|swollen|burst)\b|\bgas leak\b|\bcarbon monoxide alarm\b|\belectric(?:al)? shock (?:from|off)\b|\b(?:got|gave me) an? (?:\w+ )?shock\b|\belectrocuted\b/,
  ),
  always(
    /\b(?:injured|hurt|burned|burnt|cut) (?:me|myself|my (?:hand|arm|face|leg|skin|child|son|daughter|finger)\w*)\b|\b(?:having|had|has) an? (?:\w+ )?allergic reaction\b|\bambulance\b|\bswallowed (?:a|the|some|one)\b|\bchest pains?\b|\bcan't breathe\b/,
  ),
]

const FRAUD: Sign[] = [
  always(
    /\b(?:someone|somebody|a (?:scammer|fraudster|hacker|thief|stranger)|they|a man|a woman)(?: has| have| is| are|'s)? (?:just |been )?(?:taking|taken|took|stealing|using|used|opened|opening|hacked|hacking|accessed|got into|gotten into|logged into|spending|spent|emptied|draining|withdrawing|withdrew|transferred|cloned|impersonat\w+)\b.*\b(?:my|me|our)\b/,
  ),
  always(
    /\b(?:my|our) (?:\w+ ){0,2}(?:account|card|identity|phone|email|login|details)s? (?:has been|have been|was|were|is|are|is being|got|been) (?:hacked|compromised|cloned|taken over|breached|used (?:by|without))/,
  ),
  {
    pattern:
      /\b(?:don't|do not|dont|didn't|did not|didnt|never) (?:recogni[sz]e|make|made|authori[sz]ed?|approved?) (?:an?|this|that|these|those|the|some|any of|two|three)\b[^.?!]*\b(?:payments?|transactions?|charges?|transfers?|withdrawals?|purchases?|debits?|orders?)\b/,
  },
  {
    pattern:
      /\b(?:unauthori[sz]ed|fraudulent|suspicious) (?:\w+ )?(?:payments?|transactions?|charges?|transfers?|withdrawals?|activity|log-?ins?) (?:on|from|in|to) my\b/,
  },
  always(/\bclicked (?:on )?(?:it|the link|a link|that)\b.*\b(?:password|details|pin|code|card|log)/),
  always(
    /\bgave (?:them|him|her|someone|a caller|it) (?:all )?my (?:\w+ )?(?:pin|password|card|code|details|bank|account|passcode)\b/,
  ),
  always(
    /\bi(?:'ve| have)? (?:just |think i |think i've )*(?:been|was|got|am being|'m being) (?:\w+ )?(?:scammed|defrauded|phished|conned|hacked)\b|\bi fell for a scam\b|\b(?:i'm|i am) (?:a|the) victim of (?:fraud|a scam|identity)/,
  ),
]

const BEREAVEMENT: Sign[] = [
  always(
    new RegExp(
      String.raw`\bmy (?:late )?(?:\w+ )?${RELATIVE}\b[^.?!]{0,30}\b(?:passed away|has died|died|passed on|is dead|was killed|committed suicide)\b`,
    ),
  ),
  always(/\bmy late (?:husband|wife|partner|father|mother|dad|mum|mom|brother|sister|son|daughter)\b/),
  always(
    /\b(?:i'm|i am|i've been|i have been|we are) (?:named |appointed )?(?:the |an |as )?(?:executor|executrix|administrator of (?:the|his|her) estate|next of kin)\b|\bwidow(?:ed|er)?\b.*\bi\b|\bi(?:'m| am) (?:recently )?(?:a )?widow/,
  ),
  {
    pattern:
      /\b(?:death of|lost) my (?:husband|wife|partner|father|mother|dad|mum|mom|brother|sister|son|daughter|child|baby)\b/,
  },
]

const VULNERABLE: Sign[] = [
  always(
    /\b(?:lost my job|been made redundant|was made redundant|been laid off|was laid off|been evicted|being evicted|i(?:'m| am) homeless|bailiffs?|lost my home)\b/,
  ),
  always(
    /\b(?:can't|cannot|can not|cant|unable to|couldn't|struggling to|no way to) (?:even )?(?:afford (?:food|my|the|to (?:eat|live|pay)|rent|heating)|(?:pay|make|meet|cover|keep up with) (?:my|the|our|this|next) (?:\w+ ){0,4}(?:payments?|rent|bills?|mortgage|loan|debts?|instal\w+))/,
  ),
  always(
    /\b(?:i'm|i am|im|we're|we are) (?:really |badly |desperately |financially )*(?:struggling|desperate|in (?:serious )?(?:debt|financial (?:difficulty|trouble|hardship))|going hungry)\b(?! to (?:find|log|see|understand|open|get|sign|use|set|work))/,
  ),
  always(
    /\b(?:i'm|i am|im|i've been|she is|he is|she's|he's|my \w+ is) (?:currently |still )?in (?:the )?(?:hospital|intensive care|a hospice)\b/,
  ),
  always(
    /\b(?:i have|i've got|i've been diagnosed with|diagnosed with|my \w+ has) (?:\w+ )?(?:cancer|dementia|alzheimer'?s|a terminal illness|severe depression|parkinson'?s)\b|\bterminally ill\b/,
  ),
  always(
    /\b(?:my )?(?:ex|partner|husband|wife|boyfriend|girlfriend)\b[^.?!]{0,20}\b(?:abus\w+|controls? (?:my|all)|hits? me|threaten\w*|beats? me|stalk\w*)\b|\bdomestic (?:abuse|violence)\b|\b(?:don't|do not|dont) feel safe (?:at home|in my (?:own )?(?:home|house|flat)|with (?:my|him|her)|around (?:my|him|her))\b|\b(?:scared|afraid) of my (?:ex|partner|husband|wife|boyfriend|girlfriend)\b/,
  ),
  always(/\b(?:gambling (?:addiction|problem)|addicted to gambling|mental breakdown|panic attacks?)\b/),
]

const LEGAL: Sign[] = [
  always(
    /\bmy (?:lawyer|solicitor|attorney|barrister)s?\b(?=.*\b(?:will|is|has|says?|told|contact\w*|writ\w*|you)\b)/,
  ),
  always(
    /\b(?:i|we) (?:represent|act for|am acting for|'m acting for) (?:an? |my |our |the )?clients?\b|\bon behalf of (?:my|our) client\b/,
  ),
  {
    pattern:
      /\b(?:take|taking|bring|bringing|start|starting|begin|considering|pursue|threaten\w*) (?:you )?(?:to court|legal action|legal proceedings)\b|\bsee you in court\b|\b(?:sue|suing) (?:you|your|the (?:company|bank))\b|\bsmall claims\b/,
  },
  {
    pattern:
      /\b(?:i'm|i am|i'll|i will|i've|i have|we are|we're|we will|going to|have to|want to) (?:be )?(?:report\w*|complain\w*|refer\w*|escalat\w*|tak\w+|contact\w*|go\w*|writ\w*)\b[^.?!]*\b(?:ombudsman|cfpb|fca|ftc|regulator|trading standards|data protection (?:authority|commissioner)|attorney general|consumer protection|better business bureau|bbb|bafin|the press|newspaper)\b/,
  },
  { pattern: /\b(?:reporting|report) you to\b/ },
  {
    pattern:
      /\b(?:need|speak to|contact|want) (?:to (?:speak|talk) (?:to|with) )?(?:your|the) legal (?:department|team)\b|\b(?:subpoena|court order|statutory demand|cease and desist)\b/,
  },
]

const TOPICS: readonly SensitiveTopic[] = [
  { name: 'self-harm', urgency: 'high', signs: [...SELF_HARM, ...abroad('selfHarm')] },
  { name: 'safety', urgency: 'high', signs: [...SAFETY, ...abroad('safety')] },
  { name: 'fraud in progress', urgency: 'high', signs: [...FRAUD, ...abroad('fraud')] },
  { name: 'bereavement', urgency: 'normal', signs: [...BEREAVEMENT, ...abroad('bereavement')] },
  { name: 'vulnerability', urgency: 'high', signs: [...VULNERABLE, ...abroad('vulnerable')] },
  { name: 'legal', urgency: 'normal', signs: [...LEGAL, ...abroad('legal')] },
]
