import type { Payload } from 'payload'
import type { Gap, GapEvent } from '../../../payload-types'
import { rowsById } from '../../database/pages'
import { familyOf, whereIn, type Placed } from '../../gaps/moves'
import { isOpen } from '../../gaps/states'
import { withoutAskings } from '../../gaps/withoutAskings'
import { ERASED } from '../../vocabulary'
import { scrubberOf } from '../../governance/scrub'
import { idOf } from '../../records/content'
import { readPlaced } from '../gaps/placed'
import { keptWordings } from '../gaps/readKnownGaps'
import { proofOf } from '../gaps/readProof'
import { rowsOf } from './readRelated'

/** What becomes of a gap when askings of it are erased. */
export interface ErasedGap {
  id: string
  changes: Partial<Gap>
  /** Words that only the erased askings used. */
  words: string[]
  /** Receipts of Vouch's own that asked in those words, to prove that the gap is closed. */
  receipts: string[]
}

/** Each gap that has one of these askings, or of which the gap that has it became part. */
export async function gapsWithout(payload: Payload, events: readonly GapEvent[]): Promise<ErasedGap[]> {
  if (!events.length) return []
  const placed = await readPlaced(
    payload,
    events.flatMap(({ gap }) => idOf(gap) ?? []),
  )
  const pathOf = whereIn(placed)
  const ids = new Set(
    events.flatMap((event) => [
      idOf(event.gap) ?? '',
      ...pathOf({ id: event.id, gap: idOf(event.gap) ?? '' }),
    ]),
  )
  const gaps = await rowsById<Gap>(payload, { collection: 'gaps', ids: [...ids] })
  const without: ErasedGap[] = []
  for (const gap of gaps.values()) without.push(await gapWithout(payload, { gap, events, placed }))
  return without
}

async function gapWithout(
  payload: Payload,
  { gap, events, placed }: { gap: Gap; events: readonly GapEvent[]; placed: readonly Placed[] },
): Promise<ErasedGap> {
  const gone = new Set(events.map(({ id }) => id))
  const all = await askingsUnder(payload, familyOf(gap.id, placed))
  const erased = all.filter(({ id }) => gone.has(id)).map(({ question }) => question)
  const remaining = all.filter(({ id }) => !gone.has(id)).map(({ question }) => question)
  const wordings = keptWordings(gap)
  const left = withoutAskings({ question: gap.question, wordings }, { erased, remaining })
  const proof = proofOf(gap)
  const proven = proof?.wordings.filter(({ question, typed }) => !left.keeps(typed ?? question)) ?? []
  const unproven = proof?.left.filter(({ question }) => !left.keeps(question)) ?? []
  const used = [...wordings, gap.question, ...erased, ...unproven.map(({ question }) => question)]
  const words = [...used, ...proven.flatMap(({ question, typed }) => [question, typed ?? ''])]
  const own = [...new Set(words)].filter((each) => each && each !== ERASED && !left.keeps(each))
  const { scrub } = scrubberOf(own)
  return {
    id: gap.id,
    words: own,
    receipts: proven.map(({ receiptId }) => receiptId),
    changes: {
      question: left.question,
      wordings: left.wordings,
      proof: scrub(gap.proof ?? null),
      failing: scrub(gap.failing ?? null),
      note: scrub(gap.note ?? null),
      // Nobody can work on a gap that has no words any more.
      ...(left.wordings.length === 0 &&
        isOpen(gap.state) && { state: 'wont_answer' as const, note: NO_WORDS }),
    },
  }
}

const NO_WORDS = 'Who asked this had it erased, and nobody else asked it.'

/** All askings that were ever under a gap, where people moved some of them elsewhere too: its words came from all of them. */
async function askingsUnder(payload: Payload, family: readonly Placed[]): Promise<GapEvent[]> {
  const own = await rowsOf<GapEvent>(
    { payload },
    'gap-events',
    'gap',
    family.map(({ id }) => id),
  )
  const moved = await rowsOf<GapEvent>(
    { payload },
    'gap-events',
    'id',
    family.flatMap(({ movedIn }) => movedIn),
  )
  return [...new Map([...own, ...moved].map((event) => [event.id, event])).values()]
}
