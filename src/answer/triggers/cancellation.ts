import type { Trigger } from '../types'
import { patternsOf } from './languages/registry'
import { firstSign, type Sign } from './signs'

/** The customer wants to end the relationship or a contract: a person must act. Asking how that works is a question. */
export const cancellation: Trigger = ({ question }) => {
  const evidence = firstSign(question, SIGNS)
  return evidence ? { reason: 'cancellation', evidence, urgency: 'normal' } : null
}

/**
 * What a customer holds with the company, or has booked. Orders and payments are transactions: text may explain those, as
 * long as none is named by its number.
 */
const HOLDING =
  '(?:(?:(?:[\\w-]+ ){0,2}?(?:bookings?|reservations?|appointments?|sessions?))|accounts?|cards?|subscriptions?|memberships?|contracts?|agreements?|polic(?:y|ies)|plans?|services?|loans?|mortgages?|overdrafts?|savings|insurance|cover|lease|tenancy|standing orders?|direct debits?|profile|(?:rewards?|loyalty) program(?:me)?s?)'
const END =
  '(?:cancel|remove|close(?: down)?|terminate|end|shut(?: down)?|kill|stop|discontinue|deactivate|delete|get rid of|give up)'
const OWNED = String.raw`(?:my|our|this|all(?: of)? my|all(?: of)? our|the|that) (?:[\w'&+-]+ ){0,4}?`
const WANT = String.raw`(?:want|need|wish|would like|'d like|have decided|decided|am going|'m going|going|will need|intend|ready|like)(?: you)? to`

const SIGNS: readonly Sign[] = [
  ...patternsOf('cancellation').map((pattern) => ({ pattern })),
  { pattern: new RegExp(String.raw`\b${WANT} (?:\w+ )?${END} ${OWNED}${HOLDING}\b`) },
  {
    pattern: new RegExp(
      String.raw`(?:^|[.,;!?] |\bplease |\bjust |\bthen |\bnow |\bcan you (?:please )?|\bcould you (?:please )?|\bgo ahead and )${END} ${OWNED}${HOLDING}\b`,
    ),
  },
  {
    pattern: new RegExp(
      String.raw`\b(?:no longer|don't|do not|dont) (?:want|need|wish to (?:have|keep)) ${OWNED}${HOLDING}\b`,
    ),
  },
  {
    pattern:
      /\bcancel (?:my |the |this |that |our )?(?:order|purchase|payment) (?:number |no\.? |#)?(?:[a-z]{0,4}-?\d{3,})/,
  },
  // Whatever it is called: ended in the imperative and nothing else said, or not wanted any more.
  {
    pattern:
      /^(?:hi,? |hello,? |please |just |ok,? )*(?:cancel|stop|end|terminate) (?:my|our) (?!(?:[\w'-]+ )*(?:orders?|payments?|parcels?|deliver(?:y|ies)|purchases?|life|pain|\w+ing)\b)(?:[\w'-]+ ){0,3}[\w'-]+?(?: please| now| today| immediately| asap)*[.! ]*$/,
  },
  {
    pattern:
      /\b(?:don't|dont|do not|no longer) (?:want|need) (?!to\b|it to\b|(?:this|my|a|any) life\b|you\b)(?:[\w'-]+ ){1,5}?(?:any ?more|any longer)(?=[.,!]|$)/,
  },
  { pattern: /\b(?:want|need|like) to make a cancellation\b/ },
  { pattern: /\b(?:terminate|cancel|close|end) it(?: for me| now| today| please|,|!|\.|$)/ },
  {
    pattern:
      /\b(?:thinking of|planning on|considering) (?:quitting|leaving|closing|cancell?ing)\b.*\b(?:can you|process|do that|now|please)\b/,
  },
  {
    pattern:
      /\b(?:i'm|i am|we're|we are|i'll be|i'll|i will) (?:leaving|moving to|switching to|going to|taking my business|take my business|go|leave) (?:you\b|your (?:bank|company|service)|another|a different|a competitor|your competitor|somewhere else|elsewhere|to (?:another|a different|somewhere else))/,
  },
  { pattern: /\bi (?:just )?want (?:out|to leave)(?=[ .,!]|$)/ },
  { pattern: /\b(?:go|going|take my (?:money|business|custom)) (?:somewhere else|elsewhere)\b/ },
]
