import type { Payload } from 'payload'
import type { Answer } from '../../../payload-types'
import { rowsById } from '../../database/pages'
import { groupBy } from '../../groupBy'
import { languageOf } from '../../retrieval/analyze'
import { labelBy, latestVerdicts } from '../../transcripts/verdicts'
import { parseReceipt } from '../parseReceipt'
import { readVerdicts } from './readVerdicts'

/** The domain that these messages have: what is fitted on them is measured on others. */
const DOMAIN = 'reviewed'

/**
 * What reviewers say that turns are, one JSON document a line, in the shape that `vouch triggers fit --data` reads: those that should
 * have gone to a person, and those that went to one and that a text would have answered. A turn on which reviewers differ is left out.
 */
export async function turnExamples(payload: Payload): Promise<string> {
  const verdicts = await readVerdicts(payload)
  const byReceipt = groupBy(latestVerdicts(verdicts), ({ receipt }) => receipt)
  const rows = await rowsById<Answer>(payload, {
    collection: 'answers',
    ids: [...byReceipt.keys()],
    select: { question: true, locale: true, outcome: true, messages: true, erasedAt: true },
  })
  const lines = [...byReceipt].flatMap(([receipt, theirs]) => {
    const row = rows.get(receipt)
    const labels = row ? [...new Set(theirs.map((each) => labelBy(each, row)))] : []
    const [label] = labels
    if (!row || row.erasedAt || labels.length !== 1 || !label) return []
    return [JSON.stringify(exampleOf(row, label))]
  })
  return lines.map((line) => `${line}\n`).join('')
}

function exampleOf(row: Answer, label: string) {
  const { messages } = parseReceipt(row)
  return {
    id: row.id,
    text: row.question,
    lang: languageOf(row.locale),
    domain: DOMAIN,
    label,
    also: [],
    lookalike_of: null,
    history: messages.length ? messages : null,
  }
}
