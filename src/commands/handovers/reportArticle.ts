import type { ARTICLE_FAULTS } from '../../vocabulary'
import type { DocumentRef } from '../../../ingestion/releases'
import type { Deps } from '../../deps'
import { redact } from '../../handover/redact'
import { idOf } from '../../records/content'
import { NotFoundError } from '../governedDocument'
import { findHandover } from './onHandover'
import type { Colleague } from './types'
import { parseHandover } from '../parseHandover'
import { openReportedGap } from '../reportGap'

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
export async function reportArticle(deps: Deps, report: Reporting): Promise<ReportedArticle> {
  const { id, colleague } = report
  const handover = await findHandover(deps.payload, { id, bot: colleague.bot })
  const receipt = await deps.payload.findByID({
    collection: 'answers',
    id: idOf(handover.receipt) ?? '',
    depth: 0,
    select: { locale: true },
    disableErrors: true,
  })
  return openFor(deps, report, {
    bot: idOf(handover.bot) ?? '',
    question: parseHandover(handover.package).intent.summary || handover.question,
    locale: receipt?.locale ?? 'en',
  })
}

export interface ReportedArticle {
  gapId: string
  /** Whether the gap was on the backlog already. */
  known: boolean
}

async function openFor(deps: Deps, report: Reporting, about: About): Promise<ReportedArticle> {
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
