import type { LabelState } from '../../commands/escalation/readEscalation'
import { BUILT_IN_POLICIES, ESCALATION_TITLES } from '../../escalation/builtIn'
import type { EscalationPolicy } from '../../escalation/policy'
import { escalationRow } from '../../records/escalationPolicy'
import { documentHref } from '../links'
import { StatePill } from '../states/StatePill'
import { STATE_WORDS } from '../words'
import { StartPolicy } from './StartPolicy'

const ROLE_WORDS: Record<EscalationPolicy['role'], string> = {
  resolve: 'Bot answers',
  assist: 'Colleague, with help',
  escalate: 'Person takes over',
}

/** Every label with what holds for it now. */
export const LabelTable = ({ labels, mayWrite }: { labels: readonly LabelState[]; mayWrite: boolean }) => (
  <div className="vouch-table-wrap" tabIndex={0} role="region" aria-label="Escalation policies">
    <table className="vouch-table vouch-escalation__table">
      <thead>
        <tr>
          <th scope="col">When a message is</th>
          <th scope="col">Then</th>
          <th scope="col">Queue</th>
          <th scope="col" className="vouch-number">
            From
          </th>
          <th scope="col">Policy</th>
          <th scope="col" className="vouch-number">
            Fired in 30 days
          </th>
          <th scope="col">
            <span className="vouch-sr">What you can do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {labels.map((state) => (
          <Row key={state.label} state={state} mayWrite={mayWrite} />
        ))}
      </tbody>
    </table>
  </div>
)

const Row = ({ state, mayWrite }: { state: LabelState; mayWrite: boolean }) => {
  const { label, policy, queue, fired } = state
  return (
    <tr>
      <th scope="row">
        {state.row ? (
          <a href={documentHref('escalation-policies', state.row.id)}>{ESCALATION_TITLES[label]}</a>
        ) : (
          ESCALATION_TITLES[label]
        )}
      </th>
      <td>
        {ROLE_WORDS[policy.role]}
        {policy.urgency === 'high' && (
          <>
            {' '}
            <StatePill state="failed">Urgent</StatePill>
          </>
        )}
      </td>
      <td>{queue ?? <span className="vouch-quiet">by topic</span>}</td>
      <td className="vouch-number">{policy.threshold ?? <span className="vouch-quiet">as fitted</span>}</td>
      <td>
        <Standing state={state} />
      </td>
      <td className="vouch-number">{fired.toLocaleString('en-GB')}</td>
      <td>{!state.row && <Start label={label} mayWrite={mayWrite} />}</td>
    </tr>
  )
}

const Standing = ({ state: { policy, row, hasDraft } }: { state: LabelState }) => (
  <span className="vouch-inline">
    {policy.source ? (
      <StatePill state="published">v{policy.source.version} in force</StatePill>
    ) : (
      <StatePill state="superseded">Ships with Vouch</StatePill>
    )}
    {row && hasDraft && (
      <StatePill state={row.workflowState}>
        v{row.version} {STATE_WORDS[row.workflowState].toLowerCase()}
      </StatePill>
    )}
  </span>
)

/** A draft of what ships, to be changed. */
const Start = ({ label, mayWrite }: { label: LabelState['label']; mayWrite: boolean }) => {
  const { source: _source, ...ships } = BUILT_IN_POLICIES.get(label)!
  return (
    <StartPolicy
      title={ESCALATION_TITLES[label]}
      row={{ ...escalationRow(ships), title: ESCALATION_TITLES[label] }}
      blocked={mayWrite ? null : 'Authors and approvers write policies.'}
    />
  )
}
