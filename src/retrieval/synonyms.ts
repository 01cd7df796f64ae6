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

/**
 * For each term of a question, the terms that count as it: itself and those of its synonyms. A phrase counts for each of
 * its terms. For whoever measures how much of a question a text covers.
 */
export const expandTerms = (o: {
  terms: ReadonlySet<string>
  synonyms: readonly Synonyms[]
  language: Language
}): Map<string, ReadonlySet<string>> => {
  const { terms, synonyms, language } = o
  const expanded = new Map<string, Set<string>>([...terms].map((term) => [term, new Set([term])]))
  for (const { asked, also } of synonyms)
    for (const term of analyze(asked, language))
      for (const other of also.flatMap((name) => analyze(name, language))) expanded.get(term)?.add(other)
  return expanded
}

const holdsInOrder = (terms: readonly string[], wanted: readonly string[]): boolean =>
  wanted.length > 0 && terms.some((_, start) => wanted.every((term, i) => terms[start + i] === term))
