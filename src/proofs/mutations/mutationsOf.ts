import { readUnits } from '../../answer/units/readUnits'
import type { Span, Unit } from '../../answer/units/types'
import { languageOf, type Language } from '../../retrieval/analyze'
import { german } from './languages/de'
import { english } from './languages/en'
import { french } from './languages/fr'
import { spanish } from './languages/es'
import { changedNumber } from './numbers'
import type { Mutation, MutationWords } from './types'

const WORDS: Record<Language, MutationWords> = { en: english, de: german, fr: french, es: spanish }

/** Addresses, code and tags say nothing that a customer is told. */
const UNSAID = /\]\([^)\n]*\)|<[^>\n]+>|https?:\/\/\S+|\S+@\S+\.\S+|`[^`\n]*`/gu
const DIGITS = /(?<![\p{L}\d.,])\d+(?:[.,:]\d+)*(?:[ \u00A0-]\d+)*/gu

type Change = Pick<Mutation, 'kind' | 'start' | 'end' | 'before' | 'after'>

/**
 * Every change of one number, date, negation or condition of a Markdown text that changes what it says, in order. Words that
 * one change takes are left alone by the others. Pure: the same text has the same mutations.
 */
export function mutationsOf(text: string, locale: string): Mutation[] {
  const words = WORDS[languageOf(locale)]
  return readUnits(text, locale)
    .filter(({ kind }) => kind !== 'code')
    .flatMap((unit) => changesIn({ text, unit, words }).map((change) => placed(change, unit, text)))
    .filter(({ before, after }) => before !== after)
    .toSorted((a, b) => a.start - b.start)
}

/** The text with one of its mutations. */
export const mutated = (
  text: string,
  { start, end, after }: Pick<Mutation, 'start' | 'end' | 'after'>,
): string =>
  // What takes a word away takes a space with it.
  after === '' && text[end] === ' '
    ? text.slice(0, start) + text.slice(end + 1)
    : text.slice(0, start) + after + text.slice(end)

const placed = (change: Change, unit: Unit, text: string): Mutation => ({
  ...change,
  unit: { start: unit.start, end: unit.end },
  headings: unit.headings.map(({ start, end }) =>
    text
      .slice(start, end)
      .replace(/^#+\s*/, '')
      .trim(),
  ),
})

function changesIn(o: { text: string; unit: Unit; words: MutationWords }): Change[] {
  const taken: Span[] = unsaid(o)
  const free = ({ start, end }: Span) => taken.every((each) => end <= each.start || start >= each.end)
  const found: Change[] = []
  for (const change of [...dates(o), ...numbers(o), ...numberWords(o), ...swaps(o)]) {
    if (!free(change)) continue
    taken.push(change)
    found.push(change)
  }
  return found
}

type Given = { text: string; unit: Unit; words: MutationWords }

const matches = ({ text, unit }: Pick<Given, 'text' | 'unit'>, pattern: RegExp) =>
  Array.from(text.slice(unit.start, unit.end).matchAll(pattern), (match) => ({
    match,
    start: unit.start + match.index,
    end: unit.start + match.index + match[0].length,
    before: match[0],
  }))

/** What a pattern finds, each as a change. */
const changesTo = (
  o: Pick<Given, 'text' | 'unit'>,
  pattern: RegExp,
  change: (before: string, match: RegExpExecArray) => Pick<Change, 'kind' | 'after'>,
): Change[] =>
  matches(o, pattern).map(({ match, ...found }) => Object.assign(found, change(found.before, match)))

/** The third after a word in a list, which goes round. */
const thirdAfter = (list: readonly string[], word: string): string =>
  list[(list.indexOf(word) + 3) % list.length] ?? word

/** With the mark of a list's item, which counts nothing. */
const unsaid = (o: Given): Span[] => [
  ...matches(o, UNSAID),
  ...matches(o, /^\s*(?:#+\s*)?\d{1,3}[.)](?=\s)/gu),
]

function dates({ words: { months }, ...o }: Given): Change[] {
  const month = months.join('|')
  const named = new RegExp(`(?<=\\d(?:st|nd|rd|th|\\.)? (?:de |of )?)(?:${month})|(?:${month})(?= \\d)`, 'gu')
  return [
    ...changesTo(o, /\b\d{4}-\d{2}-\d{2}\b/gu, (before) => ({
      kind: 'date',
      after: `${before.slice(0, 8)}${before.endsWith('11') ? '21' : '11'}`,
    })),
    ...changesTo(o, named, (before) => ({ kind: 'date', after: thirdAfter(months, before) })),
  ]
}

const numbers = (o: Given): Change[] =>
  changesTo(o, DIGITS, (before) => ({
    kind: /^(?:19|20)\d{2}$/.test(before) ? 'date' : 'number',
    after: changedNumber(before),
  }))

function numberWords({ words: { numbers: named }, ...o }: Given): Change[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${named.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return changesTo(o, pattern, (before) => ({
    kind: 'number',
    after: inCaseOf(before, thirdAfter(named, before.toLowerCase())),
  }))
}

const swaps = ({ words, ...o }: Given): Change[] =>
  words.swaps.flatMap(({ kind, pattern, to }) =>
    changesTo(o, pattern, (before, match) => ({
      kind,
      after: inCaseOf(
        before,
        to.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? ''),
      ).trim(),
    })),
  )

const inCaseOf = (before: string, after: string): string =>
  /^\p{Lu}/u.test(before) ? after.charAt(0).toUpperCase() + after.slice(1) : after
