import type { Bot, Gap } from '../../payload-types'
import type { Deps } from '../../src/deps'
import { askInTurns } from '../askInTurns'
import type { Asking } from './askings'
import type { Company } from './company'
import { pairwise, type Pairwise } from './pairwise'
import { OPEN_GAP_STATES } from '../../src/vocabulary'

/** One gap of the backlog, with the topic that most of its askings are of. */
export interface RankedGap {
  rank: number
  question: string
  seen: number
  /** null where most of its askings ask for no knowledge. */
  topic: string | null
  missing: boolean
  /** Askings of other topics in it, by topic. */
  others: Record<string, number>
}

export interface MonthReport {
  asked: number
  /** Milliseconds a message took on average, in each quarter of the month: what grows with the backlog is seen here. */
  pace: number[]
  /** Askings of missing topics that opened or joined no gap. */
  missed: number
  /** Askings of topics with a text that opened or joined a gap, though a text answers them. */
  refusedThoughAnswerable: { opened: number; of: number }
  noise: { opened: number; of: number; examples: string[] }
  /** Askings that were set aside as the matter of another company: of noise, of missing topics, of topics with a text. */
  setAside: { noise: number; missing: number; answerable: number; examples: string[] }
  gaps: number
  /** Where each missing topic first stands; null where it has no gap. */
  ranks: Record<string, number | null>
  /** What stands above the last of the missing topics and is not one of their first gaps. */
  between: RankedGap[]
  /** Of all askings of topics that opened or joined a gap. */
  grouping: Pairwise
  /** Of those of missing topics alone. */
  groupingOfMissing: Pairwise
  /** Gaps with askings of several topics, and missing topics with several gaps: what there is to look at. */
  mixed: RankedGap[]
  split: Record<string, string[]>
}

interface Opened {
  asked: Asking
  gap: string
}

/** Asks a month of messages, as customers do, and says what the backlog looks like then. */
export async function checkMonth(
  deps: Deps,
  o: { bot: Bot; company: Company; askings: readonly Asking[]; onAsked?: (done: number) => void },
): Promise<MonthReport> {
  const receipts: { asked: Asking; receiptId: string }[] = []
  const times = [performance.now()]
  for (const asked of o.askings) {
    const { receiptId } = await askInTurns(deps, { bot: o.bot, ...asked })
    receipts.push({ asked, receiptId })
    times.push(performance.now())
    o.onAsked?.(receipts.length)
  }
  const gapOf = await gapsByReceipt(deps)
  const aside = await setAsideIn(deps)
  const all = receipts.flatMap(({ asked, receiptId }) => {
    const gap = gapOf.get(receiptId)
    return gap ? [{ asked, gap }] : []
  })
  const opened = all.filter(({ gap }) => !aside.has(gap))
  const setAside = asideCounts(
    o.company,
    all.filter(({ gap }) => aside.has(gap)),
  )
  return {
    ...counts(o, opened),
    pace: paceOf(times),
    setAside,
    ...ranking(o.company, opened, await readRanked(deps)),
  }
}

/** @param times when it began, and when each message was answered. */
function paceOf(times: readonly number[]): number[] {
  const asked = times.length - 1
  const at = (quarter: number): number => Math.round((asked * quarter) / QUARTERS)
  return Array.from({ length: QUARTERS }, (_, i) => {
    const [from, to] = [at(i), at(i + 1)]
    return to === from ? 0 : Math.round(((times[to] ?? 0) - (times[from] ?? 0)) / (to - from))
  })
}

const QUARTERS = 4

function counts(
  { company, askings }: { company: Company; askings: readonly Asking[] },
  opened: readonly Opened[],
) {
  const missing = missingIn(company)
  const isMissing = ({ topic }: Asking) => topic !== null && missing.has(topic)
  const noise = opened.filter(({ asked }) => asked.noise !== null)
  const answerable = ({ topic }: Asking) => topic !== null && !missing.has(topic)
  const items = opened.flatMap(({ asked, gap }) =>
    asked.topic === null ? [] : [{ truth: asked.topic, group: gap }],
  )
  return {
    asked: askings.length,
    missed: askings.filter(isMissing).length - opened.filter(({ asked }) => isMissing(asked)).length,
    refusedThoughAnswerable: {
      opened: opened.filter(({ asked }) => answerable(asked)).length,
      of: askings.filter(answerable).length,
    },
    noise: {
      opened: noise.length,
      of: askings.filter(({ noise: kind }) => kind !== null).length,
      examples: [...new Set(noise.map(({ asked }) => asked.question))].slice(0, EXAMPLES),
    },
    grouping: pairwise(items),
    groupingOfMissing: pairwise(items.filter(({ truth }) => missing.has(truth))),
  }
}

function asideCounts(company: Company, aside: readonly Opened[]): MonthReport['setAside'] {
  const missing = missingIn(company)
  const countOf = (is: (asked: Asking) => boolean) => aside.filter(({ asked }) => is(asked)).length
  const noise = countOf(({ topic }) => topic === null)
  const ofMissing = countOf(({ topic }) => topic !== null && missing.has(topic))
  const real = aside.filter(({ asked }) => asked.topic !== null)
  return {
    noise,
    missing: ofMissing,
    answerable: real.length - ofMissing,
    examples: [...new Set(real.map(({ asked }) => asked.question))].slice(0, EXAMPLES),
  }
}

const EXAMPLES = 20

function ranking(company: Company, opened: readonly Opened[], backlog: readonly Gap[]) {
  const missing = missingIn(company)
  const ranked = backlog.map((gap, i) => rankedGap(gap, i + 1, { opened, missing }))
  const first = new Map<string, number>()
  for (const { topic, rank } of ranked) if (topic && !first.has(topic)) first.set(topic, rank)
  const ranks = Object.fromEntries([...missing].map((id) => [id, first.get(id) ?? null]))
  const last = Math.max(0, ...Object.values(ranks).map((rank) => rank ?? 0))
  const firsts = new Set(Object.values(ranks))
  return {
    gaps: backlog.length,
    ranks,
    between: ranked.filter(({ rank }) => rank < last && !firsts.has(rank)),
    mixed: ranked.filter(({ others }) => Object.keys(others).length > 0),
    split: Object.fromEntries(
      [...missing]
        .map(
          (id) => [id, ranked.filter(({ topic }) => topic === id).map(({ question }) => question)] as const,
        )
        .filter(([, questions]) => questions.length > 1),
    ),
  }
}

function rankedGap(
  { id, question, seen }: Gap,
  rank: number,
  { opened, missing }: { opened: readonly Opened[]; missing: ReadonlySet<string> },
): RankedGap {
  const askings = new Map<string, number>()
  for (const { asked, gap } of opened)
    if (gap === id) askings.set(asked.topic ?? NOBODY, (askings.get(asked.topic ?? NOBODY) ?? 0) + 1)
  const [most, ...others] = [...askings].toSorted(([, a], [, b]) => b - a)
  const topic = most && most[0] !== NOBODY ? most[0] : null
  return {
    rank,
    question,
    seen,
    topic,
    missing: topic !== null && missing.has(topic),
    others: Object.fromEntries(others),
  }
}

const NOBODY = 'noise'

const missingIn = ({ topics }: Company): Set<string> =>
  new Set(topics.filter(({ missing }) => missing).map(({ id }) => id))

async function gapsByReceipt({ payload }: Deps): Promise<Map<string, string>> {
  const { docs } = await payload.find({ collection: 'gap-events', depth: 0, pagination: false })
  return new Map(docs.map(({ receipt, gap }) => [receipt as string, gap as string]))
}

async function setAsideIn({ payload }: Deps): Promise<Set<string>> {
  const { docs } = await payload.find({
    collection: 'gaps',
    where: { setAside: { equals: true } },
    depth: 0,
    pagination: false,
  })
  return new Set(docs.map(({ id }) => id))
}

/** The backlog in the order that people see. */
async function readRanked({ payload }: Deps): Promise<Gap[]> {
  const { docs } = await payload.find({
    collection: 'gaps',
    where: { state: { in: [...OPEN_GAP_STATES] } },
    sort: ['-rank', '-id'],
    depth: 0,
    pagination: false,
  })
  return docs
}
