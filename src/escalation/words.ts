import { BUILT_IN_NUMBERS, BUILT_IN_POLICIES, emergencyIn } from './builtIn'
import { isOpen } from './openingHours'
import type { EscalationPolicy, PolicyInForce } from './policy'
import { fillTemplate, sentencesOfTemplate, type KnownNumbers } from './template'

/** What a customer of this locale is told at an instant. @param at epoch ms. */
export function wordsOf(policy: PolicyInForce, o: { locale: string; at: number }): string {
  return fillTemplate(saidBy(policy, o), numbersFor(policy, o.locale))
}

/** Of what a customer is told, whom to call: the crisis line, or the emergency number where no line is known. @param at epoch ms. */
export function lineOf(policy: PolicyInForce, o: { locale: string; at: number }): string {
  const sentences = sentencesOfTemplate(saidBy(policy, o))
  const naming = (line: string) =>
    fillTemplate(sentences.filter((each) => each.includes(line)).join(' '), numbersFor(policy, o.locale))
  return naming('{crisisLine}') || naming('{emergency}')
}

function saidBy(policy: PolicyInForce, { locale, at }: { locale: string; at: number }): string {
  const ships = BUILT_IN_POLICIES.get(policy.label)!
  // English where Vouch has no words of the language.
  const said = wordsFor(policy, locale) ?? wordsFor(ships, locale) ?? ships.words[0]!
  return said.outside && !isOpen(policy.hours, at) ? said.outside : said.text
}

/** Who takes over at an instant; null where the policy does not say. @param at epoch ms. */
export const queueOf = ({ queue, hours }: EscalationPolicy, at: number): string | null =>
  hours?.outsideQueue && !isOpen(hours, at) ? hours.outsideQueue : queue

/** Of the locale itself, else of its language: another language’s words would help nobody. */
function wordsFor(
  { words }: EscalationPolicy,
  locale: string,
): EscalationPolicy['words'][number] | undefined {
  const wanted = locale.toLowerCase()
  const language = languageIn(wanted)
  return (
    words.find((each) => each.locale.toLowerCase() === wanted) ??
    words.find((each) => each.locale.toLowerCase() === language) ??
    words.find((each) => languageIn(each.locale) === language)
  )
}

/** The policy’s own numbers of the country, then those that ship. A wrong number would be worse than none: no other country’s. */
function numbersFor({ numbers }: EscalationPolicy, locale: string): KnownNumbers {
  const country = countryOf(locale)
  const own = Object.fromEntries(
    numbers.flatMap((each) => (each.country === country ? [[each.line, each.number]] : [])),
  )
  const known = { ...NONE, ...BUILT_IN_NUMBERS[country], ...own }
  return { ...known, emergency: known.emergency ?? emergencyIn(languageIn(locale)) }
}

const NONE: KnownNumbers = { emergency: null, crisisLine: null, poisonCentre: null, abuseLine: null }

const languageIn = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0]!

function countryOf(locale: string): string {
  try {
    return new Intl.Locale(locale).region ?? ''
  } catch {
    return ''
  }
}
