import type { PayloadRequest } from 'payload'
import { v5 as uuidv5 } from 'uuid'
import type { Answer, EvalCase } from '../../../payload-types'
import { expectedByAll, type JudgedTurn } from '../../transcripts/verdicts'
import { parseReceipt } from '../parseReceipt'
import { goldOf } from '../storedCases/keepCase'
import { kindOf } from '../storedCases/kindOf'
import { readVerdicts } from './readVerdicts'

/** Names the eval case of a receipt by its id. */
const CASE_NAMESPACE = '5a1d0cb2-3c57-4d68-a3cb-0a7d1b6a1f3e'

/**
 * Keeps what reviewers say should come of a turn as its eval case, in the transaction of the verdict: one case for a receipt,
 * changed with the last word on it, and off while two people expect different things of it.
 */
export async function keepVerdictCase(
  req: PayloadRequest,
  row: Answer,
): Promise<{ id: string; active: boolean } | null> {
  const verdicts = await readVerdicts(req.payload, { receipt: { equals: row.id } }, req)
  const expected = expectedByAll(verdicts, judgedTurn(row))
  const id = uuidv5(row.id, CASE_NAMESPACE)
  const known = await req.payload.db.findOne<EvalCase>({
    collection: 'eval-cases',
    where: { id: { equals: id } },
    req,
  })
  if (!expected) {
    if (known?.active) await update(req, id, { active: false })
    return null
  }
  const gold = goldOf(expected.gold)
  const { messages } = parseReceipt(row)
  const outcome = {
    expectedOutcome: expected.expectedOutcome,
    kind: kindOf({
      outcome: expected.expectedOutcome,
      reason: expected.reason,
      followsUp: messages.length > 0,
    }),
    gold,
    active: expected.agreed && (expected.expectedOutcome !== 'answered' || gold.length > 0),
  }
  if (known) await update(req, id, outcome)
  else await create(req, { id, row, messages, outcome })
  return { id, active: outcome.active }
}

type CaseOutcome = Pick<EvalCase, 'expectedOutcome' | 'kind' | 'gold' | 'active'>

async function create(
  req: PayloadRequest,
  o: { id: string; row: Answer; messages: ReturnType<typeof parseReceipt>['messages']; outcome: CaseOutcome },
): Promise<void> {
  const { id, row, messages, outcome } = o
  await req.payload.create({
    collection: 'eval-cases',
    data: {
      id,
      // As the receipt keeps them: secrets were taken out before.
      question: row.question,
      ...(messages.length > 0 && {
        history: messages.map(({ role, content }) => ({ role, content: content.slice(0, 8_000) })),
      }),
      locale: row.locale,
      audiences: parseReceipt(row).audiences ?? ['public'],
      origin: 'reviewer',
      ...outcome,
    },
    depth: 0,
    req,
  })
}

async function update(req: PayloadRequest, id: string, data: Partial<CaseOutcome>): Promise<void> {
  await req.payload.update({ collection: 'eval-cases', id, data, depth: 0, req })
}

/** What a receipt says of its turn. */
export function judgedTurn(row: Answer): JudgedTurn {
  return {
    outcome: row.outcome,
    reason: row.reason ?? null,
    cited: parseReceipt(row).response.citations.map(({ document: { collection, id } }) => ({ collection, id })),
  }
}
