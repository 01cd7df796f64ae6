import type { Gap } from '../../../payload-types'
import { weighedOf } from '../../commands/gaps/weighed'
import { impactAt, type Impact } from '../../gaps/impact'
import type { Reason } from '../../vocabulary'
import { documentHref } from '../links'
import { Moment } from '../time/Moment'
import { impactWords } from './impactWords'
import { counted, FIX_WORDS, reasonWords, sentence } from '../words'
import { GapState } from './GapState'

/** Gaps as rows; on a narrow screen each becomes a block (custom.css). */
export const BacklogTable = ({ gaps, most, now }: { gaps: readonly Gap[]; most: number; now: number }) => (
  <div className="vouch-table-wrap">
    <table className="vouch-table vouch-backlog">
      <thead>
        <tr>
          <th scope="col" aria-label="Tick" />
          <th scope="col">Impact</th>
          <th scope="col">Question</th>
          <th scope="col">Why, and what to do</th>
          <th scope="col">Seen</th>
          <th scope="col">Last seen</th>
          <th scope="col">Owner</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {gaps.map((gap) => (
          <Row key={gap.id} gap={gap} most={most} now={now} />
        ))}
      </tbody>
    </table>
  </div>
)

const Row = ({ gap, most, now }: { gap: Gap; most: number; now: number }) => (
  <tr>
    <td>
      <input
        className="vouch-tick"
        type="checkbox"
        name="gap"
        value={gap.id}
        aria-label={`Tick “${gap.question}”`}
      />
    </td>
    <ImpactCell of={impactAt(weighedOf(gap), now)} most={most} />
    <td className="vouch-backlog__question">
      <a href={documentHref('gaps', gap.id)}>{gap.question}</a>
    </td>
    <td>
      {sentence(reasonWords(gap.reason))}
      <span className="vouch-quiet vouch-block">{FIX_WORDS[gap.reason as Reason]}</span>
    </td>
    <td>
      {counted(gap.seen, 'time')}{' '}
      <span className="vouch-quiet vouch-block">
        {gap.seen ? `by ${counted(gap.people, 'person', 'people')}` : 'reported by a colleague'}
      </span>
    </td>
    <td>
      <Moment at={gap.lastSeenAt} />
    </td>
    <td>
      {gap.owner && typeof gap.owner === 'object' ? (
        gap.owner.name
      ) : (
        <span className="vouch-quiet">Nobody yet</span>
      )}
      {gap.dueAt && (
        <span className="vouch-quiet vouch-block">
          due <Moment at={gap.dueAt} />
        </span>
      )}
    </td>
    <td>
      <GapState state={gap.state} />
    </td>
  </tr>
)

const ImpactCell = ({ of, most }: { of: Impact; most: number }) => (
  <td className="vouch-backlog__impact" title={impactWords(of)}>
    <span className="vouch-bar" aria-hidden="true">
      <span style={{ width: `${Math.max(4, Math.round((of.impact / Math.max(of.impact, most)) * 100))}%` }} />
    </span>
    <span className="vouch-quiet">{of.impact.toFixed(1)}</span>
  </td>
)
