import { likelyNames, type LikelyName } from './likelyNames'
import { wordsIn } from './names'
import { withoutPoliteness } from '../answer/understand/politeness'
import { frequencyRank } from '../retrieval/frequencyRank'
import { languageOf, termOf, type Language } from '../retrieval/analyze'

/** How the words around a name tell whose thing is asked for; of a language that is not here, nothing is told. */
interface Address {
  /** Whoever is asked is spoken to: the matter is theirs. */
  us: ReadonlySet<string>
  /** What makes a name one to pay, go or work with: a partner, a place, a device; or a thing that whoever is asked knows: “the Ember”. */
  partner: ReadonlySet<string>
  /** What asks whoever is there to do something, and makes nothing theirs: “can you book me …”. */
  errand: RegExp
}

const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const ADDRESS: Partial<Record<Language, Address>> = {
  en: {
    us: wordSet('you your yours u ur we us our ours'),
    partner: wordSet(
      'the this that with by via through using use used uses accept accepts accepted take takes taken support supports supported to from in into on onto at near around within for between and or plus versus vs than like as',
    ),
    errand: /^(?:(?:can|could|will|would) (?:you|u) (?:please )?\p{L}+ (?:me|us)\b)/iu,
  },
}

/** What may stand between a name and the word that says what it is to us. */
const BETWEEN = wordSet('a an my')

/** Fewer words are a search and no question: they do not say whose it is. */
const LEAST_ASKED = 3

/** What a question names that no text of ours speaks of. */
export interface Named {
  /** Every such name, however it is typed. */
  foreign: ReadonlySet<string>
  /** Whether it is asked for the matter of one of them. */
  isOthers: boolean
}

interface Asked {
  question: string
  locale: string
  /** Whether a term stands in a text of ours. */
  knows: (term: string) => boolean
}

/**
 * Whose matter a question is. It is somebody else’s where it names what no text of ours has, speaks to nobody (“you”, “your”), names
 * nothing of ours, and the name is not what one pays, goes or works with: “How do I reset my Netflix password?” is Netflix’s
 * to answer, “Can I pay with Klarna?” ours. Pure.
 */
export function whoseMatter({ question, locale, knows }: Asked): Named {
  const language = languageOf(locale)
  const address = ADDRESS[language]
  if (!address) return { foreign: new Set(), isOthers: false }
  const { us, partner, errand } = address
  const whole = withoutPoliteness(question, locale)
  const asked = whole.replace(errand, '').trim()
  const words = wordsIn(asked)
  const names = likelyNames(asked, locale)
  const foreign = names.filter(({ word }) => !knows(termOf(word, language)))
  const isOurs =
    wordsIn(whole).length < LEAST_ASKED ||
    foreign.length < names.length ||
    words.some((word) => us.has(word) || isOfTheTrade(word, { language, knows }))
  const named = new Set(names.map(({ word }) => word))
  const isPartner = ({ at }: LikelyName) => partner.has(standsAfter(words, { at, names: named }) ?? '')
  return {
    foreign: new Set(foreign.map(({ word }) => word)),
    isOthers: !isOurs && foreign.some((name) => name.isSure && !isPartner(name)),
  }
}

/** Behind so many stand hardly any words but names and those of a trade. */
const SELDOM = 30_000

/** A word that few people write and our texts do: “Ember”, “hygienist”. */
const isOfTheTrade = (word: string, o: { language: Language; knows: Asked['knows'] }): boolean =>
  frequencyRank(word) > SELDOM && /^\p{L}{3,}$/u.test(word) && o.knows(termOf(word, o.language))

/** What a name stands after; its own first words, articles and “my” say nothing. */
function standsAfter(words: readonly string[], { at, names }: { at: number; names: ReadonlySet<string> }) {
  return words.slice(0, at).findLast((word) => !BETWEEN.has(word) && !names.has(word))
}
