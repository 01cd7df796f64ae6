import { languageOf } from '../../retrieval/analyze'
import { namedThings } from '../named'
import { termsOf } from '../terms'
import { asksItself } from './frames'
import { inPlaceOf } from './inPlaceOf'

interface FollowUp {
  question: string
  before: string
  locale: string
}

/**
 * A follow-up as a question of its own, by rule: what it asks anew, put into what was asked before ("and for laptops?", "and with
 * a credit card?" after "… if I paid by PayPal?"), or what was spoken of, put beside what it asks ("is there a limit?").
 */
export function intoOneQuestion({ question, before, locale }: FollowUp): string {
  // Of other languages no frames are known: the words of both are searched for.
  if (languageOf(locale) !== 'en') return `${before} ${question}`
  const anew = newWords(question)
  if (anew === '') return before
  if (asksItself(anew)) return `${ended(anew)} ${subjectOf(before, anew, locale)}`.trim()
  return instead(before, anew) ?? appended(before, anew)
}

/** The question before with what a follow-up names in its place ("and for laptops?"); null where it names nothing of the kind. */
export function askedInstead({ question, before, locale }: FollowUp): string | null {
  if (languageOf(locale) !== 'en') return null
  const anew = newWords(question)
  return anew === '' || asksItself(anew) ? null : instead(before, anew)
}

const instead = (before: string, anew: string): string | null =>
  replaced(before, anew) ?? (isLong(anew) ? null : inPlaceOf(before, anew))

/** A longer fragment says more than what it would take the place of. */
const isLong = (fragment: string): boolean => fragment.split(/\s+/).length > 4

/** What a follow-up asks anew, without what only leads on; empty where it asks nothing. */
export function newWords(question: string): string {
  const anew = question
    .replace(LEADS_ON, '')
    .replace(/^[\s,.;:!-]+/, '')
    .replace(/[\s,]+(?:then|though|instead|too|as well)(?=[?.!\s]*$)/i, '')
  return anew.replace(/[\s?.!]/g, '') === '' ? '' : anew
}

const LEADS_ON =
  /^(?:(?:and|so|but|ok(?:ay)?|thanks?|thank you|cool|great|right|then|also|yes|yeah|yep|no|nope|sorry|well|oh|hmm+|or)\b[\s,.!]*)*(?:(?:what|how) about|what if it(?:'s| is)|(?:i|we) meant?|i mean|i(?:'m| am) (?:talking|asking) about|same (?:question|thing) for|(?:is|does) (?:it|that) (?:the same|also|apply|work)(?: (?:true|too|to))?(?= for))?[\s,:]*/i

/** How English questions begin, before they come to what they are about. */
const BEGINS =
  /^(?:(?:how (?:much|long|many|often|soon|fast|far|big|old)|how|what(?:'s| is| are)?|when|where|who|why|which|is|are|am|was|do|does|did|can|could|may|will|would|shall|should|must|have|has|i|you|we|it|they|the|a|an|there|my|your|our|to|need|get|want|take|be|it's|that|cost|costs|charge|if|any)\b[\s,?.!]*)+/i

/** What the question before was about, less what is said again. */
export function subjectOf(before: string, anew: string, locale: string): string {
  const said = termsOf(anew, locale)
  const subject =
    before
      .replace(/\?/g, ' ')
      .replace(BEGINS, '')
      .replace(/\s+(?:costs?|takes?|work|charged?)\s*$/i, '')
      .trim() || before
  return subject
    .split(/\s+/)
    .filter((word) => [...termsOf(word, locale)].every((term) => !said.has(term)))
    .join(' ')
}

/** What ends a phrase that begins with a preposition. */
const ENDS = String.raw`(?:for|to|in|on|with|from|at|by|if|when|and|or|costs?|takes?|works?|is|are|be|have|has|cover\p{L}*|include\p{L}*)(?!\p{L})`

/** The part of the question before that the fragment takes the place of; null where none is alike. */
function replaced(before: string, fragment: string): string | null {
  const bare = fragment.replace(/[?.!]+$/, '').trim()
  const preposition = /^(?:for|to|in|on|with|from|at|by|via|after|before|without|into|under|over)\b/i.exec(
    bare,
  )?.[0]
  if (preposition) {
    const phrase = new RegExp(
      String.raw`\b${preposition}\s+(?:an?\s+|the\s+|my\s+)?[\p{L}\p{N}'’-]+(?:\s+(?!${ENDS})[\p{L}\p{N}'’-]+){0,2}(?=[?.!\s]*$|\s+${ENDS})`,
      'iu',
    )
    if (phrase.test(before)) return before.replace(phrase, bare)
  }
  const thing = bare.replace(/^(?:an?|the|my|your|our)\s+/i, '')
  const [head] = thing.split(/\s+/)
  if (head && namedThings(`about ${bare}`).size > 0) {
    const name = new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(head)}\s+[\p{Lu}\p{N}][\p{L}\p{N}.-]*`, 'u')
    if (name.test(before) && /\s/.test(thing)) return before.replace(name, thing)
  }
  return null
}

const appended = (before: string, fragment: string): string =>
  `${before.replace(/[?.!\s]+$/, '')} ${ended(fragment)}`

const ended = (question: string): string =>
  /[?.!]$/.test(question.trim()) ? question.trim() : `${question.trim()}?`

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
