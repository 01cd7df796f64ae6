import { randomUUID } from 'node:crypto'
import { recordAudit } from '../records/recordAudit'
import type { User } from '../../payload-types'
import { inTransaction } from '../database/transaction'
import type { Deps } from '../deps'
import { onlyWho } from '../governance/permissionWords'
import { may } from '../governance/permissions'
import { GapRefused } from './gapActions'
import { gapOf, newGap, prepareGap, type GapReason } from './recordGapEvent'
import { botFor } from './tryQuestion'

/**
 * Puts a question that a person tried on the backlog. It counts as asked by nobody: a gap that is there already is
 * returned as it is, and a new one has been seen no times until a customer asks. Who reported what is in the audit log.
 * @throws {GapRefused} when this person does not work on gaps. @throws {NotFoundError} when they see no such bot.
 */
export const reportGap = async (
  deps: Deps,
  {
    user,
    botId,
    ...report
  }: { user: User; botId: string; question: string; reason: GapReason; locale: string; note: string },
): Promise<{ gapId: string; known: boolean }> => {
  if (!may(user, 'workGaps')) throw new GapRefused('forbidden', onlyWho('workGaps', 'report gaps'), 'new')
  const bot = await botFor(deps, { user, botId })
  const event = await prepareGap(deps, report)
  return inTransaction(deps, async (req) => {
    const known = await gapOf(req, event)
    const gapId = known?.id ?? randomUUID()
    const { question, reason } = event
    if (!known)
      await req.payload.db.create({
        collection: 'gaps',
        data: {
          ...newGap({ id: gapId, event, bot: bot.id, seen: 0 }),
          note: `Reported by ${user.name}: ${report.note}`,
        },
        req,
      })
    await recordAudit(req, {
      action: 'gap.reported',
      actor: user,
      subject: { collection: 'gaps', id: gapId, title: known?.question ?? question },
      detail: { question, reason, note: report.note, bot: bot.name, known: Boolean(known) },
    })
    return { gapId, known: Boolean(known) }
  })
}
