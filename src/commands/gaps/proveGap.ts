import type { Gap, Release, User } from '../../../payload-types'
import { inTransaction } from '../../database/transaction'
import type { Deps } from '../../deps'
import { aboutGap } from '../../gaps/group'
import { idOf } from '../../records/content'
import type { Citation } from '../../answer/types'
import { mendByOthers, wordsOf } from '../../gaps/mend'
import { familyOf } from '../../gaps/moves'
import { isOpen } from '../../gaps/states'
import { closeGap, type LeftWording } from './closeGap'
import { findGap, updateGap } from './gapRows'
import { readPlaced } from './placed'
import { askWording, proofIn, type ProvenWording, type Unproven } from './proof'
import type { Failing } from './readFailing'
import { wordingsOf, type Wording } from './wordings'

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
 *
 * A few wordings that are not answered while the others are were not of this gap: they become one of their own, which stays on
 * the backlog and says what fails. So nothing that was asked is lost, and one odd asking does not keep the proof of the others.
 * @param signer who confirms it.
 */
export async function proveGap(
  deps: Deps,
  o: { gap: Gap; release: Release; signer?: User },
): Promise<Recheck> {
  const told = { gapId: o.gap.id, question: o.gap.question }
  const { proven, left, failing } = await askAll(deps, o)
  if (failing) {
    await noteFailing(deps, { ...o, failing })
    return { ...told, closed: false, failing: failing.question, why: failing.why }
  }
  return { ...told, closed: await closeGap(deps, { ...o, proven, left }), failing: null, why: null }
}

/** Share of a gap’s askings that may turn out to be of another one. */
const MOST_LEFT = 1 / 3

interface AskedAll {
  proven: ProvenWording[]
  /** Wordings that become a gap of their own. */
  left: LeftWording[]
  failing: Failing | null
}

async function askAll(
  deps: Deps,
  { gap, release, signer }: { gap: Gap; release: Release; signer?: User },
): Promise<AskedAll> {
  const fails = (question: string, why: Unproven): AskedAll => ({
    proven: [],
    left: [],
    failing: { question, why, releaseId: release.id },
  })
  const wordings = await wordingsOf(deps.payload, { gap, locale: release.locale })
  if (!wordings) return fails(gap.question, 'bot_gone')
  const since = await publishedSince(deps, { gap, release })
  const mayLeave = (await isShaped(deps, gap)) ? 0 : MOST_LEFT * weightOf(wordings)
  const { proven, left } = await askEach(deps, { gap, release, wordings, since, mayLeave })
  const [first] = left
  // What a person reported is what the gap is about; what happened to be asked first is not.
  const isOwn = left.some(({ wording: { events } }) => events.length === 0)
  if (first && (isOwn || weightOf(left.map(({ wording }) => wording)) > mayLeave))
    return fails(first.wording.question, first.why)
  // Texts that came before this one may have their part in it; without one of its own there is nothing new to say.
  if (!proven.some(({ citation }) => citation.releaseId === release.id))
    return fails(gap.question, 'other_text')
  const tiers = proven.map(({ citation }) => since.get(citation.releaseId))
  if (!signer && tiers.some((tier) => tier !== 'standard')) return fails(firstOf(wordings), 'to_confirm')
  return { proven, left, failing: null }
}

/** Asks one wording after the other, until more than may be left are not proven. */
async function askEach(
  deps: Deps,
  o: {
    gap: Gap
    release: Release
    wordings: readonly Wording[]
    since: ReadonlyMap<string, Release['riskTier']>
    mayLeave: number
  },
): Promise<Pick<AskedAll, 'proven' | 'left'>> {
  const questions = o.wordings.map(({ question }) => question)
  const gapIs = aboutGap(questions, o.release.locale)
  const isNew = (id: string) => o.since.has(id)
  const proven: ProvenWording[] = []
  const left: LeftWording[] = []
  for (const wording of o.wordings) {
    const found = await askAsMeant(deps, {
      wording,
      others: [...questions.filter((other) => other !== wording.question), o.release.title],
      proves: (asked) => proofIn(asked, { isNew, ...gapIs }),
    })
    if ('why' in found) left.push(found)
    else proven.push(found)
    if (weightOf(left.map(({ wording: each }) => each)) > o.mayLeave) break
  }
  return { proven, left }
}

/** As it was typed; where that is not answered, with its slips mended by the gap’s other wordings and the text’s title. */
async function askAsMeant(
  deps: Deps,
  o: {
    wording: Wording
    others: readonly string[]
    proves: (asked: Awaited<ReturnType<typeof askWording>>) => Citation | Unproven
  },
): Promise<ProvenWording | LeftWording> {
  const asked = await askWording(deps, o.wording)
  const citation = o.proves(asked)
  if (typeof citation !== 'string') return { ...asked, citation }
  const question = mendByOthers(o.wording.question, wordsOf(o.others))
  if (question === o.wording.question) return { wording: o.wording, why: citation }
  const mended = await askWording(deps, { ...o.wording, question })
  const found = o.proves(mended)
  if (typeof found === 'string') return { wording: o.wording, why: citation }
  return { ...mended, citation: found, typed: o.wording.question }
}

const weightOf = (wordings: readonly Wording[]): number =>
  wordings.reduce((sum, { events }) => sum + Math.max(1, events.length), 0)

/** Whether people put it together by hand: then all of it is one thing. */
async function isShaped({ payload }: Deps, { id }: Gap): Promise<boolean> {
  const family = familyOf(id, await readPlaced(payload, [id]))
  return family.length > 1 || family.some(({ movedIn }) => movedIn.length > 0)
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
    if (!isOpen(state)) return
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
