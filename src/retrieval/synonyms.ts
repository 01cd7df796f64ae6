import { analyze, type Language } from './analyze'

/** Words and phrases that mean the same: `['cheque', 'check', 'chq']`. */
export type SynonymGroup = readonly string[]

/** Something in a question, and what else it may be called. */
export interface Synonyms {
  asked: string
  also: string[]
}

/** What knowledge managers write, one group a line with commas between, as groups of at least two. */
export const parseSynonyms = (lines: readonly string[]): SynonymGroup[] =>
  lines
    .map((line) => [...new Set(line.split(',').map((name) => name.trim()))].filter(Boolean))
    .filter((group) => group.length > 1)

/** What the question names that has other names; compared by terms, so that plurals count. Phrases count as a whole. */
export const synonymsIn = (o: {
  question: string
  groups: readonly SynonymGroup[]
  language: Language
}): Synonyms[] => {
  const { question, groups, language } = o
  if (groups.length === 0) return []
  const asked = analyze(question, language)
  return groups.flatMap((group) => {
    const named = group.filter((name) => holdsInOrder(asked, analyze(name, language)))
    const also = group.filter((name) => !named.includes(name))
    return named[0] !== undefined && also.length > 0 ? [{ asked: named[0], also }] : []
  })
}

const holdsInOrder = (terms: readonly string[], wanted: readonly string[]): boolean =>
  wanted.length > 0 && terms.some((_, start) => wanted.every((term, i) => terms[start + i] === term))
