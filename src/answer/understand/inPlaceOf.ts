import { contentWords } from '../../retrieval/analyze'
import { namedThings } from '../named'

/** What questions say of anything: no fragment takes its place. */
const GENERAL =
  /^(?:long|much|many|often|soon|fast|far|big|old|take|takes|cost|costs|charge|charged|need|get|gets|want|work|works|use|go|come|send|pay|paid|buy|bought|know|tell|make|give|order|ordered)$/i
const BEFORE_IT = /\b(?:for|in|on|with|from|at|by|via|of|after|before|without|into|about)\s*$/i
/** “To” leads to a thing where an article or a name follows, else to what is done. */
const BEFORE_THING = /\bto\s*$/i
const ANY_THING = /^(?:an? )?(?:something|anything|item|things?|stuff|one)$/i
/** A fragment that tells or sets a condition takes nothing's place. */
const TELLS =
  /^(?:if|when|while|because|since|after)\b|\b(?:i|we|you|it|they|he|she|that|this|there|did|does|do|is|are|was|were|has|have)\b/i

/**
 * The question before with a fragment in the place of what it most likely is of the kind of: what a preposition leads to, what is
 * named, the last of them; null where it speaks of no such thing.
 * @param fragment a few words.
 */
export function inPlaceOf(before: string, fragment: string): string | null {
  const core = fragment
    .replace(/[?.!]+\s*$/, '')
    .replace(/^(?:for|to|in|on|with|from|at|by|via|of)\s+/i, '')
    .replace(/,?\s+please$/i, '')
    .trim()
  if (core === '' || TELLS.test(core)) return null
  const [slot] = slotsOf(before)
  return slot ? `${before.slice(0, slot.start)}${core}${before.slice(slot.end)}` : null
}

interface Slot {
  start: number
  end: number
  rank: number
}

/** Runs of content words, with the article before them. */
function slotsOf(question: string): Slot[] {
  const names = namedThings(question)
  const runs = Array.from(
    question.matchAll(/(?:\b(?:an?|the|my|your|our)\s+)?[\p{L}\p{N}][\p{L}\p{N}'’.-]*(?<![.])/giu),
    (match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }),
  )
  const slots: Slot[] = []
  let open: Slot | null = null
  for (const { text, start, end } of runs) {
    const word = text.replace(/^(?:an?|the|my|your|our)\s+/i, '')
    const says = contentWords(word, 'en').length > 0 && !GENERAL.test(word)
    if (ANY_THING.test(text)) slots.push({ start, end, rank: 0 })
    if (!says || ANY_THING.test(text)) open = null
    else if (open && /^\s$/.test(question.slice(open.end, start)) && text === word) open.end = end
    else slots.push((open = { start, end, rank: 0 }))
  }
  for (const slot of slots) slot.rank = rankOf(slot, question, names)
  return slots.filter(({ rank }) => rank > 0).toSorted((a, b) => b.rank - a.rank || b.start - a.start)
}

function rankOf({ start, end }: Slot, question: string, names: ReadonlySet<string>): number {
  const said = question.slice(start, end)
  if (ANY_THING.test(said)) return 4
  const isNamed = [...namedThings(`of ${said}`)].some((name) => names.has(name))
  const before = question.slice(0, start)
  const isLedTo =
    BEFORE_IT.test(before) ||
    (BEFORE_THING.test(before) && (isNamed || /^(?:an?|the|my|your|our)\s/i.test(said)))
  return (isLedTo ? 2 : 0) + (isNamed ? 1 : 0)
}
