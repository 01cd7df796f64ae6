/** An amount or a length of time as it is stated in a sentence, made comparable. */
export interface Fact {
  kind: 'money' | 'percentage' | 'duration'
  /** Money in its currency, per cent, or days. */
  value: number
  /** Currency, `%` or the calendar the days are of: "business day" is not "day". */
  unit: string
  text: string
}

/** The amounts, percentages and durations in a text, in order. Numbers without a unit are no facts. */
export const factsOf = (text: string): Fact[] => [
  ...moneyOf(text),
  ...percentagesOf(text),
  ...durationsOf(text),
]

const NUMBER = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`
const numberOf = (digits: string): number => Number(digits.replaceAll(',', ''))

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
}

const moneyOf = (text: string): Fact[] => [
  ...Array.from(text.matchAll(new RegExp(String.raw`([$€£])\s?${NUMBER}`, 'g')), (match) =>
    money(match[0], match[2] ?? '', match[1] ?? ''),
  ),
  ...Array.from(
    text.matchAll(
      new RegExp(String.raw`(?<![$€£\d.,]\s?)${NUMBER}\s?(€|£|euro|eur|dollar|usd|pound|gbp)s?\b`, 'gi'),
    ),
    (match) => money(match[0], match[1] ?? '', (match[2] ?? '').toLowerCase()),
  ),
]

const money = (text: string, digits: string, sign: string): Fact => ({
  kind: 'money',
  value: numberOf(digits),
  unit: CURRENCIES[sign] ?? sign,
  text,
})

const percentagesOf = (text: string): Fact[] =>
  Array.from(
    text.matchAll(new RegExp(String.raw`${NUMBER}\s?(?:%|per ?cent\b|prozent\b|pour cent\b)`, 'gi')),
    (match) => ({
      kind: 'percentage' as const,
      value: numberOf(match[1] ?? ''),
      unit: '%',
      text: match[0],
    }),
  )

const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const LENGTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:minute|min)/, 1 / 1440],
  [/^(?:hour|stunde|heure|hora)/, 1 / 24],
  [/^(?:day|tag|jour|d[ií]a)/, 1],
  [/^(?:week|woche|semaine|semana)/, 7],
  [/^(?:month|monat|mois|mes)/, 30],
  [/^(?:year|jahr|an|año)/, 365],
]

const DURATION =
  /\b(\d+|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -](?:(calendar|business|working|full)[ -])?(minutes?|hours?|days?|weeks?|months?|years?|stunden?|tagen?|tage|wochen?|monate?n?|jahre?n?|jours?|heures?|semaines?|mois|ans?|d[ií]as?|horas?|semanas?|meses|mes|años?)\b/gi

const durationsOf = (text: string): Fact[] =>
  Array.from(text.matchAll(DURATION), (match) => {
    const count = (match[1] ?? '').toLowerCase()
    const amount = WORDS.includes(count) ? WORDS.indexOf(count) : Number(count)
    const length = LENGTHS.find(([pattern]) => pattern.test((match[3] ?? '').toLowerCase()))?.[1] ?? 1
    const working = /business|working/i.test(match[2] ?? '')
    return {
      kind: 'duration' as const,
      value: amount * length,
      unit: working ? 'business day' : 'day',
      text: match[0],
    }
  })
