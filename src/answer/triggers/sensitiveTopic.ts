import type { Escalation, SensitiveTopic as About, Turn } from '../types'
import { patternsOf } from './languages/registry'
import type { LanguageSigns } from './languages/types'
import { BEREAVEMENT } from './sensitive/bereavement'
import { MEDICAL } from './sensitive/medical'
import { SAFETY } from './sensitive/safety'
import { SELF_HARM } from './sensitive/selfHarm'
import { always, firstSign, type Sign } from './signs'

/** Someone may be harmed, grieving, defrauded or about to go to law: a person answers, whatever the text says. */
export const sensitiveTopics = ({ question }: Pick<Turn, 'question'>): Escalation[] =>
  TOPICS.flatMap(({ name, about, urgency, signs }): Escalation[] => {
    const words = firstSign(question, signs)
    return words ? [{ reason: 'sensitive_topic', evidence: `${name}: ${words}`, urgency, about }] : []
  })

interface SensitiveTopic {
  name: string
  about: About
  urgency: 'normal' | 'high'
  signs: readonly Sign[]
}

/** The same in the other languages. */
const abroad = (sign: keyof LanguageSigns): Sign[] => patternsOf(sign).map(always)

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
]

const DOMESTIC_ABUSE: Sign[] = [
  always(
    /\b(?:my )?(?:ex|partner|husband|wife|boyfriend|girlfriend)\b[^.?!]{0,20}\b(?:abus\w+|controls? (?:my|all)|hits? me|threaten\w*|beats? me|stalk\w*)\b|\bdomestic (?:abuse|violence)\b|\b(?:don't|do not|dont) feel safe (?:at home|in my (?:own )?(?:home|house|flat)|with (?:my|him|her)|around (?:my|him|her))\b|\b(?:scared|afraid) of my (?:ex|partner|husband|wife|boyfriend|girlfriend)\b/,
  ),
]

const UNWELL: Sign[] = [
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
  { name: 'self-harm', about: 'self_harm', urgency: 'high', signs: [...SELF_HARM, ...abroad('selfHarm')] },
  { name: 'abuse by somebody close', about: 'domestic_abuse', urgency: 'high', signs: DOMESTIC_ABUSE },
  { name: 'health', about: 'medical', urgency: 'high', signs: MEDICAL },
  { name: 'safety', about: 'safety', urgency: 'high', signs: [...SAFETY, ...abroad('safety')] },
  { name: 'fraud in progress', about: 'fraud', urgency: 'high', signs: [...FRAUD, ...abroad('fraud')] },
  {
    name: 'bereavement',
    about: 'bereavement',
    urgency: 'normal',
    signs: [...BEREAVEMENT, ...abroad('bereavement')],
  },
  {
    name: 'vulnerability',
    about: 'vulnerability',
    urgency: 'high',
    signs: [...VULNERABLE, ...UNWELL, ...abroad('vulnerable')],
  },
  { name: 'legal', about: 'legal', urgency: 'normal', signs: [...LEGAL, ...abroad('legal')] },
]
