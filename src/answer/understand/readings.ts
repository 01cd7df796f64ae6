import { languageOf } from '../../retrieval/analyze'
import { termsOf } from '../terms'
import { readAsking, type AskedThing } from './asking'
import { subjectOf } from './followUp'
import { beginsAsking } from './frames'
import { namesIn } from './subject'

/** One thing that is asked, in the ways in which it may be meant. */
export interface ReadThing {
  /** Questions that stand alone, likeliest first; at least one. */
  readings: string[]
  /** What an answer must speak of, whichever reading finds it; empty where anything will do. */
  about: string
  /** Of a follow-up, what each turn says that it is put together from: an answer speaks of each. */
  said?: readonly string[]
  /** Put into one question by rule, for where none of the readings is answered. */
  otherwise?: string
}

/** What a question that stands alone asks: each thing in its readings, with what else the message says where it leans on that. */
export const readThings = (message: string, locale: string): ReadThing[] => {
  const things = readAsking(message, locale)
  return things.map((thing) => readThing(thing, { locale, whole: things.length === 1 ? message : null }))
}

function readThing({ question, told }: AskedThing, o: { locale: string; whole: string | null }): ReadThing {
  if (termsOf(told, o.locale).size === 0) return { readings: [o.whole ?? question], about: '' }
  const names = namesIn(told, o.locale)
  const subject = names || nearestOf(told, o.locale)
  const within = `${question} (${subject})`
  const whole = o.whole ? [o.whole] : []
  return leans(question, o.locale)
    ? { readings: distinct([within, ...whole, question]), about: names }
    : { readings: distinct([question, within, ...whole]), about: '' }
}

/** What was asked before it, or the clause before it. */
function nearestOf(told: string, locale: string): string {
  const last =
    told.split(/(?<=[.!?])\s+|[,;:]\s+/).findLast((piece) => termsOf(piece, locale).size > 0) ?? told
  return beginsAsking(last) ? subjectOf(last, '', locale) : last
}

/** A question is complete from so many content terms on, unless it points back. */
const COMPLETE = 3
const POINTS = /\b(?:it|its|that|this|they|them|those|these|one|ones|the (?:old|new|other|bigger|smaller))\b/i

const leans = (question: string, locale: string): boolean =>
  termsOf(question, locale).size < COMPLETE || (languageOf(locale) === 'en' && POINTS.test(question))

const distinct = (questions: readonly string[]): string[] => [...new Set(questions)]
