import type { Company, Half, MonthTopic } from './company'

/** One message of the month. */
export interface Asking {
  /** The true topic; null for what asks for no knowledge. */
  topic: string | null
  /** What kind of noise it is; null for a question. */
  noise: string | null
  earlier: string[]
  question: string
}

const NOISE = 0.2
const FOLLOW_UPS = 0.06
const OPENED = 0.2
const LOWERED = 0.2
const SLIPPED = 0.1

const OPENERS = ['Hi, ', 'Hello! ', 'Quick question: ', 'Sorry to bother you. ', 'Just wondering, ', 'Hey, ']

type Random = () => number

/** A month of messages, in a random order that the seed decides. Pure. */
export function drawMonth(o: { company: Company; half: Half; questions: number; random: Random }): Asking[] {
  return Array.from({ length: o.questions }, () => drawAsking(o))
}

function drawAsking({ company, half, random }: Parameters<typeof drawMonth>[0]): Asking {
  if (random() < NOISE) {
    const { kind, [half]: messages } = pick(company.noise, random)
    return { topic: null, noise: kind, earlier: [], question: pick(messages, random) }
  }
  const topic = pick(company.topics, random)
  return random() < FOLLOW_UPS && topic.followUp
    ? { topic: topic.id, noise: null, ...topic.followUp }
    : { topic: topic.id, noise: null, earlier: [], question: asTyped(topic, half, random) }
}

/** A wording as people type it: greeted, in small letters, with a slip. */
function asTyped(topic: MonthTopic, half: Half, random: Random): string {
  const wording = pick(topic[half], random)
  const slipped = random() < SLIPPED ? withSlip(wording, random) : wording
  const cased = random() < LOWERED ? slipped.toLowerCase() : slipped
  return random() < OPENED ? pick(OPENERS, random) + cased : cased
}

const LONG = 6

/** Two letters inside a long word change places; without a long word nothing does. */
function withSlip(wording: string, random: Random): string {
  const words = wording.split(' ')
  const long = words.flatMap((word, i) => (word.length >= LONG ? [i] : []))
  if (long.length === 0) return wording
  const at = pick(long, random)
  const word = words[at] ?? ''
  const i = 1 + Math.floor(random() * (word.length - 3))
  const slipped = word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2)
  return words.with(at, slipped).join(' ')
}

function pick<T>(from: readonly T[], random: Random): T {
  const found = from[Math.floor(random() * from.length)]
  if (found === undefined) throw new RangeError('There is nothing to pick from.')
  return found
}
