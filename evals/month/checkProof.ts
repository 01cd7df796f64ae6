import path from 'node:path'
import type { Gap } from '../../payload-types'
import type { Deps } from '../../src/deps'
import type { Company, MonthTopic } from './company'
import { proofOf } from '../../src/commands/gaps/readProof'
import { recheckGaps } from '../../src/commands/gaps/recheckGaps'
import { writeTexts } from './writeTexts'

/** What texts with and without the fact did to the gaps. */
export interface ProofReport {
  /** Topics whose text has the fact, and how many of their gaps verified. */
  withFact: Record<string, { gaps: number; verified: number }>
  /** The same for topics that only got a text on the topic. */
  withoutFact: Record<string, { gaps: number; verified: number }>
  /** Gaps that verified though they belong to neither. */
  others: string[]
  /** Of topics whose text has the fact: the wording that is not proven, and why. */
  unproven: { topic: string; question: string; why: string }[]
  /** Of gaps that verified without the fact: what was taken for it. */
  falseProofs: { topic: string; question: string; quote: string }[]
  /** Gaps of the topic whose text was withdrawn again, and how many of them reopened. */
  rolledBack: { topic: string; gaps: number; reopened: number } | null
}

type Publish = (folder: string) => Promise<void>

/** How many missing topics get a text with the fact. */
const FACTS = 6

/** Publishes texts near some missing topics, then the facts of others, and takes one back. */
export async function checkProof(
  deps: Deps,
  o: { company: Company; folder: string; publish: Publish; withdraw: (title: string) => Promise<void> },
): Promise<ProofReport> {
  const missing = o.company.topics.filter((topic) => topic.missing)
  const near = missing.filter((topic) => topic.near !== undefined)
  const facts = missing.filter((topic) => topic.near === undefined).slice(0, FACTS)
  await publishTexts(
    o,
    'near',
    near.map(({ id, title, near: text = '' }) => ({ id, title, text })),
  )
  await publishTexts(
    o,
    'facts',
    facts.map(({ id, title, fact }) => ({ id, title, text: fact })),
  )
  const gaps = await readGaps(deps)
  const countsOf = (topics: readonly MonthTopic[]) =>
    Object.fromEntries(
      topics.map((topic) => {
        const own = gaps.filter((gap) => isOf(gap, topic))
        return [topic.id, { gaps: own.length, verified: own.filter(isVerified).length }]
      }),
    )
  const others = gaps.filter(
    (gap) => isVerified(gap) && ![...near, ...facts].some((topic) => isOf(gap, topic)),
  )
  const rechecks = await recheckGaps(deps, await releasesIn(deps))
  return {
    unproven: facts.flatMap((topic) =>
      rechecks
        .filter(({ gapId }) => gaps.some((gap) => gap.id === gapId && isOf(gap, topic)))
        .filter(({ why }) => why !== 'other_text')
        .map(({ failing, why }) => ({ topic: topic.id, question: failing ?? '', why: why ?? '' })),
    ),
    falseProofs: near.flatMap((topic) =>
      gaps
        .filter((gap) => isVerified(gap) && isOf(gap, topic))
        .flatMap((gap) => proofOf(gap)?.wordings ?? [])
        .map(({ question, quote }) => ({ topic: topic.id, question, quote })),
    ),
    withFact: countsOf(facts),
    withoutFact: countsOf(near),
    others: others.map(({ question }) => question),
    rolledBack: await rollOneBack(deps, { ...o, gaps, facts }),
  }
}

async function publishTexts(
  { folder, publish }: { folder: string; publish: Publish },
  name: string,
  texts: Parameters<typeof writeTexts>[1],
): Promise<void> {
  await writeTexts(path.join(folder, name), texts)
  await publish(path.join(folder, name))
}

async function rollOneBack(
  deps: Deps,
  o: { gaps: readonly Gap[]; facts: readonly MonthTopic[]; withdraw: (title: string) => Promise<void> },
): Promise<ProofReport['rolledBack']> {
  const topic = o.facts.find((each) => o.gaps.some((gap) => isVerified(gap) && isOf(gap, each)))
  if (!topic) return null
  const verified = new Set(o.gaps.filter((gap) => isVerified(gap) && isOf(gap, topic)).map(({ id }) => id))
  await o.withdraw(topic.title)
  const after = (await readGaps(deps)).filter(({ id }) => verified.has(id))
  return {
    topic: topic.id,
    gaps: verified.size,
    reopened: after.filter((gap) => !isVerified(gap)).length,
  }
}

const isVerified = ({ state }: Gap): boolean => state === 'verified'

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether a gap’s question is one of the topic’s wordings, as typed. */
const isOf = ({ question }: Gap, { tuned, heldBack, followUp }: MonthTopic): boolean => {
  const asked = fold(question)
  return [...tuned, ...heldBack, ...(followUp ? [followUp.question] : [])].some((wording) =>
    asked.endsWith(fold(wording)),
  )
}

async function readGaps({ payload }: Deps): Promise<Gap[]> {
  return (await payload.find({ collection: 'gaps', depth: 0, pagination: false })).docs
}

async function releasesIn({ payload }: Deps): Promise<string[]> {
  const { docs } = await payload.find({ collection: 'releases', sort: '-createdAt', depth: 0, limit: FACTS })
  return docs.map(({ id }) => id)
}
