import { documentHref } from '../links'
import { Moment } from '../time/Moment'
import { headline, movedBy, numberLabel, numberWords } from './numbers'
import type { RunRow } from './readEvals'
import { setName } from './setName'

/** Numbers that a card has room for beside the first. */
const SHOWN = 6

/** A set's latest numbers, and how the first of them moved. */
export const SetCard = ({ run, before }: { run: RunRow; before: RunRow | null }) => {
  const first = headline(run.numbers)
  const moved = first && before ? movedBy(run.numbers[first], before.numbers[first]) : null
  const rest = Object.entries(run.numbers).filter(([name]) => name !== first && name !== 'right')
  return (
    <article className="vouch-card" aria-label={setName(run.set)}>
      <h3>
        <a href={documentHref('eval-runs', run.id)}>{setName(run.set)}</a>
      </h3>
      {first && (
        <p className="vouch-set__share">
          <strong>{numberWords(first, run.numbers[first])}</strong>
          <span>{numberLabel(first).toLowerCase()}</span>
          {moved !== null && moved !== 0 && (
            <span className="vouch-quiet">{moved > 0 ? `▲ ${moved}` : `▼ ${-moved}`} points</span>
          )}
        </p>
      )}
      <dl className="vouch-facts vouch-facts--record">
        {rest.slice(0, SHOWN).map(([name, value]) => (
          <div key={name}>
            <dt>{numberLabel(name)}</dt>
            <dd>{numberWords(name, value)}</dd>
          </div>
        ))}
      </dl>
      <p className="vouch-quiet">
        <Moment at={run.createdAt} /> · {run.by}
      </p>
    </article>
  )
}
