import type { PayloadRequest } from 'payload'
import type { Answer, EvalCase } from '../../../payload-types'
import { byCommand } from '../../records/byCommand'
import { expectedByAll, type JudgedTurn } from '../../transcripts/verdicts'
import { parseReceipt } from '../parseReceipt'
import { goldOf } from '../storedCases/keepCase'
import { kindOf } from '../storedCases/kindOf'
import { readVerdicts } from './readVerdicts'

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
  const known = await req.payload.db.findOne<EvalCase>({
    collection: 'eval-cases',
    where: { receipt: { equals: row.id } },
    req,
  })
  if (!expected) {
    if (known?.active) await update(req, known.id, { active: false })
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
  if (known) await update(req, known.id, outcome)
  const id = known?.id ?? (await create(req, { row, messages, outcome }))
  return { id, active: outcome.active }
}

type CaseOutcome = Pick<EvalCase, 'expectedOutcome' | 'kind' | 'gold' | 'active'>

async function create(
  req: PayloadRequest,
  o: { row: Answer; messages: ReturnType<typeof parseReceipt>['messages']; outcome: CaseOutcome },
): Promise<string> {
  const { row, messages, outcome } = o
  const { id } = await req.payload.create({
    collection: 'eval-cases',
    data: {
      receipt: row.id,
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
    context: { [byCommand]: true },
    req,
  })
  return id
}

async function update(req: PayloadRequest, id: string, data: Partial<CaseOutcome>): Promise<void> {
  await req.payload.update({ collection: 'eval-cases', id, data, depth: 0, req })
}

/** What a receipt says of its turn. */
export function judgedTurn(row: Answer): JudgedTurn {
  return {
    outcome: row.outcome,
    reason: row.reason ?? null,
    cited: parseReceipt(row).response.citations.map(({ document: { collection, id } }) => ({
      collection,
      id,
    })),
  }
}
