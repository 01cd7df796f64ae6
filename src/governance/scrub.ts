import { ERASED } from '../vocabulary'

/** A text this long, of as many words, is somebody's own; a shorter one only where it stands alone. */
const SHORTEST = 12
const FEWEST_WORDS = 3
/** So much of the beginning of a text is it, where it was cut off. */
const CUT_OFF = 40

/** Cuts texts out of values: strings, and what holds strings. */
export interface Scrubber {
  /** The same value where nothing is in it. */
  scrub: <T>(value: T) => T
}

/**
 * Cuts these texts out of whatever quotes them: whole strings, parts of longer ones, and beginnings that were cut off at the end
 * of a string. Reads each string once, however many texts there are. Pure.
 */
export function scrubberOf(texts: Iterable<string>): Scrubber {
  const whole = new Set<string>()
  const byBeginning = new Map<string, string[]>()
  for (const text of texts) {
    const bare = text.trim()
    if (!bare) continue
    whole.add(bare)
    if (!isOwn(bare)) continue
    const known = byBeginning.get(bare.slice(0, SHORTEST)) ?? []
    byBeginning.set(bare.slice(0, SHORTEST), [...known, bare])
  }
  for (const known of byBeginning.values()) known.sort((a, b) => b.length - a.length)
  const scrub = (value: unknown): unknown => {
    if (typeof value === 'string') return whole.has(value.trim()) ? ERASED : cutOut(value, byBeginning)
    if (Array.isArray(value)) return unchangedOr(value, value.map(scrub))
    if (value === null || typeof value !== 'object' || value instanceof Date) return value
    const entries = Object.entries(value)
    const scrubbed = entries.map(([, each]) => scrub(each))
    return entries.every(([, each], i) => each === scrubbed[i])
      ? value
      : Object.fromEntries(entries.map(([name], i) => [name, scrubbed[i]]))
  }
  return { scrub: scrub as Scrubber['scrub'] }
}

const isOwn = (text: string): boolean => text.length >= SHORTEST && text.split(/\s+/).length >= FEWEST_WORDS

const unchangedOr = (before: unknown[], after: unknown[]): unknown[] =>
  before.every((each, i) => each === after[i]) ? before : after

function cutOut(text: string, byBeginning: ReadonlyMap<string, string[]>): string {
  let scrubbed = ''
  let from = 0
  for (let at = 0; at + SHORTEST <= text.length; at++) {
    const candidates = byBeginning.get(text.slice(at, at + SHORTEST))
    const length = candidates ? longestAt(text, at, candidates) : 0
    if (!length) continue
    scrubbed += text.slice(from, at) + ERASED
    from = at + length
    at = from - 1
  }
  return from ? scrubbed + text.slice(from) : text
}

/** How many characters from here on are one of the texts, or the beginning of one that was cut off. */
function longestAt(text: string, at: number, candidates: readonly string[]): number {
  let longest = 0
  for (const each of candidates) {
    if (text.startsWith(each, at)) return Math.max(longest, each.length)
    let shared = SHORTEST
    while (shared < each.length && text.charAt(at + shared) === each.charAt(shared)) shared++
    const isCut = /^\s*(?:…|\.\.\.)?\W{0,2}$/u.test(text.slice(at + shared))
    if (shared >= CUT_OFF && isCut) longest = Math.max(longest, shared)
  }
  return longest
}
