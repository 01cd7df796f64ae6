import { datesOf } from './dates'
import type { Fact } from './fact'

/** The amounts, percentages and durations in a text, in order of their kinds. Numbers without a unit are no facts. */
export const factsOf = (text: string): Fact[] => found(text, [moneyOf, percentagesOf, durationsOf])

/** The same, and the dates and how many of what: of use where two sentences are alike but for them. */
export const allFactsOf = (text: string): Fact[] =>
  found(text, [moneyOf, percentagesOf, durationsOf, datesOf, countsOf])

/** Each word stands in one fact, of the first kind that finds it. */
const found = (text: string, kinds: readonly ((text: string) => Fact[])[]): Fact[] => {
  let rest = text
  return kinds.flatMap((find) => {
    const facts = find(rest)
    rest = withoutFacts(rest, facts)
    return facts
  })
}

/** The text without what the facts say, which is what may differ between two versions of a sentence; what is counted stays. */
export const withoutFacts = (text: string, facts: readonly Fact[]): string =>
  facts.reduce(
    (rest, { kind, text }) => rest.replace(text, kind === 'count' ? text.replace(/^\S+/, ' ') : ' '),
    text,
  )

const NUMBER = String.raw`(\d{1,3}(?:[.,’' ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)`

/** 1,250.50 and 1.250,50 alike: what stands before three digits groups, what stands last before others is the point. */
const numberOf = (digits: string): number =>
  Number(digits.replace(/[.,’' ](?=\d{3}(?!\d))/g, '').replace(',', '.'))

const CURRENCIES: Record<string, string> = {
  $: 'USD',
  dollar: 'USD',
  usd: 'USD',
  '€': 'EUR',
  euro: 'EUR',
  eur: 'EUR',
  '£': 'GBP',
  pound: 'GBP',
  gbp: 'GBP',
  chf: 'CHF',
}

const moneyOf = (text: string): Fact[] => [
  ...Array.from(text.matchAll(new RegExp(String.raw`([$€£])\s?${NUMBER}`, 'g')), (match) =>
    money(match[0], match[2] ?? '', match[1] ?? ''),
  ),
  ...Array.from(
    text.matchAll(
      new RegExp(
        String.raw`(?<![$€£\d.,]\s?)${NUMBER}\s?(?:(€|£)|(euro|eur|dollar|usd|pound|gbp|chf)s?\b)`,
        'gi',
      ),
    ),
    (match) => money(match[0], match[1] ?? '', match[2] ?? (match[3] ?? '').toLowerCase()),
  ),
]

const money = (text: string, digits: string, sign: string): Fact => ({
  kind: 'money',
  value: numberOf(digits),
  unit: CURRENCIES[sign] ?? sign,
  text,
})

/** A rate has up to three decimals and no thousands. */
const percentagesOf = (text: string): Fact[] =>
  Array.from(
    text.matchAll(/(\d+(?:[.,]\d+)?)\s?(?:%|per ?cent\b|prozent\b|pour cent\b|por ciento\b)/gi),
    (match) => ({
      kind: 'percentage' as const,
      value: Number((match[1] ?? '').replace(',', '.')),
      unit: '%',
      text: match[0],
    }),
  )

const WORDS: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fourteen: 14,
  thirty: 30,
  einem: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  zehn: 10,
  vierzehn: 14,
  dreißig: 30,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  dix: 10,
  quinze: 15,
  trente: 30,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  diez: 10,
  quince: 15,
  treinta: 30,
}
const COUNT = String.raw`(?<![\p{L}\p{N}.,])(\d+|${Object.keys(WORDS).join('|')})`
const countOf = (count: string): number => WORDS[count.toLowerCase()] ?? Number(count)

const LENGTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:minut|min)/, 1 / 1440],
  [/^(?:hour|stunde|heure|hora)/, 1 / 24],
  [/^(?:day|tag|werktag|arbeitstag|jour|d[ií]a)/, 1],
  [/^(?:week|woche|semaine|semana)/, 7],
  [/^(?:month|monat|mois|mes)/, 30],
  [/^(?:year|jahr|an|año)/, 365],
]
const WORKING = /business|working|werktag|arbeitstag|ouvrable|ouvré|hábil|laborable/i

const DURATION = new RegExp(
  String.raw`${COUNT}[ -](?:(?:calendar|business|working|full)[ -])?(minut(?:e|en|es|o|os)?|hours?|days?|weeks?|months?|years?|stunden?|(?:werk|arbeits)?tagen?|(?:werk|arbeits)?tage?|wochen?|monate?n?|jahre?n?|jours?|heures?|semaines?|mois|ans?|d[ií]as?|horas?|semanas?|meses|mes|años?)(?: (?:ouvrables?|ouvrés?|hábiles|laborables))?(?!\p{L})`,
  'giu',
)

const durationsOf = (text: string): Fact[] =>
  Array.from(text.matchAll(DURATION), (match) => {
    const length = LENGTHS.find(([pattern]) => pattern.test((match[2] ?? '').toLowerCase()))?.[1] ?? 1
    return {
      kind: 'duration' as const,
      value: countOf(match[1] ?? '') * length,
      unit: WORKING.test(match[0]) ? 'business day' : 'day',
      text: match[0],
    }
  })

/** How many of what, without its plural s. Neither the number of a name ("Model 3 chairs") nor of a code ("17 CFR"). */
const COUNTED = new RegExp(String.raw`(?<!\p{Lu}\p{L}* )${COUNT} ((?!\p{Lu}{2})\p{L}{3,}?)s?(?!\p{L})`, 'gu')

const countsOf = (text: string): Fact[] =>
  Array.from(text.matchAll(COUNTED), (match) => ({
    kind: 'count' as const,
    value: countOf(match[1] ?? ''),
    unit: (match[2] ?? '').toLowerCase(),
    text: match[0],
  }))
    // "One address" is an address.
    .filter(({ value }) => value !== 1)
