import type { Handover } from '../../../payload-types'
import { parseHandover } from '../../commands/parseHandover'
import { documentHref } from '../links'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { HandoverState } from './HandoverState'
import { whyWords } from './whyWords'

/** Hand-overs as rows; on a narrow screen each becomes a block (custom.css). */
export const HandoverTable = ({ handovers }: { handovers: readonly Handover[] }) => (
  <div className="vouch-table-wrap">
    <table className="vouch-table vouch-backlog">
      <thead>
        <tr>
          <th scope="col">In the customer’s words</th>
          <th scope="col">Why</th>
          <th scope="col">Queue</th>
          <th scope="col">Passed on</th>
          <th scope="col">Who has it</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {handovers.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  </div>
)

const Row = ({ row }: { row: Handover }) => {
  const record = parseHandover(row.package)
  return (
    <tr>
      <td className="vouch-backlog__question">
        <a href={documentHref('handovers', row.id)}>{record.intent.summary || row.question}</a>
      </td>
      <td>{whyWords(record, row.reason)}</td>
      <td>{row.queue}</td>
      <td>
        <Moment at={row.createdAt} />
        {row.urgency === 'high' && (
          <>
            {' '}
            <StatePill state="failed">Urgent</StatePill>
          </>
        )}
      </td>
      <td>{row.claimedByName ?? <span className="vouch-quiet">Nobody yet</span>}</td>
      <td>
        <HandoverState state={row.state} />
      </td>
    </tr>
  )
}
