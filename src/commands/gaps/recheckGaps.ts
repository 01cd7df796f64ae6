import { chunksOf } from '../../../ingestion/indexing'
import { findRelease } from '../../../ingestion/releases'
import type { Gap, Release } from '../../../payload-types'
import type { Deps } from '../../deps'
import { OPEN_GAP_STATES } from '../../vocabulary'
import { isNear, readBacklog, readNearness } from './nearness'
import { proveGap, type Recheck } from './proveGap'

/**
 * Asks the open gaps near releases again, each in every wording that was asked under it, as the bots that could not
 * answer. A gap is verified when they are answered, but for a few that become a gap of their own, and each answer begins with a text
 * that was published since; what was asked and answered is then its proof. What is open is read once, however many releases
 * came together.
 */
export async function recheckGaps(deps: Deps, releaseIds: readonly string[]): Promise<Recheck[]> {
  const releases = await inForce(deps, releaseIds)
  if (releases.length === 0) return []
  const { docs: gaps } = await deps.payload.find({
    collection: 'gaps',
    where: { state: { in: [...OPEN_GAP_STATES] } },
    depth: 0,
    pagination: false,
  })
  if (gaps.length === 0) return []
  const backlog = await readBacklog(deps, gaps)
  const rechecks: Recheck[] = []
  const closed = new Set<string>()
  for (const release of releases)
    for (const gap of await nearTo(deps, { release, gaps, backlog })) {
      // The release before may have closed it.
      if (closed.has(gap.id)) continue
      const checked = await proveGap(deps, { gap, release })
      if (checked.closed) closed.add(gap.id)
      rechecks.push(checked)
    }
  return rechecks
}

/** The gaps that a release may have to do with. */
export async function nearTo(
  deps: Deps,
  o: { release: Release; gaps: readonly Gap[]; backlog: Awaited<ReturnType<typeof readBacklog>> },
): Promise<Gap[]> {
  const texts = (await chunksOf(deps.payload, o.release.id)).map((chunk) => chunk.text)
  const nearness = await readNearness(deps, { ...o, texts })
  return o.gaps.filter((gap) => isNear(gap, nearness))
}

async function inForce({ payload }: Deps, ids: readonly string[]): Promise<Release[]> {
  const found: Release[] = []
  for (const id of ids) {
    const release = await findRelease(payload, id)
    const ended = release?.withdrawnAt ?? release?.validTo
    if (release && (!ended || Date.parse(ended) > Date.now())) found.push(release)
  }
  return found
}
