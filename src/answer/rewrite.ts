import { languageOf, type Language } from '../retrieval/analyze'
import { plain } from './reading/readings'
import type { Message, Turn } from './types'
import { namedThings } from './named'
import { termsOf } from './terms'
import { askedInstead, intoOneQuestion, newWords } from './understand/followUp'
import { asksItself } from './understand/frames'
import { withoutPoliteness } from './understand/politeness'
import type { ReadThing } from './understand/readings'
import { withoutShortForms } from './understand/shortForms'

/**
 * The question to search for: itself, without what is only polite; or, when it leans on what was said before ("and for
 * Ireland?", "how much is that?"), as a question of its own; or the previous question, when it only asks to hear the answer
 * again. Only retrieval and reading see it; triggers and receipts see the original.
 */
export const retrievalQuestion = (turn: Pick<Turn, 'question' | 'messages' | 'locale'>): string => {
  const { messages, locale } = turn
  const [before, ...earlier] = previousQuestions(turn.question, messages).toReversed()
  if (before === undefined) return asSearched(turn.question, locale)
  const asked = (question: string) =>
    retrievalQuestion({
      question,
      messages: earlier.toReversed().map((content) => ({ role: 'user', content })),
      locale,
    })
  if (asksAgain(turn.question)) return asked(before)
  const question = asSearched(turn.question, locale)
  if (!leansOnHistory(question, locale) || standsAlone(question, before, locale)) return question
  return intoOneQuestion({ question, before: asked(before), locale })
}

/**
 * The same for what reads sentences: a follow-up as it was typed with what it follows in brackets, and, where it names one thing
 * in place of another, the question of before with that thing. Putting it into one question by rule loses more than it gains
 * (docs/adr/0015-the-reader.md).
 * @returns the readings, at least one.
 */
export const readingsInContext = (turn: Pick<Turn, 'question' | 'messages' | 'locale'>): string[] =>
  thingInContext(turn).readings

/** The same, with what an answer must speak of and what else may be tried. */
export function thingInContext(turn: Pick<Turn, 'question' | 'messages' | 'locale'>): ReadThing {
  const { messages, locale } = turn
  const meant = retrievalQuestion(turn)
  const question = retrievalQuestion({ ...turn, messages: [] })
  const [last, ...earlier] = previousQuestions(turn.question, messages).toReversed()
  if (languageOf(locale) !== 'en' || meant === question || last === undefined || asksAgain(turn.question))
    return { readings: [meant], about: '' }
  const before = retrievalQuestion({
    question: last,
    messages: earlier.toReversed().map((content) => ({ role: 'user', content })),
    locale,
  })
  const instead = askedInstead({ question, before, locale })
  return {
    readings: [...(instead ? [instead] : []), `${question} (${before})`],
    about: '',
    said: [newWords(question), before],
    otherwise: meant,
  }
}

/** In whole words and without politeness. */
const asSearched = (question: string, locale: string): string =>
  withoutPoliteness(languageOf(locale) === 'en' ? withoutShortForms(question) : question, locale)

/** A short question that asks itself of something it names, or where nothing was named before, needs nothing more. */
const standsAlone = (question: string, before: string, locale: string): boolean => {
  if (languageOf(locale) !== 'en' || !asksItself(question) || POINTS_BACK.en.test(plain(question)))
    return false
  const terms = termsOf(question, locale).size
  const names = namedThings(question, locale).size
  return names > 0 && terms >= 1
}

/** A question is complete from this many content terms on, unless it points back. */
const COMPLETE = 4

/** Whether a question points back at earlier turns, or is too short to stand alone. */
export const leansOnHistory = (question: string, locale: string): boolean =>
  termsOf(question, locale).size < COMPLETE || pointsAtEarlier(question, locale)

/** Whether a turn names something only by pointing at earlier turns (“can I still use it?”, “and his points?”). */
export const pointsAtEarlier = (question: string, locale: string): boolean =>
  POINTS_BACK[languageOf(locale)].test(plain(question))

const POINTS_BACK: Record<Language, RegExp> = {
  en: /^(?:and|so|but|ok|okay|cool|then|also|what about|how about|what if|same)\b|\b(?:that|it|its|they|them|those|these|this one|there|she|he|hers?|his|him|theirs?|the same|such|one)\b(?! (?:is|was|was|i)\b.*\?$)/,
  de: /^(?:und|aber|also|ok|okay|dann|auch|was ist mit|wie ist es mit|wie sieht es mit|wie steht es mit|gilt das|und wenn)(?!\p{L})|(?<!\p{L})(?:davon|dafür|damit|dazu|dabei|darauf|darüber|dagegen|dasselbe|das gleiche|derselbe|dieselbe|solche[rsnm]?)(?!\p{L})|(?:kostet|gilt|geht|dauert|heißt|ist|macht|funktioniert|bedeutet|bekomme ich|brauche ich|kann ich) (?:das|es|sie|ihn)(?= (?:auch|dann|denn|für|nach|in|bei|mit|trotzdem)(?!\p{L})|[?.! ]*$)/u,
  fr: /^(?:et|mais|alors|donc|ok|d'accord|aussi|qu'en est-il|même chose)(?!\p{L})|(?<!\p{L})(?:ça|cela|celui-ci|celle-ci|ceux-ci|celles-ci|celui-là|celle-là|la même chose|le même|la même)(?!\p{L})/u,
  es: /^[¿¡]?(?:y|pero|entonces|ok|vale|también|qué pasa con|que pasa con|qué hay de|lo mismo)(?!\p{L})|(?<!\p{L})(?:eso|esto|ello|lo mismo|la misma|el mismo)(?!\p{L})/u,
}

/** Whether the turn only asks to be told again; in any language, for it is too short to tell which. */
const asksAgain = (question: string): boolean => {
  const words = plain(question)
    .replace(/[.,!?¿¡]/g, '')
    .trim()
  return AGAIN.some((pattern) => pattern.test(words))
}

const AGAIN: readonly RegExp[] = [
  /^(?:(?:sorry|pardon|please|ok|hey) )*(?:(?:can|could|would|will) you )?(?:please )?(?:repeat|say)(?: (?:that|it|this|what you said|your answer))?(?: (?:again|once more|one more time|please|now|for me))*(?<!say|say that|say it|say this)$/,
  /^(?:(?:sorry|please) )*(?:(?:i want to|i'd like to|let me|can i|could i) hear (?:that|it)(?: again| once more)|what was that|what did you (?:just )?say|come again|pardon|pardon me)(?: please)?$/,
  /^(?:(?:bitte|entschuldigung) )*(?:(?:können sie|kannst du|könnten sie) )?(?:bitte )?(?:das |es )?(?:bitte )?(?:noch einmal|nochmals?|wiederhole|wiederholen(?: sie)?)(?: (?:das|es|bitte|sagen|wiederholen))*$|^wie bitte$|^was haben sie gesagt$/,
  /^(?:(?:pardon|désolée?|s'il vous plaît) )*(?:(?:pouvez-vous|peux-tu|pourriez-vous|vous pouvez) )?(?:répéter|répétez|répète|redire|redites)(?: (?:ça|cela|le|encore une fois|s'il vous plaît|svp))*$|^qu'avez-vous dit$/,
  /^(?:(?:perdón|perdona|por favor) )*(?:(?:puede|puedes|podría|me puede) )?(?:repetir(?:lo|melo)?|repita(?:lo)?|repite(?:lo)?)(?: (?:eso|esto|lo|otra vez|de nuevo|por favor))*$|^(?:qué|como|cómo) (?:ha dicho|dijo|dice)$/,
]

/** The last user turns before this one. */
const previousQuestions = (question: string, messages: readonly Message[]): string[] =>
  messages
    .filter(
      ({ role, content }) => role === 'user' && plain(content) !== plain(question) && !asksAgain(content),
    )
    .map(({ content }) => content.slice(0, MAX_CARRIED))
    .slice(-CARRIED)

const CARRIED = 3
/** Characters of a turn that are carried over; a pasted letter would drown the question. */
const MAX_CARRIED = 300
