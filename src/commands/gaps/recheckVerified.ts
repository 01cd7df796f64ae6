import { findRelease } from '../../../ingestion/releases'
import type { Gap, Release } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import type { Decision } from '../../answer/types'
import type { Deps } from '../../deps'
import { findGap } from './gapRows'
import { readBacklog } from './nearness'
import { askWording } from './proof'
import { proofOf, type GapProof } from './readProof'
import { nearTo } from './recheckGaps'
import { reopenByItself } from './reopenByItself'
import { wordingsOf } from './wordings'

/**
 * Asks verified gaps again after something changed that their proof may rest on, storing nothing. One that is not answered any
 * more in each of its wordings is reopened, and its owner told.
 * @param releaseIds what came into force or went out of it; none where the model or the calibration changed, which touches all.
 * @returns the gaps that were reopened.
 */
export async function recheckVerified(deps: Deps, releaseIds: readonly string[]): Promise<string[]> {
  const { docs: gaps } = await deps.payload.find({
    collection: 'gaps',
    where: { state: { equals: 'verified' } },
    depth: 0,
    pagination: false,
  })
  const reopened: string[] = []
  for (const gap of releaseIds.length > 0 ? await touchedBy(deps, { gaps, releaseIds }) : gaps)
    if (await breaks(deps, gap)) reopened.push(gap.id)
  return reopened
}

/** Those whose proof cites another version of what changed, or that what changed is near to. */
async function touchedBy(
  deps: Deps,
  { gaps, releaseIds }: { gaps: readonly Gap[]; releaseIds: readonly string[] },
): Promise<Gap[]> {
  if (gaps.length === 0) return []
  const backlog = await readBacklog(deps, gaps)
  const touched = new Map<string, Gap>()
  for (const id of releaseIds) {
    const release = await findRelease(deps.payload, id)
    if (!release) continue
    const near = await nearTo(deps, { release, gaps, backlog })
    for (const gap of [...gaps.filter((each) => restsOn(each, release)), ...near]) touched.set(gap.id, gap)
  }
  return [...touched.values()]
}

const restsOn = (gap: Gap, { documentId }: Release): boolean =>
  proofOf(gap)?.wordings.some(({ document }) => document.id === documentId) ?? false

/** @returns whether it was reopened. */
async function breaks(deps: Deps, gap: Gap): Promise<boolean> {
  const proof = proofOf(gap)
  const locale = proof?.wordings[0]?.locale ?? 'en-GB'
  const wordings = await wordingsOf(deps.payload, { gap, locale })
  for (const wording of wordings ?? []) {
    const { resolution } = await askWording(deps, wording)
    const { decision } = resolution
    if (isDown(decision)) continue
    if (decision.outcome !== 'answered')
      return reopen(deps, { gap, question: wording.question, why: 'is not answered any more' })
    if (proof && !stillProves(decision, provenBy(proof, wording.question)))
      return reopen(deps, { gap, question: wording.question, why: 'is answered from another text now' })
  }
  return false
}

/** What proved a wording; what proved any of them, where it came under the gap later. */
function provenBy({ wordings }: GapProof, question: string): GapProof['wordings'] {
  const own = wordings.filter((each) => each.question === question)
  return own.length > 0 ? own : wordings
}

/** Whether the answer begins with a text that proved it, in the version that did or a later one. */
function stillProves(
  { sentences, citations }: Extract<Decision, { outcome: 'answered' }>,
  proven: GapProof['wordings'],
): boolean {
  const decisive = citations.filter(({ number }) => sentences[0]?.citations.includes(number))
  return decisive.some(({ document, version }) =>
    proven.some((each) => each.document.id === document.id && version >= each.version),
  )
}

/** Something was down: that says nothing of the texts. */
const isDown = (decision: { outcome: string; reason?: string }): boolean => decision.reason === 'unavailable'

const reopen = (
  deps: Deps,
  { gap, question, why }: { gap: Gap; question: string; why: string },
): Promise<boolean> =>
  inTransaction(deps, async (req) => {
    const now = await findGap(req, gap.id)
    if (now.state !== 'verified') return false
    await reopenByItself(req, now, {
      why: `“${question}” ${why}.`,
      detail: { question, releaseId: proofOf(gap)?.releaseId ?? null },
    })
    return true
  })
