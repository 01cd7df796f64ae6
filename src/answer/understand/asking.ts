import { languageOf } from '../../retrieval/analyze'
import { termsOf } from '../terms'
import { asksItself, beginsAsking } from './frames'

/** One thing that a message asks, with what the message says before it. */
export interface AskedThing {
  question: string
  /** What is told before it, and what is asked before it that it may point to; empty where it stands first. */
  told: string
}

/** More questions at once are a letter, which is read whole. */
const MOST_ASKED = 3
/** Of what is told; a long story says no more of what is asked. */
const MOST_TOLD = 300

/**
 * What a message asks: its asking sentences and clauses, each without the story round it. One that asks in no way that is
 * known is asked whole.
 */
export function readAsking(message: string, locale: string): AskedThing[] {
  const pieces = sentencesOf(message, locale).flatMap((sentence) =>
    languageOf(locale) === 'en' ? clausesOf(sentence) : [sentence],
  )
  const asking = pieces.map((piece) => asks(piece, locale))
  const count = asking.filter(Boolean).length
  if (count === 0 || count > MOST_ASKED) return [{ question: message, told: '' }]
  return pieces.flatMap((piece, i) =>
    asking[i]
      ? [{ question: withoutOrdinal(piece), told: pieces.slice(0, i).join(' ').trim().slice(-MOST_TOLD) }]
      : [],
  )
}

const sentencesOf = (message: string, locale: string): string[] =>
  message.split(/(?<=[?!.])\s+|\n+/).filter((sentence) => termsOf(sentence, locale).size > 0)

/** A sentence asks by its mark, or by how it begins. */
const asks = (piece: string, locale: string): boolean =>
  termsOf(piece, locale).size > 0 &&
  (/\?\s*$/.test(piece) || (languageOf(locale) === 'en' && beginsAsking(withoutOrdinal(piece))))

const FILLERS = String.raw`(?:(?:so|then|also|anyway|first(?:ly)?|second(?:ly)?|third(?:ly)?)[\s,]+)*`
const VERB =
  "(?:can|could|may|do|does|did|is|are|will|would|should|must|have|has|don't|doesn't|isn't|aren't|can't|won't)"
const WH = "(?:how|what|when|where|who|why|which|what's|whats|how's|where's|when's)"
const SUBJECT =
  '(?:i|we|you|it|they|he|she|one|my|your|our|his|her|their|the|this|these|there|that|those|someone|somebody|anyone|a|an)'
/** What leads over to a question after something else: a conjunction before any asking word, a comma before what must ask. */
const ANOTHER = new RegExp(
  String.raw`(?:\s*[,;:–]\s*|\s+-\s+|\s+)(?:and|also|plus|but|so|because|then|anyway)\s+${FILLERS}(?=${WH}\s|${VERB} ${SUBJECT}\b)` +
    String.raw`|\s+(?:and|also|plus)\s+${FILLERS}(?=${VERB} \p{L}+)` +
    String.raw`|(?:\s*[,;:–]\s*|\s+-\s+)${FILLERS}(?=${VERB} ${SUBJECT}\b|how (?:much|long|many|often|do|can|soon)\b|(?:what|where|when|who)(?:'s|s| is| are| do| does| would| will| can| happens)\b)`,
  'iu',
)

/** The question that a polite frame leads in to: “I was wondering whether …”, “what I wanted to ask is how …”. */
const LEADS_IN =
  /(?:\b(?:so |and |but |anyway,? )?(?:(?:what )?i(?:'d| would)? (?:just |really )?(?:wanted|want|like|needed|need) to (?:ask|know|check|find out)(?: is| was)?|i(?:'m| am|'ve been| was) (?:just )?(?:wondering|asking|curious)|my question (?:is|was)|(?:has |have )?\p{L}*(?: \p{L}+)? asked me to (?:find out|ask|check)|(?:could|can|would|will) (?:you|someone) (?:please |kindly |possibly )*(?:tell me|let me know|explain|confirm|advise)|do you (?:happen to )?know|(?:please )?(?:tell me|let me know)|(?:any|no) idea|not sure|i don't know)[,:]?\s+(?:if |whether |about )?)(?=\p{L})/iu

function clausesOf(sentence: string): string[] {
  const led = LEADS_IN.exec(sentence)
  const rest = led ? sentence.slice(led.index + led[0].length) : ''
  // What follows must ask something: “let me know when it is there” after a question does not.
  if (led && (beginsAsking(rest) || /\b(?:if|whether)\s+$/i.test(led[0]) || /\?\s*$/.test(rest)))
    return [...piecesOf(sentence.slice(0, led.index)), ...piecesOf(asQuestion(rest))]
  return piecesOf(sentence)
}

const asQuestion = (text: string): string =>
  /[?]\s*$/.test(text) ? text : `${text.replace(/[.!\s]+$/, '')}?`

/** The clauses of a sentence: what comes before the first question may tell; each later one must ask. */
function piecesOf(sentence: string): string[] {
  const pieces = sentence.split(ANOTHER).filter((piece) => /\p{L}/u.test(piece))
  return pieces.slice(1).every(asksItself) ? pieces : [sentence]
}

const ORDINAL =
  /^(?:(?:so|and|but|also|then|anyway|first(?:ly)?|second(?:ly)?|third(?:ly)?|1[.)]|2[.)]|a\)|b\))[\s,:]+)+/i

const withoutOrdinal = (piece: string): string => piece.trim().replace(ORDINAL, '')
