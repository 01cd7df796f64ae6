import { setName } from './setName'
import type { RunRow } from './readEvals'

/** How far a run is. It can be left: it goes on, and is found here again. */
export const RunProgress = ({ run: { set, state, done, questions, by } }: { run: RunRow }) => {
  const percent = questions ? Math.round((done / questions) * 100) : 0
  return (
    <section className="vouch-build" aria-label="The run under way">
      <h2>{setName(set)}: being asked</h2>
      <div
        className="vouch-build__bar"
        role="progressbar"
        aria-label="Cases asked"
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ width: `${percent}%` }} />
      </div>
      <p>
        {state === 'queued' ? 'It waits for the worker.' : `${done} of ${questions} asked.`} Begun by {by}.
        You may leave this page.
      </p>
    </section>
  )
}
