import type { Payload } from 'payload'
import { inTransaction } from '../../database/transaction'
import type { Deps } from '../../deps'
import type { AcceptanceQuestion } from '../../proofs/acceptance'
import { recordAudit, SYSTEM } from '../../records/recordAudit'
import { openReported } from '../gaps/openReported'
import { prepareGap } from '../recordGapEvent'
import type { TextInForce } from './questionedTexts'

/**
 * Puts a question that its text no longer answers on the backlog, as asked by nobody; a gap that is there already is taken as
 * it is. What must be refused and was answered is no missing knowledge. @returns the gap; null where there is none.
 */
export async function reportBroken(
  deps: Deps,
  { text, expected, problem }: { text: TextInForce; expected: AcceptanceQuestion; problem: string },
): Promise<string | null> {
  const bot = expected.expects === 'answer' ? await botThatTells(deps.payload, text.content.audience) : null
  if (!bot) return null
  const { question } = expected
  const event = await prepareGap(deps, { question, reason: 'insufficient', locale: text.content.locale })
  return inTransaction(deps, async (req) => {
    const note = `An acceptance question of “${text.title}”. ${problem}`
    const { id, known } = await openReported(req, { event, bot, note })
    await recordAudit(req, {
      action: 'gap.reported',
      actor: SYSTEM,
      subject: { collection: 'gaps', id, title: event.question },
      detail: { question: event.question, reason: event.reason, note: problem, known: Boolean(known) },
    })
    return id
  })
}

/** The first by name that is on and may pass such texts on. */
async function botThatTells(payload: Payload, audience: string): Promise<string | null> {
  const { docs } = await payload.find({
    collection: 'bots',
    where: { and: [{ enabled: { equals: true } }, { audiences: { in: [audience] } }] },
    sort: 'name',
    depth: 0,
    limit: 1,
    pagination: false,
    select: {},
  })
  return docs[0]?.id ?? null
}
