import { documentHref } from '../links'
import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { headline, numberLabel, numberWords } from './numbers'
import type { RunRow } from './readEvals'
import { setName } from './setName'

const STATES: Record<RunRow['state'], { look: string; word: string }> = {
  queued: { look: 'draft', word: 'Waiting' },
  running: { look: 'in_review', word: 'Running' },
  done: { look: 'published', word: 'Done' },
  failed: { look: 'failed', word: 'Failed' },
}

/** The runs, the newest first. */
export const RunTable = ({ runs }: { runs: readonly RunRow[] }) => (
  <div className="vouch-table-wrap" tabIndex={0} role="region" aria-label="Runs">
    <table className="vouch-table vouch-blocks">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Set</th>
          <th scope="col" className="vouch-number">
            Questions
          </th>
          <th scope="col" className="vouch-number">
            Result
          </th>
          <th scope="col" className="vouch-number">
            Leaks
          </th>
          <th scope="col">State</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <Row key={run.id} run={run} />
        ))}
      </tbody>
    </table>
  </div>
)

const Row = ({ run }: { run: RunRow }) => {
  const first = headline(run.numbers)
  const { look, word } = STATES[run.state]
  return (
    <tr>
      <td>
        <a href={documentHref('eval-runs', run.id)}>
          <Moment at={run.createdAt} />
        </a>
      </td>
      <td>{setName(run.set)}</td>
      <td className="vouch-number" data-label="questions">
        {run.questions}
      </td>
      <td className="vouch-number">
        {first ? `${numberWords(first, run.numbers[first])} ${numberLabel(first).toLowerCase()}` : '–'}
      </td>
      <td className="vouch-number" data-label="leaks">
        {numberWords('leaks', run.numbers['leaks'])}
      </td>
      <td>
        <StatePill state={look}>{word}</StatePill>
        {run.problem && <span className="vouch-quiet vouch-block">{run.problem}</span>}
      </td>
      <td>{run.by}</td>
    </tr>
  )
}
