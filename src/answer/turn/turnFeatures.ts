import type { Message } from '../types'
import { overlap } from '../terms'
import { plain } from '../reading/readings'

/** A turn as numbers: what is set, by index, and the index after the last. */
export interface SparseRow {
  indices: Int32Array
  values: Float32Array
}

/** Numbers of hashed features: words and pairs of them, and runs of 3 to 5 characters within words. */
const WORD_FEATURES = 32_768
const CHARACTER_FEATURES = 32_768
/** An index of any of them is 16 bits. */
export const TEXT_FEATURES = WORD_FEATURES + CHARACTER_FEATURES
/** What the conversation adds. */
const TALK_FEATURES = ['earlier_turns', 'asked_before', 'reply_before', 'length'] as const
export const TALK_SIZE = TALK_FEATURES.length

export interface CountedTurn {
  question: string
  messages: readonly Pick<Message, 'role' | 'content'>[]
  locale?: string
}

/** How often each hashed feature stands in the question, words and characters apart. */
export function countFeatures({ question }: Pick<CountedTurn, 'question'>): Map<number, number> {
  const words = wordsOf(question)
  const counts = new Map<number, number>()
  const count = (feature: string, size: number, from: number) => {
    const index = from + (hashOf(feature) % size)
    counts.set(index, (counts.get(index) ?? 0) + 1)
  }
  words.forEach((word, i) => {
    count(word, WORD_FEATURES, 0)
    const next = words[i + 1]
    if (next !== undefined) count(`${word} ${next}`, WORD_FEATURES, 0)
    for (const run of runsOf(word)) count(run, CHARACTER_FEATURES, WORD_FEATURES)
  })
  return counts
}

/**
 * A text as one sparse row: term frequencies, logarithmic and weighted by how rare a feature is, words and characters each of
 * length 1 (Salton and Buckley 1988, "Term-weighting approaches in automatic text retrieval").
 * @param idf of each text feature, as the model keeps it.
 */
export function textRow(counts: ReadonlyMap<number, number>, idf: Float32Array): SparseRow {
  const entries: [number, number][] = []
  const lengths = { words: 0, characters: 0 }
  for (const [index, times] of counts) {
    const value = (1 + Math.log(times)) * (idf[index] ?? 0)
    if (value === 0) continue
    lengths[index < WORD_FEATURES ? 'words' : 'characters'] += value * value
    entries.push([index, value])
  }
  for (const entry of entries) {
    const squared = entry[0] < WORD_FEATURES ? lengths.words : lengths.characters
    entry[1] /= Math.sqrt(squared) || 1
  }
  return {
    indices: Int32Array.from(entries, ([index]) => index),
    values: Float32Array.from(entries, ([, value]) => value),
  }
}

/** What the conversation adds, in the order of TALK_FEATURES, each from 0 to 1. */
export function talkOf({ question, messages, locale = 'en' }: CountedTurn): number[] {
  const earlier = messages.filter(({ role, content }) => role === 'user' && content !== question)
  const asked = earlier.map(({ content }) => overlap(question, content, locale))
  return [
    Math.min(1, earlier.length / 3),
    Math.max(0, ...asked),
    messages.some(({ role }) => role === 'assistant') ? 1 : 0,
    Math.min(1, wordsOf(question).length / 40),
  ]
}

/** Words and marks that carry a tone; a figure is a figure. */
const wordsOf = (text: string): string[] =>
  Array.from(plain(text).matchAll(/[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*|\p{N}+|[!?]+/gu), ([word]) =>
    /\p{N}/u.test(word) ? '0' : word.slice(0, 40),
  )

function* runsOf(word: string): Iterable<string> {
  const padded = ` ${word} `
  for (const length of [3, 4, 5])
    for (let i = 0; i + length <= padded.length; i++) yield padded.slice(i, i + length)
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
