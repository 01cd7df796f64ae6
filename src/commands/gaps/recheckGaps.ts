import { chunksOf } from '../../../ingestion/indexing'
import { findRelease } from '../../../ingestion/releases'
import type { Gap, Release } from '../../../payload-types'
import type { Deps } from '../../deps'
import { closeGap } from './closeGap'
import { isNear, readBacklog, readNearness } from './nearness'
import { askWording, proofIn, type ProvenWording } from './proof'
import { wordingsOf } from './wordings'
import { OPEN_GAP_STATES } from '../../vocabulary'

/** What came of asking one gap again. */
export interface Recheck {
  gapId: string
  question: string
  closed: boolean
  /** The first wording that is not answered from a text that came since; null where all are. */
  failing: string | null
}

/**
 * Asks the open gaps near releases again, each in every wording that was asked under it, as the bots that could not
 * answer. A gap closes only when each is answered, and each answer begins with a text that was published since; what was
 * asked and answered is then its proof. Otherwise nothing at all is stored. What is open is read once, however many releases
 * came together.
 */
export async function recheckGaps(deps: Deps, releaseIds: readonly string[]): Promise<Recheck[]> {
  const { payload } = deps
  const { docs: gaps } = await payload.find({
    collection: 'gaps',
    where: { state: { in: [...OPEN_GAP_STATES] } },
    depth: 0,
    pagination: false,
  })
  if (gaps.length === 0) return []
  const backlog = await readBacklog(deps, gaps)
  const rechecks: Recheck[] = []
  const closed = new Set<string>()
  for (const releaseId of releaseIds) {
    const release = await findRelease(payload, releaseId)
    if (!release) continue
    const texts = (await chunksOf(payload, releaseId)).map((chunk) => chunk.text)
    const nearness = await readNearness(deps, { release, texts, backlog })
    for (const gap of gaps) {
      // The release before may have closed it.
      if (closed.has(gap.id) || !isNear(gap, nearness)) continue
      const checked = await recheck(deps, { gap, release })
      if (checked.closed) closed.add(gap.id)
      rechecks.push(checked)
    }
  }
  return rechecks
}

async function recheck(deps: Deps, { gap, release }: { gap: Gap; release: Release }): Promise<Recheck> {
  const told = { gapId: gap.id, question: gap.question }
  const wordings = await wordingsOf(deps.payload, {
    gap,
    locale: release.locale,
  })
  if (!wordings) return { ...told, closed: false, failing: gap.question }
  const isNew = await publishedSince(deps, { gap, release })
  const proven: ProvenWording[] = []
  for (const wording of wordings) {
    const asked = await askWording(deps, wording)
    const citation = proofIn(asked, isNew)
    if (!citation) return { ...told, closed: false, failing: wording.question }
    proven.push({ ...asked, citation })
  }
  // Texts that came before this one may have their part in it; without one of its own there is nothing new to say.
  if (!proven.some(({ citation }) => citation.releaseId === release.id))
    return { ...told, closed: false, failing: gap.question }
  return {
    ...told,
    closed: await closeGap(deps, { gap, release, proven }),
    failing: null,
  }
}

/** Whether a release came after the gap was opened. */
async function publishedSince(
  { payload }: Deps,
  { gap, release }: { gap: Gap; release: Release },
): Promise<(releaseId: string) => boolean> {
  const { docs } = await payload.find({
    collection: 'releases',
    where: { createdAt: { greater_than: gap.createdAt } },
    depth: 0,
    pagination: false,
    select: {},
  })
  const ids = new Set([release.id, ...docs.map(({ id }) => id)])
  return (releaseId) => ids.has(releaseId)
}
