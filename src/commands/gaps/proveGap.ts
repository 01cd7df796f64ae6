import type { Gap, Release, User } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import type { Deps } from '../../deps'
import { aboutGap } from '../../gaps/group'
import { idOf } from '../../records/content'
import { closeGap } from './closeGap'
import { findGap, updateGap } from './gapRows'
import { askWording, proofIn, type ProvenWording, type Unproven } from './proof'
import { wordingsOf, type Wording } from './wordings'

/** The wording that is not answered from a text that came since, and why not. */
export interface Failing {
  question: string
  why: Unproven
  releaseId: string
}

/** What came of asking one gap again. */
export interface Recheck {
  gapId: string
  question: string
  closed: boolean
  /** The first wording that is not proven; null where all are. */
  failing: string | null
  why: Unproven | null
}

/**
 * Asks a gap in each of its wordings, storing nothing, and closes it where all are answered from what came since. Where the text
 * is sensitive or regulated a person must say so too. A text that was written for it and does not answer it is noted at it.
 * @param signer who confirms it.
 */
export async function proveGap(
  deps: Deps,
  o: { gap: Gap; release: Release; signer?: User },
): Promise<Recheck> {
  const told = { gapId: o.gap.id, question: o.gap.question }
  const { proven, failing } = await askAll(deps, o)
  if (failing) {
    await noteFailing(deps, { ...o, failing })
    return { ...told, closed: false, failing: failing.question, why: failing.why }
  }
  return { ...told, closed: await closeGap(deps, { ...o, proven }), failing: null, why: null }
}

async function askAll(
  deps: Deps,
  { gap, release, signer }: { gap: Gap; release: Release; signer?: User },
): Promise<{ proven: ProvenWording[]; failing: Failing | null }> {
  const fails = (question: string, why: Unproven) => ({
    proven: [],
    failing: { question, why, releaseId: release.id },
  })
  const wordings = await wordingsOf(deps.payload, { gap, locale: release.locale })
  if (!wordings) return fails(gap.question, 'bot_gone')
  const since = await publishedSince(deps, { gap, release })
  const gapIs = aboutGap(
    wordings.map(({ question }) => question),
    release.locale,
  )
  const proven: ProvenWording[] = []
  for (const wording of wordings) {
    const asked = await askWording(deps, wording)
    const citation = proofIn(asked, { isNew: (id) => since.has(id), ...gapIs })
    if (typeof citation === 'string') return fails(wording.question, citation)
    proven.push({ ...asked, citation })
  }
  // Texts that came before this one may have their part in it; without one of its own there is nothing new to say.
  if (!proven.some(({ citation }) => citation.releaseId === release.id))
    return fails(gap.question, 'other_text')
  const tiers = proven.map(({ citation }) => since.get(citation.releaseId))
  if (!signer && tiers.some((tier) => tier !== 'standard')) return fails(firstOf(wordings), 'to_confirm')
  return { proven, failing: null }
}

const firstOf = ([first]: readonly Wording[]): string => first?.question ?? ''

/** Of a gap that this text was written for, or that waits for its proof already; of others it says nothing. */
async function noteFailing(
  deps: Deps,
  { gap, release, failing }: { gap: Gap; release: Release; failing: Failing },
): Promise<void> {
  const written =
    gap.draft?.relationTo === release.documentCollection && idOf(gap.draft.value) === release.documentId
  if (!written && failing.why !== 'to_confirm') return
  await inTransaction(deps, async (req) => {
    const { state } = await findGap(req, gap.id)
    if (state === 'verified' || state === 'wont_answer') return
    await updateGap(req, gap.id, { state: 'published_unverified', failing: { ...failing } })
  })
}

/** The releases that came after the gap was opened, each with its tier. */
async function publishedSince(
  { payload }: Deps,
  { gap, release }: { gap: Gap; release: Release },
): Promise<ReadonlyMap<string, Release['riskTier']>> {
  const { docs } = await payload.find({
    collection: 'releases',
    where: { createdAt: { greater_than: gap.createdAt } },
    depth: 0,
    pagination: false,
    select: { riskTier: true },
  })
  return new Map([[release.id, release.riskTier], ...docs.map((each) => [each.id, each.riskTier] as const)])
}
