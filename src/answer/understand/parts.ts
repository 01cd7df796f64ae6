import { termsOf } from '../terms'
import { asksItself } from './followUp'

/** More questions at once are a letter, which is read whole. */
const MOST_PARTS = 3

const FILLERS = String.raw`(?:(?:so|then|also|first(?:ly)?|second(?:ly)?|third(?:ly)?)[\s,]+)*`
const VERB = '(?:can|could|may|do|does|did|is|are|will|would|should|must|have|has)'
/** After "and" any asking word begins another question; after a comma alone what cannot be part of the clause before it. */
const ANOTHER = new RegExp(
  String.raw`(?:\s*[,;]\s*|\s+)(?:and|also|plus)\s+${FILLERS}(?=(?:how|what|when|where|who|why|which|what's|${VERB})\b)` +
    String.raw`|\s*[,;]\s*${FILLERS}(?=${VERB} (?:i|we|you|it|they|he|she|my|your|our|the|there|that|someone|anyone)\b|how (?:much|long|many|do|can|soon)\b|what(?:'s| is| are| do| does| would| will)\b)`,
  'i',
)
const ORDINAL =
  /^(?:(?:so|and|but|also|then|first(?:ly)?|second(?:ly)?|third(?:ly)?|1\.|2\.|a\)|b\))[\s,:]+)+/i

/**
 * The questions of a message that asks several, each with what the message says before it where it does not stand alone; one
 * that asks one thing is itself.
 */
export function partsOf(message: string, locale: string): string[] {
  const sentences = message.split(/(?<=[?!.])\s+/).filter((sentence) => termsOf(sentence, locale).size > 0)
  const asked = sentences.flatMap((sentence, i) =>
    piecesOf(sentence).map((piece) => ({ piece: piece.replace(ORDINAL, ''), told: sentences.slice(0, i) })),
  )
  const questions = asked.filter(({ piece }) => asksItself(piece) && termsOf(piece, locale).size > 0)
  if (questions.length < 2 || questions.length > MOST_PARTS) return [message]
  const [first] = questions
  const told = first ? tellingBefore(message, first.piece) : ''
  return questions.map(({ piece }) => (told && leans(piece, locale) ? `${piece} (${told})` : piece))
}

function piecesOf(sentence: string): string[] {
  const pieces = sentence.split(ANOTHER)
  // What comes before the first question may tell; each later piece must ask.
  return pieces.slice(1).every(asksItself) ? pieces : [sentence]
}

/** What is told before the first question. */
const tellingBefore = (message: string, first: string): string => {
  const at = message.indexOf(first)
  return at > 0
    ? message
        .slice(0, at)
        .replace(/^(?:so|ok)\s/i, '')
        .replace(/(?:^|[\s,.;:-]+)(?:so|and|firstly)?[\s,.;:-]*$/i, '')
        .slice(-MAX_TOLD)
    : ''
}
const MAX_TOLD = 200

const leans = (piece: string, locale: string): boolean =>
  termsOf(piece, locale).size < 4 ||
  /\b(?:it|its|that|this|they|them|one|the (?:old|new|other|bigger|smaller) one)\b/i.test(piece)
