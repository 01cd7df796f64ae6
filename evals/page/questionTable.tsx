import type { CaseRecord } from '../caseRecord'
import { decimal } from '../inWords'
import type { WorstGroup } from './worst'

/** Longer messages are cut. */
const SHOWN_CHARACTERS = 320

/** A group of questions with what was said and what was found. */
export const QuestionTable = ({ group: { title, of, records } }: { group: WorstGroup }) => (
  <>
    <h3>
      {title} <span className="quiet">({records.length < of ? `${records.length} of ${of}` : of})</span>
    </h3>
    <table className="questions">
      <tbody>
        {records.map((record) => (
          <tr key={record.id}>
            <td>
              {record.question}
              <span className="id">
                {record.id} · {record.kind.replaceAll('_', ' ')}
              </span>
            </td>
            <td>
              {cut(record.message)}
              <span className="id">{detailsOf(record)}</span>
            </td>
            <td className="number">{decimal(record.confidence)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
)

const detailsOf = ({ outcome, reason, gold, found, leaks }: CaseRecord): string =>
  [
    reason ? `${outcome}: ${reason}` : outcome,
    gold.length ? `right: ${gold.slice(0, 2).join(', ')}` : 'no document answers it',
    `found: ${found.fused.slice(0, 2).join(', ') || 'nothing'}`,
    ...(leaks.length ? [`leaked: ${leaks.join(', ')}`] : []),
  ].join(' · ')

const cut = (text: string): string =>
  text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text
