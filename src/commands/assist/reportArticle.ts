import type { Assist } from '../../../payload-types'
import type { DocumentRef } from '../../../ingestion/releases'
import type { Deps } from '../../deps'
import { redact } from '../../handover/redact'
import { idOf } from '../../records/content'
import { NotFoundError } from '../governedDocument'
import { findHandover } from '../handovers/onHandover'
import type { Colleague } from '../handovers/types'
import { parseHandover } from '../parseHandover'
import { openReportedGap } from '../reportGap'

export const ARTICLE_FAULTS = ['missing', 'wrong'] as const

/** What a colleague says of the texts for a question: there is none, or what it says is wrong. */
export interface ArticleReport {
  kind: (typeof ARTICLE_FAULTS)[number]
  /** In their own words; the customer's unless given. */
  question?: string | undefined
  note?: string | undefined
  document?: DocumentRef | undefined
}

interface About {
  bot: string
  question: string
  locale: string
}

type Reporting = ArticleReport & { colleague: Colleague; id: string }

/** Puts what a hand-over shows to be missing or wrong on the backlog, in the colleague's words. @throws {NotFoundError} */
export async function reportFromHandover(deps: Deps, report: Reporting): Promise<ReportedArticle> {
  const { id, colleague } = report
  const handover = await findHandover(deps.payload, { id, bot: colleague.bot })
  const receipt = await deps.payload.findByID({
    collection: 'answers',
    id: idOf(handover.receipt) ?? '',
    depth: 0,
    select: { locale: true },
    disableErrors: true,
  })
  return reportArticle(deps, report, {
    bot: idOf(handover.bot) ?? '',
    question: parseHandover(handover.package).intent.summary || handover.question,
    locale: receipt?.locale ?? 'en',
  })
}

/** The same for a conversation that was helped with. @throws {NotFoundError} */
export async function reportFromAssist(deps: Deps, report: Reporting): Promise<ReportedArticle> {
  const { id, colleague } = report
  const assist = await deps.payload.db.findOne<Assist>({
    collection: 'assists',
    where: { id: { equals: id } },
    req: {},
  })
  const bot = assist && idOf(assist.bot)
  if (!assist || !bot || (colleague.bot && bot !== colleague.bot))
    throw new NotFoundError(`There is no suggestion ${id}.`)
  return reportArticle(deps, report, { bot, question: assist.question ?? '', locale: assist.locale })
}

export interface ReportedArticle {
  gapId: string
  /** Whether the gap was on the backlog already. */
  known: boolean
}

async function reportArticle(deps: Deps, report: Reporting, about: About): Promise<ReportedArticle> {
  const { colleague, kind, document } = report
  const question = report.question ?? about.question
  if (!question.trim()) throw new NotFoundError('Nothing was asked there. Give the question.')
  const named = document ? `${await titleOf(deps, document)}: ` : ''
  const words = report.note ?? (kind === 'missing' ? 'No approved text says it.' : 'What it says is wrong.')
  return openReportedGap(deps, {
    reporter: { name: colleague.name, actor: colleague.actor },
    bot: about.bot,
    question,
    locale: about.locale,
    reason: kind === 'missing' ? 'no_coverage' : 'insufficient',
    note: redact(`${named}${words}`).text,
  })
}

async function titleOf({ payload }: Deps, { collection, id }: DocumentRef): Promise<string> {
  const found = await payload.findByID({ collection, id, depth: 0, disableErrors: true })
  if (!found) throw new NotFoundError(`There is no text ${id} in ${collection}.`)
  return 'title' in found ? String(found.title) : `${collection} ${id}`
}
