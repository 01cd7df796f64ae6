import { namedThings } from '../named'
import { jaccard, termsOf } from '../terms'
import type { Message, Trigger } from '../types'
import { looksLike, plain } from '../reading/readings'

/** The same question again, after an answer to it: the first answer did not help, so neither would the second. */
export const repeated: Trigger = ({ question, messages, locale }) => {
  const earlier = answeredQuestions(messages).find((asked) => sameQuestion(question, asked, locale))
  return earlier === undefined ? null : { reason: 'repeated', evidence: earlier, urgency: 'normal' }
}

/** Share of terms in common (Jaccard) from which two questions are one. */
const SAME = 0.75
/** The same, where the customer says that they ask again, or asks for the same kind of thing about the same things. */
const SAME_AGAIN = 0.6
/** Shorter messages ("yes", "it is active") repeat without meaning anything. */
const MIN_WORDS = 4
const MIN_TERMS = 2

function sameQuestion(question: string, asked: string, locale: string): boolean {
  const [now, then] = [looksLike(question), looksLike(asked)]
  if ([now, then].some((text) => text.split(' ').length < MIN_WORDS)) return false
  if (now === then) return true
  if (!sameNames(question, asked, locale)) return false
  const [terms, before] = [now, then].map((text) => termsOf(withoutAsking(text), locale)) as [
    Set<string>,
    Set<string>,
  ]
  if (jaccard(terms, before) >= SAME && kindOf(now) === kindOf(then)) return true
  if (jaccard(terms, before) < SAME_AGAIN || terms.size < MIN_TERMS || before.size < MIN_TERMS) return false
  return AGAIN.test(plain(question)) || isWithin(terms, before) ? kindsAgree(now, then) : false
}

/** "To Ireland?" after "to Northern Ireland?" is another question, however much of it is said again. */
function sameNames(question: string, asked: string, locale: string): boolean {
  const [now, then] = [question, asked].map((text) => namedThings(text, locale)) as [Set<string>, Set<string>]
  // Who writes without capitals names nothing, and says the same.
  if (now.size === 0 || then.size === 0) return true
  return now.size === then.size && [...now].every((name) => then.has(name))
}

const isWithin = (terms: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...terms].every((term) => others.has(term))

/** "Can I return it?" and "How do I return it?" hold the same words and are two questions. */
const kindsAgree = (now: string, then: string): boolean =>
  kindOf(now) === kindOf(then) || kindOf(now) === '' || AGAIN.test(now)

const kindOf = (text: string): string => KIND.exec(text)?.[0] ?? ''

const KIND =
  /(?<!\p{L})(?:how (?:long|much|many|often|far|soon)|how|what|when|where|which|who|why|wie (?:lange|viel|viele|oft)|wie|was|wann|wo|wohin|welche[rsnm]?|wer|warum|combien|comment|quand|où|quel(?:le)?s?|qui|pourquoi|cu[aá]nt[oa]s?|c[oó]mo|cu[aá]ndo|d[oó]nde|qu[eé]|cu[aá]l(?:es)?|qui[eé]n)(?!\p{L})/u

/** That something is said again, in the words that people use for it. */
const AGAIN =
  /(?<!\p{L})(?:i (?:just )?(?:asked|said|told|wrote)|asked you|my question (?:is|was)|i repeat|again|still|once more|or not|yes or no|(?:ich )?(?:hab(?:e)?|hatte) (?:doch |das |schon |gerade )*gefragt|meine frage|noch ?mal|nochmals|oder nicht|ja oder nein|j'ai (?:déjà )?demandé|ma question|je répète|encore une fois|ou pas|oui ou non|(?:ya )?(?:he |te |le )*pregunt(?:ado|é)|mi pregunta|repito|otra vez|o no|sí o no)(?!\p{L})/u

const withoutAsking = (text: string): string =>
  text
    .replace(new RegExp(AGAIN.source, 'gu'), ' ')
    .replace(
      /(?<!\p{L})(?:but|so|please|just|do|does|did|will|would|until|till|get|gets|take|takes|not|aber|bitte|nicht|bekomme|dauert|mais|pas|pero|tarda)(?!\p{L})/gu,
      ' ',
    )

/** User messages that the assistant has replied to; a client may send the present question as the last message. */
const answeredQuestions = (messages: readonly Message[]): string[] => {
  const lastReply = messages.findLastIndex(({ role }) => role === 'assistant')
  return messages
    .slice(0, Math.max(lastReply, 0))
    .filter(({ role }) => role === 'user')
    .map(({ content }) => content)
}
