import type { TextConflict } from '../../../commands/conflicts/conflict'
import { documentHref } from '../../links'

/** Side by side: what this text says otherwise than texts for the same people at the same time. */
export const ConflictList = ({ conflicts }: { conflicts: readonly TextConflict[] }) => (
  <>
    <h3>Conflicts with texts in force</h3>
    {conflicts.length === 0 ? (
      <p>None was found.</p>
    ) : (
      <ul>
        {conflicts.map(({ id, ours, theirs }) => (
          <li key={id}>
            <strong>{ours.fact}</strong> here, <strong>{theirs.fact}</strong> in{' '}
            <a href={documentHref(theirs.document.collection, theirs.document.id)}>{theirs.document.title}</a>{' '}
            (version {theirs.document.version})
            <span className="vouch-quiet vouch-block">Here: {ours.sentence}</span>
            <span className="vouch-quiet vouch-block">There: {theirs.sentence}</span>
          </li>
        ))}
      </ul>
    )}
  </>
)
