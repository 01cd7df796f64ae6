import { diffArrays } from 'diff'
import { segmenterOf } from '../../answer/units/sentences'
import { align } from './align'
import { LINK_TARGET } from './markdownBlocks'

/** Words that both texts have here, or only one of them. */
export interface Run {
  change: 'kept' | 'added' | 'removed'
  text: string
}

/** How much two sentences must share to be one that was reworded; below, one goes and another comes. */
const SENTENCE_LIKENESS = 0.4
/** Two sentences that differ in more words than this are shown as one gone and one come. */
const MOST_DIFFERENCES = 1000

/** One piece of text against another: sentence by sentence, and word by word within those that were reworded. */
export const diffWords = (old: string, now: string, locale: string): { runs: Run[]; sentences: number } => {
  const pairs = align({
    old: sentencesOf(old, locale),
    new: sentencesOf(now, locale),
    identity: (sentence) => sentence.trim(),
    alike: likenessOf,
    least: SENTENCE_LIKENESS,
  })
  const runs = pairs.flatMap(({ old: before, new: after, same }): Run[] => {
    // The same but for the white space at its end: without it, a sentence that went would stand close up.
    if (same) return [{ change: 'kept', text: longer(before ?? '', after ?? '') }]
    if (before === null || after === null)
      return [
        ...(before === null ? [] : [{ change: 'removed' as const, text: before }]),
        ...(after === null ? [] : [{ change: 'added' as const, text: after }]),
      ]
    return wordRuns(before, after)
  })
  return { runs: joined(runs), sentences: pairs.filter(({ same }) => !same).length }
}

const longer = (a: string, b: string): string => (a.length > b.length ? a : b)

/** The sentences of a text, which together are the text; by Unicode’s rules for its language (UAX 29). */
export const sentencesOf = (text: string, locale: string): string[] =>
  Array.from(segmenterOf(locale).segment(text), ({ segment }) => segment)

/** Sørensen–Dice over the words of two texts, case aside: 1 when they have the same words, 0 when they share none. */
export const likenessOf = (a: string, b: string): number => {
  const [left, right] = [wordCounts(a), wordCounts(b)]
  let common = 0
  for (const [word, count] of left.counts) common += Math.min(count, right.counts.get(word) ?? 0)
  return left.total + right.total ? (2 * common) / (left.total + right.total) : 0
}

/** A link target, white space, a word with what holds it together (1,200.50; 30-day), a character of a script without spaces, or a sign. */
const TOKEN = new RegExp(
  `${LINK_TARGET.source}|\\s+|[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}]|(?:(?![\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}])[\\p{L}\\p{M}\\p{N}])+(?:[.,:'’-][\\p{L}\\p{N}]+)*|.`,
  'gsu',
)
const tokensOf = (text: string): string[] => text.match(TOKEN) ?? []

const wordCounts = (text: string): { counts: Map<string, number>; total: number } => {
  const counts = new Map<string, number>()
  const words = tokensOf(text.toLowerCase()).filter((token) => /[\p{L}\p{N}‹]/u.test(token))
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, total: words.length }
}

const wordRuns = (old: string, now: string): Run[] => {
  const found = diffArrays(tokensOf(old), tokensOf(now), { maxEditLength: MOST_DIFFERENCES })
  if (!found)
    return [
      { change: 'removed', text: old },
      { change: 'added', text: now },
    ]
  return found.map(({ value, added, removed }) => ({
    change: added ? 'added' : removed ? 'removed' : 'kept',
    text: value.join(''),
  }))
}

/**
 * Each change as what goes and then what comes: neighbours are joined, and a lone space between two changes belongs to
 * both, so that three words that were replaced read as three words and not as three times one.
 */
const joined = (runs: readonly Run[]): Run[] => {
  const out: Run[] = []
  let [gone, come] = ['', '']
  const settle = () => {
    if (gone) out.push({ change: 'removed', text: gone })
    if (come) out.push({ change: 'added', text: come })
    ;[gone, come] = ['', '']
  }
  runs.forEach(({ change, text }, index) => {
    if (change === 'removed') gone += text
    else if (change === 'added') come += text
    else if (gone && come && !text.trim() && runs[index + 1] && runs[index + 1]?.change !== 'kept') {
      gone += text
      come += text
    } else {
      settle()
      const last = out.at(-1)
      if (last?.change === 'kept') last.text += text
      else out.push({ change, text })
    }
  })
  settle()
  return out
}
