import type { Bot, Gap } from '../../payload-types'
import type { Deps } from '../../src/deps'
import { askInTurns } from '../askInTurns'
import type { GapQuestion } from './gapQuestions'
import { OPEN_GAP_STATES } from '../../src/vocabulary'

export interface GapReport {
  /** Questions about missing things that got an answer, or a person, and so opened nothing. */
  notRefused: string[]
  /** Messages of no group that opened or joined a gap. */
  noise: { opened: string[]; of: number }
  /** Gaps that hold questions of several groups. */
  mixed: string[][]
  gaps: number
  /** What closed though the texts were on the topic without the fact. */
  closedFalsely: string[]
  /** What closed once the fact was published, and what did not. */
  closed: string[]
  stillOpen: string[]
}

/**
 * What becomes of gaps: asked questions open them, texts on the topic without the fact must close none, texts with the fact must.
 * @param publish brings a folder of texts in, signed and in force, and waits for everything that follows.
 */
export async function checkGaps(
  deps: Deps,
  o: {
    bot: Bot
    questions: readonly GapQuestion[]
    without: string
    with: string
    publish: (folder: string) => Promise<void>
  },
): Promise<GapReport> {
  const opened: { asked: GapQuestion; gap: string | null }[] = []
  for (const asked of o.questions) {
    const { receiptId } = await askInTurns(deps, { bot: o.bot, ...asked })
    opened.push({ asked, gap: await gapOf(deps, receiptId) })
  }
  await o.publish(o.without)
  const closedFalsely = await closedIn(deps)
  await o.publish(o.with)
  const closed = (await closedIn(deps)).filter((question) => !closedFalsely.includes(question))
  const noise = opened.filter(({ asked }) => asked.group === null)
  return {
    notRefused: opened.flatMap(({ asked, gap }) => (asked.group !== null && !gap ? [asked.question] : [])),
    noise: { opened: noise.flatMap(({ asked, gap }) => (gap ? [asked.question] : [])), of: noise.length },
    mixed: mixedOf(opened),
    gaps: new Set(opened.flatMap(({ gap }) => gap ?? [])).size,
    closedFalsely,
    closed,
    stillOpen: (await gapsIn(deps, [...OPEN_GAP_STATES])).map(({ question }) => question),
  }
}

async function gapOf({ payload }: Deps, receipt: string): Promise<string | null> {
  const { docs } = await payload.find({
    collection: 'gap-events',
    where: { receipt: { equals: receipt } },
    depth: 0,
    limit: 1,
  })
  return (docs[0]?.gap as string | undefined) ?? null
}

const mixedOf = (opened: readonly { asked: GapQuestion; gap: string | null }[]): string[][] => {
  const groups = new Map<string, Set<string>>()
  for (const { asked, gap } of opened)
    if (gap) groups.set(gap, (groups.get(gap) ?? new Set()).add(asked.group ?? 'noise'))
  return [...groups.values()].filter(({ size }) => size > 1).map((each) => Array.from(each))
}

const closedIn = async (deps: Deps): Promise<string[]> =>
  (await gapsIn(deps, ['verified'])).map(({ question }) => question)

const gapsIn = async ({ payload }: Deps, states: Gap['state'][]): Promise<Gap[]> =>
  (await payload.find({ collection: 'gaps', where: { state: { in: states } }, depth: 0, pagination: false }))
    .docs
