import { ProgressBar } from '../ProgressBar'
import { setName } from './setName'
import type { RunRow } from './readEvals'

/** How far a run is. It can be left: it goes on, and is found here again. */
export const RunProgress = ({ run: { set, state, done, questions, by } }: { run: RunRow }) => {
  return (
    <section className="vouch-build" aria-label="The run under way">
      <h2>{setName(set)}: being asked</h2>
      <ProgressBar label="Cases asked" done={done} total={questions} />
      <p>
        {state === 'queued' ? 'It waits for the worker.' : `${done} of ${questions} asked.`} Begun by {by}.
        You may leave this page.
      </p>
    </section>
  )
}
