import Papa from 'papaparse'
import type { Payload } from 'payload'
import type { Gap } from '../../../payload-types'
import { pagesOf } from '../../database/pages'
import { impactAt } from '../../gaps/impact'
import { idOf } from '../../records/content'
import { weighedOf } from './weighed'

/** All gaps as a table, what has the most impact first. A cell that a spreadsheet would reckon with stays text. */
export async function gapsAsCsv(payload: Payload): Promise<string> {
  const gaps: Gap[] = []
  for await (const page of pagesOf<Gap>(payload, { collection: 'gaps' })) gaps.push(...page)
  const now = Date.now()
  const rows = gaps.map((gap) => rowOf(gap, now)).toSorted((a, b) => b.impact - a.impact)
  return Papa.unparse(rows, { escapeFormulae: true })
}

function rowOf(gap: Gap, now: number) {
  const { impact, asked, risk, cost } = impactAt(weighedOf(gap), now)
  const { id, question, state, reason, seen, people, lastSeenAt, createdAt } = gap
  return {
    id,
    question,
    state,
    reason,
    impact: round(impact),
    recentAskings: round(asked),
    risk,
    minutesPerAsking: round(cost),
    seen,
    people,
    handovers: gap.handovers ?? 0,
    owner: idOf(gap.owner) ?? '',
    dueAt: gap.dueAt ?? '',
    lastSeenAt,
    createdAt,
  }
}

const round = (value: number): number => Math.round(value * 100) / 100
