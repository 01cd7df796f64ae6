import type { Payload, PayloadRequest, Where } from 'payload'
import type { Verdict as StoredVerdict } from '../../../payload-types'
import { pagesOf } from '../../database/pages'
import { idOf } from '../../records/content'
import { TURN_LABELS } from '../../answer/turn/labels'
import type { GivenVerdict } from '../../transcripts/verdicts'

/** A verdict with what people read of it. */
export interface KeptVerdict extends GivenVerdict {
  id: string
  byName: string
  note: string | null
  missing: boolean
}

/** The verdicts that `where` lets through, the oldest first. */
export async function readVerdicts(
  payload: Payload,
  where: Where = {},
  req?: PayloadRequest,
): Promise<KeptVerdict[]> {
  const kept: KeptVerdict[] = []
  for await (const page of pagesOf<StoredVerdict>(payload, {
    collection: 'verdicts',
    by: 'createdAt',
    where,
    ...(req && { req }),
  }))
    kept.push(...page.map(keptVerdict))
  return kept
}

function keptVerdict(row: StoredVerdict): KeptVerdict {
  const { id, verdict, by, byName, createdAt, expectedCollection, expectedDocument } = row
  return {
    id,
    receipt: idOf(row.receipt) ?? '',
    verdict,
    by,
    byName,
    at: Date.parse(createdAt),
    drawn: row.drawn ?? null,
    expected:
      expectedCollection && expectedDocument
        ? { collection: expectedCollection, id: expectedDocument }
        : null,
    label: TURN_LABELS.find((each) => each === row.label) ?? null,
    note: row.note ?? null,
    missing: row.missing === true,
  }
}
