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
  { user, botId, ...report }: { user: User; botId: string } & Report,
): Promise<{ gapId: string; known: boolean }> => {
  if (!may(user, 'reportGaps')) throw new GapRefused('forbidden', onlyWho('reportGaps'), 'new')
  const bot = await botForColleague(deps, { user, botId })
  return openReportedGap(deps, { reporter: { name: user.name, actor: user }, bot: bot.id, ...report })
}

/** The same for whoever reports it, a colleague at a desk too; whether they may, and may know of the bot, is the caller's to see. */
export async function openReportedGap(
  deps: Deps,
  { reporter, bot, ...report }: { reporter: Reporter; bot: string } & Report,
): Promise<{ gapId: string; known: boolean }> {
  const event = await prepareGap(deps, report)
  return inTransaction(deps, async (req) => {
    const { question, reason } = event
    const note = `Reported by ${reporter.name}: ${report.note}`
    const { id: gapId, known } = await openReported(req, { event, bot, note })
    const its = await deps.payload.findByID({
      collection: 'bots',
      id: bot,
      depth: 0,
      select: { name: true },
      disableErrors: true,
      req,
    })
    await recordAudit(req, {
      action: 'gap.reported',
      actor: reporter.actor,
      subject: { collection: 'gaps', id: gapId, title: known?.question ?? question },
      detail: { question, reason, note: report.note, bot: its?.name ?? bot, known: Boolean(known) },
    })
    return { gapId, known: Boolean(known) }
  })
}

/** Who reports, as the note and as the audit log name them. */
interface Reporter {
  name: string
  actor: { id: string; name: string }
}

interface Report {
  question: string
  reason: GapReason
  locale: string
  note: string
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
