import type { Payload, Where } from 'payload'
import { spanTokens, tokenLine } from '../../answer/spanTokens'
import {
  charactersIn,
  QUOTED_WORDS,
  sourcesIn,
  withoutMarks,
  type SignedShare,
} from '../../answer/signedShare'
import { pagesOf, rowsById } from '../../database/pages'
import { sha256 } from '../../governance/hash'
import type { Answer, Release } from '../../../payload-types'
import { parseReceipt, type ReceiptRecord } from '../parseReceipt'

export interface ShareReport extends SignedShare {
  receipts: number
  byOutcome: Record<string, SignedShare & { receipts: number }>
  /** Receipts that say another share than the signed texts give, or whose texts are not as they were signed. */
  differences: { receiptId: string; stored: SignedShare | null; recomputed: SignedShare; because: string }[]
  /** Receipts of before the share was kept; they are computed from the signed texts alone. */
  without: number
}

/**
 * The share of served characters that a named person signed, computed anew from every receipt: not from what the answer says
 * that it quoted, but from the releases as they stand in the database, and held against what the receipt kept.
 * @param since only receipts from this instant on.
 */
export async function signedShares(
  payload: Payload,
  { since }: { since?: string } = {},
): Promise<ShareReport> {
  const report: ShareReport = {
    receipts: 0,
    signed: 0,
    served: 0,
    byOutcome: {},
    differences: [],
    without: 0,
  }
  const where: Where = since ? { createdAt: { greater_than_equal: since } } : {}
  const select = { outcome: true, message: true, response: true, signed: true, createdAt: true } as const
  for await (const page of pagesOf<Answer>(payload, {
    collection: 'answers',
    by: 'createdAt',
    where,
    select,
  })) {
    const records = page.map((row) => ({ row, record: parseReceipt(row) }))
    const releases = await rowsById<Release>(payload, {
      collection: 'releases',
      ids: records.flatMap(({ record }) => record.response.citations.map(({ releaseId }) => releaseId)),
    })
    for (const { row, record } of records) count(report, row, recompute(row, { record, releases }))
  }
  return report
}

interface Recomputed extends SignedShare {
  /** Why a text does not count; empty where all is as it was signed. */
  because: string[]
}

function count(report: ShareReport, row: Answer, { because, ...recomputed }: Recomputed): void {
  const stored = storedShare(row)
  const of = (report.byOutcome[row.outcome] ??= { receipts: 0, signed: 0, served: 0 })
  for (const each of [report, of]) {
    each.receipts++
    each.signed += recomputed.signed
    each.served += recomputed.served
  }
  if (!stored) report.without++
  const differs = stored && (stored.signed !== recomputed.signed || stored.served !== recomputed.served)
  if (!differs && !because.length) return
  report.differences.push({
    receiptId: row.id,
    stored,
    recomputed,
    because: because[0] ?? 'The share on the receipt is not what its signed texts give.',
  })
}

function storedShare({ signed }: Answer): SignedShare | null {
  const kept = signed as Partial<SignedShare> | null | undefined
  return typeof kept?.signed === 'number' && typeof kept.served === 'number'
    ? { signed: kept.signed, served: kept.served }
    : null
}

/** The second way: which words lie in any row of four that the signed span holds, or in a whole part of it. */
function recompute(
  row: Answer,
  { record, releases }: { record: ReceiptRecord; releases: ReadonlyMap<string, Release> },
): Recomputed {
  const served = charactersIn(spanTokens(withoutMarks(row.message)))
  const because: string[] = []
  const { response } = record
  const quoted = (row.response as { mode?: string } | null)?.mode !== 'generated'
  const spans = new Map(
    response.citations.map((citation) => {
      const release = releases.get(citation.releaseId)
      const { start, end, number, quote, headingPath } = citation
      const text =
        release && sha256(release.text) === release.textHash ? release.text.slice(start, end) : null
      if (text !== quote)
        because.push(
          `The text behind citation ${number} (release ${citation.releaseId}) is ${release ? 'not what was quoted' : 'gone'}.`,
        )
      // A heading counts where the signed text has it.
      const signed = headingPath.filter((heading) => holds(release, heading))
      return [number, sourcesIn({ texts: [text ?? ''], headings: signed, quoted })]
    }),
  )
  const signed = response.sentences.map(({ text, citations }) =>
    quotedIn(
      spanTokens(text),
      citations.flatMap((number) => spans.get(number) ?? []),
    ),
  )
  return {
    signed: Math.min(
      served,
      signed.reduce((all, each) => all + each, 0),
    ),
    served,
    because,
  }
}

const holds = (release: Release | undefined, heading: string): boolean =>
  release !== undefined &&
  [release.title, release.text].some((text) =>
    tokenLine(spanTokens(text)).includes(tokenLine(spanTokens(heading))),
  )

function quotedIn(tokens: readonly string[], sources: ReturnType<typeof sourcesIn>): number {
  const known = new Set(
    sources
      .filter(({ whole }) => !whole)
      .flatMap((source) => rows(source.tokens).map((row) => row.join(' '))),
  )
  const parts = new Set(sources.filter(({ whole }) => whole).map((source) => source.tokens.join(' ')))
  const lengths = new Set(sources.filter(({ whole }) => whole).map((source) => source.tokens.length))
  const signed = new Set<number>()
  const mark = (from: number, length: number): void => {
    for (let i = from; i < from + length; i++) signed.add(i)
  }
  rows(tokens).forEach((row, from) => known.has(row.join(' ')) && mark(from, QUOTED_WORDS))
  for (const length of lengths)
    for (let from = 0; from + length <= tokens.length; from++)
      if (parts.has(tokens.slice(from, from + length).join(' '))) mark(from, length)
  return charactersIn(tokens.filter((_, i) => signed.has(i)))
}

/** Every row of so many tokens. */
const rows = (tokens: readonly string[]): string[][] =>
  tokens
    .slice(0, Math.max(0, tokens.length - QUOTED_WORDS + 1))
    .map((_, i) => tokens.slice(i, i + QUOTED_WORDS))
