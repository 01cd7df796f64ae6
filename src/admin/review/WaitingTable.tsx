import { StatePill } from '../states/StatePill'
import { Moment } from '../time/Moment'
import { sentence } from '../words'
import type { Waiting } from './readWaiting'
import { TODO_STATES, todoHref } from './todoLinks'

/** One line a text: what to do, which text, how risky, who sent it, how long it waits. */
export const WaitingTable = ({
  waiting,
  movers,
}: {
  waiting: readonly Waiting[]
  /** Who made it wait, by the document’s id. */
  movers: ReadonlyMap<string, string>
}) => (
  <div className="vouch-table-wrap">
    <table className="vouch-table vouch-waiting">
      <thead>
        <tr>
          <th scope="col">To do</th>
          <th scope="col">Text</th>
          <th scope="col">Risk tier</th>
          <th scope="col">Signatures</th>
          <th scope="col">Waiting since</th>
        </tr>
      </thead>
      <tbody>
        {waiting.map((each) => (
          <tr key={each.id}>
            <td>
              <StatePill state={TODO_STATES[each.todo]}>{each.todo}</StatePill>
            </td>
            <td className="vouch-waiting__title">
              <a href={todoHref(each)}>{each.title}</a>{' '}
              <span className="vouch-quiet">
                v{each.version} · {each.collection === 'faqs' ? 'FAQ' : 'policy'}
              </span>
            </td>
            <td>
              <span className={`vouch-tier vouch-tier--${each.riskTier}`}>{sentence(each.riskTier)}</span>
            </td>
            <td>
              {each.todo === 'Sign' ? (
                `${each.signed} of ${each.needed}`
              ) : (
                <span className="vouch-quiet">–</span>
              )}
            </td>
            <td>
              <Moment at={each.since} />{' '}
              <span className="vouch-quiet vouch-block">{movers.get(each.id)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
