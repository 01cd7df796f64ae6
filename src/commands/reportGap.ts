import { recordAudit } from '../records/recordAudit'
import type { Bot, User } from '../../payload-types'
import { inTransaction } from '../database/transaction'
import type { Deps } from '../deps'
import { onlyWho } from '../governance/permissionWords'
import { may } from '../governance/permissions'
import { GapRefused } from './gapActions'
import { openReported } from './gaps/openReported'
import { NotFoundError } from './governedDocument'
import { prepareGap, type GapReason } from './recordGapEvent'
import { botFor } from './tryQuestion'

/**
 * Puts a question that a person tried on the backlog. It counts as asked by nobody: a gap that is there already is
 * returned as it is, and a new one has been seen no times until a customer asks. Who reported what is in the audit log.
 * @throws {GapRefused} when this person may not report gaps. @throws {NotFoundError} when they see no such bot.
 */
export const reportGap = async (
  deps: Deps,
  {
    user,
    botId,
    ...report
  }: { user: User; botId: string; question: string; reason: GapReason; locale: string; note: string },
): Promise<{ gapId: string; known: boolean }> => {
  if (!may(user, 'reportGaps')) throw new GapRefused('forbidden', onlyWho('reportGaps'), 'new')
  const bot = await botForColleague(deps, { user, botId })
  const event = await prepareGap(deps, report)
  return inTransaction(deps, async (req) => {
    const { question, reason } = event
    const note = `Reported by ${user.name}: ${report.note}`
    const { id: gapId, known } = await openReported(req, { event, bot: bot.id, note })
    await recordAudit(req, {
      action: 'gap.reported',
      actor: user,
      subject: { collection: 'gaps', id: gapId, title: known?.question ?? question },
      detail: { question, reason, note: report.note, bot: bot.name, known: Boolean(known) },
    })
    return { gapId, known: Boolean(known) }
  })
}

/** A bot that this person may act for: an agent knows one by a hand-over alone, and reads no bots. @throws {NotFoundError} */
export async function botForColleague(
  deps: Deps,
  { user, botId }: { user: User; botId: string },
): Promise<Bot> {
  if (may(user, 'readRecords')) return botFor(deps, { user, botId })
  const { totalDocs } = await deps.payload.count({
    collection: 'handovers',
    where: { bot: { equals: botId } },
  })
  const bot =
    totalDocs > 0 &&
    (await deps.payload.findByID({ collection: 'bots', id: botId, depth: 0, disableErrors: true }))
  if (!bot) throw new NotFoundError(`There is no bot ${botId} that a hand-over came from.`)
  return bot
}
